import { createPerson } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { actOnTask, createTask, listTasks, readTask, readToday } from '@yilu/tasks/contract';
import { tasks, todayLines } from '@yilu/tasks/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeInteraction, recordContact, timelineOfPerson, withdrawInteraction } from '../contract/index.ts';
import { interactions } from '../server/index.ts';

const feedback = '客户对东户采光满意，觉得总价比预想略高，想等下周活动再来看一次并带母亲同看。';
const otherWords = '客户说已经和家里商量过了，周末带母亲一起来看样板间，希望到时候能看西边户。';

/** A line of Today about whoever is to be cared for, as a rule of another capability would make it. */
const cared: { personId: string; projectId: string; assigneeId: string }[] = [];
const rule = {
  name: 'rule',
  contributes: [
    todayLines.with({
      origin: 'rule.cooling',
      lines: async (_, { day, accountId }) =>
        cared
          .filter(({ assigneeId }) => !accountId || assigneeId === accountId)
          .map(({ personId, projectId, assigneeId }) => ({
            occurrence: `${personId}/${day}`,
            kind: 'care' as const,
            projectId,
            subject: { kind: 'person', id: personId },
            title: { zh: '轻触关怀', en: 'A light touch' },
            why: { zh: '快要降温', en: 'About to cool' },
            dueAt: new Date('2026-11-21T10:00:00Z'),
            showOn: day,
            assigneeId,
          })),
    }),
  ],
};

let house: House;
let here: string;
let consultant: Caller;
let colleague: Caller;
let manager: Caller;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, identity, tasks, properties, customers, interactions, rule] });
  here = await house.project('澜山府一期');
  consultant = house.as({ role: 'salesConsultant', name: '程望', projects: [here], sides: ['developer'] });
  colleague = house.as({ role: 'salesConsultant', name: '陆远', projects: [here], sides: ['developer'] });
  manager = house.as({ role: 'salesSiteManager', name: '何敏', projects: [here], sides: ['developer'] });
});
afterAll(() => house.close());
beforeEach(() => {
  house.setClock('2026-11-20T10:00:00+08:00');
  cared.length = 0;
});

let phones = 0;
async function person(name: string) {
  const number = `1380011${String(1_000 + phones++)}`;
  const { person } = await consultant.ask(createPerson, { projectId: here, name, phones: [{ number }], anyway: true });
  return person.id;
}
async function taskAbout(personId: string) {
  const subject = { kind: 'person', id: personId };
  return consultant.ask(createTask, { projectId: here, subject, title: '回电', on: '2026-11-20' });
}
const call = (personId: string, words = feedback) => ({
  personId,
  projectId: here,
  kind: 'CALL_OUT' as const,
  parts: { feedback: words },
});
const followUp = { on: '2026-11-25', what: '约周末看房' };
const contactsOf = async (personId: string) => (await consultant.ask(timelineOfPerson, { personId })).items;
const openAbout = async (personId: string) =>
  (await consultant.ask(listTasks, { subjectKind: 'person', subjectId: personId })).items.map(({ title }) => title.zh);
const linesAbout = async (personId: string, of = consultant) =>
  (await of.ask(readToday, {})).lines.filter(({ subject }) => subject?.id === personId);

test('one request records, does the task and plans the next step', async () => {
  const id = await person('一次');
  const task = await taskAbout(id);
  const recorded = await consultant.ask(recordContact, { ...call(id), taskId: task.id, followUp });
  const after = await consultant.ask(readTask, { taskId: task.id });
  expect(after.closedAt).toBeDefined();
  expect(after.outcomes).toMatchObject([{ id: recorded.did?.outcomeId, effect: 'DONE', recordId: recorded.id }]);
  expect(await openAbout(id)).toEqual(['约周末看房']);
});

test('one request records and does a line that is not a task yet', async () => {
  const id = await person('成行');
  cared.push({ personId: id, projectId: here, assigneeId: consultant.accountId });
  const [line] = await linesAbout(id);
  const recorded = await consultant.ask(recordContact, { ...call(id), lineKey: line?.key ?? '' });
  expect(recorded.did).toBeDefined();
  expect(await linesAbout(id)).toEqual([]);
});

test('a refused record leaves the task to do', async () => {
  const id = await person('太短');
  const task = await taskAbout(id);
  const refused = await consultant.refused(recordContact, { ...call(id, '好的'), taskId: task.id, followUp });
  expect(refused.code).toBe('interactions.record_too_short');
  expect((await consultant.ask(readTask, { taskId: task.id })).closedAt).toBeUndefined();
  expect(await openAbout(id)).toEqual(['回电']);
});

test('a refused plan leaves neither record nor outcome', async () => {
  const id = await person('过期');
  const task = await taskAbout(id);
  const past = { on: '2026-11-19', what: '昨天' };
  await consultant.refused(recordContact, { ...call(id), taskId: task.id, followUp: past });
  expect(await contactsOf(id)).toEqual([]);
  expect((await consultant.ask(readTask, { taskId: task.id })).closedAt).toBeUndefined();
});

