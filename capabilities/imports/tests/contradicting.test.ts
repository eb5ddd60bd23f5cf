import { afterAll, beforeAll, expect, test } from 'vitest';
import { listImportRows, readImport } from '../contract/index.ts';
import { importFiles } from '../server/index.ts';
import { everything } from './everything.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office.house.close());

const handedOver = ['房号,业主姓名,手机号码,建筑面积,交房日期', '3-1-101,张伟,13800260001,89.5,2024-06-30'].join('\n');
const renovated = [
  '房号,业主姓名,手机号码,建筑面积,交房日期,户型',
  '3栋1单元101,张伟,13800260001,90.2,2024-07-01,三室两厅',
].join('\n');

const bring = () =>
  importFiles(office.begin, {
    files: Object.entries({ '收房清单.csv': handedOver, '装修登记.csv': renovated }).map(([name, text]) => ({
      name,
      bytes: Buffer.from(text),
    })),
    project: office.projectId,
  });

test('of two lists that contradict each other on a home the first has the say, the other is told, and coming again changes nothing', async () => {
  const before = await everything(office.house);
  const { files, importId } = await bring();
  expect(files[0]?.sheets[0]?.problems).toEqual([]);
  expect(files[1]?.sheets[0]?.problems).toEqual([
    { row: 2, column: '建筑面积', reason: '与“收房清单”第 2 行说的不同，以那一行为准，这一项没有导入' },
    { row: 2, column: '交房日期', reason: '与“收房清单”第 2 行说的不同，以那一行为准，这一项没有导入' },
  ]);
  const rooms = await office.house.sql(
    `select gross_area::float as area, layout, reached_on::text as on from room join room_milestone on room_id = room.id`,
  );
  expect(rooms).toEqual([{ area: 89.5, layout: '三室两厅', on: '2024-06-30' }]);

  const after = await everything(office.house);
  const again = await bring();
  expect(again.files.map(({ sheets }) => sheets.map(({ created, updated }) => [created, updated]))).toEqual([
    [[0, 0]],
    [[0, 0]],
  ]);
  expect(again.files[1]?.sheets[0]?.problems).toHaveLength(2);
  expect(await everything(office.house)).toEqual(after);

  await office.takeBack(office.administrator, await office.administrator.ask(readImport, { importId }));
  expect(await everything(office.house)).toEqual(before);
});

const subscriptions = [
  '协议编号,客户姓名,联系电话,房号,认购日期,认购总价,定金',
  'XY-101,卫一,13800260011,5-1-101,2026-05-01,1000000,20000',
  'XY-102,卫二,13800260012,5-1-102,2026-05-02,1100000,20000',
  'XY-103,卫三,13800260013,5-1-103,2026-05-03,1200000,20000',
].join('\n');
const contracts = [
  '协议编号,客户姓名,联系电话,房号,签约日期,合同总价',
  'XY-101,卫一,13800260011,5-1-101,2026-05-20,980000',
].join('\n');
const ended = [
  '协议编号,客户姓名,联系电话,房号,认购日期,关闭原因,关闭日期',
  'XY-102,卫二,13800260012,5-1-102,2026-05-02,退房,2026-06-01',
].join('\n');
const secondBook = [
  '协议编号,客户姓名,联系电话,房号,认购日期,认购总价,定金,付款方式',
  'XY-103,卫三,13800260013,5-1-103,2026-05-04,1200000,50000,一次性',
].join('\n');

test('of two books that contradict each other on a deal the first has the say, a contract follows its subscription, an end is an end, and coming again changes nothing', async () => {
  const before = await everything(office.house);
  const files = {
    '认购台账.csv': subscriptions,
    '签约台账.csv': contracts,
    '退房台账.csv': ended,
    '认购登记.csv': secondBook,
  };
  const bringDeals = () =>
    importFiles(office.begin, {
      files: Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
      project: office.projectId,
    });
  const first = await bringDeals();
  expect(
    first.files.map(({ sheets }) => sheets.flatMap(({ problems, rejections }) => [...problems, ...rejections])),
  ).toEqual([
    [],
    [],
    [],
    [
      { row: 2, column: '认购日期', reason: '与“认购台账”第 4 行说的不同，以那一行为准，这一项没有导入' },
      { row: 2, column: '定金', reason: '与“认购台账”第 4 行说的不同，以那一行为准，这一项没有导入' },
    ],
  ]);
  const deals = await office.house.sql(
    `select source_key as key, state, subscribed_on::text as on, amount_fen::float / 100 as amount, deposit_fen::float / 100 as deposit,
            payment_method as method from deal order by source_key`,
  );
  expect(deals).toEqual([
    { key: 'XY-101', state: 'CONTRACT_SIGNED', on: '2026-05-01', amount: 980_000, deposit: 20_000, method: null },
    { key: 'XY-102', state: 'CANCELLED', on: '2026-05-02', amount: 1_100_000, deposit: 20_000, method: null },
    { key: 'XY-103', state: 'SUBSCRIBED', on: '2026-05-03', amount: 1_200_000, deposit: 20_000, method: 'LUMP_SUM' },
  ]);

  const after = await everything(office.house);
  const again = await bringDeals();
  expect(again.files.map(({ sheets }) => sheets.map(({ created, updated }) => [created, updated]))).toEqual([
    [[0, 0]],
    [[0, 0]],
    [[0, 0]],
    [[0, 0]],
  ]);
  expect(await everything(office.house)).toEqual(after);

  await office.takeBack(office.administrator, await office.administrator.ask(readImport, { importId: first.importId }));
  expect(await everything(office.house)).toEqual(before);
}, 60_000);

