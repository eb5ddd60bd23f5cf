import {
  changeGrant,
  editRole,
  entrust,
  listRoles,
  readPortfolio,
  readStaff,
  searchAudit,
  withdrawGrant,
} from '@yilu/identity/contract';
import { identity } from '@yilu/identity/server';
import { newId } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTask, listTasks, readToday } from '../contract/index.ts';
import { tasks } from '../server/index.ts';

let house: House;
let administrator: Caller;
let here: string;
let elsewhere: string;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, identity, tasks], at: '2026-11-20T02:00:00Z' });
  administrator = house.as('administrator');
  here = await house.project('澜山府一期');
  elsewhere = await house.project('望江台');
});
afterAll(() => house.close());

/** A housekeeper of these projects, one grant in each. */
async function keeper(name: string, projects: readonly string[]): Promise<Caller> {
  const one = house.as({ role: 'housekeeper', name, projects: [...projects], sides: ['property'] });
  await one.ask(readToday, {});
  return one;
}
const grantIn = async ({ accountId: staffId }: Caller, nodeId: string) => {
  const { grants } = await administrator.ask(readStaff, { staffId });
  return { staffId, grantId: grants.find((grant) => grant.nodeId === nodeId)?.id ?? '' };
};
const open = async ({ accountId }: Caller) =>
  (await administrator.ask(listTasks, { assigneeId: accountId })).items.length;

test('customers and tasks of a project go along with the role in one transaction (ORG-16)', async () => {
  const [mover, heir] = [await keeper('转走', [here, elsewhere]), await keeper('接手', [here])];
  const room = (projectId: string) => ({ kind: 'room' as const, id: newId(), projectId });
  const staffId = mover.accountId;
  await administrator.ask(entrust, { staffId, subjects: [room(here), room(here), room(elsewhere)] });
  for (const projectId of [here, here, elsewhere])
    await mover.ask(createTask, { projectId, title: '上门', on: '2026-11-21' });

  const leaving = await grantIn(mover, here);
  expect((await administrator.refused(withdrawGrant, leaving)).title).toBe(
    '在收回的范围里还有工作没有移交：名下还有 2 个客户或房屋；还有 2 件待办没有转交。请选择接收的同事，一起移交。',
  );
  // Somebody who does not work elsewhere takes nothing from there: neither half is done.
  const refused = await administrator.refused(withdrawGrant, {
    ...(await grantIn(mover, elsewhere)),
    handOverTo: heir.accountId,
  });
  expect(refused).toMatchObject({ status: 422, fields: [{ path: 'handOverTo' }] });
  expect([await open(mover), await open(heir)]).toEqual([3, 0]);

  await administrator.ask(withdrawGrant, { ...leaving, handOverTo: heir.accountId });
  expect([await open(mover), await open(heir)]).toEqual([1, 2]);
  const portfolio = (one: Caller) => administrator.ask(readPortfolio, { staffId: one.accountId });
  expect([(await portfolio(mover)).items.length, (await portfolio(heir)).items.length]).toEqual([1, 2]);
  const { items } = await administrator.ask(searchAudit, { subjectId: staffId });
  expect(items.slice(0, 3).map(({ action }) => action)).toEqual([
    'identity.role_withdrawn',
    'tasks.transferred',
    'identity.portfolio_transferred',
  ]);
});

test('tasks alone keep a role where it is, and another role in the same place keeps the tasks', async () => {
  const one = await keeper('换岗', [elsewhere]);
  await one.ask(createTask, { projectId: elsewhere, title: '回电', on: '2026-11-21' });
  expect((await administrator.refused(withdrawGrant, await grantIn(one, elsewhere))).code).toBe(
    'identity.still_holds_there',
  );
  const agent = { roleId: 'serviceAgent', nodeId: elsewhere, ownOnly: false };
  await administrator.ask(changeGrant, { ...(await grantIn(one, elsewhere)), ...agent });
  expect(await open(one)).toBe(1);
});

test('a role that gives tasks keeps giving them while somebody has some only by it', async () => {
  const one = house.as({ role: 'repairEngineer', name: '房修小陈', projects: [here], sides: ['property'] });
  await one.ask(readToday, {});
  await one.ask(createTask, { projectId: here, title: '看漏水', on: '2026-11-21' });
  const { roles } = await administrator.ask(listRoles, {});
  const { version = 0, permissions = [] } = roles.find(({ id }) => id === 'repairEngineer') ?? {};
  const without = (id: string) => ({
    roleId: 'repairEngineer',
    version,
    permissions: permissions.filter((other) => other !== id),
  });
  expect((await administrator.refused(editRole, without('tasks.have'))).title).toContain(
    '房修小陈（还有 1 件待办没有转交）。',
  );
  expect(await administrator.ask(editRole, without('tasks.create'))).toMatchObject({ version: version + 1 });
});

test('nobody is given a task while their account closes: whoever gives it waits, and hears that they have left', async () => {
  const leaver = await keeper('走人', [here]);
  const closing = new pg.Client(house.databaseUrl);
  await closing.connect();
  await closing.query('begin');
  await closing.query('select from staff where id = $1 for update', [leaver.accountId]);
  await closing.query('delete from staff_grant where staff_id = $1', [leaver.accountId]);
  const given = administrator.refused(createTask, {
    projectId: here,
    title: '回访',
    on: '2026-11-21',
    assigneeId: leaver.accountId,
  });
  // Once it waits, the account closes.
  await expect
    .poll(() =>
      house.sql("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"),
    )
    .toHaveLength(1);
  await closing.query('commit');
  await closing.end();
  expect(await given).toMatchObject({ status: 422, code: 'tasks.assignee_out_of_reach' });
});
