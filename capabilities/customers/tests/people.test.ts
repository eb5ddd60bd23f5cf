import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changePerson,
  createPerson,
  findPeople,
  personHistory,
  readPerson,
  resemblances,
  revealIdentity,
  setIdentity,
  viewPerson,
} from '../contract/index.ts';
import { type Estate, openEstate } from './estate.ts';

let estate: Estate;
let consultant: Caller;
let neighbour: Caller;
beforeAll(async () => {
  estate = await openEstate();
  consultant = estate.house.as({ role: 'salesConsultant', name: '程望', projects: [estate.here] });
  neighbour = estate.house.as({ role: 'salesConsultant', projects: [estate.neighbour] });
});
afterAll(() => estate.house.close());

let count = 0;
const nextMobile = () => `1385712${String(1_000 + ++count).padStart(4, '0')}`;
const register = (name: string, number = nextMobile(), by = consultant, projectId = estate.here) =>
  by.ask(createPerson, { projectId, name, phones: [{ number }] });

test('a registered person has masked phones and says what is missing', async () => {
  const { person, completeness } = await consultant.ask(createPerson, {
    projectId: estate.here,
    name: '许静安',
    sex: 'female',
    birthDate: '1985-03-01',
    phones: [{ number: '+86 138-5799-2046' }],
  });
  expect(person).toMatchObject({
    name: '许静安',
    pinyin: 'xujingan',
    age: 41,
    birthYear: 1985,
    projectIds: [estate.here],
  });
  expect(person.phones).toMatchObject([{ masked: '138****2046', primary: true, kind: 'mobile' }]);
  expect(completeness).toMatchObject({ filled: 14, stage: 'registered' });
  expect(completeness.missing[0]).toEqual({ item: 'contactAddress', weight: 3, jump: 'field:address' });
});

describe('a probable duplicate', () => {
  test('is refused with the records it resembles, and goes in when compared', async () => {
    const number = nextMobile();
    const { person } = await register('周启明', number);
    const problem = await consultant.refused(createPerson, {
      projectId: estate.here,
      name: '周启明',
      phones: [{ number }],
    });
    expect(problem).toMatchObject({
      status: 409,
      code: 'customers.resembles_others',
      current: { people: [{ personId: person.id, strength: 'certain', reasons: ['samePhone', 'sameName'] }] },
    });
    const again = await consultant.ask(createPerson, {
      projectId: estate.here,
      name: '周启明',
      phones: [{ number }],
      anyway: true,
    });
    expect(again.person.id).not.toBe(person.id);
  });

  test('is found across projects by its whole phone, the name masked', async () => {
    const number = nextMobile();
    await register('欧阳娜', number);
    const { people } = await neighbour.ask(resemblances, {
      projectId: estate.neighbour,
      name: '欧阳娜',
      phones: [number],
    });
    expect(people).toMatchObject([
      { name: '欧**', inReach: false, strength: 'certain', maskedPhone: `138****${number.slice(-4)}`, rooms: [] },
    ]);
  });

  test('of the same name is only a hint when both have phones, and a reason to compare when one has none', async () => {
    await register('王伟');
    expect((await register('王伟')).person.name).toBe('王伟');
    const problem = await consultant.refused(createPerson, { projectId: estate.here, name: '王伟', phones: [] });
    expect(problem.code).toBe('customers.resembles_others');
  });

  test('by its ID number is found through the keyed hash', async () => {
    const number = '11010519491231002X';
    const { person } = await consultant.ask(createPerson, {
      projectId: estate.here,
      name: '白露',
      identity: { number },
      phones: [],
    });
    expect(person).toMatchObject({
      sex: 'female',
      birthDate: '1949-12-31',
      identity: { masked: '110***********002X' },
    });
    const { people } = await consultant.ask(resemblances, {
      projectId: estate.here,
      name: '白鹭',
      identity: { number },
    });
    expect(people).toMatchObject([
      { personId: person.id, reasons: ['sameIdentity', 'samePinyin'], strength: 'certain' },
    ]);
    const [row] = await estate.house.sql<{ encrypted: string }>(
      'select encrypted from person_identity where person_id = $1',
      [person.id],
    );
    expect(row?.encrypted).not.toContain(number);
  });
});

test.each([
  ['18999999999', 'customers.phone_placeholder'],
  ['1385712', 'customers.phone_unusable'],
])('nobody is registered with %s', async (number, code) => {
  const problem = await consultant.refused(createPerson, {
    projectId: estate.here,
    name: '某人',
    phones: [{ number }],
  });
  expect(problem).toMatchObject({ status: 422, code });
});

