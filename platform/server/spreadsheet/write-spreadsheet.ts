import { Readable } from 'node:stream';
import { writeXlsxStream, writeXlsx as writeXlsxWhole } from 'hucre/xlsx';
import type { Cell, MergedRange } from './sheet.ts';

export type WrittenRows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;

/** One sheet as .xlsx, in constant memory. Text stays text: nothing written here is ever a formula. */
export function writeXlsx(sheetName: string, rows: WrittenRows): Readable {
  const stream = writeXlsxStream(plainRows(rows), { name: nameForSheet(sheetName) });
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]);
}

/** The same with merged cells, which are asked for when all rows have come; made in memory, for some thousand rows. */
export async function writeMergedXlsx(
  sheetName: string,
  rows: WrittenRows,
  merged: () => readonly MergedRange[],
): Promise<Uint8Array> {
  const whole: ReturnType<typeof plain>[] = [];
  for await (const row of rows) whole.push(plain(row));
  const merges = merged().map(({ fromRow, fromColumn, toRow, toColumn }) => ({
    startRow: fromRow,
    startCol: fromColumn,
    endRow: toRow,
    endCol: toColumn,
  }));
  return writeXlsxWhole({ sheets: [{ name: nameForSheet(sheetName), rows: whole, merges }] });
}

/** UTF-8 with a byte-order mark, so that Excel shows Chinese; cells that a spreadsheet would calculate are made text. */
export function writeCsv(rows: WrittenRows): Readable {
  return Readable.from(csvLines(rows), { objectMode: false });
}

/**
 * A cell of a CSV. Text that begins like a formula gets an apostrophe, so that opening the file calculates nothing;
 * numbers, also negative ones, stay as they are.
 */
export function csvCell(cell: Cell): string {
  const text = textOf(cell);
  const safe =
    typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.time ? `${cell.day} ${cell.time}` : cell.day;
  return String(cell);
}

async function* csvLines(rows: WrittenRows): AsyncGenerator<string> {
  let text = '\uFEFF';
  for await (const row of rows) {
    text += `${row.map(csvCell).join(',')}\r\n`;
    if (text.length > 64 * 1024) {
      yield text;
      text = '';
    }
  }
  yield text;
}

async function* plainRows(rows: WrittenRows): AsyncGenerator<(string | number | boolean | null)[]> {
  for await (const row of rows) yield plain(row);
}

function plain(row: readonly Cell[]): (string | number | boolean | null)[] {
  return row.map((cell) => (typeof cell === 'object' && cell !== null ? textOf(cell) : cell));
}

/** Excel allows 31 characters and none of these. */
function nameForSheet(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1'
  );
}
