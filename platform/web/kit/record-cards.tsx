import { startTransition, useEffect, useRef, useState } from 'react';
import { useText } from '../text/language.ts';
import type { RecordTableProps } from './record-table.tsx';
import { arranged, shippedLayout } from './table-layout.ts';

/** A little more than a screen of cards, so that the first ones are there soon. */
const atFirst = 10;
/** Drawn next, while nobody waits for them; then more are drawn, and read, as the end comes near. */
const atOnce = 12;

const texts = { choose: { zh: '选', en: 'Select' } };

/** The records as cards on a telephone. Cards out of sight cost the browser nothing (`content-visibility`). */
export function RecordCards<Row>(props: RecordTableProps<Row>) {
  const { rows, columns, keyOf, nameOf, onOpen, chosen, onChosen, card, hasMore = false, onMore, label } = props;
  const t = useText();
  const shown = arranged(columns, props.layout ?? shippedLayout(columns)).slice(0, 3);
  const end = useRef<HTMLLIElement>(null);
  const [drawn, setDrawn] = useState(atFirst);
  const isCut = drawn < rows.length;
  const goesOn = isCut || hasMore;
  useEffect(() => {
    if (!goesOn || !end.current) return;
    const sight = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return;
        if (isCut) startTransition(() => setDrawn((before) => before + atOnce));
        else onMore?.();
      },
      { rootMargin: '600px' },
    );
    sight.observe(end.current);
    return () => sight.disconnect();
  }, [goesOn, isCut, drawn, onMore]);

  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChosen?.(next);
  };
  return (
    <ul className="yl-cards" aria-label={label}>
      {rows.slice(0, drawn).map((row) => {
        const key = keyOf(row);
        const inside = card?.(row) ?? shown.map((column) => <div key={column.key}>{column.cell(row)}</div>);
        return (
          <li key={key} className={chosen?.has(key) ? 'yl-card yl-row-chosen' : 'yl-card'}>
            {chosen && (
              <label className="yl-card-choose">
                <input
                  type="checkbox"
                  className="yl-check"
                  checked={chosen.has(key)}
                  aria-label={`${t(texts.choose)} ${nameOf(row)}`}
                  onChange={() => toggle(key)}
                />
              </label>
            )}
            {onOpen ? (
              // biome-ignore lint/a11y/useSemanticElements: a card holds blocks and chips, which a button may not
              <div
                className="yl-card-inside"
                role="button"
                tabIndex={0}
                onClick={() => onOpen(row)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  // A space would scroll the page as well.
                  event.preventDefault();
                  onOpen(row);
                }}
              >
                {inside}
              </div>
            ) : (
              <div className="yl-card-inside">{inside}</div>
            )}
          </li>
        );
      })}
      {goesOn && <li ref={end} className="yl-cards-end" aria-hidden="true" />}
    </ul>
  );
}