test('registering twice with one Idempotency-Key is registering once', async () => {
  const headers = { 'idempotency-key': 'double-click-1' };
  const input = { projectId: estate.here, name: '双击', phones: [{ number: nextMobile() }] };
  const [one, other] = [
    await consultant.ask(createPerson, input, headers),
    await consultant.ask(createPerson, input, headers),
  ];
  expect(other.person.id).toBe(one.person.id);
});

test('the neighbouring project sees neither the person nor the page', async () => {
  const { person } = await register('邻里甲');
  for (const endpoint of [readPerson, viewPerson]) {
    expect(await neighbour.refused(endpoint, { personId: person.id })).toMatchObject({ status: 404 });
  }
  expect((await neighbour.ask(findPeople, { text: '邻里甲' })).people).toEqual([]);
});

test('a stale save gets the current record, and the history tells both values', async () => {
  const { person } = await register('苏青');
  await consultant.ask(changePerson, { personId: person.id, version: person.version, name: '苏青禾', sex: 'female' });
  const problem = await consultant.refused(changePerson, {
    personId: person.id,
    version: person.version,
    name: '苏清',
  });
  expect(problem).toMatchObject({
    status: 409,
    code: 'platform.stale_version',
    current: { name: '苏青禾', version: 2 },
  });
  const { changes } = await consultant.ask(personHistory, { personId: person.id, field: 'name' });
  expect(changes).toMatchObject([{ field: 'name', before: '苏青', after: '苏青禾', changedBy: '程望', hidden: false }]);
});

test('a year of birth alone clears a date that contradicts it, and both can be cleared', async () => {
  const { person } = await consultant.ask(createPerson, {
    projectId: estate.here,
    name: '生日甲',
    birthDate: '1990-05-06',
  });
  const same = await consultant.ask(changePerson, { personId: person.id, version: 1, birthYear: 1990 });
  expect([same.person.birthDate, same.person.version]).toEqual(['1990-05-06', 1]);
  const year = await consultant.ask(changePerson, { personId: person.id, version: 1, birthYear: 1991 });
  expect([year.person.birthDate, year.person.birthYear]).toEqual([undefined, 1991]);
  const none = await consultant.ask(changePerson, { personId: person.id, version: 2, birthYear: null });
  expect(none.person.birthYear).toBeUndefined();
});

test('an ID number is shown whole only to managers, with a reason, in the audit', async () => {
  const { person } = await register('证件甲');
  await consultant.ask(setIdentity, { personId: person.id, number: '11010519491231002X' });
  const asked = { personId: person.id, reason: '网签备案' };
  expect(await consultant.refused(revealIdentity, asked)).toMatchObject({ status: 403 });
  const manager = estate.house.as({ role: 'projectManager', projects: [estate.here] });
  expect(await manager.ask(revealIdentity, asked)).toEqual({ kind: 'residentId', number: '11010519491231002X' });
  expect(await consultant.refused(setIdentity, { personId: person.id, number: '110105194912310021' })).toMatchObject({
    status: 422,
  });
});

test('of more people than are looked at, whoever is called exactly so is found first', async () => {
  const { house, here } = estate;
  await house.sql(
    `with made as (
       insert into person (id, kind, name, name_key, pinyin, initials, registered_at, registered_by, entered_at)
       select gen_random_uuid(), 'natural', name, name, sound, initials, now(), gen_random_uuid(), now()
         from (select '蓝田' || chr(19968 + n), 'lantian', 'lt' from generate_series(1, 400) n
               union all select '蓝田', 'lantian', 'lt') as given (name, sound, initials)
       returning id
     ), linked as (
       insert into person_project (person_id, project_id, registered_at, registered_by)
       select id, $1, now(), gen_random_uuid() from made
     )
     insert into person_search (person_id, words) select id, ' 蓝田甲 田甲 甲 lantian lt' from made`,
    [here],
  );
  const [first] = (await consultant.ask(findPeople, { text: '蓝田', limit: 5 })).people;
  expect(first).toMatchObject({ name: '蓝田', rooms: [] });
  expect((await consultant.ask(findPeople, { text: 'lantian', limit: 5 })).people).toHaveLength(5);
  expect((await neighbour.ask(findPeople, { text: '蓝田' })).people).toEqual([]);
});
