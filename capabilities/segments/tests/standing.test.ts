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
import { labelDistribution, readBook } from '../contract/index.ts';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import { recompute } from '../server/recompute.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;
let made: ReturnType<typeof estate>;

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales, segments],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
  made = estate(house);
});
afterAll(() => house.close());

const reckon = async () => {
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
};

async function row(personId: string) {
  await reckon();
  const [found] = await house.sql<{ standing: string; lifecycle: string | null; activity: string | null }>(
    'select standing, lifecycle, activity from customer_fact where person_id = $1',
    [personId],
  );
  return found;
}

const leave = (personId: string, on: string) =>
  house.sql('update room_party set ended_on = $2 where person_id = $1', [personId, on]);

test.each(['tenant', 'resident', 'family'])('a %s who has left is no lead and carries no label', async (role) => {
  const home = await made.room(project, `1-1-${role}`);
  const person = await made.person(project);
  await made.party(project, home, person, role, '2025-01-01');
  expect(await row(person)).toEqual({ standing: role, lifecycle: null, activity: null });
  await leave(person, '2026-10-01');
  expect(await row(person)).toEqual({ standing: 'former', lifecycle: null, activity: null });
  await made.visit(project, person, '2026-11-20T03:00:00Z');
  expect(await row(person)).toEqual({ standing: 'lead', lifecycle: 'POTENTIAL', activity: 'ACTIVE' });
});

test('an owner who passed the home on is none, though the contract is on record, and begins anew when coming again', async () => {
  const home = await made.room(project, '2-1-301');
  const person = await made.person(project);
  await made.party(project, home, person, 'owner', '2020-01-01');
  await made.milestone(project, home, 'HANDED_OVER', '2020-06-01');
  await made.signed(project, person, 300_000_000, '2020-01-01', home);
  expect(await row(person)).toMatchObject({ standing: 'owner', lifecycle: 'LOST' });
  await leave(person, '2026-10-01');
  expect(await row(person)).toEqual({ standing: 'former', lifecycle: null, activity: null });
  await made.visit(project, person, '2026-11-20T03:00:00Z');
  expect(await row(person)).toMatchObject({ standing: 'lead', lifecycle: 'POTENTIAL' });
  const next = await made.room(project, '2-1-401');
  await made.signed(project, person, 500_000_000, '2026-11-21', next);
  expect(await row(person)).toMatchObject({ standing: 'owner', lifecycle: 'CLOSED' });
});

test('a second home bought without a contract on record is a repurchase', async () => {
  const person = await made.person(project);
  const first = await made.room(project, '3-1-301');
  await made.milestone(project, first, 'HANDED_OVER', '2020-06-01');
  await made.party(project, first, person, 'owner', '2020-06-01');
  expect(await row(person)).toMatchObject({ lifecycle: 'LOST' });
  const second = await made.room(project, '3-1-401');
  await made.party(project, second, person, 'owner', '2025-03-01');
  expect(await row(person)).toMatchObject({ lifecycle: 'LONG_STANDING' });
});

test('who no longer stands in a project is counted until that day and not after it', async () => {
  const person = await made.person(project);
  const counted = async (on: string) => {
    const { counts } = await house
      .as({ role: 'projectManager', projects: [project] })
      .ask(labelDistribution, { label: 'lifecycle', on: on as never });
    return counts.reduce((sum, { customers: those }) => sum + those, 0);
  };
  await reckon();
  const before = await counted('2026-11-22');
  house.setClock('2026-12-01T02:00:00Z');
  await house.sql('delete from person_project where person_id = $1', [person]);
  await begin(house)((work) => recompute(work as Work<Tables>, [person]));
  expect(await counted('2026-11-22')).toBe(before);
  expect(await counted('2026-12-01')).toBe(before - 1);
  const { items } = await house.as({ role: 'projectManager', projects: [project] }).ask(readBook, { limit: 200 });
  expect(items.map(({ personId }) => personId)).not.toContain(person);

  await house.sql('delete from person_search where person_id = $1', [person]);
  await house.sql('delete from person where id = $1', [person]);
  await begin(house)((work) => recompute(work as Work<Tables>, [person]));
  expect(await house.sql('select from label_history where person_id = $1', [person])).toEqual([]);
});
