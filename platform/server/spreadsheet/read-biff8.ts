import { CFB, SSF } from '@e965/xlsx';
import { type BiffRecord, records, recordsFrom, textsIn, withContinued } from './biff-records.ts';
import { errorShown, numberShown } from './old-cells.ts';
import type { RawRow, RawSheet } from './read-xlsx.ts';
import type { Cell, MergedRange, SheetHead } from './sheet.ts';

/**
 * Sheets of an .xls as Excel 97 to 2003 wrote it, row by row, or undefined where the file is of another age, has a password or is
 * not understood. The library beside us builds its texts letter by letter, 32 bytes each: 100,000 rows did not fit into a
 * thread.
 */
export function openBiff8(bytes: Uint8Array): readonly RawSheet[] | undefined {
  try {
    const stream = streamOf(bytes);
    if (!stream || !isBiff8(stream)) return undefined;
    const book = bookOf(stream);
    return book?.sheets.map(({ from, ...head }) => {
      const { merged, isInOrder } = surveyOf(stream, from);
      const rows = rowsOf(stream, from, book);
      return { sheet: { ...head, merged }, rows: isInOrder ? rows : inOrder(rows) };
    });
  } catch {
    return undefined;
  }
}

function streamOf(bytes: Uint8Array): Buffer | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const content: unknown = CFB.find(CFB.read(file, { type: 'buffer' }), '/Workbook')?.content;
  return content instanceof Uint8Array ? Buffer.from(content.buffer, content.byteOffset, content.length) : undefined;
}

function isBiff8(stream: Buffer): boolean {
  return stream.readUInt16LE(0) === records.begin && stream.readUInt16LE(4) === 0x600;
}

