import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { decodeText } from './read-csv.ts';
import type { RawRow, RawSheet } from './read-xlsx.ts';
import { fileIsDamaged, fileIsEncrypted, SpreadsheetRefused } from './refusals.ts';
import type { Cell, SheetMoment, SpreadsheetFormat, SpreadsheetLimits } from './sheet.ts';

/** Sheets of an old binary .xls, of HTML or XML saved under that name, and of an .xlsx that the first reader refuses. */
export function* readXlsSheets(
  bytes: Uint8Array,
  format: SpreadsheetFormat,
  limits: SpreadsheetLimits,
): Generator<RawSheet> {
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
      rows: rowsOf(sheet, from1904),
    };
  }
}

function open(bytes: Uint8Array, format: SpreadsheetFormat, limits: SpreadsheetLimits): WorkBook {
  const options = { dense: true, cellNF: true, cellText: false, cellHTML: false, sheetRows: limits.rowsWithEmpty + 1 };
  try {
    return format === 'markup'
      ? read(decodeText(bytes).text, { ...options, type: 'string' })
      : read(bytes, { ...options, type: 'buffer' });
  } catch (problem) {
    const isLocked = problem instanceof Error && /password|encrypt/i.test(problem.message);
    throw new SpreadsheetRefused(isLocked ? fileIsEncrypted : fileIsDamaged);
  }
}

function* rowsOf(sheet: WorkSheet, from1904: boolean): Generator<RawRow> {
  const range = sheet['!ref'] ? utils.decode_range(sheet['!ref']) : undefined;
  if (!range) return;
  const rows: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  for (let index = range.s.r; index <= range.e.r; index += 1) {
    const row = rows[index];
    if (row) yield { index, cells: Array.from(row, (cell) => cellOf(cell, from1904)) };
  }
}

function cellOf(cell: CellObject | undefined, from1904: boolean): Cell {
  if (!cell || cell.v === undefined || cell.v === null) return null;
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const isDate = typeof cell.z === 'string' && SSF.is_date(cell.z);
    return isDate ? (momentOf(cell.v, from1904) ?? cell.v) : cell.v;
  }
  if (cell.t === 'b') return cell.v === true;
  if (cell.t === 'e' || cell.t === 'z') return null;
  return String(cell.v);
}

function momentOf(serial: number, from1904: boolean): SheetMoment | undefined {
  const parts = SSF.parse_date_code(serial, { date1904: from1904 });
  if (!parts || parts.m === 0 || parts.d === 0) return undefined;
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
  const time = `${two(parts.H)}:${two(parts.M)}:${two(Math.floor(parts.S))}`;
  return time === '00:00:00' ? { day } : { day, time };
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
