import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

/** Files whose people leave no phone, each with something else to know them by. */
const files: readonly (readonly [string, string, number])[] = [
  [
    'buyers who only subscribed',
    `协议编号,房间,客户名称,认购日期,协议总价
RG1,3栋1单元101,张三,2026-10-01,100万
RG2,3栋1单元102,李四、王五,2026-10-02,110万
RG3,3栋1单元103,张三,2026-10-03,120万`,
    4,
  ],
  [
    'subscribers without a number of their agreement',
    `房间,客户名称,认购日期,协议总价
5栋1单元101,张三,2026-10-01,100万
5栋1单元102,李四,2026-10-02,110万`,
    2,
  ],
  [
    'a subscription that was cancelled',
    `协议编号,房间,客户名称,签约日期,协议总价,关闭原因
RG9,3栋1单元201,赵六,2026-10-01,100万,退房`,
    1,
  ],
  [
    'tenants whose lease is over',
    `房号,租户姓名,起租日期,到期日
6-1-101,陈租,2024-01-01,2024-12-31
6-1-102,陈租,2024-01-01,2024-12-31`,
    2,
  ],
  [
    'owners known by the source’s own number',
    `业主编号,业主名称,性别,业主类型
801,孙七,男,业主
802,周八,女,业主`,
    2,
  ],
  [
    'husbands, wives and co-owners beside people without a home here',
    `业主姓名,手机号码,共有人,配偶姓名
钱一,13800138401,钱二,钱三`,
    3,
  ],
  [
    'buyers of parking spaces that stand in no home',
    `停车场,车位编码,车位类型,业主姓名
地下一层,B1-901,地下停车位,吴九`,
    1,
  ],
  [
    'residents and their families',
    `房号,姓名,与户主关系,出生年月
7-1-101,郑十,户主,1980-01
,郑小,儿子,2010-05`,
    2,
  ],
];

test('people who leave no phone are the same people when their files come again, and go when they are taken back', async () => {
  const { administrator, projectId } = office;
  const before = await office.count('person');
  const all = Object.fromEntries(files.map(([what, text]) => [`${what}.csv`, text]));
  const first = await office.bringIn(administrator, await office.drop(administrator, all, projectId));
  const people = files.reduce((sum, [, , count]) => sum + count, 0);
  expect(first).toMatchObject({ phase: 'applied', counts: { rejected: 0 }, records: { people } });
  expect(await office.count('person')).toBe(before + people);

  const again = await office.bringIn(administrator, await office.drop(administrator, all, projectId));
  expect(again.files.map(({ name, sheets: [sheet] }) => [name, sheet?.counts])).toEqual(
    first.files.map(({ name, sheets: [sheet] }) => [
      name,
      expect.objectContaining({ created: 0, updated: 0, unchanged: sheet?.counts?.rows }),
    ]),
  );
  expect(again.records).toMatchObject({ people });
  expect(await office.count('person')).toBe(before + people);

  await office.takeBack(administrator, again);
  expect(await office.takeBack(administrator, first)).toMatchObject({ kept: [] });
  expect(await office.count('person')).toBe(before);
  expect(await office.count('person_source')).toBe(0);
}, 180_000);

test('a subscriber who leaves a phone at last is still the same person', async () => {
  const { administrator, projectId } = office;
  const before = await office.count('person');
  const text = (phone: string) =>
    `协议编号,房间,客户名称,所有客户手机号,认购日期,协议总价\nRG77,8栋1单元101,冯六,${phone},2026-10-01,100万`;
  await office.bringIn(administrator, await office.drop(administrator, { 'a.csv': text('') }, projectId));
  const later = await office.drop(administrator, { 'a.csv': text('13800138499') }, projectId);
  expect(later.counts).toMatchObject({ created: 0, updated: 1, joined: 1 });
  await office.bringIn(administrator, later);
  expect(await office.count('person')).toBe(before + 1);
});
