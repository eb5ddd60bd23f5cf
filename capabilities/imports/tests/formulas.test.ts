import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listImportRows } from '../contract/index.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

test('a formula that was saved without its result is told, and nothing goes in empty in silence', async () => {
  const { administrator, projectId } = office;
  const formula = (row: number, column: number, text: string): [string, { formula: string }] => [
    `${row},${column}`,
    { formula: text },
  ];
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '业主',
        rows: [
          ['序号', '业主姓名', '手机号', '房号', '交房日期'],
          [1, '张三', '13800138501', '1-1-101', null],
          [2, null, null, '1-1-102', null],
          [null, null, null, null, null],
        ],
        cells: new Map([
          formula(1, 4, 'TODAY()'),
          formula(2, 1, "VLOOKUP(D3,'底表'!A:C,2,0)"),
          formula(2, 2, "VLOOKUP(D3,'底表'!A:C,3,0)"),
          formula(3, 0, 'ROW()-1'),
        ]),
      },
    ],
  });
  const run = await office.drop(administrator, { '业主.xlsx': Buffer.from(bytes) }, projectId);
  expect(run.counts).toMatchObject({ rows: 2, created: 1, rejected: 1, withProblems: 1 });
  const { items } = await administrator.ask(listImportRows, { importId: run.id });
  expect(
    items.map(({ row, outcome, reasons }) => [row, outcome, reasons.map(({ column, code }) => [column, code])]),
  ).toEqual([
    [2, 'created', [['交房日期', 'imports.formula_not_calculated']]],
    [3, 'rejected', [['业主姓名', 'imports.formula_not_calculated']]],
  ]);
  expect(items[1]?.reasons[0]?.message.zh).toMatch(/Excel 或 WPS.*保存/);
});
