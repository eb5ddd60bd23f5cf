import { day } from '@yilu/platform/contract';
import type { Caller, House } from '@yilu/platform/testing';
import { actOnLine, readToday } from '@yilu/tasks/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { estate } from './estate.ts';
import { type Day, openDay } from './open-day.ts';

let house: House;
let project: string;
let me: Caller;
let lead: Day['lead'];
let linesAt: Day['linesAt'];
beforeAll(async () => {
  ({ house, project, me, lead, linesAt } = await openDay());
});
afterAll(() => house.close());

const putOff = async (kind: 'dossier' | 'care', personId: string) => {
  const [line] = await linesAt('2026-11-11T09:00:00', kind, personId);
  await me.ask(actOnLine, {
    key: line?.key ?? '',
    effect: 'POSTPONED',
    reason: '出差',
    until: day('2026-11-13'),
  });
};
const onToday = async (personId: string) => {
  await linesAt('2026-11-13T09:00:00', 'dossier', personId);
  return (await me.ask(readToday, {})).lines.filter(({ subject }) => subject?.id === personId);
};
const openTasks = (personId: string) =>
  house.sql('select from task where subject_id = $1 and closed_at is null', [personId]);

test('a dossier that was put off is shown again on its day, and no more once it is complete', async () => {
  const personId = await lead('2026-10-10');
  await putOff('dossier', personId);
  expect(await onToday(personId)).toHaveLength(1);
  await house.sql('update customer_fact set completeness = 70 where person_id = $1', [personId]);
  expect((await me.ask(readToday, {})).lines.filter(({ subject }) => subject?.id === personId)).toEqual([]);
  expect(await openTasks(personId)).toHaveLength(1);
  await house.strike('tasks.close-settled');
  expect(await openTasks(personId)).toEqual([]);
});

test('a light touch that was put off is moot once the customer has come by', async () => {
  const personId = await lead('2026-10-13', ['2026-10-13']);
  await putOff('care', personId);
  expect((await onToday(personId)).map(({ kind }) => kind)).toContain('care');
  await estate(house).visit(project, personId, '2026-11-12T10:00:00+08:00');
  expect((await onToday(personId)).map(({ kind }) => kind)).not.toContain('care');
});
