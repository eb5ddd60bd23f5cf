import { write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { Refused } from '../../contract/index.ts';
import { records } from './biff-records.ts';
import { openBiff8 } from './read-biff8.ts';
import { readSpreadsheet, readWholeSpreadsheet } from './read-spreadsheet.ts';
import { double, sharedText, textTable, u16, u32, type XlsRecords, xlsOf } from './xls-for-tests.ts';

const firstSheet = async (bytes: Uint8Array) => (await readWholeSpreadsheet(bytes))[0];

test('an .xls of 100,000 rows in two sheets is read whole', async () => {
  const texts = Array.from({ length: 200_000 }, (_, at) =>
    at % 2 ? `广东省深圳市南山区科技园南路${at}号锦绣花园${at % 250}栋一单元，业主在外地，委托亲属收房` : `业主${at}`,
  );
  const half = (from: number): XlsRecords =>
    Array.from({ length: 50_000 }, (_, row) => row).flatMap((row) => [
      sharedText(row, 0, (from + row) * 2),
      [records.number, Buffer.concat([u16(row, 1, 0), double(from + row)])] as const,
      sharedText(row, 2, (from + row) * 2 + 1),
    ]);
  const bytes = xlsOf({ 一期: half(0), 二期: half(50_000) }, textTable(texts));
  let rows = 0;
  let last: unknown;
  for await (const part of readSpreadsheet(bytes)) {
    if (part.part !== 'rows') continue;
    rows += part.rows.length;
    last = part.rows.at(-1);
  }
  expect(rows).toBe(100_000);
  expect(last).toEqual({ number: 50_000, cells: [texts.at(-2), 99_999, texts.at(-1)] });
}, 120_000);

test('texts are read wherever they were cut, narrow and wide, with formats and phonetics beside them', async () => {
  const rich = Buffer.concat([u16(3), Buffer.from([1 | 8 | 4]), u16(2), u32(6), Buffer.from('张小伟', 'utf16le')]);
  const pieces = [
    // Narrow at first; the rest of it is wide and says so. Then letters that begin in the next piece.
    Buffer.concat([u32(4), u32(4), u16(5), Buffer.from([0]), Buffer.from('B1')]),
    Buffer.concat([Buffer.from([1]), Buffer.from('层车位', 'utf16le'), u16(2), Buffer.from([0])]),
    Buffer.concat([Buffer.from([0]), Buffer.from('ok'), rich, Buffer.alloc(5)]),
    Buffer.concat([Buffer.alloc(8 + 6 - 5), u16(1), Buffer.from([1]), Buffer.from('王', 'utf16le')]),
  ];
  const cells = [0, 1, 2, 3].map((at) => sharedText(0, at, at));
  expect((await firstSheet(xlsOf({ 一: cells }, pieces)))?.rows).toEqual([
    { number: 1, cells: ['B1层车位', 'ok', '张小伟', '王'] },
  ]);
});

test('every notation of a number, results of formulas, and rows written out of order', async () => {
  const formula = (row: number, column: number, result: Buffer): XlsRecords[number] => [
    records.formula,
    Buffer.concat([u16(row, column, 0), result, Buffer.alloc(6)]),
  ];
  const special = (sort: number, value = 0) => Buffer.from([sort, 0, value, 0, 0, 0, 0xff, 0xff]);
  const sheet: XlsRecords = [
    [records.numberPacked, Buffer.concat([u16(4, 0, 0), u32((-12 << 2) | 2)])],
    [records.numberPacked, Buffer.concat([u16(4, 1, 0), u32((8_950 << 2) | 3)])],
    [
      records.numbersPacked,
      Buffer.concat([u16(4, 3, 0), u32((7 << 2) | 2), u16(1), u32((45_822 << 2) | 2), u16(0), u32(0x3ff80000), u16(5)]),
    ],
    formula(1, 0, double(2.5)),
    formula(1, 1, special(0)),
    [records.formulaText, Buffer.concat([u16(2), Buffer.from([1]), Buffer.from('张伟', 'utf16le')])],
    formula(1, 2, special(1, 1)),
    formula(1, 3, special(2, 42)),
    formula(1, 4, special(3)),
    [records.yesOrError, Buffer.concat([u16(1, 5, 0), Buffer.from([0, 0])])],
    [records.text, Buffer.concat([u16(4, 7, 0), u16(2), Buffer.from([0]), Buffer.from('3A')])],
    [records.merged, u16(1, 4, 6, 0, 1)],
  ];
  const read = await firstSheet(xlsOf({ 一: sheet }));
  expect(read?.merged).toEqual([{ fromRow: 4, toRow: 6, fromColumn: 0, toColumn: 1 }]);
  expect(read?.rows).toEqual([
    { number: 2, cells: [2.5, '张伟', true, '#N/A', null, false] },
    { number: 5, cells: [-12, 89.5, null, 7, { day: '2025-06-14' }, 1.5, null, '3A'] },
  ]);
});

test('what is cut short, of another age, or no workbook at all is left to the other reader, which refuses it in a sentence', async () => {
  const whole = xlsOf({ 一: [sharedText(0, 0, 0)] }, textTable(['张伟']));
  const cut = whole.slice(0, whole.length - 700);
  expect(openBiff8(cut)).toBeUndefined();
  const old = { SheetNames: ['业主'], Sheets: { 业主: { '!ref': 'A1', A1: { t: 's', v: 'Zhang' } } } };
  const biff5 = new Uint8Array(write(old, { type: 'buffer', bookType: 'biff5' }));
  expect(openBiff8(biff5)).toBeUndefined();
  expect((await firstSheet(biff5))?.rows).toEqual([{ number: 1, cells: ['Zhang'] }]);
});

test('one long text that a million cells share is refused before it fills the memory', async () => {
  const cells = Array.from({ length: 400 }, (_, row) => row).flatMap((row) =>
    Array.from({ length: 100 }, (_, column) => sharedText(row, column, 0)),
  );
  const bytes = xlsOf({ 一: cells }, textTable(['业'.repeat(32_000)]));
  const reading = async () => {
    for await (const _ of readSpreadsheet(bytes));
  };
  const problem = await reading().catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(Refused);
  expect((problem as Refused).refusal.code).toBe('spreadsheet.unpacks_too_big');
}, 60_000);
