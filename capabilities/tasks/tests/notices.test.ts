import { inTransaction } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnTask, createTask, listNotices, readNotices, transferTasksOf, undoOutcome } from '../contract/index.ts';
import { forgetNotices, giveNotice, tasks } from '../server/index.ts';

let house: House;
let here: string;
let giver: Caller;
let taker: Caller;
beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, tasks],
    recurring: [forgetNotices],
    at: '2026-11-20T02:00:00Z',
  });
  here = await house.project('澜山府一期');
  giver = house.as({ role: 'salesSiteManager', name: '何敏', projects: [here], sides: ['developer'] });
  taker = house.as({ role: 'salesConsultant', name: '程望', projects: [here], sides: ['developer'], ownOnly: true });
  await taker.ask(listNotices, {});
});
afterAll(() => house.close());

const titles = async (of: Caller) => (await of.ask(listNotices, {})).items.map(({ title }) => title.zh);
/** As a rule of another capability does. */
const tell = (accountId: string, count: number) =>
  inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'test' }, (work) => {
    const title = { zh: `${count} 户`, en: `${count} households` };
    return giveNotice(work, [{ accountId, origin: 'rule.tells', occurrence: 'once', title, path: '/today' }]);
  });
async function handOver(title: string) {
  const { id, version } = await giver.ask(createTask, { projectId: here, title, on: '2026-11-20' });
  const task = await giver.ask(actOnTask, { taskId: id, version, effect: 'HANDED_OVER', to: taker.accountId });
  return { taskId: id, outcomeId: task.outcomes[0]?.id ?? '' };
}

test('whoever is handed a task is told by whom; taken back, the notice goes', async () => {
  const undone = await handOver('送合同');
  expect(await titles(taker)).toEqual(['何敏转交给您：送合同']);
  await giver.ask(undoOutcome, undone);
  expect(await titles(taker)).toEqual([]);
});

test('everything of a person transferred at once is one notice', async () => {
  const leaving = house.as({ role: 'salesConsultant', name: '陆远', projects: [here], sides: ['developer'] });
  for (const title of ['一', '二', '三']) await leaving.ask(createTask, { projectId: here, title, on: '2026-11-21' });
  await giver.ask(transferTasksOf, { from: leaving.accountId, to: taker.accountId, reason: '离职交接' });
  expect(await titles(taker)).toEqual(['何敏转给您 3 件待办']);
});

test('a notice is unread until it is read, one by one or all at once', async () => {
  await handOver('核对证件');
  const before = await taker.ask(listNotices, {});
  expect(before.unread).toBe(before.items.length);
  await taker.ask(readNotices, { ids: [before.items[0]?.id ?? ''] });
  expect((await taker.ask(listNotices, {})).unread).toBe(before.unread - 1);
  await taker.ask(readNotices, { ids: 'all' });
  const after = await taker.ask(listNotices, {});
  expect(after.unread).toBe(0);
  expect(after.items.every(({ readAt }) => readAt !== undefined)).toBe(true);
});

test('told again in the same words nothing happens, in other words it is unread again', async () => {
  await tell(taker.accountId, 3);
  await taker.ask(readNotices, { ids: 'all' });
  await tell(taker.accountId, 3);
  expect((await taker.ask(listNotices, {})).unread).toBe(0);
  await tell(taker.accountId, 4);
  expect((await taker.ask(listNotices, {})).unread).toBe(1);
  expect((await titles(taker)).filter((title) => title.endsWith('户'))).toEqual(['4 户']);
});

test('nobody sees or marks the notices of others', async () => {
  await handOver('只给他');
  expect(await titles(giver)).toEqual([]);
  const [notice] = (await taker.ask(listNotices, {})).items;
  await giver.ask(readNotices, { ids: [notice?.id ?? ''] });
  await giver.ask(readNotices, { ids: 'all' });
  expect((await taker.ask(listNotices, {})).items[0]?.readAt).toBeUndefined();
});

test('in SQL as the application, a person has only their own and writes none', async () => {
  const scope = { actor: giver.accountId, projects: [here], sides: ['developer'] as const };
  expect(await house.asApp(scope, 'select * from notice')).toEqual([]);
  await expect(
    house.asApp(
      scope,
      `insert into notice (id, account_id, origin, occurrence, title, at)
       values (gen_random_uuid(), '${giver.accountId}', 'x', 'y', '{}', now())`,
    ),
  ).rejects.toThrow(/row-level security/);
});

test('after the parameter’s days notices go, read or not', async () => {
  await handOver('很久以前');
  house.setClock('2026-12-20T15:59:00Z');
  await house.strike('tasks.forget-notices');
  expect(await titles(taker)).not.toEqual([]);
  house.setClock('2026-12-20T16:00:01Z');
  await house.strike('tasks.forget-notices');
  expect(await titles(taker)).toEqual([]);
});
