import { viewPerson } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import { day } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { readBuilding } from '@yilu/properties/contract';
import { properties } from '@yilu/properties/server';
import { sales } from '@yilu/sales/server';
import { settings } from '@yilu/settings/server';
import { createTask, readToday } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CustomerLabels, countWaiting, readBook } from '../contract/index.ts';
import { markAll, recomputeDue, recomputeMarked, segments } from '../server/index.ts';
import { mark } from '../store/marks.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

// What other pages show of labels: Today's lines and changes, the colours of a building, chips, who still waits.

let house: House;
let project: string;
let neighbour: string;
let building: string;
let me: Caller;
let lead: string;
let owner: string;
let home: string;

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, sales, segments],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
  neighbour = await house.project('望江台');
  me = house.as({ role: 'salesSiteManager', name: '林晓', projects: [project], sides: ['developer'] });
  const made = estate(house);
  lead = await made.person(project, { name: '何雨桐', registeredAt: '2026-10-20T02:00:00Z' });
  await made.visit(project, lead, '2026-10-25T03:00:00Z');
  await made.entrust(project, me.accountId, 'person', lead);
  owner = await made.person(project, { name: '许静安' });
  home = await made.room(project, '3-2-1801');
  building = newId();
  await house.sql('insert into building (id, project_id, code, name) values ($1, $2, $3, $4)', [
    building,
    project,
    '3',
    '3号楼',
  ]);
  await house.sql('update room set building_id = $2 where id = $1', [home, building]);
  await made.party(project, home, owner, 'owner', '2025-02-01');
  await made.party(project, home, await made.person(project, { name: '秦小满' }), 'tenant');
  await made.milestone(project, home, 'HANDED_OVER', '2025-06-01');
  await made.signed(project, owner, 500_000_000, '2025-02-01', home);
  await everybody();
});
afterAll(() => house.close());

async function everybody() {
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
}

test('who is about to cool stands on the responsible’s Today, from the facts alone', async () => {
  const { lines } = await me.ask(readToday, {});
  expect(lines.find(({ kind }) => kind === 'care')).toMatchObject({
    subject: { kind: 'person', id: lead },
    title: { zh: '轻触关怀' },
    why: { zh: '28 天没有互动，再过 3 天将变为降温' },
    chips: expect.arrayContaining([
      { label: 'lifecycle', value: 'POTENTIAL' },
      { label: 'activity', value: 'ACTIVE' },
    ]),
  });
});

test('a dossier below its line stands there with the days left, and nobody else’s does', async () => {
  const { lines } = await me.ask(readToday, {});
  const dossiers = lines.filter(({ kind }) => kind === 'dossier');
  expect(dossiers.map(({ subject }) => subject?.id)).toEqual([lead]);
  expect(dossiers[0]).toMatchObject({
    title: { zh: '资料补到 70%' },
    why: { zh: expect.stringContaining('还有 1 天') },
  });
  const colleague = house.as({ role: 'salesConsultant', name: '周敏', projects: [project], sides: ['developer'] });
  expect((await colleague.ask(readToday, {})).lines).toEqual([]);
});

test('a task about somebody carries the chips of their labels', async () => {
  await me.ask(createTask, {
    projectId: project,
    subject: { kind: 'person', id: owner },
    title: '送年历',
    on: day('2026-11-22'),
  });
  const { lines } = await me.ask(readToday, {});
  expect(lines.find(({ title }) => title.zh === '送年历')?.chips).toEqual([
    { label: 'lifecycle', value: 'LONG_STANDING' },
    { label: 'value', value: 'HIGH_NET_WORTH' },
    { label: 'activity', value: 'DORMANT' },
  ]);
});

test('of somebody in two projects a line carries the labels of its own project, and none where there are none', async () => {
  const { person, party, room, milestone } = estate(house);
  const [old, fresh, third] = [await house.project('老盘'), await house.project('新盘'), await house.project('第三处')];
  const someone = await person(old, { name: '两边都有' });
  await person(fresh, { id: someone, registeredAt: '2026-11-10T02:00:00Z' });
  const flat = await room(old, '9-1-101');
  await party(old, flat, someone, 'owner', '2024-02-01');
  await milestone(old, flat, 'HANDED_OVER', '2025-06-01');
  await everybody();
  const all = house.as('administrator');
  const lifecycleAt = async (projectId: string) => {
    const subject = { kind: 'person', id: someone };
    const task = await all.ask(createTask, { projectId, subject, title: '两处的人', on: day('2026-11-22') });
    const line = (await all.ask(readToday, {})).lines.find(({ taskId }) => taskId === task.id);
    return line?.chips.find(({ label }) => label === 'lifecycle')?.value;
  };
  expect([await lifecycleAt(old), await lifecycleAt(fresh), await lifecycleAt(third)]).toEqual([
    'LONG_STANDING',
    'POTENTIAL',
    undefined,
  ]);
});

