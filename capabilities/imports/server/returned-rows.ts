import type { Readable } from 'node:stream';
import { readSpreadsheet, type SpreadsheetPart, writeMergedXlsx, writeXlsx } from '@yilu/platform/server';
import type { Cell, MergedRange, Row } from '../contract/index.ts';
import {
  cellText,
  contextOf,
  headingsFor,
  isOurReason,
  type PlaceLine,
  returnedBecause,
  withLine,
  withProvenDays,
} from '../rules/index.ts';
import type { SheetRowOfRun } from '../store/sheets.ts';
import type { RepairsOfSheet } from './repairs.ts';
import { dataRows } from './sheet-rows.ts';

/** A sheet of which rows were refused, and why each. */
export interface Refused {
  readonly sheet: SheetRowOfRun;
  /** The tables that share its heading row, itself among them. */
  readonly beside: readonly SheetRowOfRun[];
  readonly bytes: Uint8Array;
  readonly repairs: RepairsOfSheet;
  /** By row. */
  readonly reasons: ReadonlyMap<number, string>;
}

/** Merged cells need the whole file in memory; of more rows the headings come in one row, which says the same. */
const mostMerged = 5_000;

/**
 * The refused rows below what stood above them. What a row shared with a row that is not here, or with its column, is written
 * out: a merged building, 同上, the line `3栋`, which figure of 2/1 is the day.
 */
export async function writeReturned(refused: Refused): Promise<Readable | Uint8Array> {
  const head: Head = { rows: [], merged: [] };
  const rows = returnedRows(refused, head);
  if (!areMergedKept(refused)) return writeXlsx(refused.sheet.name, rows);
  return writeMergedXlsx(refused.sheet.name, rows, () => mergedAbove(refused, head));
}

/** What stands above the data, found while the file is read. */
interface Head {
  readonly rows: Row[];
  merged: readonly MergedRange[];
}

async function* returnedRows(refused: Refused, head: Head): AsyncGenerator<readonly Cell[]> {
  const { sheet, bytes, repairs, reasons } = refused;
  const parts = noting(readSpreadsheet(bytes, {}, [sheet.position]), sheet, head);
  const { batches, lines } = dataRows(parts, sheet, repairs);
  const room = sheet.columns.find(({ field }) => field === 'room')?.column;
  const context = contextOf(sheet.name, sheet.title);
  let isBegun = false;
  let heard = 0;
  for await (const batch of batches) {
    if (!isBegun) yield* headRows(refused, head);
    isBegun = true;
    for (const row of batch) {
      const reason = reasons.get(row.number);
      if (reason === undefined) continue;
      const until = lines.findIndex((line) => line.row.number > row.number);
      const between = lines.slice(heard, until < 0 ? undefined : until);
      heard += between.length;
      for (const line of between.reduce<PlaceLine[]>(withLine, [])) yield fitted(sheet, line.row.cells);
      // Right below another's row it would go on with that one's room.
      if (room !== undefined && cellText(row.cells[room]) === '') yield [];
      yield [...fitted(sheet, withProvenDays(ownCells(refused, row), sheet.columns, context)), reason];
    }
  }
}

/** The parts of a file as they come, with what stands above the sheet's data noted. */
async function* noting(
  parts: AsyncIterable<SpreadsheetPart>,
  { position, firstRow = 1, headerRow = 0 }: SheetRowOfRun,
  head: Head,
): AsyncGenerator<SpreadsheetPart> {
  for await (const part of parts) {
    if (part.part === 'sheet' && part.sheet.index === position) head.merged = part.sheet.merged;
    if (part.part === 'rows' && part.sheet === position)
      head.rows.push(...part.rows.filter(({ number }) => number >= firstRow && number <= headerRow));
    yield part;
  }
}

function* headRows(refused: Refused, head: Head): Generator<readonly Cell[]> {
  const { sheet } = refused;
  const { firstRow = 1, headerRow = 0, headless, layout, columns } = sheet;
  const whole = columns.map(({ heading }) => heading);
  // Cards and lines come back as the table that they make, below what their title says of them all.
  if (layout && Object.keys(contextOf('', sheet.title)).length > 0) yield [sheet.title ?? null];
  if (layout) return yield [...whole, returnedBecause];
  const at = new Map(head.rows.map((row) => [row.number, row]));
  const cellsAt = (number: number) => {
    const row = at.get(number);
    return row ? fitted(sheet, ownCells(refused, row)) : [];
  };
  const lower = fitted(sheet, cellsAt(headerRow));
  const inOneRow: Cell[] = [...lower];
  for (const { column, heading } of columns) inOneRow[column] = heading;
  const isFlat = !areMergedKept(refused) && inOneRow.some((text, column) => text !== cellText(lower[column]));
  const titlesTo = headless ? headerRow : headerRow - (isFlat ? 2 : 1);
  for (let number = firstRow; number <= titlesTo; number += 1) yield cellsAt(number);
  const headings = headless ? headingsFor(columns, lower.length) : isFlat ? inOneRow : lower;
  yield [...headings, returnedBecause];
}

/** As wide as the table: what stands beside it, and reasons of an earlier time, stay out. */
function fitted({ columns }: SheetRowOfRun, cells: readonly Cell[]): Cell[] {
  const own = columns.filter(({ heading }) => !isOurReason(heading)).map(({ column }) => column);
  return Array.from({ length: Math.max(0, ...own) + 1 }, (_, column) => cells[column] ?? null);
}

/** Without those of a list to the left; a title that stands alone is of both. */
function ownCells({ sheet, beside }: Refused, { number, cells }: Row): readonly Cell[] {
  const firstOf = ({ columns }: SheetRowOfRun) => Math.min(...columns.map(({ column }) => column));
  const first = firstOf(sheet);
  const isTitle = number < (sheet.headerRow ?? 0) && cells.filter((cell) => cellText(cell) !== '').length < 2;
  if (isTitle || beside.every((other) => firstOf(other) >= first)) return cells;
  return cells.map((cell, column) => (column < first ? null : cell));
}

function areMergedKept({ sheet, reasons }: Refused): boolean {
  return !sheet.layout && reasons.size <= mostMerged;
}

/** Of what was merged above the data, as far as the table is wide. */
function mergedAbove({ sheet }: Refused, { merged }: Head): MergedRange[] {
  const [top, last, width] = [(sheet.firstRow ?? 1) - 1, (sheet.headerRow ?? 0) - 1, fitted(sheet, []).length];
  return merged.flatMap((range) => {
    const toColumn = Math.min(range.toColumn, width - 1);
    const isAbove = range.fromRow >= top && range.toRow <= last && range.fromColumn <= toColumn;
    const isOneCell = range.fromRow === range.toRow && range.fromColumn === toColumn;
    return isAbove && !isOneCell
      ? [{ ...range, toColumn, fromRow: range.fromRow - top, toRow: range.toRow - top }]
      : [];
  });
}
