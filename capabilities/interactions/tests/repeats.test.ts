import type { Answer } from '@yilu/platform/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createRegister, listRegisters, recordContact, timelineOfPerson } from '../contract/index.ts';
import { openSalesOffice, type SalesOffice } from './sales-office.ts';

const words = '客户未接，晚上再打一次，问问周末能不能带母亲来看样板间，顺便说说付款的几种办法。';
const atTen = '2026-11-20T10:00:00+08:00';

let office: SalesOffice;
beforeAll(async () => {
  office = await openSalesOffice();
});
afterAll(() => office.house.close());
beforeEach(() => office.house.setClock(atTen));

const call = (personId: string, more: object = {}) => ({
  personId,
  projectId: office.here,
  kind: 'CALL_OUT' as const,
  parts: { feedback: words },
  ...more,
});
const contactsOf = async (personId: string) => (await office.consultant.ask(timelineOfPerson, { personId })).items;
const bodies = <T>(answers: readonly { statusCode: number; json: () => unknown }[], status: number) =>
  answers.filter(({ statusCode }) => statusCode === status).map((answer) => answer.json() as T);

test('the same words sent twice at once, without a key, are one record, and the second hears which', async () => {
  const { id } = await office.newCustomer('双击');
  const answers = await Promise.all([1, 2, 3].map(() => office.consultant.exchange(recordContact, call(id))));
  const [kept] = bodies<Answer<typeof recordContact>>(answers, 200);
  const refused = bodies<{ code: string; params: object }>(answers, 409);
  expect(refused).toHaveLength(2);
  for (const each of refused)
    expect(each).toMatchObject({ code: 'interactions.already_recorded', params: { interactionId: kept?.id } });
  expect(await contactsOf(id)).toHaveLength(1);
});

test('sent again minutes later they are refused; ten minutes later, or said to be another, they are a record', async () => {
  const { house, consultant } = office;
  const { id } = await office.newCustomer('重发');
  await consultant.ask(recordContact, call(id));
  house.setClock('2026-11-20T10:09:00+08:00');
  expect(await consultant.refused(recordContact, call(id))).toMatchObject({ status: 409 });
  await consultant.ask(recordContact, call(id, { again: true }));
  await consultant.ask(recordContact, call(id, { again: true }));
  house.setClock('2026-11-20T10:19:00+08:00');
  await consultant.ask(recordContact, call(id));
  expect(await contactsOf(id)).toHaveLength(4);
});

test('other words, another person, kind or author, or nobody reached is another record', async () => {
  const { house, consultant, here } = office;
  const [one, other] = [await office.newCustomer('甲'), await office.newCustomer('乙')];
  const colleague = house.as({ role: 'salesSiteManager', name: '何敏', projects: [here], sides: ['developer'] });
  await consultant.ask(recordContact, call(one.id));
  await consultant.ask(recordContact, call(one.id, { parts: { feedback: `${words}已约好。` } }));
  await consultant.ask(recordContact, call(one.id, { reacted: false }));
  await consultant.ask(recordContact, call(other.id));
  await colleague.ask(recordContact, call(one.id));
  expect([(await contactsOf(one.id)).length, (await contactsOf(other.id)).length]).toEqual([4, 1]);
});

test.each([
  ['complete', {}],
  ['kept open', { keepOpen: true }],
])('a register that is %s and sent twice at once is one, with one customer and one contact', async (_, more) => {
  const { house, consultant, here } = office;
  const phone = `139${String(Math.abs(JSON.stringify(more).length)).padStart(8, '0')}`;
  const form = {
    phone,
    name: '新来的',
    sex: 'female' as const,
    answers: { sourceChannel: 'REFERRAL' },
    parts: { keyPoints: '问二期四居的价格和交付时间' },
  };
  const asked = { projectId: here, kind: 'CALL_IN' as const, contactedAt: new Date('2026-11-20T09:55:00+08:00'), form };
  const before = (await consultant.ask(listRegisters, {})).items.length;
  const answers = await Promise.all([1, 2].map(() => consultant.exchange(createRegister, { ...asked, ...more })));
  const [kept] = bodies<Answer<typeof createRegister>>(answers, 200);
  expect(bodies(answers, 409)).toMatchObject([
    { code: 'interactions.already_registered', params: { registerId: kept?.id } },
  ]);
  expect((await consultant.ask(listRegisters, {})).items.length).toBe(before + 1);
  const another = { ...asked, ...more, form: { ...form, phone: phone.replace('139', '137'), name: '另一位' } };
  await consultant.ask(createRegister, another);
  house.setClock('2026-11-20T17:00:00+08:00');
  expect((await consultant.refused(createRegister, { ...asked, ...more })).status).toBe(409);
});
