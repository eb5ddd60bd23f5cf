import { type CheckedWorkbook, checkWorkbook } from './check-zip.ts';
import { detectFormat } from './detect-format.ts';
import { decodeText, parseCsv } from './read-csv.ts';
import { type RawRow, type RawSheet, readXlsxSheets } from './read-xlsx.ts';
import {
  cellTooLong,
  fileIsDamaged,
  fileTooBig,
  SpreadsheetRefused,
  tooManyColumns,
  tooManyEmptyRows,
  tooManyRows,
  tooManySheets,
  unpacksTooBig,
} from './refusals.ts';
import type { Cell, SheetRow, SpreadsheetFormat, SpreadsheetLimits, SpreadsheetPart } from './sheet.ts';

const rowsPerBatch = 2_000;
/** A batch is copied from thread to thread, where no limit of the thread holds. */
const lettersPerBatch = 4_000_000;
/** No spreadsheet holds more in a cell. */
const longestCell = 32_767;

/** Any readable file as parts, within limits. Runs in the reading thread; everything refused is a `SpreadsheetRefused`. */
export async function* partsOf(
  bytes: Uint8Array,
  limits: SpreadsheetLimits,
  only?: readonly number[],
): AsyncGenerator<SpreadsheetPart> {
  if (bytes.length > limits.fileBytes) {
    throw new SpreadsheetRefused(fileTooBig({ megabytes: Math.round(limits.fileBytes / 1_048_576) }));
  }
  const format = detectFormat(bytes);
  if (format === 'csv') {
    const { text, encoding } = decodeText(bytes);
    yield { part: 'file', format, encoding };
    yield* partsOfSheets([{ sheet: { index: 0, name: '', hidden: false, merged: [] }, rows: csvRows(text) }], limits);
    return;
  }
  yield { part: 'file', format };
  if (format === 'xlsx') yield* partsOfWorkbook(bytes, limits, only);
  else yield* partsOfSheets(await otherSheets(bytes, format, limits), limits, only);
}

/** The streaming reader first; what it refuses before its first row goes to the second reader. */
async function* partsOfWorkbook(
  bytes: Uint8Array,
  limits: SpreadsheetLimits,
  only?: readonly number[],
): AsyncGenerator<SpreadsheetPart> {
  let delivered = false;
  let checked: CheckedWorkbook | undefined;
  try {
    checked = await checkWorkbook(bytes, limits);
    for await (const part of partsOfSheets(readXlsxSheets(bytes, checked), limits, only)) {
      delivered = true;
      yield part;
    }
  } catch (problem) {
    if (problem instanceof SpreadsheetRefused) throw problem;
    if (delivered) throw new SpreadsheetRefused(fileIsDamaged);
    yield* partsOfSheets(await otherSheets(bytes, 'xlsx', limits, checked), limits, only);
  }
}

/** The second reader is large; most files never need it. */
async function otherSheets(
  bytes: Uint8Array,
  format: SpreadsheetFormat,
  limits: SpreadsheetLimits,
  checked?: CheckedWorkbook,
) {
  const { readXlsSheets } = await import('./read-xls.ts');
  return readXlsSheets(bytes, format, limits, checked?.uncalculated);
}

async function* partsOfSheets(
  sheets: AsyncIterable<RawSheet> | Iterable<RawSheet>,
  limits: SpreadsheetLimits,
  only?: readonly number[],
): AsyncGenerator<SpreadsheetPart> {
  let rowsWithContent = 0;
  let letters = 0;
  let sheetCount = 0;
  for await (const { sheet, rows } of sheets) {
    sheetCount += 1;
    if (sheetCount > limits.sheets) throw new SpreadsheetRefused(tooManySheets({ sheets: limits.sheets }));
    yield { part: 'sheet', sheet };
    if (only && !only.includes(sheet.index)) continue;

    let batch: SheetRow[] = [];
    let lettersBefore = letters;
    let seen = 0;
    for await (const row of rows) {
      seen += 1;
      if (seen > limits.rowsWithEmpty || row.index >= limits.rowsWithEmpty) {
        throw new SpreadsheetRefused(tooManyEmptyRows({ rows: limits.rowsWithEmpty, sheet: sheet.name || 'CSV' }));
      }
      const cells = trimmed(row.cells);
      if (cells.length === 0) continue;
      if (cells.some((cell) => typeof cell === 'string' && cell.length > longestCell)) {
        throw new SpreadsheetRefused(cellTooLong({ row: row.index + 1, characters: longestCell }));
      }
      if (cells.length > limits.columns) {
        throw new SpreadsheetRefused(tooManyColumns({ columns: limits.columns, sheet: sheet.name || 'CSV' }));
      }
      rowsWithContent += 1;
      if (rowsWithContent > limits.rows) throw new SpreadsheetRefused(tooManyRows({ rows: 100_000 }));
      letters += lettersIn(cells);
      // A text that a file holds once may stand in any number of its cells.
      if (letters > limits.unpackedBytes) {
        throw new SpreadsheetRefused(unpacksTooBig({ megabytes: Math.round(limits.unpackedBytes / 1_048_576) }));
      }
      batch.push({ number: row.index + 1, cells });
      if (batch.length === rowsPerBatch || letters - lettersBefore > lettersPerBatch) {
        yield { part: 'rows', sheet: sheet.index, rows: batch };
        batch = [];
        lettersBefore = letters;
      }
    }
    if (batch.length > 0) yield { part: 'rows', sheet: sheet.index, rows: batch };
  }
}

function lettersIn(cells: readonly Cell[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0);
}

function* csvRows(text: string): Generator<RawRow> {
  let index = 0;
  for (const cells of parseCsv(text)) {
    yield { index, cells };
    index += 1;
  }
}

/** Empty text is an empty cell; empty cells at the end are not there. NUL is no character that anybody wrote. */
function trimmed(cells: readonly Cell[]): Cell[] {
  let length = cells.length;
  while (length > 0 && isEmpty(cells[length - 1])) length -= 1;
  return cells.slice(0, length).map((cell) => (isEmpty(cell) ? null : withoutNul(cell ?? null)));
}

function withoutNul(cell: Cell): Cell {
  return typeof cell === 'string' && cell.includes('\0') ? cell.replaceAll('\0', '') : cell;
}

function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
