import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addPhone,
  changePerson,
  changePhone,
  createPerson,
  findPeople,
  lookUpPhone,
  personHistory,
  readPerson,
  removePhone,
  resemblances,
  revealIdentity,
  revealPhone,
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
  const year = await consultant.ask(changePerson, { personId: person.id, version: 1, birthYear: 1991 });
  expect([year.person.birthDate, year.person.birthYear]).toEqual([undefined, 1991]);
  const none = await consultant.ask(changePerson, { personId: person.id, version: 2, birthYear: null });
  expect(none.person.birthYear).toBeUndefined();
});

describe('phones', () => {
  test('several may be kept, the first to ring passes on when it is wrong', async () => {
    const { person } = await register('电话甲');
    const [first] = person.phones;
    const second = (await consultant.ask(addPhone, { personId: person.id, number: '0571-87654321', note: '单位前台' }))
      .person.phones[1];
    expect(second).toMatchObject({ masked: '05718****321', primary: false, note: '单位前台' });
    const wrong = await consultant.ask(changePhone, { personId: person.id, phoneId: first?.id ?? '', wrong: true });
    expect(wrong.person.phones).toMatchObject([
      { id: second?.id, primary: true },
      { id: first?.id, wrongSince: '2026-11-20' },
    ]);
    const left = await consultant.ask(removePhone, { personId: person.id, phoneId: second?.id ?? '' });
    expect(left.person.phones).toHaveLength(1);
    expect(left.completeness.missing.map(({ item }) => item)).toContain('contact');
  });

  test('the same number twice is refused', async () => {
    const number = nextMobile();
    const { person } = await register('电话乙', number);
    expect(await consultant.refused(addPhone, { personId: person.id, number })).toMatchObject({
      status: 422,
      code: 'customers.phone_twice',
    });
  });
});

describe('revealing a phone', () => {
  test('needs a reason outside the own portfolio, and each look is in the audit', async () => {
    const number = nextMobile();
    const { person } = await register('揭示甲', number);
    const asked = { personId: person.id, phoneId: person.phones[0]?.id ?? '', reason: '' };
    expect(await consultant.refused(revealPhone, asked)).toMatchObject({
      status: 422,
      code: 'customers.reason_needed',
    });
    expect(await consultant.ask(revealPhone, { ...asked, reason: '确认看房时间' })).toEqual({ number });
    const audit = await estate.house.sql(
      "select reason from audit_entry where action = 'customers.phone_revealed' and subject_id = $1",
      [person.id],
    );
    expect(audit).toEqual([{ reason: '确认看房时间' }]);
  });

  test('within the own portfolio the reason is preset', async () => {
    const own = estate.house.as({ role: 'salesConsultant', name: '顾问乙', projects: [estate.here], ownOnly: true });
    const number = nextMobile();
    const { person } = await register('名下客户', number, own);
    expect(
      await own.ask(revealPhone, { personId: person.id, phoneId: person.phones[0]?.id ?? '', reason: '' }),
    ).toEqual({
      number,
    });
    expect((await own.ask(viewPerson, { personId: person.id })).mine).toBe(true);
  });

  test('is limited per hour', async () => {
    const eager = estate.house.as({ role: 'housekeeper', projects: [estate.here] });
    const { person } = await register('揭示乙');
    const asked = { personId: person.id, phoneId: person.phones[0]?.id ?? '', reason: '回访' };
    for (let look = 0; look < 60; look++) await eager.ask(revealPhone, asked);
    expect(await eager.refused(revealPhone, asked)).toMatchObject({ status: 429 });
  });

  test('an oversight role may not', async () => {
    const { person } = await register('揭示丙');
    const oversight = estate.house.as({ role: 'oversight', projects: [estate.here] });
    const asked = { personId: person.id, phoneId: person.phones[0]?.id ?? '', reason: '检查' };
    expect(await oversight.refused(revealPhone, asked)).toMatchObject({ status: 403 });
  });
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

test.each([
  ['name', '司空见惯'],
  ['two characters inside the name', '空见'],
  ['pinyin', 'sikong'],
  ['initials', 'skjg'],
  ['part of the phone', '13857197777'.slice(3)],
  ['the masked phone as it is shown', '138****7777'],
])('people are found by %s', async (_, text) => {
  const known = await consultant.ask(findPeople, { text: '司空见惯' });
  if (known.people.length === 0) await register('司空见惯', '13857197777');
  expect((await consultant.ask(findPeople, { text })).people).toMatchObject([
    { name: '司空见惯', maskedPhone: '138****7777' },
  ]);
});

test('a phone is looked up whole across scopes, in part within reach, and each time logged', async () => {
  const number = '13857196666';
  await register('查找甲', number);
  expect((await neighbour.ask(lookUpPhone, { phone: number })).people).toMatchObject([
    { name: '查**', inReach: false },
  ]);
  expect((await neighbour.ask(lookUpPhone, { phone: '6666' })).people).toEqual([]);
  expect((await consultant.ask(lookUpPhone, { phone: '6666' })).people).toMatchObject([
    { name: '查找甲', inReach: true },
  ]);
  const [logged] = await estate.house.sql<{ looks: number }>(
    "select count(*)::int as looks from audit_entry where action = 'customers.phone_looked_up'",
  );
  expect(logged?.looks).toBe(3);
});
