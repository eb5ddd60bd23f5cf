import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  actOnLine,
  actOnTask,
  createTask,
  listTasks,
  markTodaySeen,
  readTask,
  readToday,
  transferTasksOf,
  undoOutcome,
} from '../contract/index.ts';
import { tasks, todayLines } from '../server/index.ts';

const subject = '00000000-0000-4000-8000-0000000000aa';
const rule = {
  name: 'rule',
  contributes: [
    todayLines.with({
      origin: 'rule.cooling',
      lines: async (_, { accountId, day }) =>
        accountId === cooling.assigneeId
          ? [
              {
                occurrence: `${subject}@${day}`,
                kind: 'care' as const,
                projectId: cooling.projectId,
                title: { zh: '轻触关怀', en: 'Say hello' },
                why: { zh: '还有 3 天转为降温', en: 'Cools in 3 days' },
                dueAt: new Date('2026-11-20T16:00:00Z'),
                showOn: day,
                assigneeId: accountId,
              },
            ]
          : [],
    }),
  ],
};
const cooling = { assigneeId: '', projectId: '' };

let house: House;
let here: string;
let elsewhere: string;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, tasks, rule], at: '2026-11-20T02:00:00Z' });
  here = await house.project('澜山府一期');
  elsewhere = await house.project('望江台');
});
afterAll(() => house.close());

const consultant = (own = false) =>
  house.as({ role: 'salesConsultant', name: '程望', projects: [here], ownOnly: own, sides: ['developer'] });

test('a task made for today stands on Today with its outcomes', async () => {
  const me = consultant();
  const made = await me.ask(createTask, { projectId: here, title: '回电许静安', on: '2026-11-20', atMinutes: 630 });
  const today = await me.ask(readToday, {});
  expect(today.lunar).toEqual({ zh: '农历十月十二', en: 'lunar 10/12' });
  expect(today.lines.map(({ taskId }) => taskId)).toEqual([made.id]);
  expect(today.lines[0]?.outcomes.map(({ id }) => id)).toEqual(['done', 'another', 'notNeeded', 'handOver']);
  expect(today.lines[0]?.plannedAt).toEqual(new Date('2026-11-20T02:30:00Z'));
});

test('a task of another day waits for its day, and counts in the week ahead', async () => {
  const me = consultant();
  await me.ask(createTask, { projectId: here, title: '送合同', on: '2026-11-23' });
  const today = await me.ask(readToday, {});
  expect(today.lines).toEqual([]);
  expect(today.ahead.find(({ day }) => day === '2026-11-23')?.count).toBe(1);
  house.setClock('2026-11-23T02:00:00Z');
  expect((await me.ask(readToday, {})).lines).toHaveLength(1);
  house.setClock('2026-11-20T02:00:00Z');
});

test('done slides it up, taking it back brings it again', async () => {
  const me = consultant();
  const { id, version } = await me.ask(createTask, { projectId: here, title: '核对证件', on: '2026-11-20' });
  const done = await me.ask(actOnTask, { taskId: id, version, effect: 'DONE', choice: 'done' });
  expect(done.closedAt).toBeDefined();
  expect((await me.ask(readToday, {})).doneCount).toBe(1);

  const [outcome] = done.outcomes;
  const again = await me.ask(undoOutcome, { taskId: id, outcomeId: outcome?.id ?? '' });
  expect(again.closedAt).toBeUndefined();
  expect((await me.ask(readToday, {})).lines).toHaveLength(1);
});

test('a minute later it is too late to take back', async () => {
  const me = consultant();
  const { id, version } = await me.ask(createTask, { projectId: here, title: '寄资料', on: '2026-11-20' });
  const done = await me.ask(actOnTask, { taskId: id, version, effect: 'DONE' });
  house.setClock('2026-11-20T02:01:01Z');
  const refused = await me.refused(undoOutcome, { taskId: id, outcomeId: done.outcomes[0]?.id ?? '' });
  expect(refused.code).toBe('tasks.undo_too_late');
  house.setClock('2026-11-20T02:00:00Z');
});

