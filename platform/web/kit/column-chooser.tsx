import { Button } from 'antd';
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useText } from '../text/language.ts';
import { PopoverOpener } from './opener.tsx';
import { type Column, moved, shippedLayout, type TableLayout, toggled } from './table-layout.ts';
import './column-chooser.css';

const texts = {
  columns: { zh: '列', en: 'Columns' },
  up: { zh: '往前', en: 'Move before' },
  down: { zh: '往后', en: 'Move after' },
  reset: { zh: '恢复原样', en: 'Reset' },
};

interface ColumnChooserProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly layout: TableLayout;
  readonly onLayout: (layout: TableLayout) => void;
}

/** Which columns a list shows, and in which order; everything works by keyboard. */
export function ColumnChooser<Row>({ columns, layout, onLayout }: ColumnChooserProps<Row>) {
  const t = useText();
  const ordered = layout.order
    .map((key) => columns.find((column) => column.key === key))
    .filter((column) => column !== undefined)
    .concat(columns.filter(({ key }) => !layout.order.includes(key)));
  return (
    <PopoverOpener
      placement="bottomRight"
      content={
        <div className="yl-chooser">
          <ul>
            {ordered.map((column) => (
              <li key={column.key}>
                <label>
                  <input
                    type="checkbox"
                    className="yl-check"
                    disabled={column.fixed}
                    checked={column.fixed || !layout.hidden.includes(column.key)}
                    onChange={() => onLayout(toggled(layout, column.key))}
                  />
                  {column.title}
                </label>
                {!column.fixed && (
                  <>
                    <button
                      type="button"
                      className="yl-plain"
                      aria-label={`${column.title} ${t(texts.up)}`}
                      onClick={() => onLayout(moved(layout, column.key, -1))}
                    >
                      <ArrowUp size={14} aria-hidden="true" />
                    </button>
                    <button
                      type="button"
                      className="yl-plain"
                      aria-label={`${column.title} ${t(texts.down)}`}
                      onClick={() => onLayout(moved(layout, column.key, 1))}
                    >
                      <ArrowDown size={14} aria-hidden="true" />
                    </button>
                  </>
                )}
              </li>
            ))}
          </ul>
          <Button size="small" type="text" onClick={() => onLayout(shippedLayout(columns))}>
            {t(texts.reset)}
          </Button>
        </div>
      }
    >
      <Button type="text" icon={<Columns3 size={16} aria-hidden="true" />}>
        {t(texts.columns)}
      </Button>
    </PopoverOpener>
  );
}
