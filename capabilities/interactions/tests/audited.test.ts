import { openAuditEntry, searchAudit } from '@yilu/identity/contract';
import type { Caller, House } from '@yilu/platform/testing';
import { actOnTask, createTask, undoOutcome } from '@yilu/tasks/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRegister, finishRegister } from '../contract/index.ts';
import { openSalesOffice, type SalesOffice } from './sales-office.ts';

let house: House;
let here: string;
let consultant: Caller;
let newCustomer: SalesOffice['newCustomer'];
let administrator: Caller;

beforeAll(async () => {
  ({ house, here, consultant, newCustomer } = await openSalesOffice());
  administrator = house.as('administrator');
});
afterAll(() => house.close());

/** What the audit tells of a subject, the latest first, with its values opened. */
async function audited(subjectId: string) {
  const { items } = await administrator.ask(searchAudit, { subjectId });
  return Promise.all(items.map(({ id }) => administrator.ask(openAuditEntry, { entryId: id })));
}
const form = {
  name: '许静安',
  sex: 'female' as const,
  answers: { sourceChannel: 'REFERRAL' },
  parts: { keyPoints: '问二期四居的价格和交付时间' },
};
const call = { projectId: '', kind: 'CALL_IN' as const, contactedAt: new Date('2026-11-20T01:30:00Z') };

test('a register kept, changed and finished is three lines, each with what stood there and what stands now, never the phone', async () => {
  const kept = { ...call, projectId: here, form: { phone: '13800138012', name: '许静安' }, keepOpen: true };
  const { id, version } = await consultant.ask(createRegister, kept);
  await consultant.ask(finishRegister, {
    registerId: id,
    version,
    contactedAt: call.contactedAt,
    form: { name: '许静安', sex: 'female' },
    keepOpen: true,
  });
  await consultant.ask(finishRegister, { registerId: id, version: version + 1, contactedAt: call.contactedAt, form });
  const entries = await audited(id);
  expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
    ['interactions.registered', '程望'],
    ['interactions.register_changed', '程望'],
    ['interactions.register_kept', '程望'],
  ]);
  expect(entries[0]).toMatchObject({
    before: { missing: ['source', 'talk'], sex: 'female' },
    after: { kind: 'CALL_IN', missing: [], sex: 'female', answers: { sourceChannel: 'REFERRAL' } },
  });
  expect(entries[2]).toMatchObject({ after: { missing: ['sex', 'source', 'talk'] } });
  expect(JSON.stringify(entries)).not.toContain('13800138012');
});

test('of a caller who is nobody’s record yet the audit names what is missing and nothing of what they said', async () => {
  const kept = { ...call, projectId: here, form: { name: '路人甲', sex: 'male' as const }, keepOpen: true };
  const { id } = await consultant.ask(createRegister, kept);
  const { items } = await administrator.ask(searchAudit, { subjectId: id });
  expect(items).toMatchObject([{ isSealed: false, after: { missing: expect.arrayContaining(['phone']) } }]);
  expect(JSON.stringify(items)).not.toContain('路人甲');
});

const about = async (name: string) => {
  const subject = { kind: 'person', id: (await newCustomer(name)).id };
  return consultant.ask(createTask, { projectId: here, subject, title: '回电', on: '2026-11-20' });
};

test('what somebody does about a task is a line with who, what, why and when it was due before', async () => {
  const task = await about('改期的');
  const later = { effect: 'POSTPONED', until: '2026-11-24', reason: '客户出差' } as const;
  await consultant.ask(actOnTask, { taskId: task.id, version: 1, ...later });
  expect(await audited(task.id)).toMatchObject([
    {
      action: 'tasks.acted_on',
      actorName: '程望',
      projectId: here,
      reason: '客户出差',
      names: { [task.id]: '回电' },
      before: { title: '回电', dueAt: '2026-11-20T16:00:00.000Z' },
      after: { effect: 'POSTPONED', dueAt: '2026-11-24T16:00:00.000Z' },
    },
  ]);
});

test('taking an outcome back is a line of its own', async () => {
  const task = await about('撤回的');
  const done = await consultant.ask(actOnTask, { taskId: task.id, version: 1, effect: 'DONE' });
  await consultant.ask(undoOutcome, { taskId: task.id, outcomeId: done.outcomes[0]?.id ?? '' });
  expect((await audited(task.id)).map(({ action }) => action)).toEqual(['tasks.outcome_undone', 'tasks.acted_on']);
});

test('whom a task is about is not readable in the list of the audit', async () => {
  const task = await about('不外露');
  await consultant.ask(actOnTask, { taskId: task.id, version: 1, effect: 'DONE' });
  const { items } = await administrator.ask(searchAudit, { subjectId: task.id });
  expect(items).toMatchObject([{ isSealed: true }]);
  expect(items[0]?.after).toBeUndefined();
});
