import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type CellsByRow, noCells, withUncalculated } from './formulas.ts';
import { errorShown, numberShown } from './old-cells.ts';
import { openBiff8 } from './read-biff8.ts';
import { decodeText } from './read-csv.ts';
import type { RawRow, RawSheet } from './read-xlsx.ts';
import { fileIsDamaged, fileIsEncrypted, notASpreadsheet, pageWithoutTable, SpreadsheetRefused } from './refusals.ts';
import type { Cell, SpreadsheetFormat, SpreadsheetLimits } from './sheet.ts';

/** Sheets of an old binary .xls, of HTML or XML saved under that name, and of an .xlsx that the first reader refuses. */
export function* readXlsSheets(
  bytes: Uint8Array,
  format: SpreadsheetFormat,
  limits: SpreadsheetLimits,
  /** Of an .xlsx, by sheet: this reader does not tell them from empty cells either. */
  uncalculated: ReadonlyMap<string, CellsByRow> = new Map(),
): Generator<RawSheet> {
  const sheets = format === 'xls' ? openBiff8(bytes) : undefined;
  if (sheets) return yield* sheets;
  const book = open(bytes, format, limits);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    yield {
      sheet: {
        index,
        name,
        hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
        merged: (sheet['!merges'] ?? []).map(({ s, e }) => ({
          fromRow: s.r,
          fromColumn: s.c,
          toRow: e.r,
          toColumn: e.c,
        })),
      },
      rows: rowsOf(sheet, from1904, uncalculated.get(name) ?? noCells),
    };
  }
}

function open(bytes: Uint8Array, format: SpreadsheetFormat, limits: SpreadsheetLimits): WorkBook {
  if (format === 'markup') return openMarkup(decodeText(bytes).text, limits);
  const options = { dense: true, cellNF: true, cellText: false, cellHTML: false, sheetRows: limits.rowsWithEmpty + 1 };
  try {
    return read(bytes, { ...options, type: 'buffer' });
  } catch (problem) {
    const isLocked = problem instanceof Error && /password|encrypt/i.test(problem.message);
    throw new SpreadsheetRefused(isLocked ? fileIsEncrypted : fileIsDamaged);
  }
}

/**
 * The table of a web page that a system calls .xls, or SpreadsheetML. In a page every cell is text and stays so: read as
 * numbers and dates, room 3-2-12 would be a day in 1903 and an ID number lose its last digits.
 */
function openMarkup(text: string, limits: SpreadsheetLimits): WorkBook {
  const isPage = !/<(\w+:)?Workbook[\s>]/.test(text.slice(0, 4_096));
  if (isPage && !/<table[\s>]/i.test(text)) {
    throw new SpreadsheetRefused(/<(html|body|!doctype html)/i.test(text) ? pageWithoutTable : notASpreadsheet);
  }
  try {
    return read(text, {
      dense: true,
      cellNF: true,
      cellHTML: false,
      raw: isPage,
      type: 'string',
      sheetRows: limits.rowsWithEmpty + 1,
    });
  } catch {
    throw new SpreadsheetRefused(fileIsDamaged);
  }
}

function* rowsOf(sheet: WorkSheet, from1904: boolean, uncalculated: CellsByRow): Generator<RawRow> {
  const range = sheet['!ref'] ? utils.decode_range(sheet['!ref']) : undefined;
  const last = Math.max(range?.e.r ?? -1, lastRowOf(uncalculated));
  const rows: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  for (let index = range?.s.r ?? 0; index <= last; index += 1) {
    const cells = Array.from(rows[index] ?? [], (cell) => cellOf(cell, from1904));
    if (rows[index] || uncalculated.has(index)) {
      yield { index, cells: withUncalculated(cells, uncalculated.get(index)) };
    }
  }
}

/** A sheet may end with formulas that this reader took for nothing. */
function lastRowOf(cells: CellsByRow): number {
  return [...cells.keys()].reduce((last, row) => Math.max(last, row), -1);
}

function cellOf(cell: CellObject | undefined, from1904: boolean): Cell {
  if (!cell || cell.v === undefined || cell.v === null) return null;
  if (cell.t === 'n' && typeof cell.v === 'number') {
    return numberShown(cell.v, typeof cell.z === 'string' && SSF.is_date(cell.z), from1904);
  }
  if (cell.t === 'b') return cell.v === true;
  if (cell.t === 'e') return errorShown(Number(cell.v));
  if (cell.t === 'z') return null;
  return String(cell.v);
}
