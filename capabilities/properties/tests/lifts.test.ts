import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as ask from '../contract/index.ts';
import { properties } from '../server/index.ts';

let house: House;
let manager: Caller;
let buildingId: string;
let unit: ask.BuildingUnit;

beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, properties], at: '2026-11-21T02:00:00Z' });
  const projectId = await house.project('澜山府');
  manager = house.as({ role: 'projectManager', projects: [projectId] });
  buildingId = (await manager.ask(ask.createBuilding, { projectId, name: '3栋' })).id;
  unit = await manager.ask(ask.createUnit, { buildingId, name: '1单元', lifts: 2 });
  const floors = { buildingId, unitId: unit.id, skippedFloors: [], facts: {} };
  await manager.ask(ask.generateRooms, { ...floors, firstFloor: 1, lastFloor: 1, roomsPerFloor: 3 });
  await manager.ask(ask.generateRooms, { ...floors, firstFloor: 2, lastFloor: 3, roomsPerFloor: 4 });
  await manager.ask(ask.createRoom, { projectId, buildingId, unitId: unit.id, kind: 'SHOP', number: '105', floor: 1 });
});
afterAll(() => house.close());

async function ratioOf(number: string) {
  const { rooms } = await manager.ask(ask.readBuilding, { buildingId });
  const roomId = rooms.find((room) => room.number === number)?.id ?? '';
  return (await manager.ask(ask.readRoom, { roomId })).liftsForHomes;
}

test.each([
  ['a home of a usual floor', '301', { lifts: 2, homes: 4 }],
  ['a home of a floor with fewer homes, a shop is none of them', '101', { lifts: 2, homes: 3 }],
  ['a shop has no ratio', '105', undefined],
])('%s', async (_, number, ratio) => {
  expect(await ratioOf(number)).toEqual(ratio);
});

test('renaming keeps the lifts; said again they change, taken back nobody knows', async () => {
  const edit = async (more: object) => {
    const { units } = await manager.ask(ask.readBuilding, { buildingId });
    const version = units[0]?.version ?? 0;
    return manager.ask(ask.editUnit, { unitId: unit.id, name: '1单元', version, ...more });
  };
  expect((await edit({ name: '2单元' })).lifts).toBe(2);
  expect((await edit({ lifts: 3 })).lifts).toBe(3);
  expect((await manager.ask(ask.readBuilding, { buildingId })).units).toMatchObject([{ lifts: 3 }]);
  expect(await ratioOf('301')).toEqual({ lifts: 3, homes: 4 });
  expect((await edit({ lifts: null })).lifts).toBeUndefined();
  expect(await ratioOf('301')).toBeUndefined();
});

test('a unit has one lift to twenty', async () => {
  const wrong = await manager.refused(ask.createUnit, { buildingId, name: '9单元', lifts: 21 });
  expect(wrong).toMatchObject({ status: 422 });
});
