import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { day } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { setParameter } from '@yilu/settings/contract';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  explainLabel,
  labelDistribution,
  labelHistory,
  readLabels,
  recordGivingUp,
  startRecompute,
  takeBackGivingUp,
} from '../contract/index.ts';
import { markAll, recomputeDue, recomputeMarked, segments } from '../server/index.ts';
import { recompute } from '../server/recompute.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;
let lead: string;

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, segments],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
  const made = estate(house);
  lead = await made.person(project, { name: '何雨桐', registeredAt: '2026-11-10T02:00:00Z' });
  await made.visit(project, lead, '2026-11-10T03:00:00Z');
  await all();
});
afterAll(() => house.close());

const manager = () => house.as({ role: 'projectManager', projects: [project] });
const all = async () => {
  await begin(house)((work) => markAll(work as Work<Tables>));
  return recomputeMarked(begin(house));
};

test('a label explains itself: value, since when, cells, and what comes next', async () => {
  const label = await manager().ask(explainLabel, { personId: lead, projectId: project, label: 'activity' });
  expect(label).toEqual({
    label: 'activity',
    value: 'ACTIVE',
    since: '2026-11-22',
    reasons: [{ criterion: 'sinceContact', observed: '2026-11-10', needed: [1, 3, 6], met: true }],
    next: { on: '2026-12-10', value: 'COOLING' },
  });
  const { overall, projects } = await manager().ask(readLabels, { personId: lead });
  expect(overall).toEqual({ lifecycle: 'POTENTIAL', value: 'UNCLASSIFIED', activity: 'ACTIVE' });
  expect(projects[0]?.labels.map((one) => one.label)).toEqual(['lifecycle', 'value', 'activity', 'completeness']);
});

test('somebody out of reach has no labels to explain', async () => {
  const elsewhere = house.as({ role: 'projectManager', projects: [await house.project('西岸')] });
  expect(await elsewhere.refused(readLabels, { personId: lead })).toMatchObject({ status: 404 });
  expect(await elsewhere.refused(labelHistory, { personId: lead })).toMatchObject({ status: 404 });
});

test('giving up loses a lead at once and is taken back as easily', async () => {
  const asker = manager();
  const where = { personId: lead, projectId: project };
  house.setClock('2026-11-22T02:30:00Z');
  await asker.ask(recordGivingUp, { ...where, on: day('2026-11-21'), reason: '买了别处' });
  await house.settle();
  expect(await asker.ask(explainLabel, { ...where, label: 'lifecycle' })).toMatchObject({ value: 'LOST' });
  house.setClock('2026-11-22T03:00:00Z');
  await asker.ask(takeBackGivingUp, where);
  await house.settle();
  const { items } = await asker.ask(labelHistory, { personId: lead, label: 'lifecycle' });
  expect(items.map(({ before, after }) => [before, after])).toEqual([
    ['LOST', 'POTENTIAL'],
    ['POTENTIAL', 'LOST'],
    [undefined, 'POTENTIAL'],
  ]);
});

test('every past day can be rebuilt from the changes', async () => {
  house.setClock('2026-12-09T18:00:00Z');
  await recomputeDue(begin(house));
  const asker = manager();
  const on = async (text: string) => (await asker.ask(labelDistribution, { label: 'activity', on: day(text) })).counts;
  expect(await on('2026-11-21')).toEqual([]);
  expect(await on('2026-12-09')).toEqual([{ value: 'ACTIVE', customers: 1 }]);
  expect(await on('2026-12-10')).toEqual([{ value: 'COOLING', customers: 1 }]);
});

test('an event recomputes whom it names and nobody else', async () => {
  const made = estate(house);
  for (const name of ['陆明远', '沈国栋', '周以宁']) await made.person(project, { name });
  await all();
  house.setClock('2026-12-10T03:00:00Z');
  await made.visit(project, lead, '2026-12-10T02:00:00Z');
  const { interactionsRecorded } = await import('@yilu/interactions/contract');
  await begin(house)((work) => work.tell(interactionsRecorded, { personIds: [lead] }));
  await house.settle();
  const changed = await house.sql<{ person_id: string; label: string; after: string }>(
    `select person_id, label, after from label_change where changed_at >= '2026-12-10T03:00:00Z' order by label`,
  );
  expect(new Set(changed.map((one) => one.person_id))).toEqual(new Set([lead]));
  expect(changed).toContainEqual({ person_id: lead, label: 'activity', after: 'ACTIVE' });
  expect(await house.sql('select * from customer_mark')).toEqual([]);
});

test('a full recompute in pieces says the same as one by one', async () => {
  const made = estate(house);
  const people: string[] = [];
  for (let index = 0; index < 24; index += 1) {
    const id = await made.person(project, { name: `客户${index}`, birthYear: 1970 + index });
    people.push(id);
    if (index % 2 === 0)
      await made.visit(project, id, `2026-${String((index % 11) + 1).padStart(2, '0')}-28T03:00:00Z`);
    if (index % 3 === 0) {
      const room = await made.room(project, `9-1-${100 + index}`, (index % 4) + 1);
      await made.party(project, room, id, 'owner', '2023-01-01');
      await made.milestone(project, room, 'HANDED_OVER', `202${(index % 5) + 1}-06-30`);
      await made.signed(project, id, 100_000_000 + index * 7_000_000, '2023-01-01', room);
    }
    if (index % 4 === 0) await made.answer(id, 'purchasePurpose', index % 8 === 0 ? ['INVESTMENT'] : ['UPGRADE']);
  }
  await all();
  const rows = () =>
    house.sql<{ row: unknown }>('select to_jsonb(fact) as row from customer_fact fact order by project_id, person_id');
  const streamed = await rows();
  await house.sql('delete from customer_fact');
  for (const id of people) await begin(house)((work) => recompute(work as Work<Tables>, [id]));
  const oneByOne = (await rows()).map(({ row }) => JSON.stringify(row));
  const same = streamed.map(({ row }) => JSON.stringify(row)).filter((row) => people.some((id) => row.includes(id)));
  expect(oneByOne).toEqual(same);
});

test('a changed figure of the rules recomputes everybody it concerns', async () => {
  const made = estate(house);
  const person = await made.person(project, { name: '黎初' });
  await made.visit(project, person, '2026-10-20T03:00:00Z');
  await all();
  const value = async () =>
    (await house.sql<{ activity: string }>('select activity from customer_fact where person_id = $1', [person]))[0]
      ?.activity;
  expect(await value()).toBe('COOLING');
  await house
    .as('administrator')
    .ask(setParameter, { key: 'activity.cooling.enabled', nodeId: project, value: false, reason: '试行' });
  await house.settle();
  expect(await value()).toBe('ACTIVE');
});

test('the full recompute is started by managers of the group only, and runs in the background', async () => {
  expect(await manager().refused(startRecompute, {})).toMatchObject({ status: 403 });
  expect((await house.as('groupManager').ask(startRecompute, {})).customers).toBeGreaterThan(20);
  await house.settle();
  expect(await house.sql('select * from customer_mark')).toEqual([]);
});

test('merged people keep one history', async () => {
  const made = estate(house);
  const other = await made.person(project, { name: '何雨桐', id: newId() });
  await all();
  const { relinkPerson } = await import('../store/giving-up.ts');
  await begin(house)((work) => relinkPerson((work as Work<Tables>).db, { fromId: other, toId: lead }));
  expect(await house.sql('select * from label_change where person_id = $1', [other])).toEqual([]);
  expect(await house.sql('select * from customer_fact where person_id = $1', [other])).toEqual([]);
});
