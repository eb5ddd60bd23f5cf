import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFiles } from '../server/index.ts';
import { everything } from './everything.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office.house.close());

const bring = (lines: readonly string[], name = '车位台账.csv') =>
  importFiles(office.begin, { files: [{ name, bytes: Buffer.from(lines.join('\n')) }], project: office.projectId });
const numbers = async () =>
  (await office.house.sql<{ number: string }>('select number from room order by number')).map(({ number }) => number);

test('a space without its floor is the only one of that number, and of several it is told which they are', async () => {
  const first = [
    '车位编号,业主姓名,联系电话',
    '负一层-012,张伟,13800270001',
    'B1-013,李娜,13800270002',
    '负二层B2-013,王强,13800270003',
  ];
  await bring(first);
  expect(await numbers()).toEqual(['B1-012', 'B1-013', 'B2-013']);

  const bare = ['车位编号,业主姓名,联系电话', '012,张伟,13800270001', '013,赵敏,13800270004', '014,周杰,13800270005'];
  const { files } = await bring(bare);
  expect(files[0]?.sheets[0]).toMatchObject({
    created: 1,
    rejected: 1,
    rejections: [{ row: 3, column: '车位编号', reason: '这个车位号在几层都有：B1-013、B2-013，请写明是哪一层' }],
  });
  expect(await numbers()).toEqual(['014', 'B1-012', 'B1-013', 'B2-013']);
  const after = await everything(office.house);
  await bring(bare);
  expect(await everything(office.house)).toEqual(after);
});

test('one list may name a space with and without its floor, in either order', async () => {
  await bring(['车位编号,业主姓名,联系电话', '021,张伟,13800270011', 'B1-021,张伟,13800270011']);
  expect((await numbers()).filter((number) => number.endsWith('021'))).toEqual(['B1-021']);
});

test('the shop 1栋S-101 is 1栋S101', async () => {
  await bring(['房号,业主姓名,联系电话', '1栋S-101,张伟,13800270021', '1栋S101,李娜,13800270022'], '商铺.csv');
  expect((await numbers()).filter((number) => number.includes('S'))).toEqual(['S101']);
});