test.each(['task', 'line'] as const)('two clicks on a %s make one record, one outcome, one next step', async (what) => {
  const id = await person(`双击${what}`);
  cared.push({ personId: id, projectId: here, assigneeId: consultant.accountId });
  const did =
    what === 'task' ? { taskId: (await taskAbout(id)).id } : { lineKey: (await linesAbout(id))[0]?.key ?? '' };
  cared.length = what === 'task' ? 0 : 1;
  const asked = { ...call(id), ...did, followUp };
  const [one, other] = await Promise.all([consultant.ask(recordContact, asked), consultant.ask(recordContact, asked)]);
  expect(one.id).toBe(other.id);
  expect(await contactsOf(id)).toHaveLength(1);
  expect(await openAbout(id)).toEqual(['约周末看房']);
});

test('a repetition with the same key is answered as the first was', async () => {
  const id = await person('重发');
  const key = { 'idempotency-key': 'the-same-attempt-0001' };
  const [one, other] = await Promise.all([
    consultant.ask(recordContact, { ...call(id), followUp }, key),
    consultant.ask(recordContact, { ...call(id), followUp }, key),
  ]);
  expect(other).toEqual(one);
  expect(await contactsOf(id)).toHaveLength(1);
});

test('of two people who both rang, both records stand and the first did the task', async () => {
  const id = await person('两人');
  const task = await taskAbout(id);
  const [one, other] = await Promise.all([
    consultant.ask(recordContact, { ...call(id), taskId: task.id }),
    colleague.ask(recordContact, { ...call(id, otherWords), taskId: task.id }),
  ]);
  expect([one.did, other.did].filter(Boolean)).toHaveLength(1);
  expect(await contactsOf(id)).toHaveLength(2);
  expect((await consultant.ask(readTask, { taskId: task.id })).outcomes).toHaveLength(1);
});

test('other words about a task done before are a record of their own', async () => {
  const id = await person('又一通');
  const task = await taskAbout(id);
  await consultant.ask(recordContact, { ...call(id), taskId: task.id });
  const second = await consultant.ask(recordContact, { ...call(id, otherWords), taskId: task.id });
  expect(second.did).toBeUndefined();
  expect(await contactsOf(id)).toHaveLength(2);
});

test('on a page that is out of date the task was postponed meanwhile: the record does it all the same', async () => {
  const id = await person('旧页面');
  const task = await taskAbout(id);
  const later = { effect: 'POSTPONED', until: '2026-11-24', reason: '出差' } as const;
  await manager.ask(actOnTask, { taskId: task.id, version: task.version, ...later });
  await consultant.ask(recordContact, { ...call(id), taskId: task.id });
  expect((await consultant.ask(readTask, { taskId: task.id })).closedAt).toBeDefined();
});

test('a line that went meanwhile does not lose the record', async () => {
  const id = await person('行没了');
  const recorded = await consultant.ask(recordContact, { ...call(id), lineKey: 'rule.cooling#gone' });
  expect(recorded.did).toBeUndefined();
  expect(await contactsOf(id)).toHaveLength(1);
});

test('undo takes back record, outcome and next step', async () => {
  const id = await person('撤销');
  cared.push({ personId: id, projectId: here, assigneeId: consultant.accountId });
  const [line] = await linesAbout(id);
  const { id: interactionId } = await consultant.ask(recordContact, {
    ...call(id),
    lineKey: line?.key ?? '',
    followUp,
  });
  await consultant.ask(withdrawInteraction, { interactionId });
  expect(await contactsOf(id)).toEqual([]);
  expect(await openAbout(id)).toEqual(['轻触关怀']);
  expect(await linesAbout(id)).toHaveLength(1);
  expect((await consultant.refused(withdrawInteraction, { interactionId })).status).toBe(404);
});

test('after a minute, by another, changed since or planned on: it stays', async () => {
  const id = await person('不能撤');
  const recorded = await consultant.ask(recordContact, call(id));
  expect(await colleague.refused(withdrawInteraction, { interactionId: recorded.id })).toMatchObject({ status: 403 });
  house.setClock('2026-11-20T10:01:00+08:00');
  const kept = await consultant.ask(recordContact, { ...call(id, otherWords), followUp });
  const [next] = (await consultant.ask(listTasks, { subjectKind: 'person', subjectId: id })).items;
  await consultant.ask(actOnTask, { taskId: next?.id ?? '', version: 1, effect: 'DONE' });
  expect((await consultant.refused(withdrawInteraction, { interactionId: kept.id })).code).toBe(
    'tasks.undone_by_later',
  );
  house.setClock('2026-11-20T10:01:01+08:00');
  expect((await consultant.refused(withdrawInteraction, { interactionId: recorded.id })).code).toBe(
    'tasks.undo_too_late',
  );
  const fresh = await consultant.ask(recordContact, call(id, `${otherWords}再联系。`));
  house.setClock('2026-11-20T10:01:30+08:00');
  await manager.ask(changeInteraction, { interactionId: fresh.id, version: 1, parts: { feedback } });
  expect((await consultant.refused(withdrawInteraction, { interactionId: fresh.id })).code).toBe(
    'interactions.changed_since_recorded',
  );
});
