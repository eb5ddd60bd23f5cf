import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { PointerEvent } from 'react';
import { useText } from '../text/language.ts';
import { type Column, movedBefore, nextSort, resized, type Sort, type TableLayout } from './table-layout.ts';

const texts = {
  all: { zh: '选这里的全部', en: 'Select all loaded rows' },
  sort: { zh: '排序', en: 'Sort' },
};

interface RecordTableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly layout: TableLayout;
  readonly onLayout: ((layout: TableLayout) => void) | undefined;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort | undefined) => void) | undefined;
  /** Undefined where rows cannot be chosen. */
  readonly chosenCount: number | undefined;
  readonly allChosen: boolean;
  readonly onChooseAll: (all: boolean) => void;
}

export function RecordTableHead<Row>(props: RecordTableHeadProps<Row>) {
  const { columns, chosenCount, allChosen, onChooseAll } = props;
  const t = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the head of a virtual grid
    <div className="yl-table-head" role="rowgroup">
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus */}
      <div className="yl-row-grid" role="row" aria-rowindex={1}>
        {chosenCount !== undefined && (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div role="columnheader" className="yl-cell yl-cell-choose" aria-label={t(texts.all)}>
            <input
              type="checkbox"
              className="yl-check"
              aria-label={t(texts.all)}
              checked={allChosen}
              ref={(box) => {
                if (box) box.indeterminate = chosenCount > 0 && !allChosen;
              }}
              onChange={(event) => onChooseAll(event.target.checked)}
            />
          </div>
        )}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} {...props} />
        ))}
      </div>
    </div>
  );
}

function HeadCell<Row>({
  column,
  layout,
  onLayout,
  sort,
  onSort,
}: RecordTableHeadProps<Row> & { readonly column: Column<Row> }) {
  const t = useText();
  const sorted = sort?.key === column.key ? sort.direction : undefined;
  const sortable = column.sortable && onSort;
  const movable = onLayout && !column.fixed;
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div
      role="columnheader"
      className={column.align === 'right' ? 'yl-cell yl-cell-right' : 'yl-cell'}
      aria-sort={sortable ? (sorted ?? 'none') : undefined}
      draggable={movable ? true : undefined}
      onDragStart={(event) => event.dataTransfer.setData('text/column', column.key)}
      onDragOver={(event) => movable && event.preventDefault()}
      onDrop={(event) => onLayout?.(movedBefore(layout, event.dataTransfer.getData('text/column'), column.key))}
    >
      {sortable ? (
        <button
          type="button"
          className="yl-plain yl-sort"
          title={t(texts.sort)}
          onClick={() => onSort(nextSort(sort, column.key))}
        >
          {column.title}
          <SortMark sorted={sorted} />
        </button>
      ) : (
        column.title
      )}
      {onLayout && (
        <i
          className="yl-widen"
          aria-hidden="true"
          onPointerDown={(event) => widen(event, (width) => onLayout(resized(layout, column.key, width)))}
        />
      )}
    </div>
  );
}

function SortMark({ sorted }: { readonly sorted: Sort['direction'] | undefined }) {
  if (sorted === 'ascending') return <ArrowUp size={12} aria-hidden="true" />;
  if (sorted === 'descending') return <ArrowDown size={12} aria-hidden="true" />;
  return <ChevronsUpDown size={12} aria-hidden="true" className="yl-sort-idle" />;
}

function widen(event: PointerEvent<HTMLElement>, to: (width: number) => void): void {
  event.preventDefault();
  const handle = event.currentTarget;
  const cell = handle.parentElement;
  if (!cell) return;
  const from = event.clientX;
  const width = cell.getBoundingClientRect().width;
  handle.setPointerCapture(event.pointerId);
  const move = (moving: globalThis.PointerEvent) => to(width + moving.clientX - from);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true });
}
