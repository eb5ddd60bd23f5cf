import type { Sentence } from '@yilu/platform/contract';
import { useText } from '@yilu/platform/web';
import type { RowCounts } from '../contract/index.ts';
import { texts } from './text.ts';

interface Part {
  readonly key: 'created' | 'updated' | 'unchanged' | 'rejected';
  readonly title: Sentence;
  readonly note: Sentence;
}

const parts: readonly Part[] = [
  { key: 'created', title: texts.created, note: texts.createdNote },
  { key: 'updated', title: texts.updated, note: texts.updatedNote },
  { key: 'unchanged', title: texts.unchanged, note: texts.unchangedNote },
  { key: 'rejected', title: texts.rejected, note: texts.rejectedNote },
];

/** Where all rows go: four figures that add up, how many of them are known people, and one bar. */
export function CountsStrip({ counts, promise }: { readonly counts: RowCounts; readonly promise: Sentence }) {
  const t = useText();
  return (
    <section className="yl-counts" aria-label={t(texts.countsOfRows)}>
      {parts.map(({ key, title, note }) => (
        <div key={key} className={key === 'rejected' && counts.rejected > 0 ? 'yl-count yl-count-late' : 'yl-count'}>
          <span>{t(title)}</span>
          <strong>{counts[key].toLocaleString('en-US')}</strong>
          <small>{t(note)}</small>
        </div>
      ))}
      <div className="yl-count yl-count-wide">
        <div className="yl-count-bar" aria-hidden="true">
          {parts.map(({ key }) => (
            <i key={key} className={`yl-bar-${key}`} style={{ flexGrow: counts[key] }} />
          ))}
        </div>
        <small>{t(allRowsWords(counts))}</small>
        <small>{t(promise)}</small>
      </div>
    </section>
  );
}

/** 共 720 行，其中 86 行认出是同一人，并在一起。 */
function allRowsWords(counts: RowCounts): Sentence {
  const rows = counts.rows.toLocaleString('en-US');
  if (counts.joined === 0) return { zh: `共 ${rows} 行。`, en: `${rows} rows.` };
  const joined = counts.joined.toLocaleString('en-US');
  return {
    zh: `共 ${rows} 行，其中 ${joined} 行认出是同一人，并在一起。`,
    en: `${rows} rows; ${joined} of them joined to people already known.`,
  };
}
