import { afterAll, beforeAll, expect, test } from 'vitest';
import { readImport } from '../contract/index.ts';
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
