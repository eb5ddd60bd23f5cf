import { newId } from '@yilu/platform/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addParty, createPerson } from '../contract/index.ts';
import { type Estate, openEstate } from './estate.ts';

let estate: Estate;
let owner: string;
let stranger: string;
const housekeeper = newId();

beforeAll(async () => {
  estate = await openEstate();
  const { house, here, rooms } = estate;
  const manager = house.as({ role: 'projectManager', projects: [here] });
  owner = (
    await manager.ask(createPerson, {
      projectId: here,
      name: '业主甲',
      phones: [{ number: '13857140001' }],
      identity: { number: '11010519491231002X' },
    })
  ).person.id;
  stranger = (await manager.ask(createPerson, { projectId: here, name: '路人乙', phones: [{ number: '13857140002' }] }))
    .person.id;
  await manager.ask(addParty, { roomId: rooms[0], personId: owner, role: 'owner' });
  house.as({ role: 'housekeeper', accountId: housekeeper, projects: [here], ownOnly: true });
  await house.sql(
    `insert into staff (id, username, name, name_key, added_at) values ($1, 'hk', '林晓', 'lx', now()) on conflict do nothing`,
    [housekeeper],
  );
  await house.sql(
    `insert into portfolio_item (id, staff_id, subject_kind, subject_id, project_id, from_day, entrusted_by)
     values (gen_random_uuid(), $1, 'room', $2, $3, '2020-01-01', $1)`,
    [housekeeper, rooms[0], here],
  );
});
afterAll(() => estate.house.close());

const personal = ['person', 'person_project', 'person_phone', 'person_identity', 'room_party'] as const;

test.each(personal)('with nothing set, %s is empty', async (table) => {
  expect(await estate.house.asApp({}, `select * from ${table}`)).toEqual([]);
});

test.each(personal)('from the neighbouring project, %s is empty', async (table) => {
  expect(await estate.house.asApp({ projects: [estate.neighbour] }, `select * from ${table}`)).toEqual([]);
});

test('within the project everybody is there; with an own portfolio only the people of one’s rooms', async () => {
  const whole = { projects: [estate.here] };
  const own = { ...whole, actor: housekeeper, own: true };
  expect(await estate.house.asApp(whole, 'select id from person')).toHaveLength(2);
  expect(await estate.house.asApp(own, 'select id from person')).toEqual([{ id: owner }]);
  expect(await estate.house.asApp(own, 'select person_id from person_phone')).toEqual([{ person_id: owner }]);
  expect(await estate.house.asApp({ ...own, actor: newId() }, 'select id from person')).toEqual([]);
});

test('nobody can be changed or removed from outside', async () => {
  const outside = { projects: [estate.neighbour] };
  const changed = await estate.house.asApp(outside, `update person set name = 'x' where id = '${owner}' returning id`);
  const removed = await estate.house.asApp(
    outside,
    `delete from person_phone where person_id = '${owner}' returning id`,
  );
  expect([changed, removed]).toEqual([[], []]);
  const link = `insert into person_project (person_id, project_id, registered_at, registered_by) values ('${owner}', '${estate.here}', now(), '${housekeeper}')`;
  await expect(estate.house.asApp(outside, link)).rejects.toThrow(/row-level security/);
});

test('the search table is closed, and the search shows only who is in reach', async () => {
  await expect(estate.house.asApp({ projects: [estate.here] }, 'select * from person_search')).rejects.toThrow(
    /permission denied/,
  );
  const search = "select person_id from customers.search_people(array['%p138571400%'], 50)";
  expect(await estate.house.asApp({ projects: [estate.here] }, search)).toHaveLength(2);
  expect(await estate.house.asApp({ projects: [estate.here], actor: housekeeper, own: true }, search)).toEqual([
    { person_id: owner },
  ]);
  expect(await estate.house.asApp({ projects: [estate.neighbour] }, search)).toEqual([]);
  expect(await estate.house.asApp({}, search)).toEqual([]);
});

test('the head lines of a search show only who is in reach, by name and sound as well', async () => {
  const found = "select name, rooms from customers.find_people(array['%nobody%'], '业主甲', '业主甲', 20)";
  const bySound = "select name from customers.find_people(array['%nobody%'], 'yezhujia', '', 20)";
  const whole = { projects: [estate.here] };
  expect(await estate.house.asApp(whole, found)).toMatchObject([{ name: '业主甲', rooms: [expect.any(String)] }]);
  expect(await estate.house.asApp(whole, bySound)).toEqual([{ name: '业主甲' }]);
  for (const outside of [{}, { projects: [estate.neighbour] }, { ...whole, actor: newId(), own: true }]) {
    expect(await estate.house.asApp(outside, found)).toEqual([]);
    expect(await estate.house.asApp(outside, bySound)).toEqual([]);
  }
});

test('a pattern cannot break out of the search', async () => {
  const search = 'select person_id from customers.search_people(array[$1], 50)';
  const hostile = "%' or true --";
  expect(await estate.house.asApp({ projects: [estate.here] }, search, [hostile])).toEqual([]);
});

test('the property side does not see the developer’s answers, not even by SQL', async () => {
  await estate.house.sql(
    `insert into dossier_answer (person_id, field, side, value, declined, answered_by, answered_at, source)
     values ($1, 'totalPrice', 'developer', '["300to500"]', false, $2, now(), 'staff'), ($1, 'wechat', 'both', '"x"', false, $2, now(), 'staff')`,
    [stranger, housekeeper],
  );
  const read = 'select field from dossier_answer order by field';
  expect(await estate.house.asApp({ projects: [estate.here], sides: ['property'] }, read)).toEqual([
    { field: 'wechat' },
  ]);
  expect(await estate.house.asApp({ projects: [estate.here], sides: ['developer'] }, read)).toHaveLength(2);
});

test('the history of fields cannot be rewritten by the application', async () => {
  await expect(estate.house.asApp({ projects: [estate.here] }, 'delete from field_change')).rejects.toThrow(
    /permission denied/,
  );
});

test('the page of one person shows what the tables would, and nothing of anybody out of reach', async () => {
  const { house, here, neighbour } = estate;
  await house.sql(
    `insert into person_relation (id, from_person, to_person, kind, added_by, added_at)
     values (gen_random_uuid(), $1, $2, 'friend', $1, now())`,
    [owner, stranger],
  );
  await house.sql(
    `insert into dossier_answer (person_id, field, side, value, declined, answered_by, answered_at, source)
     values ($1, 'totalPrice', 'developer', '"300"', false, $1, now(), 'staff')`,
    [owner],
  );
  const page = async (scope: Parameters<typeof house.asApp>[0], id: string) =>
    (
      await house.asApp<{ mine: boolean; relations: object[]; answers: object[]; homes: object[] }>(
        scope,
        `select mine, relations, answers, homes from customers.page_of('${id}')`,
      )
    )[0];
  const whole = { projects: [here], actor: newId(), sides: ['developer', 'property'] as const };
  expect(await page({}, owner)).toBeUndefined();
  expect(await page({ ...whole, projects: [neighbour] }, owner)).toBeUndefined();
  expect(await page(whole, owner)).toMatchObject({ mine: false, relations: [{ name: '路人乙' }], homes: [{}] });
  expect((await page(whole, owner))?.answers).toHaveLength(1);

  const own = { ...whole, actor: housekeeper, own: true, sides: ['property'] as const };
  expect(await page(own, owner)).toMatchObject({ mine: true, relations: [], answers: [] });
  expect(await page(own, stranger)).toBeUndefined();
});
