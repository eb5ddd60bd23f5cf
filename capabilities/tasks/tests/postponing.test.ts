import type { Day } from '@yilu/platform/contract';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actOnTask, createTask, listTasks, readToday, type Task, undoOutcome } from '../contract/index.ts';
import { tasks } from '../server/index.ts';

let house: House;
let here: string;
let consultant: Caller;
let headOfSite: Caller;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, tasks] });
  here = await house.project('澜山府一期');
  consultant = house.as({ role: 'salesConsultant', name: '程望', projects: [here], ownOnly: true });
  headOfSite = house.as({ role: 'salesSiteManager', name: '何敏', projects: [here] });
});
afterAll(() => house.close());
const at = (clock: string) => house.setClock(new Date(`${clock}+08:00`).toISOString());
beforeEach(() => at('2026-11-20T10:00:00'));

const made = (on = '2026-11-20') =>
  consultant.ask(createTask, { projectId: here, title: '回电许静安', on: on as Day, atMinutes: 630 });
const postpone = ({ id: taskId, version }: Task, until: string, reason = '客户出差') =>
  ({ taskId, version, effect: 'POSTPONED', until: until as Day, reason }) as const;

test('a task is not put off for ever, and the sentence says until when it may be', async () => {
  const task = await made();
  const refused = await consultant.refused(actOnTask, postpone(task, '2027-11-20'));
  expect(refused).toMatchObject({ status: 409, code: 'tasks.postponed_too_far' });
  expect(refused.title).toContain('一次最多改 30 天，最晚 2026-12-20');
  expect((await consultant.ask(actOnTask, postpone(task, '2026-12-20'))).plannedAt).toEqual(
    new Date('2026-12-20T10:30:00+08:00'),
  );
});

test('how long is the company’s to say', async () => {
  await house.sql(
    `insert into parameter_override (key, node_id, value, changed_by, changed_by_name, changed_at)
     select 'tasks.postpone.longestDays', id, '7', gen_random_uuid(), 'x', now() from company_node where kind = 'group'`,
  );
  const task = await made();
  expect((await consultant.refused(actOnTask, postpone(task, '2026-11-28'))).code).toBe('tasks.postponed_too_far');
  await consultant.ask(actOnTask, postpone(task, '2026-11-27'));
  await house.sql(`delete from parameter_override where key = 'tasks.postpone.longestDays'`);
});

test('what is postponed again and again stands before whoever leads, with the reasons; what was taken back does not count', async () => {
  let task = await made();
  const often = async (who: Caller) =>
    (await who.ask(listTasks, { oftenPostponed: 'true' })).items.filter(({ id }) => id === task.id);
  for (const [until, reason] of [
    ['2026-11-21', '没接'],
    ['2026-11-22', '出差'],
  ] as const)
    task = await consultant.ask(actOnTask, postpone(task, until, reason));
  expect(await often(headOfSite)).toEqual([]);
  task = await consultant.ask(actOnTask, postpone(task, '2026-11-25', '孩子考试'));
  const [shown] = await often(headOfSite);
  expect(shown?.outcomes.map(({ reason }) => reason)).toEqual(['没接', '出差', '孩子考试']);
  await consultant.ask(undoOutcome, { taskId: task.id, outcomeId: task.outcomes.at(-1)?.id ?? '' });
  expect(await often(headOfSite)).toEqual([]);
});

test('what was done before midnight is taken back after it, within its seconds, and stands late on the new day', async () => {
  const task = await made();
  at('2026-11-20T23:59:40');
  const done = await consultant.ask(actOnTask, { taskId: task.id, version: task.version, effect: 'DONE' });
  at('2026-11-21T00:00:10');
  expect(await consultant.ask(readToday, {})).toMatchObject({ day: '2026-11-21', doneCount: 0 });
  await consultant.ask(undoOutcome, { taskId: task.id, outcomeId: done.outcomes[0]?.id ?? '' });
  const line = (await consultant.ask(readToday, {})).lines.find(({ taskId }) => taskId === task.id);
  expect(line?.dueAt).toEqual(new Date('2026-11-21T00:00:00+08:00'));
});

test('“tomorrow”, said before midnight on a device without a signal, is today when it arrives', async () => {
  const task = await made();
  at('2026-11-21T08:00:00');
  const moved = await consultant.ask(actOnTask, postpone(task, '2026-11-21', '未接通'));
  expect(moved.dueAt).toEqual(new Date('2026-11-22T00:00:00+08:00'));
});

test('of two windows only the first acts, also on the other’s version', async () => {
  const task = await made();
  const ends = await Promise.allSettled([
    consultant.ask(actOnTask, postpone(task, '2026-11-23')),
    consultant.ask(actOnTask, postpone(task, '2026-11-24')),
  ]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [kept] = (await consultant.ask(listTasks, {})).items.filter(({ id }) => id === task.id);
  expect(kept?.outcomes).toHaveLength(1);
});

test('a server whose clock was an hour ahead and is set right goes on: what was done is still taken back, and in order', async () => {
  const task = await made();
  at('2026-11-20T11:00:00');
  const later = await consultant.ask(actOnTask, postpone(task, '2026-11-23'));
  at('2026-11-20T10:00:30');
  const done = await consultant.ask(actOnTask, { taskId: task.id, version: later.version, effect: 'DONE' });
  const outcomeId = done.outcomes.find(({ effect }) => effect === 'DONE')?.id ?? '';
  expect((await consultant.ask(undoOutcome, { taskId: task.id, outcomeId })).closedAt).toBeUndefined();
});
