import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import type { Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markAll, nightly, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;
let lead: string;

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, segments],
    recurring: [nightly],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
  const made = estate(house);
  lead = await made.person(project, { registeredAt: '2026-11-01T02:00:00Z' });
  await made.visit(project, lead, '2026-11-01T03:00:00Z');
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
});
afterAll(() => house.close());

async function activityAfterStrike(instant: string): Promise<string | undefined> {
  house.setClock(instant);
  await house.strike('segments.nightly');
  const [row] = await house.sql<{ activity: string }>('select activity from customer_fact where person_id = $1', [
    lead,
  ]);
  return row?.activity;
}

const nights = async () => (await house.sql('select from label_night')).length;

test('whose day has come waits for the hour of the night, and the night is done once', async () => {
  expect(await activityAfterStrike('2026-11-30T18:10:00Z')).toBe('COOLING');
  expect(await nights()).toBe(1);
  expect(await activityAfterStrike('2026-12-01T17:50:00Z')).toBe('COOLING');
  expect(await nights()).toBe(1);
  expect(await activityAfterStrike('2026-12-01T18:00:00Z')).toBe('COOLING');
  expect(await nights()).toBe(2);
});

test('a machine that was switched off at night does it once it is on again', async () => {
  expect(await activityAfterStrike('2027-02-01T00:40:00Z')).toBe('SILENT');
  expect(await nights()).toBe(3);
  expect(await activityAfterStrike('2027-02-01T00:50:00Z')).toBe('SILENT');
  expect(await nights()).toBe(3);
});

test('who was marked without an event, as by a migration, does not wait for the night', async () => {
  await estate(house).visit(project, lead, '2027-01-31T03:00:00Z');
  await house.sql('insert into customer_mark (person_id, lane) values ($1, segments.lane_of($1))', [lead]);
  expect(await activityAfterStrike('2027-02-01T01:00:00Z')).toBe('ACTIVE');
  expect(await nights()).toBe(3);
  expect(await house.sql('select from customer_mark')).toEqual([]);
});
