import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnTask, createTask, readToday } from '../contract/index.ts';
import { tasks } from '../server/index.ts';

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
