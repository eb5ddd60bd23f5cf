import { createPerson } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { setParameter } from '@yilu/settings/contract';
import { settings } from '@yilu/settings/server';
import { readToday } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createRegister,
  findCallers,
  finishRegister,
  listRegisters,
  ownCompliance,
  readRegister,
  registerCompliance,
  tallyOfPerson,
  timelineOfPerson,
} from '../contract/index.ts';
import { interactions } from '../server/index.ts';

const capabilities = [settings, identity, tasks, properties, customers, interactions];
const at = (clock: string) => `2026-11-20T${clock}:00+08:00`;

let house: House;
let here: string;
let consultant: Caller;
let phones = 0;
beforeAll(async () => {
  house = await openHouse({ capabilities, at: at('16:00') });
  here = await house.project('澜山府一期');
  consultant = house.as({ role: 'salesConsultant', name: '程望', projects: [here], sides: ['developer'] });
});
afterAll(() => house.close());

const newPhone = () => `1380000${String(2_046 + phones++).padStart(4, '0')}`;
async function person(name: string, phone = newPhone()) {
  const saved = await consultant.ask(createPerson, {
    projectId: here,
    name,
    phones: [{ number: phone }],
    anyway: true,
  });
  return { id: saved.person.id, phone };
}
const call = (form: object, more: object = {}) => ({
  projectId: here,
  kind: 'CALL_IN' as const,
  contactedAt: new Date(at('15:20')),
  form,
  ...more,
});
const firstCall = (phone: string, name = '许静安') => ({
  phone,
  name,
  sex: 'female' as const,
  answers: { sourceChannel: 'REFERRAL' },
  parts: { keyPoints: '问二期四居的价格和交付时间' },
});

test('a first call with its fields makes the customer, the contact and the line of the register', async () => {
  const phone = newPhone();
  const register = await consultant.ask(createRegister, call(firstCall(phone)));
  expect(register).toMatchObject({ standing: 'ON_TIME', timesBefore: 0, personName: '许静安', missing: [] });
  expect(register.dueAt).toEqual(new Date(at('18:00')));
  expect(register.phoneMasked).toMatch(/^138\*{4}\d{4}$/);
  const { items } = await consultant.ask(timelineOfPerson, { personId: register.personId ?? '' });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ kind: 'CALL_IN', counted: true, recordedBy: { name: '程望' } });
});

test('a first call without its fields is refused with what is missing, and writes nothing', async () => {
  const before = await house.sql<{ count: string }>('select count(*) from person');
  const refused = await consultant.refused(createRegister, call({ phone: newPhone(), name: '何雨桐' }));
  expect(refused).toMatchObject({ status: 422, code: 'interactions.register_incomplete' });
  expect(refused.params?.missing).toEqual(['sex', 'source', 'talk']);
  expect(await house.sql('select count(*) from person')).toEqual(before);
});

test.each([true, null, 0, 'yesterday', '0099-01-01T00:00:00Z', '2026-11-20'])(
  'a time of contact that is no instant of our days is refused: %s',
  async (contactedAt) => {
    const asked = { ...call({ phone: newPhone() }, { keepOpen: true }), contactedAt: contactedAt as unknown as Date };
    const refused = await consultant.refused(createRegister, asked);
    expect(refused).toMatchObject({ status: 422 });
    expect(JSON.stringify(refused)).toContain('contactedAt');
  },
);

test('a register in a project out of reach is refused, also when it is only kept', async () => {
  const elsewhere = await house.project('邻项目');
  for (const projectId of [elsewhere, crypto.randomUUID()]) {
    const asked = call({ phone: newPhone() }, { keepOpen: true, projectId });
    expect(await consultant.refused(createRegister, asked)).toMatchObject({ status: 404 });
  }
});