interface Book {
  readonly sheets: readonly (Omit<SheetHead, 'merged'> & { readonly from: number })[];
  readonly texts: readonly string[];
  /** By style: whether its numbers are shown as dates. */
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

function bookOf(stream: Buffer): Book | undefined {
  const sheets: Book['sheets'][number][] = [];
  const formats = new Map<number, string>();
  const formatOfStyle: number[] = [];
  let texts: string[] = [];
  let from1904 = false;
  let index = 0;
  for (const record of recordsFrom(stream, 0)) {
    const { kind, data } = record;
    if (kind === records.password) return undefined;
    if (kind === records.dateMode) from1904 = data.readUInt16LE(0) === 1;
    if (kind === records.format) formats.set(data.readUInt16LE(0), textsIn([data], 2).text());
    if (kind === records.style) formatOfStyle.push(data.readUInt16LE(2));
    if (kind === records.texts) texts = sharedTexts(withContinued(stream, record));
    if (kind === records.sheet) {
      // Charts and macro sheets have a place among the tabs, and no rows.
      if (data[5] === 0)
        sheets.push({ index, name: nameOf(data), hidden: ((data[4] ?? 0) & 3) > 0, from: data.readUInt32LE(0) });
      index += 1;
    }
  }
  return { sheets, texts, dates: formatOfStyle.map((id) => isDate(id, formats.get(id))), from1904 };
}

function nameOf(data: Buffer): string {
  const isWide = ((data[7] ?? 0) & 1) === 1;
  return data.toString(isWide ? 'utf16le' : 'latin1', 8, 8 + (data[6] ?? 0) * (isWide ? 2 : 1));
}

function sharedTexts(pieces: readonly Buffer[]): string[] {
  const { number, text } = textsIn(pieces);
  number(4);
  const count = number(4);
  const texts: string[] = [];
  while (texts.length < count) texts.push(text());
  return texts;
}

/** Formats that a file need not spell out; 27 to 36 and 50 to 58 are the Chinese ones. */
function isDate(id: number, format: string | undefined): boolean {
  if (format !== undefined) return SSF.is_date(format);
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Merged ranges stand behind the cells, and programs that write cells as they come to mind leave rows out of order. */
function surveyOf(stream: Buffer, from: number): { readonly merged: MergedRange[]; readonly isInOrder: boolean } {
  const merged: MergedRange[] = [];
  let isInOrder = true;
  let last = 0;
  for (const { kind, data } of recordsFrom(stream, from)) {
    if (kind === records.merged) merged.push(...rangesIn(data));
    if (!cellKinds.has(kind)) continue;
    const row = data.readUInt16LE(0);
    if (row < last) isInOrder = false;
    last = row;
  }
  return { merged, isInOrder };
}

function rangesIn(data: Buffer): MergedRange[] {
  return Array.from({ length: data.readUInt16LE(0) }, (_, at) => ({
    fromRow: data.readUInt16LE(2 + at * 8),
    toRow: data.readUInt16LE(4 + at * 8),
    fromColumn: data.readUInt16LE(6 + at * 8),
    toColumn: data.readUInt16LE(8 + at * 8),
  }));
}

const cellKinds: ReadonlySet<number> = new Set([
  records.formula,
  records.numbersPacked,
  records.textFormatted,
  records.textShared,
  records.number,
  records.text,
  records.yesOrError,
  records.numberPacked,
]);

function* rowsOf(stream: Buffer, from: number, book: Book): Generator<RawRow> {
  let row = { index: -1, cells: [] as Cell[] };
  let column = 0;
  for (const record of recordsFrom(stream, from)) {
    const { kind, data } = record;
    if (kind === records.formulaText) row.cells[column] = textsIn(withContinued(stream, record)).text();
    if (!cellKinds.has(kind)) continue;
    const index = data.readUInt16LE(0);
    if (index !== row.index) {
      if (row.index >= 0) yield filled(row);
      row = { index, cells: [] };
    }
    column = data.readUInt16LE(2);
    for (const cell of cellsOf(stream, record, book)) {
      row.cells[column] = cell;
      column += 1;
    }
    column -= 1;
  }
  if (row.index >= 0) yield filled(row);
}

function filled({ index, cells }: RawRow): RawRow {
  return { index, cells: Array.from(cells, (cell) => cell ?? null) };
}

function* inOrder(rows: Iterable<RawRow>): Generator<RawRow> {
  const together = new Map<number, Cell[]>();
  for (const { index, cells } of rows) {
    const known = together.get(index) ?? [];
    cells.forEach((cell, column) => {
      known[column] = cell ?? known[column] ?? null;
    });
    together.set(index, known);
  }
  for (const [index, cells] of [...together].sort(([a], [b]) => a - b)) yield filled({ index, cells });
}

/** One cell, or those of a stretch of numbers. */
function cellsOf(stream: Buffer, record: BiffRecord, { texts, dates, from1904 }: Book): Cell[] {
  const { kind, data } = record;
  const shown = (value: number, styleAt: number) =>
    numberShown(value, dates[data.readUInt16LE(styleAt)] ?? false, from1904);
  if (kind === records.textShared) return [texts[data.readUInt32LE(6)] ?? null];
  if (kind === records.number) return [shown(data.readDoubleLE(6), 4)];
  if (kind === records.numberPacked) return [shown(packedNumber(data, 6), 4)];
  if (kind === records.yesOrError) return [yesOrError(data[6] ?? 0, data[7] === 1)];
  if (kind === records.formula) return [resultOf(data, shown)];
  if (kind === records.numbersPacked) {
    const count = Math.floor((data.length - 6) / 6);
    return Array.from({ length: count }, (_, at) => shown(packedNumber(data, 6 + at * 6), 4 + at * 6));
  }
  return [textsIn(withContinued(stream, record), 6).text()];
}

/** A result that is a text follows in a record of its own. */
function resultOf(data: Buffer, shown: (value: number, styleAt: number) => Cell): Cell {
  if (data.readUInt16LE(12) !== 0xffff) return shown(data.readDoubleLE(6), 4);
  if (data[6] === 1) return yesOrError(data[8] ?? 0, false);
  if (data[6] === 2) return yesOrError(data[8] ?? 0, true);
  return null;
}

function yesOrError(value: number, isError: boolean): Cell {
  return isError ? errorShown(value) : value === 1;
}

/** Thirty bits of a number, as a whole one or the upper half of another, perhaps in hundredths. */
function packedNumber(data: Buffer, at: number): number {
  const bits = data.readInt32LE(at);
  const half = Buffer.alloc(8);
  half.writeInt32LE(bits & ~3, 4);
  const value = bits & 2 ? bits >> 2 : half.readDoubleLE(0);
  return bits & 1 ? value / 100 : value;
}
