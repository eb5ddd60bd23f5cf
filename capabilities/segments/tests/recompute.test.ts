import type { Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markAll, recomputeDue, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, segments], at: '2026-11-22T02:00:00Z' });
  project = await house.project('澜山府');
});
afterAll(() => house.close());

const all = async () => {
  await begin(house)((work) => markAll(work as Work<Tables>));
  return recomputeMarked(begin(house));
};
const fact = async (personId: string, projectId = project) => {
  const [found] = await house.sql<{ row: Record<string, unknown> }>(
    'select to_jsonb(fact) as row from customer_fact fact where person_id = $1 and project_id = $2',
    [personId, projectId],
  );
  return found?.row;
};

test('a lead, an owner and a tenant become rows of the book, and only the first two carry labels', async () => {
  const made = estate(house);
  const lead = await made.person(project, { name: '何雨桐', phone: '13800001111', bornOn: '1996-05-21' });
  await made.visit(project, lead, '2026-11-01T03:00:00Z');
  await made.answer(lead, 'purchasePurpose', ['UPGRADE']);
  await made.answer(lead, 'needLayout', ['2', '3']);
  const owner = await made.person(project, { name: '许静安' });
  const home = await made.room(project, '3-2-1801');
  await made.party(project, home, owner, 'owner', '2025-02-01');
  await made.milestone(project, home, 'HANDED_OVER', '2025-06-01');
  await made.signed(project, owner, 500_000_000, '2025-02-01', home);
  const tenant = await made.person(project, { name: '秦小满' });
  await made.party(project, home, tenant, 'tenant');

  expect(await all()).toMatchObject({ people: 3, written: 3 });
  expect(await fact(lead)).toMatchObject({
    standing: 'lead',
    phone: '138****1111',
    birthday: '05-21',
    visits: 1,
    lifecycle: 'POTENTIAL',
    value: 'UPGRADER',
    value_matches: ['UPGRADER', 'EMERGING'],
    activity: 'ACTIVE',
    activity_until: '2026-12-01',
    last_contact_on: '2026-11-01',
  });
  expect(await fact(owner)).toMatchObject({
    standing: 'owner',
    rooms: '3-2-1801',
    lifecycle: 'LONG_STANDING',
    lifecycle_until: '2028-06-01',
    value: 'HIGH_NET_WORTH',
    current_score: 100,
    activity: 'DORMANT',
    delivered_on: '2025-06-01',
  });
  expect(await fact(tenant)).toMatchObject({ standing: 'tenant', lifecycle: null, value: null, activity: null });
});

test('a second full recompute writes nothing', async () => {
  expect(await all()).toMatchObject({ people: 3, written: 0, changes: 0 });
});

test('the night looks at those whose day has come, and at nobody else', async () => {
  house.setClock('2026-11-30T18:00:00Z');
  const changed = await recomputeDue(begin(house)).then(() =>
    house.sql<{ label: string; before: string; after: string }>(
      `select label, before, after from label_change where changed_at = '2026-11-30T18:00:00Z'`,
    ),
  );
  expect(changed).toContainEqual({ label: 'activity', before: 'ACTIVE', after: 'COOLING' });
  house.setClock('2026-12-01T18:00:00Z');
  expect(await recomputeDue(begin(house))).toEqual({ people: 0, written: 0, changes: 0 });
});

test('a part and a responsible that were to end are gone from the book on that day, though nothing tells of it', async () => {
  const made = estate(house);
  const tenant = await made.person(project, { name: '程租' });
  const home = await made.room(project, '3-2-1901');
  const { accountId: keeper } = house.as({ role: 'housekeeper', name: '林晓', projects: [project] });
  await house.settle();
  await made.party(project, home, tenant, 'tenant', '2026-01-01');
  await made.entrust(project, keeper, 'room', home);
  house.setClock('2027-03-01T18:00:00Z');
  await all();
  expect(await fact(tenant)).toMatchObject({ rooms: '3-2-1901', standing: 'tenant', responsible_id: keeper });

  await house.sql("update room_party set ended_on = '2027-03-10' where person_id = $1", [tenant]);
  await house.sql("update portfolio_item set until_day = '2027-03-05' where staff_id = $1", [keeper]);
  house.setClock('2027-03-04T18:00:00Z');
  await recomputeDue(begin(house));
  expect(await fact(tenant)).toMatchObject({ rooms: '3-2-1901', responsible_id: null });
  house.setClock('2027-03-09T18:00:00Z');
  await recomputeDue(begin(house));
  expect(await fact(tenant)).toMatchObject({ rooms: null });
});
