import { viewPerson } from '@yilu/customers/contract';
import { openAuditEntry, searchAudit } from '@yilu/identity/contract';
import { day } from '@yilu/platform/contract';
import type { Caller, House } from '@yilu/platform/testing';
import { actOnTask, createTask, listNotices, listTasks, readTask, readToday } from '@yilu/tasks/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  changeInteraction,
  createRegister,
  finishRegister,
  readInteraction,
  readRegister,
  recordContact,
  revealTaskWords,
  revealWords,
  timelineOfPerson,
} from '../contract/index.ts';
import { openSalesOffice, type SalesOffice } from './sales-office.ts';

const whole = '客户说以后打他爱人李雷的手机 139-1111-2222 或单位 0571-87654321，周末一起来看样板间和车位。';
const masked = '客户说以后打他爱人李雷的手机 139****2222 或单位 05718****321，周末一起来看样板间和车位。';

let house: House;
let here: string;
let consultant: Caller;
let newCustomer: SalesOffice['newCustomer'];
let manager: Caller;
let personId: string;
let interactionId: string;

beforeAll(async () => {
  ({ house, here, consultant, newCustomer } = await openSalesOffice());
  manager = house.as({ role: 'salesSiteManager', name: '何敏', projects: [here], sides: ['developer'] });
});
afterAll(() => house.close());

beforeEach(async () => {
  house.setClock('2026-11-20T10:00:00+08:00');
  personId = (await newCustomer()).id;
  const contact = { personId, projectId: here, kind: 'CALL_OUT' as const, parts: { feedback: whole } };
  interactionId = (await consultant.ask(recordContact, contact)).id;
});

const stored = async () =>
  (
    await house.sql<{ feedback: string }>(`select parts ->> 'feedback' as feedback from interaction where id = $1`, [
      interactionId,
    ])
  )[0]?.feedback;
const change = (feedback: string, version = 1, by = consultant) =>
  by.ask(changeInteraction, { interactionId, version, parts: { feedback } });

test('no answer shows a phone in the words of a record; it stays whole in the store', async () => {
  const answers = [
    await consultant.ask(readInteraction, { interactionId }),
    await consultant.ask(timelineOfPerson, { personId }),
    (await consultant.ask(viewPerson, { personId })).panels.timeline,
  ];
  for (const answer of answers) {
    expect(JSON.stringify(answer)).toContain(masked);
    expect(JSON.stringify(answer)).not.toContain('1111-2222');
  }
  expect(await consultant.ask(readInteraction, { interactionId })).toMatchObject({ masksPhone: true });
  expect(await stored()).toBe(whole);
});

test.each([
  ['left as it is', masked, whole],
  ['edited around it', `${masked}他喜欢高层。`, `${whole}他喜欢高层。`],
  ['written whole', `${whole}他喜欢高层。`, `${whole}他喜欢高层。`],
  [
    'taken out',
    '客户说以后打他爱人李雷的手机，号码已登记到电话里，周末一起来看样板间和车位，还会再约时间。',
    undefined,
  ],
])('a masked number %s never overwrites the one that was written', async (_, written, kept) => {
  const answer = await change(written);
  expect(await stored()).toBe(kept ?? written);
  expect(JSON.stringify(answer)).not.toContain('1111-2222');
});

test('a masked number that never stood there is refused at its passage', async () => {
  const refused = await consultant.refused(changeInteraction, {
    interactionId,
    version: 1,
    parts: { feedback: masked.replace('139****2222', '139****9999') },
  });
  expect(refused).toMatchObject({ status: 422, code: 'customers.phone_stays_masked' });
  expect(JSON.stringify(refused)).toContain('parts.feedback');
  expect(await stored()).toBe(whole);
});

test('a number of an earlier version comes back when its words do, and earlier versions are masked too', async () => {
  house.setClock('2026-11-22T10:00:00+08:00');
  await change('客户说爱人的号码换了，新的还没有给，下周回访时再问，周末一起来看样板间和车位，还会再约。', 1, manager);
  await change(masked, 2, manager);
  expect(await stored()).toBe(whole);
  const { earlier } = await manager.ask(readInteraction, { interactionId });
  expect(earlier.length).toBeGreaterThan(0);
  expect(JSON.stringify(earlier)).not.toContain('1111-2222');
});

test('whoever may, sees the words whole with a reason; each look is in the audit', async () => {
  expect(await consultant.refused(revealWords, { interactionId, reason: '' })).toMatchObject({ status: 422 });
  const { parts } = await consultant.ask(revealWords, { interactionId, reason: '回电' });
  expect(parts.feedback).toBe(whole);
  const { items } = await house
    .as('administrator')
    .ask(searchAudit, { action: 'customers.phone_revealed', subjectId: personId });
  expect(items).toMatchObject([{ reason: '回电' }]);
});

