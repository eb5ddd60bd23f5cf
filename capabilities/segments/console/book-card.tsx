import { useFormats, useText } from '@yilu/platform/web';
import type { BookRow } from '../contract/index.ts';
import { LabelGlyph } from './label-chip.tsx';

/** A customer on a telephone: who, where, how they stand, what is next. */
export function BookCard({ row }: { readonly row: BookRow }) {
  const t = useText();
  const { ago, day, today } = useFormats();
  const { nextTaskOn } = row;
  return (
    <div className="sg-card">
      <div className="sg-card-line">
        <b className="yl-strong">{row.name}</b>
        <span className="yl-quiet">{row.rooms}</span>
        <span className="yl-quiet">{row.lastContactOn && ago(row.lastContactOn)}</span>
      </div>
      <div className="sg-card-line">
        {row.lifecycle && <LabelGlyph label="lifecycle" value={row.lifecycle} />}
        {row.value && <LabelGlyph label="value" value={row.value} />}
        {row.activity && <LabelGlyph label="activity" value={row.activity} />}
        {row.completeness !== undefined && <span className="yl-quiet">{row.completeness}%</span>}
      </div>
      {nextTaskOn && (
        <div className="sg-card-next">
          <span className={nextTaskOn < today ? 'sg-when sg-when-late' : 'sg-when'}>
            {nextTaskOn < today ? t({ zh: '逾期', en: 'Overdue' }) : day(nextTaskOn)}
          </span>
          <span>{row.nextTask}</span>
        </div>
      )}
    </div>
  );
}
