import type { ReactNode } from 'react';
import { wholeNumber } from '../text/formats.ts';
import { Meter } from './meter.tsx';
import './states.css';

interface LongWorkProps {
  /** 正在导入 599 行. */
  readonly title: string;
  readonly done: number;
  readonly total: number;
  /** 大约还要 20 秒。可以离开，做完在右下角告诉您。 */
  readonly children?: ReactNode;
}

/** Counted work that may be left and reports back. */
export function LongWork({ title, done, total, children }: LongWorkProps) {
  return (
    <div className="yl-work" aria-live="polite">
      <div className="yl-work-head">
        {title}
        <span>
          {wholeNumber(done)} / {wholeNumber(total)}
        </span>
      </div>
      <Meter share={total > 0 ? done / total : 0} label={title} thick />
      {children && <p className="yl-quiet yl-work-note">{children}</p>}
    </div>
  );
}