test('the audit of a change shows no phone either', async () => {
  await change(`${masked}他喜欢高层。`);
  const administrator = house.as('administrator');
  const { items } = await administrator.ask(searchAudit, { subjectId: interactionId });
  const opened = await administrator.ask(openAuditEntry, { entryId: items[0]?.id ?? '' });
  expect(JSON.stringify(opened)).toContain('139****2222');
  expect(JSON.stringify(opened)).not.toContain('1111-2222');
});

test('a register kept open shows its words masked, and finishing it keeps them as they were written', async () => {
  const contactedAt = new Date('2026-11-20T09:30:00+08:00');
  const words = { keyPoints: '请打 139-1111-2222 找李雷' };
  const followUp = { on: '2026-11-24', what: '打 139-1111-2222' };
  const kept = await consultant.ask(createRegister, {
    projectId: here,
    kind: 'CALL_IN',
    contactedAt,
    form: { name: '李雷', parts: words },
    followUp,
    keepOpen: true,
  });
  const shown = await consultant.ask(readRegister, { registerId: kept.id });
  expect(JSON.stringify(shown)).not.toContain('1111-2222');
  const done = await consultant.ask(finishRegister, {
    registerId: kept.id,
    version: kept.version,
    contactedAt,
    form: { ...shown.form, phone: '13800148888', sex: 'male', answers: { sourceChannel: 'REFERRAL' } },
    ...(shown.followUp && { followUp: shown.followUp }),
  });
  const rows = await house.sql<{ parts: object; title: { zh: string } }>(
    `select interaction.parts, task.title from interaction, task
      where interaction.id = $1 and task.occurrence = interaction.id::text`,
    [done.interactionId],
  );
  expect(rows).toMatchObject([{ parts: words, title: { zh: '打 139-1111-2222' } }]);
});

test('no answer shows a phone in a task; it is seen whole with a reason, and each look is in the audit', async () => {
  const title = '回电 139-1111-2222 李雷';
  const colleague = house.as({ role: 'salesConsultant', name: '陆远', projects: [here], sides: ['developer'] });
  await colleague.ask(readToday, {});
  const subject = { kind: 'person', id: personId };
  const made = await consultant.ask(createTask, {
    projectId: here,
    subject,
    title,
    why: `李雷 13911112222`,
    on: day('2026-11-20'),
  });
  const taskId = made.id;
  const given = await consultant.ask(actOnTask, {
    taskId,
    version: made.version,
    effect: 'HANDED_OVER',
    to: colleague.accountId,
    reason: '他的号码 13911112222',
  });
  const today = await colleague.ask(readToday, {});
  expect(today.lines.find((line) => line.taskId === taskId)?.masked).toBe(true);
  const answers = [
    made,
    given,
    today,
    await colleague.ask(readTask, { taskId }),
    await colleague.ask(listTasks, {}),
    await colleague.ask(listNotices, {}),
    await consultant.ask(readToday, {}),
  ];
  for (const answer of answers) {
    expect(JSON.stringify(answer)).toMatch(/139\*{4}2222/);
    expect(JSON.stringify(answer)).not.toMatch(/139-?1111-?2222/);
  }
  const [row] = await house.sql<{ title: string }>("select title ->> 'zh' as title from task where id = $1", [taskId]);
  expect(row?.title).toBe(title);

  const seen = await colleague.ask(revealTaskWords, { taskId, reason: '回电给李雷' });
  expect(seen.title.zh).toBe(title);
  expect(await looks(personId)).toBe(1);
  const neighbour = house.as({ role: 'salesConsultant', projects: [await house.project('望江台')] });
  expect((await neighbour.refused(revealTaskWords, { taskId, reason: '回电给李雷' })).status).toBe(404);
});

test('a task about nobody on file shows its phone with a stated reason, recorded with the task', async () => {
  const { id: taskId } = await consultant.ask(createTask, {
    projectId: here,
    title: '回电 13911113333',
    on: day('2026-11-20'),
  });
  expect((await consultant.refused(revealTaskWords, { taskId, reason: '' })).status).toBe(422);
  expect((await consultant.ask(revealTaskWords, { taskId, reason: '回电' })).title.zh).toBe('回电 13911113333');
  expect(await looks(taskId)).toBe(1);
});

const looks = async (subjectId: string) =>
  (
    await house.sql("select from audit_entry where action = 'customers.phone_revealed' and subject_id = $1", [
      subjectId,
    ])
  ).length;
