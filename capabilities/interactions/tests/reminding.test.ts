import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { actOnLine, listNotices, readToday } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createRegister, finishRegister } from '../contract/index.ts';
import { interactions, remindOfCutOffs } from '../server/index.ts';

const at = (clock: string) => `2026-11-20T${clock}:00+08:00`;

let house: House;
let here: string;
let consultant: Caller;
beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions],
    recurring: [remindOfCutOffs],
    at: at('10:00'),
  });
  here = await house.project('澜山府一期');
});
afterAll(() => house.close());
beforeEach(() => {
  house.setClock(at('10:00'));
  consultant = house.as({ role: 'salesConsultant', name: '程望', projects: [here], sides: ['developer'] });
});

let nth = 0;
const name = () => `来电${nth++}`;
/** A call at ten, kept open with its name only: five of six fields are missing. */
const keepOpen = (contactedAt = at('10:00'), by = consultant) =>
  by.ask(createRegister, {
    projectId: here,
    kind: 'CALL_IN',
    contactedAt,
    form: { name: name() },
    keepOpen: true,
  });
const told = async (by = consultant) => (await by.ask(listNotices, {})).items;

test.each([
  ['an hour and six minutes before the cut-off nobody is told', '16:54', 0],
  ['an hour and five minutes before, the next round would be late', '16:55', 1],
  ['an hour before', '17:00', 1],
  ['at the last minute', '18:00', 1],
  ['after the cut-off it is Today’s matter', '18:01', 0],
])('%s', async (_, clock, count) => {
  await keepOpen();
  house.setClock(at(clock));
  await house.strike('interactions.remind');
  expect(await told()).toHaveLength(count);
});

test('it is told once, in both languages, and leads to the register', async () => {
  const { id } = await keepOpen();
  house.setClock(at('17:00'));
  await house.strike('interactions.remind');
  house.setClock(at('17:05'));
  await house.strike('interactions.remind');
  const [notice, ...others] = await told();
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ path: `/registers/${id}`, at: new Date(at('17:00')) });
  expect(notice?.title.zh).toMatch(/^第 \d+ 位来电登记 18:00 截止，还差 \d+ 项$/);
  expect(notice?.title.en).toMatch(/^Call in no\. \d+ is due at 18:00; \d+ fields are missing$/);
});

test('a call after closing has until midnight, and is told at eleven', async () => {
  house.setClock(at('19:30'));
  await keepOpen(at('19:30'));
  house.setClock(at('22:54'));
  await house.strike('interactions.remind');
  expect(await told()).toEqual([]);
  house.setClock(at('22:55'));
  await house.strike('interactions.remind');
  expect((await told())[0]?.title.zh).toContain('24:00 截止');
});

test('who it was written for is told, not who wrote it', async () => {
  const colleague = house.as({ role: 'salesConsultant', name: '陆远', projects: [here], sides: ['developer'] });
  await colleague.ask(listNotices, {});
  await consultant.ask(createRegister, {
    projectId: here,
    kind: 'VISIT_IN',
    contactedAt: at('10:00'),
    onBehalfOf: colleague.accountId,
    form: { name: name() },
    keepOpen: true,
  });
  house.setClock(at('17:00'));
  await house.strike('interactions.remind');
  expect([await told(), await told(colleague)].map(({ length }) => length)).toEqual([0, 1]);
});

test.each([
  ['before the reminder', '16:00'],
  ['after it was told to the one who wrote it', '17:02'],
])('handed over %s, it is told to whom it was handed', async (_, clock) => {
  const colleague = house.as({ role: 'salesConsultant', name: '陆远', projects: [here], sides: ['developer'] });
  await colleague.ask(listNotices, {});
  const { id } = await keepOpen();
  const strike = async (time: string) => {
    house.setClock(at(time));
    await house.strike('interactions.remind');
  };
  const cutOffs = async (who: Caller) => (await told(who)).filter(({ path }) => path === `/registers/${id}`).length;
  if (clock > '17:00') await strike('17:00');
  house.setClock(at(clock));
  const line = (await consultant.ask(readToday, {})).lines.find(({ key }) => key.endsWith(id));
  await consultant.ask(actOnLine, { key: line?.key ?? '', effect: 'HANDED_OVER', to: colleague.accountId });
  const before = await cutOffs(colleague);
  await strike('17:05');
  await strike('17:10');
  expect([await cutOffs(consultant), (await cutOffs(colleague)) - before]).toEqual([0, 1]);
});

test('a register finished in time takes its notice away', async () => {
  const open = await keepOpen();
  house.setClock(at('17:00'));
  await house.strike('interactions.remind');
  await consultant.ask(finishRegister, {
    registerId: open.id,
    version: open.version,
    contactedAt: at('10:00'),
    form: {
      name: '补齐',
      sex: 'female',
      phone: '13800002301',
      answers: { sourceChannel: 'REFERRAL' },
      parts: { keyPoints: '问了总价和楼层，想周末来看。' },
    },
  });
  expect(await told()).toEqual([]);
});
