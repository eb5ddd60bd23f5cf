import {
  addRole,
  closeAccount,
  editRole,
  grantRole,
  listColleagues,
  readLeaving,
  readStaff,
  withdrawGrant,
} from '@yilu/identity/contract';
import { identity } from '@yilu/identity/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnTask, createTask, listTasks, readTask, readToday, undoOutcome } from '../contract/index.ts';
import { tasks } from '../server/index.ts';

let house: House;
let here: string;
let elsewhere: string;
let consultant: Caller;
let headOfSite: Caller;
let keeper: Caller;
let headOfService: Caller;
let manager: Caller;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, identity, tasks], at: '2026-11-20T02:00:00Z' });
  here = await house.project('澜山府一期');
  elsewhere = await house.project('望江台');
  const developer = { projects: [here, elsewhere], sides: ['developer'] } as const;
  const property = { projects: [here, elsewhere], sides: ['property'] } as const;
  consultant = house.as({ role: 'salesConsultant', name: '程望', ownOnly: true, ...developer });
  headOfSite = house.as({ role: 'salesSiteManager', name: '何敏', ...developer });
  keeper = house.as({ role: 'housekeeper', name: '林晓', ownOnly: true, ...property });
  headOfService = house.as({ role: 'propertyManager', name: '陶然', ...property });
  manager = house.as({ role: 'projectManager', name: '苗青', projects: [here] });
  // Whoever has asked once stands in the staff list with the role.
  for (const one of [consultant, headOfSite, keeper, headOfService, manager]) await one.ask(readToday, {});
});
afterAll(() => house.close());

const title = '老板说底价 620 万，今天谈定';
const made = (by: Caller, assignee = by) =>
  by.ask(createTask, { projectId: here, title, on: '2026-11-20', assigneeId: assignee.accountId });

async function sees(who: Caller, taskId: string): Promise<boolean> {
  const listed = (await who.ask(listTasks, {})).items.some(({ id }) => id === taskId);
  const onTheDay = (await who.ask(readToday, { scope: 'team' })).lines.some((line) => line.taskId === taskId);
  const one = who.ask(readTask, { taskId }).then(
    () => true,
    () => false,
  );
  expect([onTheDay, await one]).toEqual([listed, listed]);
  return listed;
}

test('what the sales side has to do is not the property company’s to read, and the other way round (ORG-08)', async () => {
  const sale = await made(consultant);
  const service = await made(keeper);
  expect([await sees(headOfSite, sale.id), await sees(headOfService, sale.id)]).toEqual([true, false]);
  expect([await sees(headOfSite, service.id), await sees(headOfService, service.id)]).toEqual([false, true]);
  expect([await sees(manager, sale.id), await sees(manager, service.id)]).toEqual([true, true]);
  const totals = (await headOfService.ask(readToday, { scope: 'team' })).people ?? [];
  expect(totals.map(({ account }) => account.id)).not.toContain(consultant.accountId);
});

test('what a head of both sides gives to a consultant is of the consultant’s side', async () => {
  const { id } = await made(manager, consultant);
  expect([await sees(headOfSite, id), await sees(headOfService, id)]).toEqual([true, false]);
});

test('handed over to the other side it is seen by both; taken back, by one again', async () => {
  const { id, version } = await made(headOfSite);
  const given = await headOfSite.ask(actOnTask, {
    taskId: id,
    version,
    effect: 'HANDED_OVER',
    to: keeper.accountId,
    reason: '请管家上门',
  });
  expect([await sees(headOfSite, id), await sees(headOfService, id)]).toEqual([true, true]);
  await headOfSite.ask(undoOutcome, { taskId: id, outcomeId: given.outcomes[0]?.id ?? '' });
  expect([await sees(headOfSite, id), await sees(headOfService, id)]).toEqual([true, false]);
});

