import { utils, type WorkSheet, write } from '@e965/xlsx';
import type { MergedRange } from '../contract/index.ts';

export type Table = readonly (readonly (string | number | null)[])[];
export type Format = 'xlsx' | 'biff8' | 'utf-8' | 'gbk';

/** Whatever the person's program saves: cells merged as told (`A1:C1`), a column of dates formatted as such. */
export function saved(format: Format, table: Table, { merged = [], dates = [] }: Shape = {}): Buffer {
  const sheet: WorkSheet = utils.aoa_to_sheet(table.map((row) => [...row]));
  if (format === 'utf-8' || format === 'gbk') {
    const text = utils.sheet_to_csv(sheet);
    return format === 'gbk' ? inGbk(text) : Buffer.from(`\uFEFF${text}`);
  }
  sheet['!merges'] = merged.map((range) => utils.decode_range(range));
  for (const cell of dates) Object.assign(sheet[cell], { z: 'yyyy-mm-dd' });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '业主台账');
  return write(book, { type: 'buffer', bookType: format });
}

export interface Shape {
  readonly merged?: readonly string[];
  readonly dates?: readonly string[];
}

export function shapeOf(ranges: readonly MergedRange[]): Shape {
  const at = (row: number, column: number) => utils.encode_cell({ r: row, c: column });
  return {
    merged: ranges.map(
      ({ fromRow, fromColumn, toRow, toColumn }) => `${at(fromRow, fromColumn)}:${at(toRow, toColumn)}`,
    ),
  };
}

const codes = new Map<string, number>();
for (let code = 0x8140; code <= 0xfefe; code += 1) {
  const sign = new TextDecoder('gbk').decode(Buffer.from([code >> 8, code & 255]));
  if (sign.length === 1 && !codes.has(sign)) codes.set(sign, code);
}
function inGbk(text: string): Buffer {
  return Buffer.concat(
    [...text].map((sign) => {
      const code = codes.get(sign);
      return code === undefined ? Buffer.from(sign) : Buffer.from([code >> 8, code & 255]);
    }),
  );
}
