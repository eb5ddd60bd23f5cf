import { buffer, text } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWholeSpreadsheet } from './read-spreadsheet.ts';
import type { Cell } from './sheet.ts';
import { csvCell, writeCsv, writeXlsx } from './write-spreadsheet.ts';

test.each<[Cell, string]>([
  ['=cmd|calc', "'=cmd|calc"],
  ['+SUM(A1)', "'+SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['@now', "'@now"],
  ['\t=1', "'\t=1"],
  ['-12.5', '-12.5'],
  ['+8613800138000', '+8613800138000'],
  [-3, '-3'],
  ['张三', '张三'],
  ['a,"b"', '"a,""b"""'],
  ['两\n行', '"两\n行"'],
  [null, ''],
  [{ day: '2026-11-21', time: '10:00:00' }, '2026-11-21 10:00:00'],
])('the cell %j is written as %s', (cell, written) => {
  expect(csvCell(cell)).toBe(written);
});

test('no text cell of a CSV begins like a formula', () => {
  fc.assert(
    fc.property(fc.string(), (anything) => {
      const written = csvCell(anything).replace(/^"/, '');
      expect(/^[=@\t\r]/.test(written)).toBe(false);
    }),
  );
});

test('what is written as CSV or XLSX is read back the same', async () => {
  const rows: Cell[][] = [
    ['姓名', '备注'],
    ['张三', '第一行\n第二行'],
    ['=1+1', 12],
  ];
  const csv = await buffer(writeCsv(rows));
  expect(csv.subarray(0, 3).toString('hex')).toBe('efbbbf');
  expect((await readWholeSpreadsheet(csv))[0]?.rows.map(({ cells }) => cells)).toEqual([
    ['姓名', '备注'],
    ['张三', '第一行\n第二行'],
    ["'=1+1", '12'],
  ]);
  const xlsx = await buffer(writeXlsx('业主/名单', rows));
  expect((await readWholeSpreadsheet(xlsx))[0]?.rows.map(({ cells }) => cells)).toEqual(rows);
  expect(await text(writeCsv([]))).toBe('');
});