test('a second click on done finds the task closed, an older page its version stale', async () => {
  const me = consultant();
  const { id, version } = await me.ask(createTask, { projectId: here, title: '约看房', on: '2026-11-20' });
  const done = await me.ask(actOnTask, { taskId: id, version, effect: 'DONE' });
  const stale = await me.refused(actOnTask, { taskId: id, version, effect: 'DONE' });
  expect(stale.status).toBe(409);
  expect(stale.current).toMatchObject({ id, version: done.version });
  expect((await me.refused(actOnTask, { taskId: id, version: done.version, effect: 'DONE' })).code).toBe(
    'tasks.closed',
  );
});

test('postponed, a task keeps its time and waits for its new day', async () => {
  const me = consultant();
  const { id, version } = await me.ask(createTask, {
    projectId: here,
    title: '复访',
    on: '2026-11-20',
    atMinutes: 900,
  });
  const moved = await me.ask(actOnTask, {
    taskId: id,
    version,
    effect: 'POSTPONED',
    reason: '未接通',
    until: '2026-11-21',
  });
  expect(moved.plannedAt).toEqual(new Date('2026-11-21T07:00:00Z'));
  expect(moved.outcomes[0]).toMatchObject({ effect: 'POSTPONED', reason: '未接通' });
});

test('handed over, it is the colleague’s, and can be taken back by the one who gave it', async () => {
  const me = consultant(true);
  const colleague = house.as({
    role: 'salesConsultant',
    name: '苏敏',
    projects: [here],
    ownOnly: true,
    sides: ['developer'],
  });
  await colleague.ask(readToday, {});
  const { id, version } = await me.ask(createTask, { projectId: here, title: '送样品', on: '2026-11-20' });
  const given = await me.ask(actOnTask, { taskId: id, version, effect: 'HANDED_OVER', to: colleague.accountId });
  expect(given.assignee).toEqual({ id: colleague.accountId, name: '苏敏' });
  expect((await colleague.ask(readToday, {})).lines.map(({ taskId }) => taskId)).toEqual([id]);
  expect((await me.ask(readToday, {})).lines).toEqual([]);
  await me.ask(undoOutcome, { taskId: id, outcomeId: given.outcomes[0]?.id ?? '' });
  expect((await colleague.ask(readToday, {})).lines).toEqual([]);
});

test('nobody hands a task to somebody who does not work in the project', async () => {
  const me = consultant();
  const stranger = house.as({ role: 'salesConsultant', projects: [elsewhere] });
  await stranger.ask(readToday, {});
  const { id, version } = await me.ask(createTask, { projectId: here, title: '送样品', on: '2026-11-20' });
  const refused = await me.refused(actOnTask, { taskId: id, version, effect: 'HANDED_OVER', to: stranger.accountId });
  expect(refused.code).toBe('tasks.assignee_out_of_reach');
});

test('a computed line acted on is not computed again', async () => {
  const me = consultant();
  cooling.assigneeId = me.accountId;
  cooling.projectId = here;
  const [line] = (await me.ask(readToday, {})).lines;
  expect(line?.title.zh).toBe('轻触关怀');
  const done = await me.ask(actOnLine, { key: line?.key ?? '', effect: 'DONE', choice: 'talked' });
  expect(done.origin).toBe('rule.cooling');
  expect((await me.ask(readToday, {})).lines).toEqual([]);
  const twice = await me.refused(actOnLine, { key: line?.key ?? '', effect: 'DONE' });
  expect(twice.status).toBe(404);
  await me.ask(undoOutcome, { taskId: done.id, outcomeId: done.outcomes[0]?.id ?? '' });
  expect((await me.ask(readToday, {})).lines).toHaveLength(1);
});

