import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { day } from '@yilu/platform/contract';
import { newId } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { editRoom, readRoom, recordMilestone, removeMilestone } from '@yilu/properties/contract';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainLabel, readBook } from '../contract/index.ts';
import { segments } from '../server/index.ts';
import { estate } from './estate.ts';

let house: House;
let projectId: string;
let roomId: string;
let personId: string;
beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, segments],
    at: '2026-11-22T02:00:00Z',
  });
  projectId = await house.project('澜山府');
  const made = estate(house);
  roomId = await made.room(projectId, '3-2-1801');
  personId = await made.person(projectId, { name: '许静安' });
  await made.party(projectId, roomId, personId, 'owner', '2020-01-01');
});
afterAll(() => house.close());

const manager = () => house.as({ role: 'projectManager', projects: [projectId] });
const shown = async () => {
  await house.settle();
  const { items } = await manager().ask(readBook, {});
  const { value } = await manager().ask(explainLabel, { personId, projectId, label: 'lifecycle' });
  return { lifecycle: value, deliveredOn: items[0]?.deliveredOn, rooms: items[0]?.rooms };
};

test('what is recorded by hand of a room stands in the labels and the book of its people', async () => {
  const record = (kind: 'HANDED_OVER' | 'SIGNED', reachedOn: string) =>
    manager().ask(recordMilestone, { roomId, kind, reachedOn: day(reachedOn) });
  await record('SIGNED', '2020-01-01');
  expect(await shown()).toMatchObject({ lifecycle: 'CLOSED' });
  const { milestones } = await record('HANDED_OVER', '2024-06-30');
  expect(await shown()).toMatchObject({ lifecycle: 'LONG_STANDING', deliveredOn: '2024-06-30' });

  const milestoneId = milestones.find(({ kind }) => kind === 'HANDED_OVER')?.id ?? newId();
  await manager().ask(removeMilestone, { roomId, milestoneId });
  const before = await shown();
  expect(before).toMatchObject({ lifecycle: 'CLOSED' });
  expect(before.deliveredOn).toBeUndefined();
});

test('a room that is called otherwise is so in the book', async () => {
  const { version } = await manager().ask(readRoom, { roomId });
  const { displayCode } = await manager().ask(editRoom, { roomId, version, number: '1902' });
  expect(displayCode).toContain('1902');
  expect(await shown()).toMatchObject({ rooms: displayCode });
});
