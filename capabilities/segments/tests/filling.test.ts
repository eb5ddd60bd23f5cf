import type { Begin } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nightly, recomputeEverybody, segments } from '../server/index.ts';
import { begin, estate } from './estate.ts';

// An empty book is filled without its indexes: it must end with all of them, however it ends, and read the same.

let house: House;
let project: string;
let indexes: unknown;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, segments], recurring: [nightly], at: '2026-11-22T02:00:00Z' });
  project = await house.project('澜山府');
  const made = estate(house);
  for (const name of ['何雨桐', '许静安', '秦小满']) {
    const person = await made.person(project, { name });
    await made.visit(project, person, '2026-11-01T03:00:00Z');
  }
  indexes = await standing();
});
afterAll(() => house.close());

const standing = () =>
  house.sql(
    "select indexname, indexdef from pg_indexes where tablename = 'customer_fact' and schemaname = 'public' order by 1",
  );
const aside = async () => (await house.sql('select from index_put_aside')).length;
const isCleaned = async () =>
  (await house.sql("select from pg_class where relname in ('customer_fact', 'label_history') and reloptions is null"))
    .length === 2;
const book = () =>
  house.sql("select to_jsonb(fact) as row from customer_fact fact where activity = 'ACTIVE' order by person_id");

/** The machine stops once so many transactions are through. */
function stoppingAfter(transactions: number): Begin {
  let left = transactions;
  return (act) => {
    left -= 1;
    if (left < 0) throw new Error('the power is gone');
    return begin(house)(act);
  };
}

/** How many indexes stood aside while people were worked off. */
async function fill(): Promise<number[]> {
  const seen: Promise<number>[] = [];
  await recomputeEverybody(begin(house), () => void seen.push(aside()));
  return Promise.all(seen);
}

test('an empty book is filled without indexes and has all of them again afterwards', async () => {
  const [first] = await fill();
  expect(first).toBeGreaterThan(5);
  expect(await aside()).toBe(0);
  expect(await standing()).toEqual(indexes);
  expect(await isCleaned()).toBe(true);
  expect(await book()).toHaveLength(3);
});

test('a book with somebody in it keeps its indexes, and reads as if it had been filled at once', async () => {
  const before = await book();
  await house.sql(
    'delete from customer_fact where person_id <> (select min(person_id::text)::uuid from customer_fact)',
  );
  expect(new Set(await fill())).toEqual(new Set([0]));
  expect(await book()).toEqual(before);
});

test.each([1, 2, 3, 12])('what a crash after %i transactions left aside, the clock builds', async (transactions) => {
  await house.sql('delete from customer_fact');
  await expect(recomputeEverybody(stoppingAfter(transactions))).rejects.toThrow('the power is gone');
  expect(await aside()).toBeGreaterThan(5);
  expect(await isCleaned()).toBe(false);
  await house.strike('segments.nightly');
  expect(await aside()).toBe(0);
  expect(await standing()).toEqual(indexes);
  expect(await isCleaned()).toBe(true);
});
