import { createPerson } from '@yilu/customers/contract';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { setParameter } from '@yilu/settings/contract';
import { settings } from '@yilu/settings/server';
import { createTask, listTasks, readTask, readToday } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeInteraction, readInteraction, recordContact } from '../contract/index.ts';
import { interactions } from '../server/index.ts';

const capabilities = [settings, identity, tasks, properties, customers, interactions];
const at = (clock: string) => `2026-11-20T${clock}:00+08:00`;
const feedback = '客户对东户采光满意，觉得总价比预想略高，想等下周活动再来看一次并带母亲同看。';

let house: House;
let here: string;
let elsewhere: string;
let consultant: Caller;
let phones = 0;
beforeAll(async () => {
  house = await openHouse({ capabilities, at: at('16:00') });
  here = await house.project('澜山府一期');
  elsewhere = await house.project('望江台');
  consultant = house.as({ role: 'salesConsultant', name: '程望', projects: [here], sides: ['developer'] });
});
afterAll(() => house.close());

const newPhone = () => `1380000${String(2_046 + phones++).padStart(4, '0')}`;
async function person(name: string, phone = newPhone()) {
  const saved = await consultant.ask(createPerson, {
    projectId: here,
    name,
    phones: [{ number: phone }],
    anyway: true,
  });
  return { id: saved.person.id, phone };
}
test('a call record needs thirty characters of feedback and says how many it has', async () => {
  const { id } = await person('魏然');
  const refused = await consultant.refused(recordContact, {
    personId: id,
    projectId: here,
    kind: 'CALL_OUT',
    parts: { feedback: '客户说再想想，月底回复。' },
  });
  expect(refused).toMatchObject({ status: 422, code: 'interactions.record_too_short' });
  expect(refused.params).toMatchObject({ counted: 10, needed: 30 });
  expect(refused.fields?.[0]?.path).toBe('parts.feedback');
});

test('an unanswered call is kept but does not count as interaction', async () => {
  const { id } = await person('韩素');
  const contact = await consultant.ask(recordContact, {
    personId: id,
    projectId: here,
    kind: 'CALL_OUT',
    reacted: false,
    parts: {},
  });
  expect(contact).toMatchObject({ reacted: false, counted: false });
});

test('what is to do about a person is found by the person', async () => {
  const { id } = await person('沈一诺');
  const about = { subject: { kind: 'person', id }, projectId: here };
  await consultant.ask(createTask, { ...about, title: '寄送样板间册', on: '2026-11-21' });
  const { items } = await consultant.ask(listTasks, { subjectKind: 'person', subjectId: id });
  expect(items).toMatchObject([{ title: { zh: '寄送样板间册' }, subject: { name: '沈一诺' } }]);
});

test('the next plan becomes a task of its day, and a record does the task', async () => {
  const { id } = await person('方谨言');
  const me = house.as({ role: 'salesConsultant', name: '林晓', projects: [here], sides: ['developer'] });
  await me.ask(recordContact, {
    personId: id,
    projectId: here,
    kind: 'CALL_OUT',
    parts: { feedback },
    followUp: { on: '2026-11-20', atMinutes: 1_020, what: '给出 12 层东户算价' },
  });
  const [line] = (await me.ask(readToday, {})).lines;
  expect(line).toMatchObject({ title: { zh: '给出 12 层东户算价' }, subject: { name: '方谨言' } });
  const parts = { feedback: `${feedback}算价已给。` };
  const record = { personId: id, projectId: here, kind: 'CALL_OUT' as const, parts };
  const done = await me.ask(recordContact, { ...record, ...(line?.taskId && { taskId: line.taskId }) });
  const task = await me.ask(readTask, { taskId: line?.taskId ?? '' });
  expect(task.outcomes).toMatchObject([{ effect: 'DONE', recordId: done.id }]);
  expect((await me.ask(readToday, {})).lines).toEqual([]);
});

test('within a day the author mends the words, later the original stays visible', async () => {
  const { id } = await person('秦小满');
  const contact = await consultant.ask(recordContact, {
    personId: id,
    projectId: here,
    kind: 'CALL_OUT',
    parts: { feedback },
  });
  const mended = await consultant.ask(changeInteraction, {
    interactionId: contact.id,
    version: contact.version,
    parts: { feedback: `${feedback}首付已备好。` },
  });
  expect(mended.earlierVersions).toBe(0);
  house.setClock('2026-11-21T16:00:01+08:00');
  const later = await consultant.ask(changeInteraction, {
    interactionId: contact.id,
    version: mended.version,
    parts: { feedback: `${feedback}首付要缓两个月。` },
  });
  expect(later.earlierVersions).toBe(1);
  const { earlier } = await consultant.ask(readInteraction, { interactionId: contact.id });
  expect(earlier).toMatchObject([{ parts: { feedback: `${feedback}首付已备好。` }, writtenBy: { name: '程望' } }]);
  const stale = await consultant.refused(changeInteraction, {
    interactionId: contact.id,
    version: 1,
    parts: { feedback },
  });
  expect(stale).toMatchObject({ status: 409, current: { version: later.version } });
  const other = house.as({ role: 'salesConsultant', projects: [here], sides: ['developer'] });
  const refused = await other.refused(changeInteraction, {
    interactionId: contact.id,
    version: later.version,
    parts: { feedback },
  });
  expect(refused.status).toBe(403);
  house.setClock(at('16:00'));
});