test('kept open it waits on Today, and finished after closing it is late', async () => {
  const phone = newPhone();
  const me = house.as({ role: 'salesConsultant', name: '苏敏', projects: [here], sides: ['developer'] });
  const open = await me.ask(createRegister, call({ phone, name: '陆明远' }, { keepOpen: true }));
  expect(open).toMatchObject({ standing: 'OPEN', missing: ['sex', 'source', 'talk'] });
  const [line] = (await me.ask(readToday, {})).lines;
  expect(line?.why.zh).toContain('性别、获知途径、洽谈内容');
  expect(line?.plannedAt).toEqual(new Date(at('17:00')));

  house.setClock(at('18:30'));
  expect((await me.ask(readRegister, { registerId: open.id })).standing).toBe('MISSING');
  const form = { ...firstCall('', '陆明远'), phone: undefined };
  const done = await me.ask(finishRegister, {
    registerId: open.id,
    version: open.version,
    contactedAt: open.contactedAt,
    form,
  });
  expect(done.standing).toBe('LATE');
  expect((await me.ask(readToday, {})).lines).toEqual([]);
  const manager = house.as({ role: 'salesSiteManager', projects: [here] });
  const compliance = await manager.ask(registerCompliance, { from: '2026-11-20', to: '2026-11-20' });
  expect(compliance.people.find(({ accountId }) => accountId === me.accountId)).toMatchObject({
    late: 1,
    onTime: 0,
    rate: 0,
  });
  const days = { from: '2026-11-20', to: '2026-11-20' };
  expect(await me.ask(ownCompliance, days)).toMatchObject({ late: 1, onTime: 0, rate: 0 });
  const colleague = house.as({ role: 'salesConsultant', projects: [here], sides: ['developer'] });
  expect(await colleague.ask(ownCompliance, days)).toEqual({ onTime: 0, late: 0, missing: 0, open: 0 });
  expect(compliance.sites[0]).toMatchObject({ projectId: here, name: '澜山府一期' });
  house.setClock(at('16:00'));
});

test('a call after closing is on time until midnight', async () => {
  house.setClock(at('20:00'));
  const register = await consultant.ask(
    createRegister,
    call(firstCall(newPhone(), '周以宁'), { contactedAt: new Date(at('19:30')) }),
  );
  expect(register.dueAt).toEqual(new Date('2026-11-21T00:00:00+08:00'));
  expect(register.standing).toBe('ON_TIME');
  house.setClock(at('16:00'));
});

test('phone and name together are the same customer; the second call asks for the talk only', async () => {
  const phone = newPhone();
  const first = await consultant.ask(createRegister, call(firstCall(phone, '顾长风')));
  const [known] = (await consultant.ask(findCallers, { projectId: here, phone })).items;
  expect(known).toMatchObject({
    personId: first.personId,
    match: 'phone',
    inScope: true,
    tally: { calls: 1, visits: 0 },
  });
  const second = await consultant.ask(
    createRegister,
    call({ phone, name: '顾长风', parts: { keyPoints: '再问一次首付' } }),
  );
  expect(second).toMatchObject({ personId: first.personId, timesBefore: 1 });
  const { items } = await consultant.ask(tallyOfPerson, { personId: first.personId ?? '' });
  expect(items).toMatchObject([{ projectId: here, calls: 2, visits: 0, activities: 0 }]);
});

test('a first visit asks for its ten fields; declined ones count', async () => {
  const { id, phone } = await person('沈国栋');
  const visit = {
    ...call({ phone, name: '沈国栋', parts: { keyPoints: '看样板间' } }),
    kind: 'VISIT_IN' as const,
    personId: id,
  };
  const refused = await consultant.refused(createRegister, visit);
  expect(refused.params?.missing).toEqual([
    'sex',
    'age',
    'address',
    'family',
    'occupation',
    'source',
    'purpose',
    'need',
  ]);
  const done = await consultant.ask(createRegister, {
    ...visit,
    form: {
      ...visit.form,
      sex: 'male',
      age: 41,
      answers: { familyStructure: 'threeGenerations', needLayout: ['4'] },
      declined: ['address', 'occupation', 'source', 'purpose'],
    },
  });
  expect(done.missing).toEqual([]);
  const [row] = await house.sql<{ birth_year: number }>('select birth_year from person where id = $1', [id]);
  expect(row?.birth_year).toBe(1985);
});

