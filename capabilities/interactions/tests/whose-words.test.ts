import { mergePeople, viewPerson } from '@yilu/customers/contract';
import { newId } from '@yilu/platform/server';
import type { Caller, House } from '@yilu/platform/testing';
import { listTasks, readToday } from '@yilu/tasks/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  changeInteraction,
  createRegister,
  finishRegister,
  readInteraction,
  readRegister,
  recordContact,
} from '../contract/index.ts';
import { openSalesOffice, type SalesOffice } from './sales-office.ts';

const feedback = '客户对东户采光满意，觉得总价比预想略高，想等下周活动再来看一次并带母亲同看。';
let house: House;
let here: string;
let elsewhere: string;
let manager: Caller;
let keeper: Caller;
let newCustomer: SalesOffice['newCustomer'];
let colleague: Caller;
let stranger: Caller;
beforeAll(async () => {
  ({ house, here, consultant: keeper, newCustomer } = await openSalesOffice());
  elsewhere = await house.project('望江台');
  const of = { role: 'salesConsultant', sides: ['developer'] } as const;
  manager = house.as({ role: 'salesSiteManager', name: '何敏', projects: [here], sides: ['developer'] });
  colleague = house.as({ ...of, name: '陆远', projects: [here] });
  stranger = house.as({ ...of, name: '江客', projects: [elsewhere] });
  for (const each of [manager, keeper, colleague, stranger]) await each.ask(readToday, {});
});
afterAll(() => house.close());
beforeEach(() => house.setClock('2026-11-20T16:00:00+08:00'));

const call = (personId: string, more: object = {}) => ({
  personId,
  projectId: here,
  kind: 'CALL_OUT' as const,
  parts: { feedback },
  ...more,
});

test('a register that a colleague finishes is in the colleague’s words, for the one who opened it', async () => {
  const open = await keeper.ask(createRegister, {
    projectId: here,
    kind: 'CALL_IN',
    contactedAt: '2026-11-20T15:00:00+08:00',
    form: { phone: '13900010007', name: '王先生' },
    keepOpen: true,
  });
  const done = await colleague.ask(finishRegister, {
    registerId: open.id,
    version: open.version,
    contactedAt: open.contactedAt,
    form: {
      name: '王先生',
      sex: 'male',
      answers: { sourceChannel: 'friend' },
      parts: { keyPoints: '咨询三房总价与交付时间，想周末带家人来看样板间。' },
    },
  });
  expect(done.recordedBy.name).toBe('程望');
  const contact = await keeper.ask(readInteraction, { interactionId: done.interactionId ?? '' });
  expect(contact).toMatchObject({ recordedBy: { name: '陆远' }, onBehalfOf: { name: '程望' } });
});

test('nobody writes for somebody who does not work in the project, or for nobody at all', async () => {
  const { id } = await newCustomer('许静安');
  for (const onBehalfOf of [stranger.accountId, newId()]) {
    const refused = await keeper.refused(recordContact, call(id, { onBehalfOf }));
    expect(refused).toMatchObject({ status: 422, code: 'tasks.assignee_out_of_reach' });
    const register = {
      projectId: here,
      kind: 'CALL_IN' as const,
      contactedAt: '2026-11-20T15:00:00+08:00',
      form: { phone: '13900010008' },
      keepOpen: true,
      onBehalfOf,
    };
    expect(await keeper.refused(createRegister, register)).toMatchObject({ status: 422 });
  }
  const kept = await keeper.ask(recordContact, call(id, { onBehalfOf: colleague.accountId }));
  expect(kept.onBehalfOf?.name).toBe('陆远');
});

test('what a manager corrected within the window is not lost when its author changes it again', async () => {
  const { id } = await newCustomer('周启明');
  const first = await keeper.ask(recordContact, call(id));
  const corrected = `${feedback}（经理补充：预算三百五十万）`;
  const second = await manager.ask(changeInteraction, {
    interactionId: first.id,
    version: first.version,
    parts: { feedback: corrected },
  });
  await keeper.ask(changeInteraction, { interactionId: first.id, version: second.version, parts: { feedback } });
  const { earlier } = await keeper.ask(readInteraction, { interactionId: first.id });
  expect(earlier.map(({ parts }) => parts.feedback)).toEqual([corrected, feedback]);
});

test('the register of somebody who was merged with another still opens', async () => {
  const [one, other] = [await newCustomer('陈一'), await newCustomer('陈一')];
  const register = await keeper.ask(createRegister, {
    projectId: here,
    kind: 'CALL_IN',
    contactedAt: '2026-11-20T15:00:00+08:00',
    personId: other.id,
    form: { phone: other.phone, name: '陈一' },
    keepOpen: true,
  });
  const { person: kept } = await manager.ask(viewPerson, { personId: one.id });
  await manager.ask(mergePeople, { personId: one.id, otherId: other.id, version: kept.version, takeFromOther: [] });
  const opened = await keeper.ask(readRegister, { registerId: register.id });
  expect(opened).toMatchObject({ personId: one.id, form: { name: '陈一' } });
});

test('a follow-up says on which day it was agreed, not on which it was written down', async () => {
  const { id } = await newCustomer('沈国栋');
  await keeper.ask(
    recordContact,
    call(id, { contactedAt: '2026-11-18T10:00:00+08:00', followUp: { on: '2026-11-25', what: '送户型图' } }),
  );
  const { items } = await keeper.ask(listTasks, { subjectId: id });
  expect(items[0]?.why.zh).toContain('11 月 18 日');
});
