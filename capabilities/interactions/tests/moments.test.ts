import { answerDossier, changePerson, momentsOfPerson } from '@yilu/customers/contract';
import type { Caller, House } from '@yilu/platform/testing';
import { actOnTask, createTask, undoOutcome } from '@yilu/tasks/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordContact } from '../contract/index.ts';
import { openSalesOffice, type SalesOffice } from './sales-office.ts';

let house: House;
let here: string;
let consultant: Caller;
let newCustomer: SalesOffice['newCustomer'];
let housekeeper: Caller;
let personId: string;

beforeAll(async () => {
  ({ house, here, consultant, newCustomer } = await openSalesOffice());
  housekeeper = house.as({ role: 'propertyManager', name: '沈岚', projects: [here], sides: ['property'] });
});
afterAll(() => house.close());

beforeEach(async () => {
  house.setClock('2026-11-20T02:00:00Z');
  personId = (await newCustomer()).id;
});

const told = async (who = consultant) =>
  (await who.ask(momentsOfPerson, { personId })).items.map(({ kind, title, by }) => [kind, title.zh, by]);
const taskOf = (title: string) =>
  consultant.ask(createTask, { projectId: here, subject: { kind: 'person', id: personId }, title, on: '2026-11-20' });

test('a task done without a record stands on the timeline with who did it, one dropped with its reason', async () => {
  const sent = await taskOf('送合同');
  await consultant.ask(actOnTask, { taskId: sent.id, version: 1, effect: 'DONE' });
  house.setClock('2026-11-20T03:00:00Z');
  const dropped = await taskOf('约看样板间');
  await consultant.ask(actOnTask, { taskId: dropped.id, version: 1, effect: 'NOT_NEEDED', reason: '已自行看过' });
  expect(await told()).toEqual([
    ['task', '不需要了：约看样板间（已自行看过）', '程望'],
    ['task', '完成：送合同', '程望'],
  ]);
});

test.each([
  ['still open', async () => void (await taskOf('回电'))],
  [
    'put off',
    async () => {
      const { id } = await taskOf('回电');
      const later = { effect: 'POSTPONED', until: '2026-11-24', reason: '出差' } as const;
      await consultant.ask(actOnTask, { taskId: id, version: 1, ...later });
    },
  ],
  [
    'taken back',
    async () => {
      const { id } = await taskOf('回电');
      const done = await consultant.ask(actOnTask, { taskId: id, version: 1, effect: 'DONE' });
      await consultant.ask(undoOutcome, { taskId: id, outcomeId: done.outcomes[0]?.id ?? '' });
    },
  ],
  [
    'done with a record, which stands there itself',
    async () => {
      const { id } = await taskOf('回电');
      const feedback = '客户对东户采光满意，觉得总价比预想略高，想等下周活动再来看一次并带母亲同看。';
      await consultant.ask(recordContact, {
        personId,
        projectId: here,
        kind: 'CALL_OUT',
        parts: { feedback },
        taskId: id,
      });
    },
  ],
])('a task %s is no moment', async (_, happen) => {
  await happen();
  expect(await told()).toEqual([]);
});

test('what was filled in at one time is one moment that names its fields and not their values', async () => {
  await consultant.ask(answerDossier, {
    personId,
    answers: [
      { field: 'occupation', value: 'teacher' },
      { field: 'nativePlace', value: '钓鱼岛' },
    ],
  });
  house.setClock('2026-11-21T02:00:00Z');
  await consultant.ask(changePerson, { personId, version: 1, sex: 'female' });
  expect(await told()).toEqual([
    ['dossier', '修改：性别', '程望'],
    ['dossier', expect.stringMatching(/^修改：.+、.+$/), '程望'],
  ]);
  expect(JSON.stringify(await told())).not.toContain('钓鱼岛');
});

test('fields of the developer’s side are no moments for the property side', async () => {
  await consultant.ask(answerDossier, { personId, answers: [{ field: 'purchasePurpose', value: ['firstHome'] }] });
  expect((await told()).map(([kind]) => kind)).toEqual(['dossier']);
  expect(await told(housekeeper)).toEqual([]);
});