test('the neighbouring project sees nothing, an own portfolio only its own', async () => {
  const me = consultant(true);
  const { id } = await me.ask(createTask, { projectId: here, title: '回电', on: '2026-11-20' });
  const neighbour = house.as({ role: 'projectManager', projects: [elsewhere] });
  expect((await neighbour.refused(readTask, { taskId: id })).status).toBe(404);
  const colleague = consultant(true);
  expect((await colleague.refused(readTask, { taskId: id })).status).toBe(404);
  const scope = { actor: me.accountId, projects: [here], sides: ['developer' as const] };
  expect(await house.asApp({ ...scope, own: true }, 'select id from task where id = $1', [id])).toHaveLength(1);
  expect(await house.asApp({ ...scope, projects: [elsewhere] }, 'select id from task where id = $1', [id])).toEqual([]);
  expect(await house.asApp({}, 'select id from task')).toEqual([]);
  expect(await house.asApp({}, 'select id from task_outcome')).toEqual([]);
});

test('a manager sees the team with totals per person, a consultant only the own day', async () => {
  const me = consultant();
  await me.ask(createTask, { projectId: here, title: '回电', on: '2026-11-20' });
  const manager = house.as({ role: 'salesSiteManager', name: '何站', projects: [here] });
  const team = await manager.ask(readToday, { scope: 'team' });
  expect(team.people?.find(({ account }) => account.id === me.accountId)).toMatchObject({ open: 1, late: 0 });
  expect((await me.ask(readToday, { scope: 'team' })).scope).toBe('own');
});

test('leaving staff hand everything over at once', async () => {
  const leaving = consultant();
  await leaving.ask(createTask, { projectId: here, title: '一', on: '2026-11-20' });
  await leaving.ask(createTask, { projectId: here, title: '二', on: '2026-11-25' });
  const heir = consultant();
  await heir.ask(readToday, {});
  const manager = house.as({ role: 'salesSiteManager', projects: [here] });
  const answer = await manager.ask(transferTasksOf, { from: leaving.accountId, to: heir.accountId, reason: '离职' });
  expect(answer.moved).toBe(2);
  expect((await heir.ask(listTasks, { assigneeId: heir.accountId })).items).toHaveLength(2);
  expect(
    (await leaving.refused(transferTasksOf, { from: heir.accountId, to: leaving.accountId, reason: 'x' })).status,
  ).toBe(403);
});

test('nobody inherits tasks of a project they do not work in', async () => {
  const leaving = consultant();
  await leaving.ask(createTask, { projectId: here, title: '一', on: '2026-11-20' });
  const manager = house.as({ role: 'salesSiteManager', projects: [here] });
  const stranger = house.as({ role: 'salesConsultant', projects: [elsewhere] });
  await stranger.ask(readToday, {});
  for (const to of [stranger.accountId, subject]) {
    expect(await manager.refused(transferTasksOf, { from: leaving.accountId, to, reason: '离职' })).toMatchObject({
      status: 422,
      code: 'tasks.assignee_out_of_reach',
    });
  }
  expect((await manager.ask(listTasks, { assigneeId: leaving.accountId })).items).toHaveLength(1);
});

test('looking again half an hour later counts changes from the visit before', async () => {
  const me = consultant();
  await me.ask(markTodaySeen, {});
  house.setClock('2026-11-20T05:00:00Z');
  await me.ask(markTodaySeen, {});
  expect((await me.ask(readToday, {})).since).toEqual(new Date('2026-11-20T02:00:00Z'));
  house.setClock('2026-11-20T02:00:00Z');
});