test('of two books brought in apart, one that ended a deal has the last word in either order, the other is told, and no run of either changes anything', async () => {
  const before = await everything(office.house);
  const bringOne = (name: string, text: string) =>
    importFiles(office.begin, { files: [{ name, bytes: Buffer.from(text) }], project: office.projectId });
  const books = [
    ['认购台账.csv', subscriptions],
    ['退房台账.csv', ended],
    ['签约台账.csv', contracts.replaceAll('XY-101,卫一,13800260011,5-1-101', 'XY-102,卫二,13800260012,5-1-102')],
  ] as const;
  for (const order of [books, books.toReversed()]) {
    const runs: string[] = [];
    for (const [name, text] of order) runs.push((await bringOne(name, text)).importId);
    expect(
      await office.house.sql(`select state, cancelled_on::text as on from deal where source_key = 'XY-102'`),
    ).toEqual([{ state: 'CANCELLED', on: '2026-06-01' }]);
    const after = await everything(office.house);
    for (const [name, text] of [...order, ...order.toReversed()]) {
      const { files } = await bringOne(name, text);
      expect(files[0]?.sheets[0], name).toMatchObject({ created: 0, updated: 0, rejected: 0 });
    }
    expect(await everything(office.house)).toEqual(after);
    for (const importId of runs.toReversed())
      await office.takeBack(office.administrator, await office.administrator.ask(readImport, { importId }));
    expect(await everything(office.house)).toEqual(before);
  }

  await bringOne('认购台账.csv', subscriptions);
  await bringOne('退房台账.csv', ended);
  const told = await office.drop(office.administrator, { '认购台账.csv': subscriptions }, office.projectId);
  const { items } = await office.administrator.ask(listImportRows, { importId: told.id, limit: 10 });
  expect(items.map(({ row, reasons }) => [row, reasons.map(({ sort, message }) => [sort, message.zh])])).toEqual([
    [3, [['difference', '这笔成交已在 2026-06-01 退房或作废，保持不变；重新认购要写明之后的认购日期']]],
  ]);
}, 120_000);

test('an end that no book dates keeps the day on which it was first heard of, until a book tells it', async () => {
  const bringOne = (text: string) =>
    importFiles(office.begin, {
      files: [{ name: '销控台账.csv', bytes: Buffer.from(text) }],
      project: office.projectId,
    });
  const undated = '协议编号,客户姓名,联系电话,房号,认购总价,状态\nXY-301,褚一,13800260031,7-1-101,1000000,作废';
  const dated =
    '协议编号,客户姓名,联系电话,房号,认购总价,状态,退房日期\nXY-301,褚一,13800260031,7-1-101,1000000,作废,2026-06-01';
  const endedOn = async () =>
    (await office.house.sql<{ on: string }>(`select cancelled_on::text as on from deal where source_key = 'XY-301'`))[0]
      ?.on;
  const changed = async (text: string) => (await bringOne(text)).files[0]?.sheets[0];

  expect(await changed(undated)).toMatchObject({ kind: 'deals', created: 1, rejected: 0 });
  // As if that had been some weeks ago.
  await office.house.sql(`update deal set cancelled_on = '2026-05-04' where source_key = 'XY-301'`);
  expect(await changed(undated)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
  expect(await endedOn()).toBe('2026-05-04');

  expect(await changed(dated)).toMatchObject({ created: 0, updated: 1 });
  expect(await changed(undated)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
  expect(await endedOn()).toBe('2026-06-01');
}, 60_000);
