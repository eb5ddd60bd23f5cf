import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useIsPhone } from '../pages/phone.ts';
import { isTyping } from '../pages/shortcuts.ts';
import { openedRowOf, rememberOpened } from './list-places.ts';
import { PrintedOf } from './printed-of.tsx';
import { RecordCards } from './record-cards.tsx';
import { RecordTableHead } from './record-table-head.tsx';
import { RecordRow } from './record-table-row.tsx';
import { arranged, type Column, rangeOf, type Sort, shippedLayout, type TableLayout } from './table-layout.ts';
import { useFirstSlices } from './use-first-slices.ts';
import { useOnward } from './use-onward.ts';
import { useIsPrinting } from './use-printing.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';
import { useSteady } from './use-steady.ts';
import './record-table.css';

export interface RecordTableProps<Row> {
  /** What the rows are: 客户. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** What the rows answer: those of another question are shown from the top. */
  readonly question?: string;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Names a row for those who do not see it. */
  readonly nameOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort | undefined) => void;
  /** Keys of the chosen rows; without it rows cannot be chosen. */
  readonly chosen?: ReadonlySet<string>;
  readonly onChosen?: (chosen: ReadonlySet<string>) => void;
  readonly layout?: TableLayout;
  readonly onLayout?: (layout: TableLayout) => void;
  /** More rows can be read; called when the end comes into sight. */
  readonly hasMore?: boolean;
  readonly onMore?: () => void;
  /** Hears which rows are in sight, first and last included. */
  readonly onSight?: (first: number, last: number) => void;
  /** On a telephone: the inside of a row's card. Without it the first three columns are shown. */
  readonly card?: (row: Row) => ReactNode;
  /** Rows still belong to the previous question. */
  readonly faded?: boolean;
  /** Of all pages, when known. */
  readonly total?: number | undefined;
}

/** So many rows before the end the next ones are asked for: two screens, so that reading on never waits. */
const rowsAhead = 50;

/**
 * A dense list of records: sticky head, rows drawn only where they are seen, columns that can be sorted, moved and
 * widened. Keys: J K ↑ ↓ Home End move, Space chooses, Shift with it takes a range, Enter opens. On a telephone: cards.
 */
export function RecordTable<Row>(props: RecordTableProps<Row>) {
  return useIsPhone() ? <RecordCards {...props} /> : <Grid {...props} />;
}

function Grid<Row>(props: RecordTableProps<Row>) {
  const { rows, columns, keyOf, onOpen, chosen, onChosen, hasMore = false, onMore } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const list = `${props.label} ${props.question ?? ''}`;
  const [active, setActive] = useState(() => openedRowOf(list)?.index ?? 0);
  const anchor = useRef<string | undefined>(undefined);
  const layout = useMemo(() => props.layout ?? shippedLayout(columns), [props.layout, columns]);
  const shown = useMemo(() => arranged(columns, layout), [columns, layout]);
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const { drawn, topOf, first, last, lines, height, show } = useRowsInSight({
    list,
    count: rows.length,
    frame,
    onOther: () => setActive(0),
  });
  const slices = useFirstSlices(drawn.length);
  const isPrinting = useIsPrinting();
  const rowsDrawn = isPrinting ? keys.map((_, index) => index) : drawn.slice(0, slices);

  useEffect(() => {
    if (hasMore && last >= rows.length - rowsAhead) onMore?.();
  }, [hasMore, last, rows.length, onMore]);
  const tellSight = useSteady((from: number, to: number) => props.onSight?.(from, to));
  useEffect(() => tellSight(first, last), [first, last, tellSight]);

  const choose = useSteady((key: string, range: boolean) => {
    if (!chosen || !onChosen) return;
    const next = new Set(chosen);
    const taken = range && anchor.current ? rangeOf(keys, anchor.current, key) : [key];
    for (const each of taken) if (range || !chosen.has(each)) next.add(each);
    if (!range && chosen.has(key)) next.delete(key);
    anchor.current = key;
    onChosen(next);
  });
  const open = useSteady((row: Row, index: number, byKey: boolean) => {
    rememberOpened(list, { index, byKey });
    onOpen?.(row);
  });
  const openAt = useSteady((row: Row, index: number) => open(row, index, false));
  // Whoever opened a row by its key reads on by keys.
  useEffect(() => {
    if (openedRowOf(list)?.byKey) frame.current?.focus({ preventScroll: true });
  }, [list]);
  const move = (to: number) => {
    const bounded = Math.min(rows.length - 1, Math.max(0, to));
    setActive(bounded);
    show(bounded);
    if (to > bounded && hasMore) goOnward(bounded, to);
  };
  const goOnward = useOnward(rows.length, (from, to) => {
    if (active === from && from >= first && from <= last) move(to);
  });
  const hear = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.target !== event.currentTarget && (event.key === 'Enter' || event.key === ' ')) return;
    const row = rows[active];
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(active + 1),
      j: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      k: () => move(active - 1),
      PageDown: () => move(active + 20),
      PageUp: () => move(active - 20),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      ' ': () => row && choose(keyOf(row), event.shiftKey),
      Enter: () => row && open(row, active, true),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const template = `${chosen ? '32px ' : ''}${shown.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(' ')}`;
  const lead = chosen ? 1 : 0;
  const least = shown.reduce((sum, { width }) => sum + width, lead * 32);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a <table>, whose rows all exist
    <div
      ref={frame}
      className={props.faded ? 'yl-table yl-table-faded' : 'yl-table'}
      style={{ '--columns': template, '--width': `${least}px` } as Record<string, string>}
      role="grid"
      aria-label={props.label}
      aria-rowcount={(props.total ?? (hasMore ? -2 : rows.length)) + 1}
      aria-colcount={shown.length + lead}
      aria-multiselectable={chosen !== undefined}
      aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={hear}
      onFocus={({ relatedTarget }) => relatedTarget?.closest('.yl-filter-search') && setActive(first)}
      onPointerOver={sayWhole}
    >
      <RecordTableHead
        columns={shown}
        layout={layout}
        onLayout={props.onLayout}
        sort={props.sort}
        onSort={props.onSort}
        chosenCount={chosen?.size}
        allChosen={chosen !== undefined && keys.length > 0 && keys.every((key) => chosen.has(key))}
        onChooseAll={(all) => onChosen?.(new Set(all ? keys : []))}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div className="yl-table-rows" role="rowgroup" style={isPrinting ? undefined : { height }}>
        {rowsDrawn.map((index) => {
          const row = rows[index];
          const key = keys[index];
          if (row === undefined || key === undefined) return null;
          return (
            <RecordRow
              key={isPrinting ? index : index % lines}
              id={`${id}-${index}`}
              row={row}
              rowKey={key}
              index={index}
              top={topOf(index)}
              columns={shown}
              name={props.nameOf(row)}
              chosen={chosen?.has(key)}
              active={index === active}
              onChoose={choose}
              onOpen={onOpen && openAt}
              onActive={setActive}
            />
          );
        })}
      </div>
      {hasMore && <PrintedOf rows={rows.length} total={props.total} />}
    </div>
  );
}

/** What does not fit is told by the browser's own hint while the mouse rests on it. */
function sayWhole({ target }: PointerEvent): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.yl-row .yl-cell') : null;
  if (cell) cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : '';
}