test('a line that shows before its day goes on being shown by whom it is handed to, until it is put off', async () => {
  house.setClock('2026-11-18T02:00:00Z');
  const me = consultant();
  const colleague = consultant();
  await colleague.ask(readToday, {});
  Object.assign(cooling, { assigneeId: me.accountId, projectId: here });
  const [line] = (await me.ask(readToday, {})).lines;
  const task = await me.ask(actOnLine, { key: line?.key ?? '', effect: 'HANDED_OVER', to: colleague.accountId });
  expect((await colleague.ask(readToday, {})).lines.map(({ taskId }) => taskId)).toContain(task.id);
  const put = { effect: 'POSTPONED', until: '2026-11-20', reason: '出差' } as const;
  await colleague.ask(actOnTask, { taskId: task.id, version: task.version, ...put });
  expect((await colleague.ask(readToday, {})).lines.map(({ taskId }) => taskId)).not.toContain(task.id);
  Object.assign(cooling, { assigneeId: '', projectId: '' });
  house.setClock('2026-11-20T02:00:00Z');
});

test('two taps at once on a task are one outcome, whoever they come from', async () => {
  const [me, colleague] = [consultant(), house.as({ role: 'salesSiteManager', projects: [here] })];
  const { id, version } = await me.ask(createTask, { projectId: here, title: '两下', on: '2026-11-20' });
  const tap = (by: typeof me) => by.exchange(actOnTask, { taskId: id, version, effect: 'DONE', choice: 'done' });
  const statuses = (await Promise.all([tap(me), tap(me), tap(colleague)])).map(({ statusCode }) => statusCode);
  expect(statuses.sort()).toEqual([200, 409, 409]);
  expect((await me.ask(readTask, { taskId: id })).outcomes).toHaveLength(1);
});

test('two taps at once on a computed line make one task with one outcome', async () => {
  house.setClock('2026-11-16T02:00:00Z');
  const me = consultant();
  Object.assign(cooling, { assigneeId: me.accountId, projectId: here });
  const [line] = (await me.ask(readToday, {})).lines;
  const tap = () => me.exchange(actOnLine, { key: line?.key ?? '', effect: 'DONE', choice: 'talked' });
  const statuses = (await Promise.all([tap(), tap(), tap()])).map(({ statusCode }) => statusCode);
  Object.assign(cooling, { assigneeId: '', projectId: '' });
  house.setClock('2026-11-20T02:00:00Z');
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status !== 200).every((status) => status === 404 || status === 409)).toBe(true);
  const [count] = await house.sql<{ tasks: number; outcomes: number }>(
    `select count(distinct task.id)::int as tasks, count(outcome.id)::int as outcomes
       from task left join task_outcome outcome on outcome.task_id = task.id
      where task.assignee_id = $1 and task.origin = 'rule.cooling'`,
    [me.accountId],
  );
  expect(count).toEqual({ tasks: 1, outcomes: 1 });
});

test('the same tap sent again because no answer came is answered the same', async () => {
  const me = consultant();
  const { id, version } = await me.ask(createTask, { projectId: here, title: '没信号', on: '2026-11-20' });
  const headers = { 'idempotency-key': 'one-tap' };
  const act = { taskId: id, version, effect: 'POSTPONED', reason: '未接通', until: '2026-11-21' } as const;
  const first = await me.ask(actOnTask, act, headers);
  expect(await me.ask(actOnTask, act, headers)).toEqual(first);
  expect((await me.ask(readTask, { taskId: id })).outcomes).toHaveLength(1);
});

test('a tap from a page that shows an older state changes nothing and shows the newer one', async () => {
  const [me, colleague] = [consultant(), consultant()];
  await colleague.ask(readToday, {});
  const { id, version } = await me.ask(createTask, { projectId: here, title: '旧页面', on: '2026-11-20' });
  const given = await me.ask(actOnTask, { taskId: id, version, effect: 'HANDED_OVER', to: colleague.accountId });
  const stale = await me.refused(actOnTask, { taskId: id, version, effect: 'NOT_NEEDED', reason: '不用了' });
  expect(stale.current).toMatchObject({ version: given.version, assignee: { id: colleague.accountId } });
  expect((await me.ask(readTask, { taskId: id })).closedAt).toBeUndefined();
});
