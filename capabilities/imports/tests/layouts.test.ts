import { readWholeSpreadsheet } from '@yilu/platform/server';
import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { errorFile, type ImportRun, listImportRows, readImport, repairRow } from '../contract/index.ts';
import { everything } from './everything.ts';
import { type Office, openOffice } from './office.ts';

vi.setConfig({ testTimeout: 120_000 });
let office: Office;
let administrator: Caller;
beforeAll(async () => {
  office = await openOffice();
  administrator = office.administrator;
});
afterAll(() => office.house.close());

const drop = (name: string, text: string) => office.drop(administrator, { [name]: text }, office.projectId);
const sheetOf = (run: ImportRun) => {
  const sheet = run.files[0]?.sheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

const chain = `#接龙
请各位业主登记
1. 张伟 3-1-101 13800220001
2. 李娜 3栋1单元102 13800220002
3. 周杰
4、3-1-103 王强 13800220003 已装修
`;

test('lines that a group of owners wrote below each other go in, one that says too little can be mended', async () => {
  const before = await everything(office.house);
  const run = await drop('接龙.csv', chain);
  expect(sheetOf(run)).toMatchObject({ kind: 'owners', skipped: { note: 0 } });
  expect(sheetOf(run).columns.map(({ heading, field }) => `${heading} ${field}`)).toEqual([
    '姓名 name',
    '房号 room',
    '电话 phone',
    '备注 note',
    '车牌号 plate',
  ]);
  expect(run.counts).toMatchObject({ rows: 4, created: 3, rejected: 1 });
  const { items } = await administrator.ask(listImportRows, { importId: run.id, outcome: 'rejected' });
  expect(items).toMatchObject([{ row: 5, name: '周杰' }]);

  const file = await administrator.exchange(errorFile, { importId: run.id }, {});
  const [sent] = await readWholeSpreadsheet(file.rawPayload);
  expect(sent?.rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['姓名', '房号', '电话', '备注'],
    ['周杰', null, null, null],
  ]);

  await administrator.ask(repairRow, {
    importId: run.id,
    sheetId: sheetOf(run).id,
    row: 5,
    cells: [{ column: 1, text: '3-1-104' }],
  });
  await office.house.settle();
  const mended = await administrator.ask(readImport, { importId: run.id });
  expect(mended.counts).toMatchObject({ rows: 4, created: 4, rejected: 0 });

  const applied = await office.bringIn(administrator, mended);
  const after = await everything(office.house);
  const again = await office.bringIn(administrator, await drop('接龙.csv', chain));
  expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  expect(await everything(office.house)).toEqual(after);
  await office.takeBack(administrator, applied);
  expect(await everything(office.house)).toEqual(before);
});

const card = (room: string, name: string, phone: string, plate: string) =>
  `业主登记卡,,,\n房号,${room},建筑面积,89.5\n业主姓名,${name},联系电话,${phone}\n身份证号,,车牌号,${plate}\n宠物情况,狗,备注,\n\n`;
const cards = `${card('4-1-101', '张伟', '13800220011', '')}${card('4-1-102', '李娜', '13800220012', '粤B12345')}${card('4-1-103', '', '13800220013', '')}`;

test('cards of households go in, each as one row with the number of its first line', async () => {
  const before = await everything(office.house);
  const run = await drop('登记卡.csv', cards);
  expect(sheetOf(run)).toMatchObject({ kind: 'owners' });
  expect(run.counts).toMatchObject({ rows: 3, created: 2, rejected: 1 });
  const { items } = await administrator.ask(listImportRows, { importId: run.id, outcome: 'rejected' });
  expect(items).toMatchObject([{ row: 14 }]);
  const applied = await office.bringIn(administrator, run);
  expect(applied.records).toMatchObject({ people: 2, rooms: 2 });
  const again = await office.bringIn(administrator, await drop('登记卡.csv', cards));
  expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 1 });
  await office.takeBack(administrator, applied);
  expect(await everything(office.house)).toEqual(before);
});
