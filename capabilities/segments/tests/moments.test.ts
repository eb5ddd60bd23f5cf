import { momentsOfPerson } from '@yilu/customers/contract';
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
import { markAll, recomputeDue, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;
let person: string;

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales, segments],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
  const made = estate(house);
  person = await made.person(project);
  const home = await made.room(project, '3-2-1801');
  await made.party(project, home, person, 'owner', '2026-01-10');
  await made.milestone(project, home, 'SUBSCRIBED', '2025-12-20');
  await made.milestone(project, home, 'SIGNED', '2026-01-10');
  await made.milestone(project, home, 'HANDED_OVER', '2026-06-01');
  await made.milestone(project, home, 'MOVED_IN', '2027-03-01');
  await made.signed(project, person, 438_800_000, '2026-01-10', home);
  await made.visit(project, person, '2026-11-01T03:00:00Z');
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
  house.setClock('2026-12-01T18:00:00Z');
  await recomputeDue(begin(house));
});
afterAll(() => house.close());

const told = async (who: Parameters<House['as']>[0]) =>
  (await house.as(who).ask(momentsOfPerson, { personId: person })).items.map(({ kind, on, title }) => [
    kind,
    on,
    title.zh,
  ]);

test('deal, home and labels stand on one line, a signing once and with its price, nothing before it was theirs or yet to come', async () => {
  expect(await told({ role: 'projectManager', projects: [project] })).toEqual([
    ['label', '2026-12-02', '活跃度：活跃 → 降温'],
    ['home', '2026-06-01', '交付 3-2-1801'],
    ['deal', '2026-01-10', '签约 3-2-1801 · 438.8 万元'],
  ]);
});

test('the property side sees the home without the price', async () => {
  expect(await told({ role: 'propertyManager', projects: [project], sides: ['property'] })).toEqual([
    ['label', '2026-12-02', '活跃度：活跃 → 降温'],
    ['home', '2026-06-01', '交付 3-2-1801'],
    ['home', '2026-01-10', '签约 3-2-1801'],
  ]);
});

test('of somebody out of reach there is nothing', async () => {
  const stranger = house.as({ role: 'projectManager', projects: [await house.project()] });
  expect(await stranger.refused(momentsOfPerson, { personId: person })).toMatchObject({ status: 404 });
});