test('the neighbouring project, the other side and nobody see nothing', async () => {
  const { id } = await person('何雨桐');
  const contact = await consultant.ask(recordContact, {
    personId: id,
    projectId: here,
    kind: 'CALL_OUT',
    parts: { feedback },
  });
  const neighbour = house.as({ role: 'salesConsultant', projects: [elsewhere], sides: ['developer'] });
  expect((await neighbour.refused(readInteraction, { interactionId: contact.id })).status).toBe(404);
  const refused = await neighbour.refused(recordContact, {
    personId: id,
    projectId: here,
    kind: 'CALL_OUT',
    parts: { feedback },
  });
  expect(refused.status).toBe(404);
  const housekeeper = house.as({ role: 'housekeeper', projects: [here], sides: ['property'] });
  expect((await housekeeper.refused(readInteraction, { interactionId: contact.id })).status).toBe(404);
  const select = 'select id from interaction where id = $1';
  const scope = { actor: consultant.accountId, projects: [here], sides: ['developer' as const] };
  expect(await house.asApp(scope, select, [contact.id])).toHaveLength(1);
  expect(await house.asApp({ ...scope, projects: [elsewhere] }, select, [contact.id])).toEqual([]);
  expect(await house.asApp({ ...scope, sides: ['property'] }, select, [contact.id])).toEqual([]);
  expect(await house.asApp({ ...scope, actor: neighbour.accountId, own: true }, select, [contact.id])).toEqual([]);
  for (const table of ['interaction', 'interaction_version', 'register_entry']) {
    expect(await house.asApp({}, `select * from ${table}`)).toEqual([]);
  }
});

test('a contact is deleted only within minutes by who wrote it and has not changed it, and its earlier words cannot be altered', async () => {
  const scope = { projects: [here], sides: ['developer' as const] };
  const age = (minutes: number) =>
    house.sql(`update interaction set entered_at = now() - make_interval(mins => ${minutes})`);
  const deleted = (actor: string) =>
    house.asApp<{ version: number; recorded_by: string }>(
      { ...scope, actor },
      'delete from interaction returning version, recorded_by',
    );
  await age(16);
  expect(await deleted(consultant.accountId)).toEqual([]);
  await age(1);
  expect(await deleted(house.as({ role: 'salesSiteManager', projects: [here] }).accountId)).toEqual([]);
  const gone = await deleted(consultant.accountId);
  expect(gone).not.toEqual([]);
  for (const { version, recorded_by } of gone) expect([version, recorded_by]).toEqual([1, consultant.accountId]);
  expect(
    await house.asApp(
      { ...scope, actor: consultant.accountId },
      "update interaction_version set parts = '{}' returning number",
    ),
  ).toEqual([]);
});

test('what counts as interaction holds for the contacts that are there, too', async () => {
  const { id } = await person('苏念');
  const record = (kind: 'SMS' | 'WECHAT') =>
    consultant.ask(recordContact, {
      personId: id,
      projectId: here,
      kind,
      reacted: true,
      parts: { message: feedback, reply: '收到，谢谢' },
    });
  await record('SMS');
  await record('WECHAT');
  const counting = async () => {
    await house.settle();
    const rows = await house.sql<{ kind: string }>(
      'select kind from interaction where person_id = $1 and counted order by kind',
      [id],
    );
    return rows.map(({ kind }) => kind);
  };
  expect(await counting()).toEqual(['SMS', 'WECHAT']);
  const manager = house.as('administrator');
  await manager.ask(setParameter, { key: 'activity.countedEvents', nodeId: here, value: ['CALL_IN', 'WECHAT'] });
  expect(await counting()).toEqual(['WECHAT']);
  await manager.ask(setParameter, { key: 'activity.countedEvents', nodeId: here, value: ['CALL_IN', 'SMS', 'WECHAT'] });
  expect(await counting()).toEqual(['SMS', 'WECHAT']);
});