test('a building is coloured by the labels of its owners; whoever may not see the book sees no colours', async () => {
  const { colourings } = await me.ask(readBuilding, { buildingId: building });
  expect(colourings.map(({ key }) => key)).toEqual(['segments.activity', 'segments.lifecycle', 'segments.value']);
  expect(colourings.map(({ rooms }) => rooms[home])).toEqual([
    { value: 'DORMANT', note: '许静安' },
    { value: 'LONG_STANDING', note: '许静安' },
    { value: 'HIGH_NET_WORTH', note: '许静安' },
  ]);
  const activity = colourings[0]?.values.map(({ value, tone }) => [value, tone]);
  expect(activity).toContainEqual(['COOLING', 'attention']);
  const other = house.as({ role: 'projectManager', projects: [project], permissions: ['properties.see'] });
  const seen = await other.ask(readBuilding, { buildingId: building });
  expect(seen.colourings).toEqual([]);
});

test('the page of a person carries the labels of the projects in reach, each with its reasons', async () => {
  const labels = (await me.ask(viewPerson, { personId: owner })).panels.labels as CustomerLabels;
  expect(labels.overall).toEqual({ lifecycle: 'LONG_STANDING', value: 'HIGH_NET_WORTH', activity: 'DORMANT' });
  expect(labels.projects.map(({ projectName }) => projectName)).toEqual(['澜山府']);
  const [lifecycle] = labels.projects[0]?.labels ?? [];
  expect(lifecycle).toMatchObject({ label: 'lifecycle', since: '2026-11-22' });
  expect(lifecycle?.reasons).toContainEqual(
    expect.objectContaining({ criterion: 'sinceDelivery', observed: '2025-06-01', met: true }),
  );
});

test('the first labels are no news; one that moves is, with what it was, to whoever it is entrusted to', async () => {
  expect((await me.ask(readToday, {})).changes).toEqual([]);
  house.setClock('2026-11-25T02:00:00Z');
  await recomputeDue(begin(house));
  house.setClock('2026-11-25T03:00:00Z');
  const moved = (await me.ask(readToday, {})).changes.filter(({ label }) => label?.name === 'activity');
  expect(moved).toMatchObject([
    {
      subject: { id: lead },
      label: { before: 'ACTIVE', after: 'COOLING' },
      why: { zh: expect.stringContaining('2026') },
    },
  ]);
  const colleague = house.as({ role: 'salesConsultant', name: '周敏', projects: [project], sides: ['developer'] });
  expect((await colleague.ask(readToday, {})).changes).toEqual([]);
});

test('the book says how many in reach wait for their labels, until nobody does', async () => {
  const made = estate(house);
  const waits = async (caller: Caller, input = {}) => (await caller.ask(countWaiting, input)).customers;
  const far = house.as({ role: 'salesSiteManager', projects: [neighbour], sides: ['developer'] });
  expect(await waits(me)).toBe(0);

  const fresh = await Promise.all(['陆明远', '沈国栋', '周以宁'].map((name) => made.person(project, { name })));
  await begin(house)(async (work) => {
    await mark((work as Work<Tables>).db, fresh);
    await mark((work as Work<Tables>).db, fresh.slice(0, 1));
  });
  expect([await waits(me), await waits(me, { projectId: project }), await waits(far)]).toEqual([3, 3, 0]);
  expect((await me.ask(readBook, {})).items.map(({ name }) => name)).not.toContain('陆明远');

  const alone = house.as({ role: 'salesConsultant', projects: [project], ownOnly: true, sides: ['developer'] });
  expect(await waits(alone)).toBe(0);
  await begin(house)((work) => markAll(work as Work<Tables>));
  expect([await waits(me), await waits(far)]).toEqual([6, 0]);
  await recomputeMarked(begin(house));
  expect(await waits(me)).toBe(0);
  expect((await me.ask(readBook, {})).items.map(({ name }) => name)).toContain('陆明远');
});
