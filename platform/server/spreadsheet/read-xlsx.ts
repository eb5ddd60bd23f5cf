import { type CellValue, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import type { CheckedWorkbook } from './check-zip.ts';
import { type CellsByRow, noCells, withUncalculated } from './formulas.ts';
import type { Cell, SheetHead, SheetMoment } from './sheet.ts';

/** One row as a reader hands it over; `index` counts from 0. */
export interface RawRow {
  readonly index: number;
  readonly cells: readonly Cell[];
}
export interface RawSheet {
  readonly sheet: SheetHead;
  readonly rows: AsyncIterable<RawRow> | Iterable<RawRow>;
}

/** Sheets of an .xlsx, rows streamed. The archive has been unpacked once before, counting, so no bomb reaches the parser. */
export async function* readXlsxSheets(
  bytes: Uint8Array,
  { merged, uncalculated }: CheckedWorkbook,
): AsyncGenerator<RawSheet> {
  const heads: SheetHead[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, index, hidden, veryHidden }) => {
      heads.push({ index, name, hidden: hidden === true || veryHidden === true, merged: merged.get(name) ?? [] });
      return false;
    },
  });
  for (const sheet of heads) {
    yield { sheet, rows: rowsOf(bytes, sheet.index, uncalculated.get(sheet.name) ?? noCells) };
  }
}

async function* rowsOf(bytes: Uint8Array, sheet: number, uncalculated: CellsByRow): AsyncGenerator<RawRow> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const cells = values.map(cellOf);
    yield { index, cells: withUncalculated(cells, uncalculated.get(index)) };
  }
}

function cellOf(value: CellValue | undefined): Cell {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return momentOf(value);
  return value;
}

/** The reader gives a date cell as an instant whose UTC clock shows what the sheet shows. */
function momentOf(instant: Date): SheetMoment | null {
  if (Number.isNaN(instant.getTime())) return null;
  const iso = new Date(Math.round(instant.getTime() / 1000) * 1000).toISOString();
  const time = iso.slice(11, 19);
  return time === '00:00:00' ? { day: iso.slice(0, 10) } : { day: iso.slice(0, 10), time };
}
