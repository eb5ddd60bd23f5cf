import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office.house.close());

const count = 4_000;
const handedOver = [
  '项目名称,楼栋,单元,房号,建筑面积,业主姓名,手机号码,收房日期',
  ...Array.from({ length: count }, (_, n) => {
    const place = `${1 + Math.floor(n / 400)}栋,${1 + (Math.floor(n / 200) % 2)}单元,${1 + Math.floor((n % 200) / 4)}0${1 + (n % 4)}`;
    return `锦绣花园,${place},${80 + (n % 70)},业主${n},138${String(n).padStart(8, '2')},2024-0${1 + (n % 9)}-1${n % 10}`;
  }),
].join('\n');

/** How many rows of a table PostgreSQL has looked at, one by one or by going through them. */
const lookedAt = async (table: 'room' | 'deal') => {
  const [row] = await office.house.sql<{ rows: number }>(
    `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows
       from pg_stat_user_tables where relid = '${table}'::regclass`,
  );
  return row?.rows ?? 0;
};
const homesLookedAt = () => lookedAt('room');

/** Rows of homes looked at for each row of a preview of the whole list. */
async function lookedAtForEachRow(name: string): Promise<number> {
  const before = await homesLookedAt();
  const preview = await office.drop(office.administrator, { [name]: handedOver });
  expect(preview).toMatchObject({ phase: 'previewed', counts: { rows: count, rejected: 0 } });
  await expect.poll(homesLookedAt, { timeout: 60_000 }).toBeGreaterThan(before);
  return ((await homesLookedAt()) - before) / count;
}

test('after a preview that was rolled back, each row looks up its home and does not search all homes of the project', async () => {
  const { administrator } = office;
  await office.drop(administrator, { '收房.csv': handedOver });
  await office.house.sql('vacuum analyze');
  // A plan is made anew for five uses and then kept.
  for (let n = 0; n < 7; n += 1)
    await office.drop(administrator, { '一户.csv': handedOver.split('\n').slice(0, 2).join('\n') });
  expect(await lookedAtForEachRow('收房二.csv')).toBeLessThan(100);
}, 300_000);

test('nor where the tables were vacuumed while their rows were not committed, and pass for empty', async () => {
  const { administrator } = office;
  await office.house.sql(
    `update pg_class set relpages = 4000, reltuples = 0 where relname in ('room', 'person', 'person_project')`,
  );
  for (let n = 0; n < 7; n += 1)
    await office.drop(administrator, { '又一户.csv': handedOver.split('\n').slice(0, 2).join('\n') });
  expect(await lookedAtForEachRow('收房三.csv')).toBeLessThan(100);
}, 300_000);

test('a deal is looked up by its number, also on the first list, while PostgreSQL takes them for none', async () => {
  const subscriptions = [
    '认购编号,房间,客户名称,联系电话,认购日期,协议总价',
    ...Array.from({ length: count }, (_, n) => {
      const home = `${1 + Math.floor(n / 400)}-${1 + (Math.floor(n / 200) % 2)}-${1 + Math.floor((n % 200) / 4)}0${1 + (n % 4)}`;
      return `RG${n},${home},业主${n},138${String(n).padStart(8, '2')},2024-03-01,2000000`;
    }),
  ].join('\n');
  await office.house.sql(`update pg_class set relpages = 400, reltuples = 0 where relname like 'deal%'`);
  const before = await lookedAt('deal');
  const preview = await office.drop(office.administrator, { '认购.csv': subscriptions });
  expect(preview).toMatchObject({
    phase: 'previewed',
    counts: { rows: count, rejected: 0 },
    records: { deals: count },
  });
  await expect.poll(() => lookedAt('deal'), { timeout: 60_000 }).toBeGreaterThan(before);
  // Two for each: what refers to it, and its buyers.
  expect(((await lookedAt('deal')) - before) / count).toBeLessThan(2.5);
}, 300_000);
