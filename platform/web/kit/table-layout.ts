import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Pixels, as shipped; people may change it. */
  readonly width: number;
  /** Numbers and due times stand right. */
  readonly align?: 'left' | 'right';
  readonly sortable?: boolean;
  /** May neither be hidden nor moved: the name. */
  readonly fixed?: boolean;
  /** Not shown until chosen. */
  readonly hiddenAtFirst?: boolean;
  /** Lines are drawn anew with other rows: a part that remembers something needs to know whose it is (`Explain`'s `of`). */
  readonly cell: (row: Row) => ReactNode;
}

/** What a person changed about the columns; kept in a saved view or on the device. */
export interface TableLayout {
  /** Keys in order; columns that are not named follow in their shipped order. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** Pixels by key. */
  readonly widths: Readonly<Record<string, number>>;
}

export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** The layout before anybody changed it. */
export function shippedLayout<Row>(columns: readonly Column<Row>[]): TableLayout {
  return {
    order: columns.map(({ key }) => key),
    hidden: columns.filter(({ hiddenAtFirst }) => hiddenAtFirst).map(({ key }) => key),
    widths: {},
  };
}

/** The columns to show, in order, with their widths; columns added by an upgrade appear at their shipped place. */
export function arranged<Row>(columns: readonly Column<Row>[], layout: TableLayout): readonly Column<Row>[] {
  const rank = (column: Column<Row>) => {
    if (column.fixed) return -1;
    const at = layout.order.indexOf(column.key);
    return at === -1 ? columns.indexOf(column) : at;
  };
  return columns
    .filter(({ key, fixed }) => fixed || !layout.hidden.includes(key))
    .toSorted((one, other) => rank(one) - rank(other))
    .map((column) => ({ ...column, width: layout.widths[column.key] ?? column.width }));
}

/** The column moved one place towards the start (−1) or the end (+1). */
export function moved(layout: TableLayout, key: string, by: -1 | 1): TableLayout {
  const from = layout.order.indexOf(key);
  const to = from + by;
  if (from === -1 || to < 0 || to >= layout.order.length) return layout;
  const order = layout.order.with(from, layout.order[to] ?? key).with(to, key);
  return { ...layout, order };
}

/** The column put before another, as by dragging. */
export function movedBefore(layout: TableLayout, key: string, before: string): TableLayout {
  if (key === before) return layout;
  const others = layout.order.filter((each) => each !== key);
  const at = others.indexOf(before);
  return { ...layout, order: others.toSpliced(at === -1 ? others.length : at, 0, key) };
}

export function toggled(layout: TableLayout, key: string): TableLayout {
  const hidden = layout.hidden.includes(key) ? layout.hidden.filter((each) => each !== key) : [...layout.hidden, key];
  return { ...layout, hidden };
}

const narrowest = 48;
const widest = 640;

export function resized(layout: TableLayout, key: string, width: number): TableLayout {
  const bounded = Math.round(Math.min(widest, Math.max(narrowest, width)));
  return { ...layout, widths: { ...layout.widths, [key]: bounded } };
}

/** Clicking a head: ascending, descending, then the list's own order. */
export function nextSort(sort: Sort | undefined, key: string): Sort | undefined {
  if (sort?.key !== key) return { key, direction: 'ascending' };
  return sort.direction === 'ascending' ? { key, direction: 'descending' } : undefined;
}

/** The keys from one row to another, both included, whichever comes first. */
export function rangeOf(keys: readonly string[], from: string, to: string): readonly string[] {
  const [one, other] = [keys.indexOf(from), keys.indexOf(to)];
  if (one === -1 || other === -1) return [to];
  return keys.slice(Math.min(one, other), Math.max(one, other) + 1);
}
