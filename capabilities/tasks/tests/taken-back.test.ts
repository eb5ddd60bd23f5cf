import { inTransaction, newId } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnTask, createTask, readToday } from '../contract/index.ts';
import { closingsOf, tasks } from '../server/index.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, tasks], at: '2026-11-20T02:00:00Z' });
});
afterAll(() => house.close());

test('taking back what was given to a colleague is no work done', async () => {
  const projectId = await house.project('澜山府一期');
  const there = { projects: [projectId], sides: ['developer' as const] };
  const colleague = house.as({ role: 'salesConsultant', ...there });
  const manager = house.as({ role: 'projectManager', ...there });
  const given = { projectId, title: '寄资料', on: '2026-11-20', assigneeId: colleague.accountId } as const;
  const { id, version } = await manager.ask(createTask, given);
  await manager.ask(actOnTask, { taskId: id, version, effect: 'NOT_NEEDED', reason: '给错了人' });
  expect(await manager.ask(readToday, {})).toMatchObject({ doneCount: 0, done: [] });
});

test('only whoever gave a task takes it back as given by mistake; whatever else is dropped stands on the timeline', async () => {
  const projectId = await house.project('澜山府二期');
  const there = { projects: [projectId], sides: ['developer' as const] };
  const colleague = house.as({ role: 'salesConsultant', ...there });
  const manager = house.as({ role: 'projectManager', ...there });
  const subject = { kind: 'person', id: newId() };
  const given = { projectId, title: '寄资料', on: '2026-11-20', assigneeId: colleague.accountId, subject } as const;
  const told = () =>
    inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'test' }, async (work) =>
      (await closingsOf(work, subject, 10)).map(({ reason }) => reason),
    );
  const mistaken = { effect: 'NOT_NEEDED', choice: 'withdrawn' } as const;

  const first = await manager.ask(createTask, given);
  const act = { taskId: first.id, version: first.version, ...mistaken, reason: '不想做' };
  expect(await colleague.refused(actOnTask, act)).toMatchObject({ status: 403, code: 'tasks.not_given_by_you' });
  await colleague.ask(actOnTask, { ...act, choice: 'notNeeded', reason: '已当面给了' });
  expect(await told()).toEqual(['已当面给了']);

  const second = await manager.ask(createTask, { ...given, title: '再寄资料' });
  const done = { taskId: second.id, version: second.version, effect: 'DONE', choice: 'withdrawn' } as const;
  expect(await manager.refused(actOnTask, done)).toMatchObject({ code: 'tasks.not_given_by_you' });
  await manager.ask(actOnTask, { ...done, ...mistaken, reason: '派错了人' });
  expect(await told()).toEqual(['已当面给了']);
});
