import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actOnLine, actOnTask, createTask, readTask, readToday, transferTasksOf } from '../contract/index.ts';
import { type ComputedLine, tasks, todayLines } from '../server/index.ts';

const wanted: ComputedLine[] = [];
const rule = {
  name: 'rule',
  contributes: [
    todayLines.with({
      origin: 'rule.line',
      lines: async (_, { accountId }) => wanted.filter(({ assigneeId }) => !accountId || assigneeId === accountId),
    }),
  ],
};

let house: House;
let here: string;
let elsewhere: string;
let me: Caller;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, tasks, rule], at: '2026-11-20T02:00:00Z' });
  here = await house.project('澜山府一期');
  elsewhere = await house.project('望江台');
  me = house.as({ role: 'salesConsultant', name: '程望', projects: [here, elsewhere], sides: ['developer'] });
  await me.ask(readToday, {});
});
afterAll(() => house.close());
beforeEach(() => void wanted.splice(0));

const mine = (projectId = here) => me.ask(createTask, { projectId, title: '回电', on: '2026-11-20' });
function line(projectId = here): string {
  const occurrence = `line of ${projectId}`;
  wanted.push({
    occurrence,
    kind: 'other',
    projectId,
    title: { zh: occurrence, en: occurrence },
    why: { zh: '试', en: 'try' },
    dueAt: new Date('2026-11-20T10:00:00Z'),
    showOn: '2026-11-20' as ComputedLine['showOn'],
    assigneeId: me.accountId,
  });
  return `rule.line#${occurrence}`;
}
const outcomesOf = async (who: Caller, key: string) =>
  (await who.ask(readToday, { scope: 'team' })).lines.find((each) => each.key === key)?.outcomes.map(({ id }) => id);

test.each(['oversight', 'customerRelationsDepartment', 'propertyDivision'] as const)(
  '%s sees the day of the team with its totals, and opens with it; nothing on it can be pressed',
  async (role) => {
    const overseer = house.as({ role, projects: [here] });
    const { id, version } = await mine();
    const key = line();
    const today = await overseer.ask(readToday, {});
    expect(today).toMatchObject({ scope: 'team', seesTeam: true });
    expect(today.people?.find(({ account }) => account.id === me.accountId)?.open).toBeGreaterThan(1);
    expect(await outcomesOf(overseer, `task:${id}`)).toEqual([]);
    expect(await outcomesOf(overseer, key)).toEqual([]);
    const done = { effect: 'DONE' } as const;
    expect(await overseer.refused(actOnTask, { taskId: id, version, ...done })).toMatchObject({
      status: 403,
      code: 'tasks.not_yours',
    });
    expect((await overseer.refused(actOnLine, { key, ...done })).status).toBe(404);
    expect((await me.ask(readTask, { taskId: id })).closedAt).toBeUndefined();
  },
);

test('what an overseer has to do themselves they do', async () => {
  const overseer = house.as({ role: 'oversight', projects: [here] });
  const { id, version } = await overseer.ask(createTask, { projectId: here, title: '走访案场', on: '2026-11-20' });
  expect(await outcomesOf(overseer, `task:${id}`)).toContain('done');
  expect((await overseer.ask(actOnTask, { taskId: id, version, effect: 'DONE' })).closedAt).toBeDefined();
});

test('a colleague in reach is not a leader: their tasks are their own', async () => {
  const colleague = house.as({ role: 'serviceAgent', projects: [here] });
  const { id, version } = await mine();
  const refused = await colleague.refused(actOnTask, { taskId: id, version, effect: 'NOT_NEEDED', reason: '不用' });
  expect(refused).toMatchObject({ status: 403, code: 'tasks.not_yours' });
});

/** Leads one project and only looks at the other; both lie in reach, and either permission is theirs somewhere. */
const leaderHere = () =>
  house.as({ role: 'salesSiteManager', projects: [here], also: { role: 'oversight', projects: [elsewhere] } });

test('leading one project is no right to act in the neighbouring one', async () => {
  const lead = leaderHere();
  const there = await mine(elsewhere);
  const own = await mine(here);
  const [keyThere, keyHere] = [line(elsewhere), line(here)];
  expect(await outcomesOf(lead, `task:${there.id}`)).toEqual([]);
  expect(await outcomesOf(lead, keyThere)).toEqual([]);
  expect(await outcomesOf(lead, keyHere)).toContain('done');
  const done = { effect: 'DONE' } as const;
  expect((await lead.refused(actOnTask, { taskId: there.id, version: there.version, ...done })).code).toBe(
    'tasks.not_yours',
  );
  expect((await lead.refused(actOnLine, { key: keyThere, ...done })).status).toBe(404);
  expect((await lead.ask(actOnTask, { taskId: own.id, version: own.version, ...done })).closedAt).toBeDefined();
  expect((await lead.ask(actOnLine, { key: keyHere, ...done })).closedAt).toBeDefined();
});

test('tasks of a leaving colleague are moved where one leads; the others keep the account open', async () => {
  const lead = leaderHere();
  const leaving = house.as({ role: 'salesConsultant', projects: [here, elsewhere] });
  await leaving.ask(createTask, { projectId: here, title: '一', on: '2026-11-20' });
  await leaving.ask(createTask, { projectId: elsewhere, title: '二', on: '2026-11-20' });
  const asked = { from: leaving.accountId, to: me.accountId, reason: '离职' };
  expect((await lead.ask(transferTasksOf, asked)).moved).toBe(1);
});
