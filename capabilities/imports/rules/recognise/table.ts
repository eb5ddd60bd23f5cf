import type { MergedRange, Row } from '../../contract/cell.ts';
import { cellText } from '../values/cell-text.ts';
import { matchHeading, plainHeading } from './heading.ts';
import { type Headings, headingsAt } from './heading-rows.ts';

/** Where a table lies on its sheet. */
export interface TableFound {
  /** The heading row's number in the file; of two heading rows the lower. */
  readonly headerRow: number;
  /** Where its title lines begin, of a table that lies below another. */
  readonly firstRow?: number;
  /** The last row before another table begins below; absent when there is none. */
  readonly lastRow?: number;
  /** By column; columns without heading belong to notes beside the table. */
  readonly headings: ReadonlyMap<number, string>;
  /** What stands above the headings: titles, dates of making. */
  readonly above: readonly string[];
}

const rowsLookedAt = 40;

interface Look extends Headings {
  readonly row: Row;
  /** Headings that we know. */
  readonly known: number;
}

/**
 * The tables of a sheet, mostly one. Its heading row is the one among the first forty with the most headings that we know.
 * A row of other headings further down begins another table, headings that repeat side by side part two halves of one list.
 */
export function findTables(rows: readonly Row[], merged: readonly MergedRange[]): TableFound[] {
  const looks = rows.map((row) => lookAt(row, rows, merged));
  const best = looks
    .slice(0, rowsLookedAt)
    .reduce<Look | undefined>((chosen, next) => (!chosen || isSurer(next, chosen) ? next : chosen), undefined);
  const texts = [...(best?.headings.values() ?? [])].filter((text) => !/^[\d.,\-/:¥]+$/.test(text)).length;
  if (!best || best.known === 0 || (best.known < 2 && texts > 2)) return [];

  const heads = looks.filter((look) => look === best || begins(look, best, looks));
  return heads.flatMap((head, at) => {
    const next = heads[at + 1];
    const lastRow = next && lastBefore(next, looks);
    const firstRow = at === 0 ? undefined : lastBefore(head, looks) + 1;
    const halves = sideBySide(head.headings);
    const above = (from: number, to: number) =>
      linesAbove(head, at === 0 ? undefined : heads[at - 1], looks, halves.length > 1 ? [from, to] : undefined);
    return halves.map((headings, half) => ({
      headerRow: head.row.number,
      ...(firstRow !== undefined && { firstRow }),
      ...(lastRow !== undefined && { lastRow }),
      headings,
      above: above(firstOf(headings), firstOf(halves[half + 1])),
    }));
  });
}

/** Of two heading rows the lower one has the headings of both. */
function isSurer(next: Look, chosen: Look): boolean {
  return next.known > chosen.known || (next.known === chosen.known && next.upperRow === chosen.row.number);
}

function lookAt(row: Row, rows: readonly Row[], merged: readonly MergedRange[]): Look {
  const found = headingsAt(row, rows, merged);
  const known = [...found.headings.values()].filter(
    (heading) => (matchHeading(heading)?.confidence ?? 0) >= 0.8,
  ).length;
  return { ...found, row, known };
}

/** A row full of headings that are not those of the table above it. */
function begins(look: Look, best: Look, looks: readonly Look[]): boolean {
  const { headings, known, row } = look;
  if (known < 3 || known * 2 < headings.size || row.number === best.upperRow) return false;
  if (row.cells.some((cell) => typeof cell === 'number' || (typeof cell === 'object' && cell !== null))) return false;
  if ([...headings.values()].some((text) => /\d{5,}/.test(text))) return false;
  if (keyOf(headings) === keyOf(best.headings) || [...headings.values()].every((text) => isIn(best.headings, text)))
    return false;
  // Two heading rows are one heading.
  return !looks.some((other) => other.upperRow === row.number && other.known >= known);
}

/** Whether another table may begin with this row: at least three headings that we know, and hardly anything else. */
export function looksLikeHeadings({ cells }: Row): boolean {
  let texts = 0;
  let known = 0;
  for (const cell of cells) {
    if (cell === null) continue;
    if (typeof cell !== 'string' || cell.length > 20) return false;
    texts += 1;
    if (texts > known * 2 + 2) return false;
    if (!/\d{4}/.test(cell) && (matchHeading(cell)?.confidence ?? 0) >= 0.8) known += 1;
  }
  return known >= 3 && known * 2 >= texts;
}

function isIn(headings: ReadonlyMap<number, string>, text: string): boolean {
  return [...headings.values()].some((other) => plainHeading(other) === plainHeading(text));
}

function keyOf(headings: ReadonlyMap<number, string>): string {
  return [...headings.values()].map(plainHeading).sort().join('|');
}

/** Where the table above ends: before the title lines of the next. */
function lastBefore(next: Look, looks: readonly Look[]): number {
  let first = next.upperRow ?? next.row.number;
  for (const { row } of looks.filter(({ row: { number } }) => number < first).reverse()) {
    if (filledOf(row).length > 1) break;
    first = row.number;
  }
  return first - 1;
}

/** Of two lists beside each other each has what stands above itself, and a title that stands alone is both's. */
function linesAbove(
  head: Look,
  previous: Look | undefined,
  looks: readonly Look[],
  within: readonly [from: number, to: number] | undefined,
): string[] {
  const from = previous ? lastBefore(head, looks) : 0;
  return looks
    .filter(({ row: { number } }) => number > from && number < (head.upperRow ?? head.row.number))
    .flatMap(({ row }) => {
      const all = filledOf(row);
      if (!within || all.length < 2) return all;
      return filledOf({ ...row, cells: row.cells.slice(...within) });
    });
}

function firstOf(headings: ReadonlyMap<number, string> | undefined): number {
  return headings ? Math.min(...headings.keys()) : Number.POSITIVE_INFINITY;
}

function filledOf(row: Row): string[] {
  return row.cells.map(cellText).filter((text) => text !== '');
}

/** One list printed in two halves, or two lists beside each other; each with headings of its own for who or where. */
function sideBySide(headings: ReadonlyMap<number, string>): ReadonlyMap<number, string>[] {
  const columns = [...headings].sort(([a], [b]) => a - b);
  const plain = columns.map(([, heading]) => plainHeading(heading));
  const starts = columns.flatMap(([column], at) => {
    if (at < 2) return [];
    const repeats = plain[at] === plain[0] && plain[at + 1] !== undefined && plain[at + 1] === plain[1];
    const isApart = column > (columns[at - 1]?.[0] ?? 0) + 1;
    return repeats || (isApart && standsAlone(plain.slice(at)) && standsAlone(plain.slice(0, at))) ? [at] : [];
  });
  return [0, ...starts].map((start, at) => new Map(columns.slice(start, starts[at])));
}

function standsAlone(plain: readonly string[]): boolean {
  const fields = plain.flatMap((heading) => {
    const match = matchHeading(heading);
    return match && match.confidence >= 0.9 ? [match.field] : [];
  });
  return fields.length >= 3 && fields.includes('name');
}