test('the database says the same to whoever asks it as the application', async () => {
  const { id } = await made(consultant);
  const seen = (sides: readonly ('developer' | 'property')[]) =>
    house.asApp({ projects: [here], sides }, 'select id from task where id = $1', [id]);
  expect(await seen(['developer'])).toHaveLength(1);
  expect(await seen(['property'])).toHaveLength(0);
  expect(await seen([])).toHaveLength(0);
  const changed = await house.asApp(
    { projects: [here], sides: ['property'] },
    `update task set title = '{}' where id = $1 returning id`,
    [id],
  );
  expect(changed).toEqual([]);
});

test('open tasks follow whoever has them to another side; what is done stays (ORG-08)', async () => {
  const administrator = house.as('administrator');
  const mover = house.as({ role: 'salesConsultant', name: '转岗', projects: [here], sides: ['developer'] });
  await mover.ask(readToday, {});
  const [open, done] = [await made(mover), await made(mover)];
  await mover.ask(actOnTask, { taskId: done.id, version: done.version, effect: 'DONE' });
  const seenBy = async (side: 'developer' | 'property') =>
    (
      await house.asApp<{ id: string }>(
        { projects: [here], sides: [side] },
        'select id from task where id = any ($1::uuid[])',
        [[open.id, done.id]],
      )
    )
      .map(({ id }) => id)
      .toSorted();
  const all = [open.id, done.id].toSorted();
  expect([await seenBy('developer'), await seenBy('property')]).toEqual([all, []]);

  const staffId = mover.accountId;
  await administrator.ask(grantRole, { staffId, roleId: 'housekeeper', nodeId: here, ownOnly: false });
  expect([await seenBy('developer'), await seenBy('property')]).toEqual([all, [open.id]]);

  const { grants } = await administrator.ask(readStaff, { staffId });
  const sale = grants.find(({ roleId }) => roleId === 'salesConsultant');
  await administrator.ask(withdrawGrant, { staffId, grantId: sale?.id ?? '' });
  expect([await seenBy('developer'), await seenBy('property')]).toEqual([[done.id], [open.id]]);

  // Nobody puts a task on a side: whatever is written, the roles decide.
  await house.asApp({ projects: [here], sides: ['property'] }, `update task set sides = '{developer}' where id = $1`, [
    open.id,
  ]);
  expect([await seenBy('developer'), await seenBy('property')]).toEqual([[done.id], [open.id]]);
});

test('open tasks follow a role of the company’s own that moves to the other side', async () => {
  const administrator = house.as('administrator');
  const words = { zh: '联合办公', en: 'Joint desk' };
  const role = await administrator.ask(addRole, { title: words, about: words, side: 'developer' });
  const holder = house.as({ role: role.id, name: '联办', projects: [here], sides: ['developer'] });
  await holder.ask(listColleagues, {});
  const { id } = await headOfSite.ask(createTask, {
    projectId: here,
    title,
    on: '2026-11-20',
    assigneeId: holder.accountId,
  });
  const seen = async (side: 'developer' | 'property') =>
    (await house.asApp({ projects: [here], sides: [side] }, 'select id from task where id = $1', [id])).length;
  expect([await seen('developer'), await seen('property')]).toEqual([1, 0]);
  await administrator.ask(editRole, { roleId: role.id, version: role.version, side: 'property' });
  // The head of site who made it keeps it in sight of the developer's side.
  expect([await seen('developer'), await seen('property')]).toEqual([1, 1]);
});

test('an account with a task in a project that its manager does not reach stays open (ORG-16)', async () => {
  const leaver = house.as({ role: 'salesConsultant', name: '走了', projects: [here], sides: ['developer'] });
  await leaver.ask(readToday, {});
  await house.sql(
    `insert into task (id, project_id, kind, title, why, origin, occurrence, due_at, assignee_id, created_by, created_at, changed_by, changed_at)
     values (gen_random_uuid(), $1, 'other', '{}', '{}', 'test', 'left behind', now(), $2, $2, now(), $2, now())`,
    [elsewhere, leaver.accountId],
  );
  const { obstacles } = await manager.ask(readLeaving, { staffId: leaver.accountId });
  expect(obstacles).toMatchObject([{ kind: 'tasks', count: 1 }]);
  expect((await manager.refused(closeAccount, { staffId: leaver.accountId })).status).toBe(409);
});
