import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import type { Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { sales } from '@yilu/sales/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

// SEG-10: a first purchase stays one when its owner says that they live in a home of their own, or own one of ours: it is this one.

let house: House;
let project: string;
beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales, segments],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
});
afterAll(() => house.close());

let rooms = 0;
/** Owns two bedrooms since 1 March 2025, handed over on 1 June 2026, unless told otherwise. */
async function buyer(handedOver = true): Promise<string> {
  const made = estate(house);
  const id = await made.person(project);
  const home = await made.room(project, `1-1-${++rooms}`, 2);
  await made.party(project, home, id, 'owner', '2025-03-01');
  if (handedOver) await made.milestone(project, home, 'HANDED_OVER', '2026-06-01');
  return id;
}

async function isFirstNeed(personId: string): Promise<boolean> {
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
  const [row] = await house.sql<{ value: string }>('select value from customer_fact where person_id = $1', [personId]);
  return row?.value === 'FIRST_NEED';
}

test.each<[string, string, unknown, string, boolean]>([
  ['lives in a home of their own, said after it was handed over', 'residenceStatus', 'ownHome', '2026-06-02', true],
  ['the same said before: it is another home', 'residenceStatus', 'ownHome', '2026-05-31', false],
  ['owns one of ours, said after the purchase', 'groupOwner', 'yes', '2025-03-02', true],
  ['the same said before: it is another one', 'groupOwner', 'yes', '2025-02-28', false],
  ['owns other real estate, whenever it was said', 'otherProperty', ['老房子'], '2026-06-02', false],
])('of an owner of two bedrooms: %s', async (_, field, value, on, expected) => {
  const id = await buyer();
  expect(await isFirstNeed(id)).toBe(true);
  await estate(house).answer(id, field, value, on);
  expect(await isFirstNeed(id)).toBe(expected);
});

test('whoever waits for the keys and lives in a home of their own has another one', async () => {
  const id = await buyer(false);
  await estate(house).answer(id, 'residenceStatus', 'ownHome', '2026-06-02');
  expect(await isFirstNeed(id)).toBe(false);
});

test('who looks for a first home and has one already is no first buyer', async () => {
  const made = estate(house);
  const id = await made.person(project);
  await made.answer(id, 'needLayout', ['2']);
  expect(await isFirstNeed(id)).toBe(true);
  await made.answer(id, 'groupOwner', 'yes', '2026-06-02');
  expect(await isFirstNeed(id)).toBe(false);
});
