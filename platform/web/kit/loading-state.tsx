import { useEffect, useState } from 'react';
import { useText } from '../text/language.ts';
import './states.css';

const texts = {
  loading: { zh: '正在取资料', en: 'Loading' },
  slow: { zh: '比平时慢，还在取', en: 'Slower than usual, still loading' },
};

interface LoadingStateProps {
  /** How many lines the content will have, roughly. */
  readonly rows?: number;
  /** `road` has stations, `table` has columns, `form` has fields. */
  readonly shape?: 'road' | 'table' | 'form';
}

/** Nothing for 300 ms, then a skeleton of the true shape; after 2 s a sentence. */
export function LoadingState({ rows = 5, shape = 'road' }: LoadingStateProps) {
  const t = useText();
  const shown = useAfter(300);
  const slow = useAfter(2_000);
  return (
    <div className="yl-loading" aria-busy="true">
      <span className="yl-hidden" role="status">
        {t(texts.loading)}
      </span>
      {shown && <Skeleton rows={rows} shape={shape} />}
      {slow && <p className="yl-foot yl-loading-slow">{t(texts.slow)}</p>}
    </div>
  );
}

export function Skeleton({ rows = 5, shape = 'road' }: LoadingStateProps) {
  return (
    <div className={`yl-skeleton yl-skeleton-${shape}`} aria-hidden="true">
      {widths.slice(0, rows).map(([first, second], index) => (
        <div key={first} className="yl-skeleton-row" style={{ opacity: 1 - index / (rows + 2) }}>
          {shape === 'road' && <i className="yl-bone" style={{ width: 32 }} />}
          {shape === 'road' && <i className="yl-skeleton-station" />}
          <span>
            <i className="yl-bone" style={{ width: `${first}%` }} />
            {shape !== 'table' && <i className="yl-bone yl-bone-thin" style={{ width: `${second}%` }} />}
          </span>
          {shape !== 'form' && <i className="yl-bone yl-bone-box" />}
        </div>
      ))}
    </div>
  );
}

function useAfter(milliseconds: number): boolean {
  const [passed, pass] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => pass(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return passed;
}

// Uneven, as real lines are.
const widths = [
  [64, 86],
  [72, 62],
  [56, 78],
  [68, 54],
  [60, 72],
  [74, 66],
  [52, 80],
  [66, 58],
  [70, 76],
  [58, 68],
] as const;
