import { memo } from 'react';
import { useText } from '../text/language.ts';
import type { Column } from './table-layout.ts';

const texts = { choose: { zh: '选', en: 'Select' } };

interface RecordRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly rowKey: string;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly columns: readonly Column<Row>[];
  readonly name: string;
  /** Undefined where rows cannot be chosen. */
  readonly chosen: boolean | undefined;
  readonly active: boolean;
  readonly onChoose: (key: string, range: boolean) => void;
  readonly onOpen: ((row: Row, index: number) => void) | undefined;
  readonly onActive: (index: number) => void;
}

/** Drawn again only when something about this row changed: moving through a list draws two rows, not all. */
export const RecordRow = memo(RowDrawn) as typeof RowDrawn;

function RowDrawn<Row>(props: RecordRowProps<Row>) {
  const { id, row, rowKey, index, top, columns, name, chosen, active, onChoose, onOpen, onActive } = props;
  const t = useText();
  const look = `yl-row ${chosen ? 'yl-row-chosen' : ''} ${active ? 'yl-row-active' : ''} ${onOpen ? 'yl-row-opens' : ''}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys for its active row
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active row
    <div
      id={id}
      className={look}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen ?? false}
      style={{ top }}
      onClick={(event) => {
        onActive(index);
        if (isControl(event.target, event.currentTarget)) return;
        if (event.shiftKey || event.ctrlKey || event.metaKey) onChoose(rowKey, event.shiftKey);
        else if (window.getSelection()?.isCollapsed !== false) onOpen?.(row, index);
      }}
    >
      {chosen !== undefined && (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div role="gridcell" className="yl-cell yl-cell-choose">
          <input
            type="checkbox"
            className="yl-check"
            tabIndex={-1}
            checked={chosen}
            aria-label={`${t(texts.choose)} ${name}`}
            onChange={(event) => onChoose(rowKey, (event.nativeEvent as MouseEvent).shiftKey === true)}
          />
        </div>
      )}
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={column.key}
          role="gridcell"
          className={column.align === 'right' ? 'yl-cell yl-cell-right' : 'yl-cell'}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

function isControl(target: EventTarget, within: Element): boolean {
  if (!(target instanceof Element)) return false;
  const control = target.closest('a, button, input, label, select, textarea, [role="button"], .ant-popover');
  // A popover's clicks bubble through React although it lies elsewhere in the document.
  return !within.contains(target) || (control !== null && within.contains(control));
}
