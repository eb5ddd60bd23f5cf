import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addPhone,
  changePhone,
  createPerson,
  findPeople,
  lookUpPhone,
  removePhone,
  resemblances,
  revealPhone,
  ringPerson,
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
const nextMobile = () => `1385715${String(1_000 + ++count).padStart(4, '0')}`;
const register = (name: string, number = nextMobile(), by = consultant, projectId = estate.here) =>
  by.ask(createPerson, { projectId, name, phones: [{ number }] });

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
  test('a number in the note beside it is masked, seen with it, and not lost by editing around it (SEC-09)', async () => {
    const { person } = await register('备注里有号码');
    const note = '白天打他爱人 13911112222';
    const added = await consultant.ask(addPhone, { personId: person.id, number: nextMobile(), note });
    const phone = added.person.phones.find((one) => one.note !== undefined);
    expect(phone?.note).toBe('白天打他爱人 139****2222');
    expect(JSON.stringify((await consultant.ask(viewPerson, { personId: person.id })).person)).not.toContain(
      '13911112222',
    );
    const at = { personId: person.id, phoneId: phone?.id ?? '' };
    await consultant.ask(changePhone, { ...at, note: '晚上打他爱人 139****2222' });
    expect((await consultant.ask(revealPhone, { ...at, reason: '客户要求回电' })).note).toBe(
      '晚上打他爱人 13911112222',
    );
    expect((await consultant.refused(changePhone, { ...at, note: '打 138****0000' })).status).toBe(422);
  });

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

  test('ringing shows the number to ring first, with the same reason and record as a look', async () => {
    const own = estate.house.as({ role: 'salesConsultant', name: '顾问丙', projects: [estate.here], ownOnly: true });
    const number = nextMobile();
    const { person } = await register('拨打甲', number, own);
    const personId = person.id;
    expect(await own.ask(ringPerson, { personId, reason: '' })).toMatchObject({ number });
    expect(await consultant.refused(ringPerson, { personId, reason: '' })).toMatchObject({
      code: 'customers.reason_needed',
    });
    await consultant.ask(ringPerson, { personId, reason: '替同事回电' });
    const audit = await estate.house.sql(
      "select reason from audit_entry where action = 'customers.phone_revealed' and subject_id = $1 order by at, id",
      [personId],
    );
    expect(audit).toEqual([{ reason: '联系名下客户' }, { reason: '替同事回电' }]);
  });

  test('a number that is wrong is not rung; without another one there is none', async () => {
    const { person } = await register('拨打乙');
    const [first] = person.phones;
    const number = nextMobile();
    await consultant.ask(addPhone, { personId: person.id, number });
    await consultant.ask(changePhone, { personId: person.id, phoneId: first?.id ?? '', wrong: true });
    const asked = { personId: person.id, reason: '回访' };
    const rung = await consultant.ask(ringPerson, asked);
    expect(rung.number).toBe(number);
    await consultant.ask(changePhone, { personId: person.id, phoneId: rung.phoneId, wrong: true });
    expect(await consultant.refused(ringPerson, asked)).toMatchObject({
      status: 409,
      code: 'customers.no_phone_to_ring',
    });
    expect(await neighbour.refused(ringPerson, asked)).toMatchObject({ status: 404 });
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
  await neighbour.refused(createPerson, { projectId: estate.neighbour, name: '查找甲', phones: [{ number }] });
  const [beyond] = await estate.house.sql<{ after_image: string; subject_id: string }>(
    "select after_image, subject_id from audit_entry where action = 'customers.resemblance_looked_up' order by at desc, id desc limit 1",
  );
  expect(beyond?.after_image).toBe('{"found":1,"beyondReach":1}');
  expect(beyond?.subject_id).not.toContain(number);
});

test('who registers again and again with numbers of others is limited like whoever looks numbers up', async () => {
  const number = nextMobile();
  await register('限次甲', number);
  const [group] = await estate.house.sql<{ id: string }>("select id from company_node where kind = 'group'");
  await estate.house.sql(
    `insert into parameter_override (key, node_id, value, changed_by, changed_by_name, changed_at)
     values ('privacy.lookUp.perHour', $1, '2', $1, '—', now())`,
    [group?.id],
  );
  const eager = estate.house.as({ role: 'salesConsultant', projects: [estate.neighbour] });
  const again = { projectId: estate.neighbour, name: '限次乙', phones: [{ number }] };
  expect(await eager.refused(createPerson, again)).toMatchObject({ status: 409 });
  expect(await eager.refused(createPerson, again)).toMatchObject({ status: 409 });
  expect(await eager.refused(createPerson, again)).toMatchObject({ status: 429 });
  await estate.house.sql("delete from parameter_override where key = 'privacy.lookUp.perHour'");
  expect(await eager.refused(resemblances, { projectId: estate.here, name: '限次甲', phones: [number] })).toMatchObject(
    { status: 404 },
  );
});

test('a search by part of a phone is a look-up: logged without the digits and limited, the same again not anew', async () => {
  await register('寻号甲', '13857195555');
  const searcher = estate.house.as({ role: 'salesConsultant', name: '搜索者', projects: [estate.here] });
  const looks = () =>
    estate.house.sql<{ subject_id: string; after_image: string }>(
      "select subject_id, after_image from audit_entry where action = 'customers.phone_searched' and actor_id = $1",
      [searcher.accountId],
    );
  await searcher.ask(findPeople, { text: '寻号' });
  expect(await looks()).toEqual([]);
  for (let page = 0; page < 2; page++) {
    expect((await searcher.ask(findPeople, { text: '寻号 71955' })).people).toMatchObject([{ name: '寻号甲' }]);
  }
  const [look, ...more] = await looks();
  expect(more).toEqual([]);
  expect(look?.after_image).toBe('{"found":1}');
  expect(look?.subject_id).not.toContain('71955');
  const windows = () =>
    estate.house.sql('select count from rate_window where key like $1', [`search:${searcher.accountId}:%`]);
  expect(await windows()).toEqual([{ count: 1 }]);

  const [group] = await estate.house.sql<{ id: string }>("select id from company_node where kind = 'group'");
  await estate.house.sql(
    `insert into parameter_override (key, node_id, value, changed_by, changed_by_name, changed_at)
     values ('privacy.lookUp.perHour', $1, '2', $1, '—', now())`,
    [group?.id],
  );
  await searcher.ask(findPeople, { text: '719555' });
  for (let tries = 0; tries < 2; tries++) {
    expect(await searcher.refused(findPeople, { text: '7195555' })).toMatchObject({ status: 429 });
  }
  expect(await looks()).toHaveLength(2);
  expect(await windows()).toHaveLength(2);
  expect((await searcher.ask(findPeople, { text: '寻号' })).people).toHaveLength(1);
  await estate.house.sql("delete from parameter_override where key = 'privacy.lookUp.perHour'");
});
