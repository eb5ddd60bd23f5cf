import { createPerson, viewPerson } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { newId } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { actOnLine, actOnTask, createTask, listNotices, readToday, undoOutcome } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createRegister, finishRegister, readRegister } from '../contract/index.ts';
import { interactions } from '../server/index.ts';

let house: House;
let here: string;
let next: string;
let manager: Caller;
let keeper: Caller;
let colleague: Caller;
let third: Caller;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, identity, tasks, properties, customers, interactions] });
  here = await house.project('澜山府一期');
  next = await house.project('望江台');
  manager = house.as({ role: 'salesSiteManager', name: '何敏', projects: [here], sides: ['developer'] });
  const own = { role: 'salesConsultant', projects: [here], sides: ['developer'], ownOnly: true } as const;
  [keeper, colleague, third] = ['程望', '陆远', '苏敏'].map((name) => house.as({ ...own, name })) as [
    Caller,
    Caller,
    Caller,
  ];
  for (const each of [keeper, colleague, third]) await each.ask(readToday, {});
});
afterAll(() => house.close());
beforeEach(() => house.setClock('2026-11-20T10:00:00+08:00'));

let nth = 0;
/** A customer in the portfolio of one person, or of nobody. */
async function customer(of?: Caller): Promise<string> {
  nth += 1;
  const { person } = await manager.ask(createPerson, {
    projectId: here,
    name: `客户${nth}`,
    phones: [{ number: `1385714${String(nth).padStart(4, '0')}` }],
  });
  if (of) await entrust(of, person.id);
  return person.id;
}
const entrust = (to: Caller, personId: string) =>
  house.sql(
    `insert into portfolio_item (id, staff_id, subject_kind, subject_id, project_id, from_day, entrusted_by)
     values ($1, $2, 'person', $3, $4, '2026-01-01', $2)`,
    [newId(), to.accountId, personId, here],
  );
const give = async (by: Caller, personId: string, to: Caller) => {
  const task = await by.ask(createTask, {
    projectId: here,
    subject: { kind: 'person', id: personId },
    title: '送合同',
    on: '2026-11-20',
  });
  return by.ask(actOnTask, { taskId: task.id, version: task.version, effect: 'HANDED_OVER', to: to.accountId });
};
const scopeOf = ({ accountId }: Caller, project = here) => ({
  actor: accountId,
  projects: [project],
  own: true,
  sides: ['developer'] as const,
});
const sees = async (who: Caller, personId: string, project = here) =>
  (await house.asApp(scopeOf(who, project), 'select id from person where id = $1', [personId])).length === 1;

test('a customer handed over with a task stands on the receiver’s Today by name, and their page opens', async () => {
  const personId = await customer(keeper);
  expect(await sees(colleague, personId)).toBe(false);
  const { id } = await give(keeper, personId, colleague);
  const line = (await colleague.ask(readToday, {})).lines.find(({ taskId }) => taskId === id);
  expect(line?.subject).toMatchObject({ id: personId, name: `客户${nth}`, path: `/customers/${personId}` });
  expect((await colleague.ask(viewPerson, { personId })).person.name).toBe(`客户${nth}`);
  expect((await colleague.ask(listNotices, {})).items[0]?.subject?.name).toBe(`客户${nth}`);
  expect(await sees(third, personId)).toBe(false);
});

test('sight ends with the task, and comes back when the outcome is taken back', async () => {
  const personId = await customer(keeper);
  const given = await give(keeper, personId, colleague);
  const done = await colleague.ask(actOnTask, { taskId: given.id, version: given.version, effect: 'DONE' });
  expect(await sees(colleague, personId)).toBe(false);
  await colleague.ask(undoOutcome, { taskId: given.id, outcomeId: done.outcomes.at(-1)?.id ?? '' });
  expect(await sees(colleague, personId)).toBe(true);
});

test('whoever was given a task may hand it on, and loses sight with it; taken back, it is theirs again', async () => {
  const personId = await customer(keeper);
  const given = await give(keeper, personId, colleague);
  const on = await colleague.ask(actOnTask, {
    taskId: given.id,
    version: given.version,
    effect: 'HANDED_OVER',
    to: third.accountId,
  });
  expect([await sees(colleague, personId), await sees(third, personId)]).toEqual([false, true]);
  const outcomeId = on.outcomes.find(({ by }) => by.id === colleague.accountId)?.id ?? '';
  await colleague.ask(undoOutcome, { taskId: given.id, outcomeId });
  expect([await sees(colleague, personId), await sees(third, personId)]).toEqual([true, false]);
});

test('a task about a customer of the neighbouring project opens nothing there', async () => {
  const personId = await customer(keeper);
  await give(keeper, personId, colleague);
  expect(await sees(colleague, personId, next)).toBe(false);
});

