import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mapSheet, readImport } from '../contract/index.ts';
import { recogniseSheet } from '../rules/index.ts';
import { importFiles } from '../server/index.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const list = `锦绣花园业主
张伟,13800143001,1-1-101,1985-03-02,自住
李娜,13800143002,1-1-102,1990-11-20,出租
王芳,13800143003,1-1-103,,自住
`;
const columnsOf = (text: string) =>
  recogniseSheet(
    '表1',
    text
      .trim()
      .split('\n')
      .map((line, at) => ({ number: at + 1, cells: line.split(',').map((cell) => cell || null) })),
    [],
  )[0];

test.each([
  ['a list without headings', list, 'headless', ['A name', 'B phone', 'C room', 'D birth', 'E -']],
  [
    'columns in another order',
    '1栋,101,张伟,男,13800143001\n1栋,102,李娜,女,13800143002',
    'headless',
    ['A building', 'B room', 'C name', 'D sex', 'E phone'],
  ],
  [
    'headings that nobody knows',
    '客官,联络法,居所\n张伟,13800143001,1-1-101\n李娜,13800143002,1-1-102',
    'unknownHeadings',
    ['客官 name', '联络法 phone', '居所 room'],
  ],
  ['a title alone', '2024年工作总结', 'titleOnly', []],
  [
    'sentences in one column',
    '业主群里说的\n我家电话改成13800143001了\n以后请打我爱人的13800143002谢谢',
    'oneColumn',
    [],
  ],
  ['headings alone', '姓名,电话,房号', 'noData', ['姓名 name', '电话 phone', '房号 room']],
])('%s: what its columns look like is offered', (_, text, remark, columns) => {
  const found = columnsOf(text);
  expect(found?.remark).toBe(remark);
  expect(found?.columns.map(({ heading, field }) => `${heading} ${field ?? '-'}`)).toEqual(columns);
});

test('a person says what the columns of a sheet without headings are, once for all sheets of that shape', async () => {
  const { administrator, projectId } = office;
  const run = await office.drop(administrator, { '名单.csv': list }, projectId);
  const sheet = run.files[0]?.sheets[0];
  expect(sheet).toMatchObject({
    kind: 'ignored',
    headless: true,
    headerRow: 1,
    remark: { zh: expect.stringMatching(/没有表头/) },
  });
  expect(sheet?.columns[1]).toMatchObject({
    heading: 'B',
    field: 'phone',
    sample: '138****3001 · 138****3002 · 138****3003',
  });
  expect(run.counts.rows).toBe(0);

  await administrator.ask(mapSheet, {
    importId: run.id,
    sheetId: sheet?.id ?? '',
    kind: 'owners',
    columns: [{ column: 4, field: 'note' }],
  });
  await office.house.settle();
  const mapped = await administrator.ask(readImport, { importId: run.id });
  expect(mapped.counts).toMatchObject({ rows: 3, created: 3 });
  const applied = await office.bringIn(administrator, mapped);
  expect(applied.records).toMatchObject({ people: 3, rooms: 3 });

  const next = await office.drop(administrator, { '二期.csv': list.replaceAll('1380014300', '1380014301') }, projectId);
  expect(next.files[0]?.sheets[0]).toMatchObject({ kind: 'owners', headless: true });
  expect(next.counts).toMatchObject({ rows: 3 });
  const again = await office.drop(administrator, { '名单.csv': list }, projectId);
  expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
}, 120_000);

test('the command line says in one sentence what a sheet without headings needs, and takes it by its values when told what it is', async () => {
  const text = '13900143001,赵敏,9-1-101\n13900143002,周杰,9-1-102\n';
  const files = [{ name: '名单.csv', bytes: Buffer.from(text) }];
  const asked = await importFiles(office.begin, { files, project: office.projectId });
  expect(asked.files[0]?.sheets[0]).toMatchObject({
    kind: 'ignored',
    rows: 0,
    remark: expect.stringMatching(/没有表头.*导入页/),
  });
  const told = await importFiles(office.begin, { files, project: office.projectId, as: 'owners', dryRun: true });
  expect(told.files[0]?.sheets[0]).toMatchObject({ kind: 'owners', rows: 2, created: 2 });
}, 120_000);

test('a hidden sheet with a list is told, one with choices is not', async () => {
  const book = await writeXlsx({
    sheets: [
      {
        name: '业主',
        rows: [
          ['房号', '业主姓名', '手机号'],
          ['6-1-101', '郑一', '13800143101'],
        ],
      },
      {
        name: '旧表',
        rows: [
          ['房号', '业主姓名', '手机号'],
          ['6-1-102', '郑二', '13800143102'],
        ],
        hidden: true,
      },
      { name: '选项', rows: [['男'], ['女']], hidden: true },
    ],
  });
  const run = await office.drop(office.administrator, { '业主.xlsx': Buffer.from(book) }, office.projectId);
  const told = run.files[0]?.sheets.map(({ name, kind, remark, counts }) => [name, kind, remark?.zh, counts?.rows]);
  expect(told).toEqual([
    ['业主', 'owners', undefined, 1],
    ['旧表', 'ignored', '这张工作表是隐藏的，没有导入。要导入请先取消隐藏。', undefined],
  ]);
}, 120_000);
