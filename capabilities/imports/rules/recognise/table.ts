import type { Cell, MergedRange, Row } from '../../contract/cell.ts';
import { cellText } from '../values/cell-text.ts';
import { matchHeading } from './heading.ts';

/** Where the table lies on its sheet. */
export interface TableFound {
  /** The heading row's number in the file. */
  readonly headerRow: number;
  /** By column; columns without heading belong to notes beside the table. */
  readonly headings: ReadonlyMap<number, string>;
  /** What stands above the headings: titles, dates of making. */
  readonly above: readonly string[];
}

const rowsLookedAt = 40;

/** The heading row is the one among the first forty with the most headings that we know, then the most filled cells. */
export function findTable(rows: readonly Row[], merged: readonly MergedRange[]): TableFound | undefined {
  const candidates = rows.slice(0, rowsLookedAt).map((row) => {
    const headings = headingsOf(row, merged, rows);
    const known = [...headings.values()].filter((heading) => (matchHeading(heading)?.confidence ?? 0) >= 0.8).length;
    const texts = [...headings.values()].filter((heading) => !/^[\d.,\-/:¥]+$/.test(heading)).length;
    return { row, headings, known, texts };
  });
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (chosen, next) => (!chosen || next.known > chosen.known ? next : chosen),
    undefined,
  );
  if (!best || best.known === 0 || (best.known < 2 && best.texts > 2)) return undefined;
  return {
    headerRow: best.row.number,
    headings: best.headings,
    above: rows
      .filter(({ number }) => number < best.row.number)
      .flatMap(({ cells }) => cells.map(cellText).filter((text) => text !== '')),
  };
}

/** A heading merged downwards over two heading rows stands in the upper one; it counts for the lower too. */
function headingsOf(row: Row, merged: readonly MergedRange[], rows: readonly Row[]): Map<number, string> {
  const headings = new Map<number, string>();
  for (const [column, cell] of row.cells.entries()) {
    const text = cellText(cell);
    if (text !== '') headings.set(column, text);
  }
  for (const range of merged) {
    const reaches =
      range.fromRow < row.number - 1 && range.toRow >= row.number - 1 && range.fromColumn === range.toColumn;
    if (!reaches || headings.has(range.fromColumn)) continue;
    const upper = rows.find(({ number }) => number === range.fromRow + 1);
    const text = cellText(upper?.cells[range.fromColumn]);
    if (text !== '') headings.set(range.fromColumn, text);
  }
  return headings;
}

export type RowSort = 'data' | 'blank' | 'total' | 'note' | 'repeatedHeading';

/** What a row below the headings is. Only cells under a heading count: notes beside the table never make a row. */
export function sortOfRow(row: Row, table: TableFound, merged: readonly MergedRange[]): RowSort {
  const filled: string[] = [];
  let repeats = 0;
  for (const [column, heading] of table.headings) {
    const text = cellText(row.cells[column]);
    if (text === '') continue;
    filled.push(text);
    if (text === heading) repeats += 1;
  }
  if (filled.length === 0) return 'blank';
  if (repeats >= 2 && repeats === filled.length) return 'repeatedHeading';
  if (
    filled
      .slice(0, 3)
      .some((text) => /^(本?[页月年日]?(合\s*计|总\s*计|小\s*计|共\s*计|累计|汇总)|total|subtotal)[::]?$/i.test(text))
  )
    return 'total';
  if (filled.length === 1 && isNote(filled[0] ?? '', row, merged)) return 'note';
  return 'data';
}

function isNote(text: string, row: Row, merged: readonly MergedRange[]): boolean {
  if (/^(注|备注|说明|注意|填表|制表|审核|填报|以上|制单|打印|共\d+|第\d+页)/.test(text)) return true;
  if (text.length > 30) return true;
  return merged.some(
    ({ fromRow, fromColumn, toColumn, toRow }) =>
      fromRow === row.number - 1 && toRow === fromRow && toColumn - fromColumn >= 2,
  );
}

/**
 * Cells merged downwards carry their value only in the first row; every row of the range means it. Rows must be given in
 * order; returns the row as meant.
 */
export function mergedFiller(merged: readonly MergedRange[], headerRow: number): (row: Row) => Row {
  const downwards = merged.filter(({ fromRow, toRow }) => toRow > fromRow && fromRow >= headerRow);
  const held = new Map<number, { readonly cell: Cell; readonly untilRow: number }>();
  return (row) => {
    const at = row.number - 1;
    for (const { fromRow, fromColumn, toRow } of downwards) {
      if (fromRow === at) held.set(fromColumn, { cell: row.cells[fromColumn] ?? null, untilRow: toRow });
    }
    const given = [...held].filter(([column, { untilRow }]) => at <= untilRow && (row.cells[column] ?? null) === null);
    if (given.length === 0) return row;
    const cells = [...row.cells];
    for (const [column, { cell }] of given) {
      while (cells.length <= column) cells.push(null);
      cells[column] = cell;
    }
    return { ...row, cells };
  };
}