test('nobody makes a task about a customer whom they cannot see', async () => {
  const personId = await customer(keeper);
  const asked = { projectId: here, subject: { kind: 'person', id: personId }, title: '探', on: '2026-11-20' } as const;
  expect((await colleague.refused(createTask, asked)).code).toBe('tasks.no_such_subject');
  expect((await colleague.refused(createTask, { ...asked, assigneeId: third.accountId })).status).toBe(404);
});

/** In SQL as the application, whatever the code forgets. */
const taskSql = (maker: Caller, assignee: Caller, personId: string, more: Record<string, string> = {}) => {
  const row = {
    id: newId(),
    project_id: here,
    kind: 'other',
    subject_kind: 'person',
    subject_id: personId,
    title: '{"zh":"x","en":"x"}',
    why: '{"zh":"x","en":"x"}',
    origin: 'test',
    occurrence: newId(),
    due_at: '2026-11-20T10:00:00Z',
    assignee_id: assignee.accountId,
    created_by: maker.accountId,
    created_at: '2026-11-20T01:00:00Z',
    changed_by: maker.accountId,
    changed_at: '2026-11-20T01:00:00Z',
    ...more,
  };
  const columns = Object.keys(row);
  const values = Object.values(row).map((value) => `'${value}'`);
  return `insert into task (${columns.join(', ')}) values (${values.join(', ')})`;
};
/** Statements of one person that stay, so that another can look after them. */
async function runAs(who: Caller, ...statements: string[]) {
  const client = await house.engine.pool.connect();
  try {
    await client.query('begin');
    await client.query('select scope.enter($1, $2, true, false, $3)', [who.accountId, [here], ['developer']]);
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test.each([
  ['for oneself', () => [colleague, colleague] as const],
  ['for oneself in another’s name', () => [keeper, colleague] as const],
])('in SQL, a task made %s shows nobody', async (_, of) => {
  const personId = await customer(keeper);
  await runAs(colleague, taskSql(...of(), personId, { entrusted_to: `{${colleague.accountId}}` }));
  expect(await sees(colleague, personId)).toBe(false);
});

test('in SQL, two who cannot see a customer cannot show them to each other', async () => {
  const personId = await customer(keeper);
  await runAs(colleague, taskSql(colleague, third, personId));
  await runAs(
    third,
    `update task set assignee_id = '${colleague.accountId}', changed_by = '${third.accountId}' where subject_id = '${personId}'`,
  );
  expect([await sees(colleague, personId), await sees(third, personId)]).toEqual([false, false]);
});

test('in SQL, a task about one customer is not turned into one about another', async () => {
  const [mine, hidden] = [await customer(keeper), await customer(third)];
  const { id } = await give(keeper, mine, colleague);
  await runAs(
    colleague,
    `update task set subject_id = '${hidden}', entrusted_to = array['${colleague.accountId}'::uuid] where id = '${id}'`,
  );
  expect([await sees(colleague, mine), await sees(colleague, hidden)]).toEqual([false, false]);
});

test('in SQL, sight that came with a task is not given on with another task', async () => {
  const personId = await customer(keeper);
  await give(keeper, personId, colleague);
  await runAs(colleague, taskSql(colleague, third, personId));
  expect(await sees(third, personId)).toBe(false);
});

test('who gave a customer away does not keep them by a task of their own', async () => {
  const personId = await customer(keeper);
  await keeper.ask(createTask, {
    projectId: here,
    subject: { kind: 'person', id: personId },
    title: '留着',
    on: '2026-11-20',
  });
  await house.sql('update portfolio_item set until_day = $2 where subject_id = $1', [personId, '2026-11-01']);
  expect(await sees(keeper, personId)).toBe(false);
});

test('a register of an unknown caller is handed over by name, finished by the colleague, and done with it', async () => {
  const register = await keeper.ask(createRegister, {
    projectId: here,
    kind: 'CALL_IN',
    contactedAt: '2026-11-20T09:30:00+08:00',
    form: { name: '王先生' },
    keepOpen: true,
  });
  const key = `interactions.openRegister#${register.id}`;
  await keeper.ask(actOnLine, { key, effect: 'HANDED_OVER', to: colleague.accountId });
  const [line] = (await colleague.ask(readToday, {})).lines.filter(({ kind }) => kind === 'register');
  expect(line?.subject).toMatchObject({ kind: 'register', name: '王先生' });
  expect(line?.outcomes[0]).toMatchObject({ effect: 'OPEN', path: `/registers/${register.id}` });
  expect((await third.refused(readRegister, { registerId: register.id })).status).toBe(404);

  const { version } = await colleague.ask(readRegister, { registerId: register.id });
  await colleague.ask(finishRegister, {
    registerId: register.id,
    version,
    contactedAt: register.contactedAt,
    form: {
      phone: '13900010001',
      name: '王先生',
      sex: 'male',
      answers: { sourceChannel: 'friend' },
      parts: { keyPoints: '咨询三房总价与交付时间，想周末带家人来看样板间。' },
    },
  });
  expect((await colleague.ask(readToday, {})).lines.filter(({ kind }) => kind === 'register')).toEqual([]);
});
