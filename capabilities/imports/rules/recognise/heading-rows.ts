import type { MergedRange, Row } from '../../contract/cell.ts';
import { cellText } from '../values/cell-text.ts';
import { matchHeading } from './heading.ts';

/** Parts the group's heading from the column's own: `产权人信息·姓名`. */
export const groupMark = '·';

export interface Headings {
  /** By column. */
  readonly headings: ReadonlyMap<number, string>;
  /** The number of the upper of two heading rows. */
  readonly upperRow?: number;
}

/**
 * The headings of a row; with a row of groups above it (`产权人信息` over `姓名`, `电话`) each carries its group, and what is
 * merged downwards, or stands in the upper row alone, counts too.
 */
export function headingsAt(row: Row, rows: readonly Row[], merged: readonly MergedRange[]): Headings {
  const own = textsOf(row);
  const upper = rows.find(({ number }) => number === row.number - 1);
  const groups = upper && groupsOf(upper, row, own, merged);
  const headings = new Map(
    [...own].map(([column, text]) => [column, groups?.get(column) ? `${groups.get(column)}${groupMark}${text}` : text]),
  );
  for (const range of merged) {
    const reaches =
      range.fromRow < row.number - 1 && range.toRow >= row.number - 1 && range.fromColumn === range.toColumn;
    if (!reaches || headings.has(range.fromColumn)) continue;
    const text = cellText(rows.find(({ number }) => number === range.fromRow + 1)?.cells[range.fromColumn]);
    if (text !== '') headings.set(range.fromColumn, text);
  }
  if (!groups || !upper) return { headings };
  for (const [column, text] of textsOf(upper)) if (!headings.has(column)) headings.set(column, text);
  return { headings, upperRow: upper.number };
}

/** The group of each column, when the row above is one of groups; merged cells say so, else blanks to the right of each group. */
function groupsOf(
  upper: Row,
  row: Row,
  own: ReadonlyMap<number, string>,
  merged: readonly MergedRange[],
): Map<number, string> | undefined {
  const texts = textsOf(upper);
  if (texts.size < 2) return undefined;
  const width = Math.max(...own.keys(), ...texts.keys()) + 1;
  const across = merged.filter(
    ({ fromRow, toRow, fromColumn, toColumn }) =>
      fromRow === upper.number - 1 && toRow === fromRow && toColumn > fromColumn && toColumn - fromColumn + 1 < width,
  );
  const groups = new Map<number, string>();
  for (const { fromRow: _, fromColumn, toColumn } of across) {
    const text = texts.get(fromColumn);
    for (let column = fromColumn; text !== undefined && column <= toColumn; column += 1) groups.set(column, text);
  }
  if (groups.size > 0) return groups;
  return merged.some(({ fromRow }) => fromRow === upper.number - 1)
    ? undefined
    : groupsByBlanks(texts, row, own, width);
}

/** Without merged cells, as in a CSV: the lower row is empty exactly where the upper has headings of its own. */
function groupsByBlanks(
  texts: ReadonlyMap<number, string>,
  row: Row,
  own: ReadonlyMap<number, string>,
  width: number,
): Map<number, string> | undefined {
  const alone = [...texts].filter(([column]) => !own.has(column));
  const isHeading =
    [...own.values()].every((text) => !/\d{4,}/.test(text)) && row.cells.every((cell) => typeof cell !== 'number');
  const under = [...own.keys()].filter((column) => !texts.has(column));
  if (!isHeading || under.length === 0 || !alone.some(([, text]) => matchHeading(text)?.confidence === 1))
    return undefined;
  const groups = new Map<number, string>();
  let group: string | undefined;
  for (let column = 0; column < width; column += 1) {
    const text = texts.get(column);
    if (text !== undefined) group = own.has(column) ? text : undefined;
    if (group !== undefined && own.has(column)) groups.set(column, group);
  }
  return groups;
}

function textsOf(row: Row): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [column, cell] of row.cells.entries()) {
    const text = cellText(cell);
    if (text !== '') texts.set(column, text);
  }
  return texts;
}