test('a visit is the first only if nobody received one before, whoever sees that', async () => {
  const { id, phone } = await person('何雨桐');
  const visit = (more: object) => ({
    ...call({ phone, name: '何雨桐', parts: { keyPoints: '看样板间' }, ...more }),
    kind: 'VISIT_IN' as const,
  });
  const told = { sex: 'female', age: 38, answers: { familyStructure: 'couple', needLayout: ['3'] } };
  await consultant.ask(createRegister, {
    ...visit({ ...told, declined: ['address', 'occupation', 'source', 'purpose'] }),
    personId: id,
  });
  const colleague = house.as({ role: 'salesConsultant', projects: [here], ownOnly: true, sides: ['developer'] });
  const { items } = await colleague.ask(findCallers, { projectId: here, phone });
  expect(items).toMatchObject([{ personId: id, inScope: false, tally: { visits: 1, calls: 0 } }]);
  const again = await colleague.ask(createRegister, { ...visit({}), personId: id });
  expect(again).toMatchObject({ timesBefore: 1, missing: [] });
});

test('a project reminds of its registers when it likes', async () => {
  const minutes = (value: number) =>
    house.as('administrator').ask(setParameter, { key: 'register.reminderMinutesBefore', nodeId: here, value });
  await minutes(120);
  const me = house.as({ role: 'salesConsultant', name: '苏敏', projects: [here], sides: ['developer'] });
  await me.ask(createRegister, call({ phone: newPhone(), name: '陆明远' }, { keepOpen: true }));
  expect((await me.ask(readToday, {})).lines[0]?.plannedAt).toEqual(new Date(at('16:00')));
  await minutes(60);
});

test('calls of a day are numbered one after another, two at once as well', async () => {
  const both = await Promise.all(
    ['唐秋', '江楠'].map((name) => consultant.ask(createRegister, call(firstCall(newPhone(), name)))),
  );
  const [one = 0, other = 0] = both.map(({ numberOfDay }) => numberOfDay).sort((a, b) => a - b);
  expect(other).toBe(one + 1);
});

test('a double click with one key registers once', async () => {
  const asked = call(firstCall(newPhone(), '丁一帆'));
  const key = { 'idempotency-key': 'double-click' };
  const [first, second] = [
    await consultant.ask(createRegister, asked, key),
    await consultant.ask(createRegister, asked, key),
  ];
  expect(second.id).toBe(first.id);
});

test('the register is filtered by standing and counted exactly on request', async () => {
  const late = await consultant.ask(listRegisters, { standing: 'LATE', total: 'true' });
  expect(late.items.every(({ standing }) => standing === 'LATE')).toBe(true);
  expect(late.total).toBe(late.items.length);
});

test('an own portfolio registers a stranger and keeps seeing them', async () => {
  const own = house.as({
    role: 'salesConsultant',
    name: '小陈',
    projects: [here],
    ownOnly: true,
    sides: ['developer'],
  });
  const register = await own.ask(createRegister, call(firstCall(newPhone(), '新客')));
  expect((await own.ask(timelineOfPerson, { personId: register.personId ?? '' })).items).toHaveLength(1);
  expect((await own.ask(listRegisters, {})).items.map(({ id }) => id)).toEqual([register.id]);
});

test('a register written in time without a signal is on time when it comes the next morning, and says both times', async () => {
  const [saved, came] = [at('17:40'), '2026-11-21T08:40:00+08:00'];
  house.setClock(came);
  const phone = newPhone();
  const register = await consultant.ask(createRegister, call(firstCall(phone), { savedAt: new Date(saved) }));
  expect(register).toMatchObject({
    standing: 'ON_TIME',
    completedAt: new Date(saved),
    arrivedAt: new Date(came),
  });
  const plain = await consultant.ask(createRegister, call(firstCall(newPhone())));
  expect(plain).toMatchObject({ standing: 'LATE', completedAt: new Date(came) });
  expect(plain.arrivedAt).toBeUndefined();
  const backdated = await consultant.ask(
    createRegister,
    call(firstCall(newPhone()), { savedAt: new Date(at('15:19')) }),
  );
  expect(backdated).toMatchObject({ standing: 'LATE' });
  house.setClock(at('16:00'));
});
