import { day } from '@yilu/platform/contract';
import { type House, openHouse } from '@yilu/platform/testing';
import { colourings, properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as ask from '../contract/index.ts';

const heard: unknown[] = [];
let house: House;
let mine: string;
let theirs: string;
beforeAll(async () => {
  const lamp = colourings.with(async (_, { roomIds }) => ({
    key: 'test.lamp',
    title: { zh: '灯', en: 'Lamp' },
    values: [{ value: 'ON', name: { zh: '亮', en: 'On' }, tone: 'depth' }],
    rooms: Object.fromEntries(roomIds.map((id) => [id, { value: 'ON' }])),
  }));
  const listener = {
    event: ask.milestoneReached,
    name: 'test.hears',
    handle: async (_: unknown, payload: unknown) => void heard.push(payload),
  };
  house = await openHouse({
    capabilities: [settings, properties, { name: 'test', contributes: [lamp], listeners: [listener] }],
    at: '2026-11-21T02:00:00Z',
  });
  mine = await house.project('澜山府');
  theirs = await house.project('清和园');
});
afterAll(() => house.close());

async function building(projectId = mine, name = '3栋') {
  const manager = house.as({ role: 'projectManager', projects: [projectId] });
  const made = await manager.ask(ask.createBuilding, { projectId, name });
  const unit = await manager.ask(ask.createUnit, { buildingId: made.id, name: '1单元' });
  await manager.ask(ask.generateRooms, {
    buildingId: made.id,
    unitId: unit.id,
    firstFloor: 1,
    lastFloor: 5,
    roomsPerFloor: 4,
    skippedFloors: [4],
    facts: { salesState: 'AVAILABLE', layout: '3室2厅' },
  });
  return { manager, made, unit };
}

test('a building is made, its rooms are generated floor by floor, and shown as a grid', async () => {
  const { manager, made, unit } = await building();
  const grid = await manager.ask(ask.readBuilding, { buildingId: made.id });
  expect(grid.rooms).toHaveLength(16);
  expect(grid.rooms.at(-1)).toMatchObject({
    number: '504',
    floor: 4,
    floorLabel: '5',
    displayName: '3栋1单元504',
    stage: 'AVAILABLE',
  });
  expect(grid.rooms[0]?.bedrooms).toBe(3);
  expect(grid.colourings[0]?.rooms[grid.rooms[0]?.id ?? '']).toEqual({ value: 'ON' });

  const again = {
    buildingId: made.id,
    unitId: unit.id,
    firstFloor: 1,
    lastFloor: 6,
    roomsPerFloor: 4,
    skippedFloors: [4],
  };
  expect(await manager.ask(ask.generateRooms, again)).toEqual({ created: 4, existing: 16 });
  expect((await manager.refused(ask.generateRooms, again)).code).toBe('properties.nothing_to_generate');

  const { items } = await manager.ask(ask.listProjects, {});
  expect(items).toMatchObject([
    { name: '澜山府', buildings: 1, rooms: 20, stages: { AVAILABLE: 16, NOT_FOR_SALE: 4 } },
  ]);
});

test('3栋, 3# and 三号楼 are one building', async () => {
  const manager = house.as({ role: 'projectManager', projects: [theirs] });
  await manager.ask(ask.createBuilding, { projectId: theirs, name: '5栋' });
  for (const name of ['5#', '五号楼', '05幢']) {
    expect(await manager.refused(ask.createBuilding, { projectId: theirs, name })).toMatchObject({
      status: 422,
      code: 'properties.name_taken',
    });
  }
});

test('a renamed building renames its rooms', async () => {
  const { manager, made } = await building(mine, '8栋');
  await manager.ask(ask.editBuilding, { buildingId: made.id, name: '9栋', version: 1 });
  const { rooms } = await manager.ask(ask.readBuilding, { buildingId: made.id });
  expect(rooms[0]?.displayCode).toBe('9-1-101');
  expect((await manager.refused(ask.editBuilding, { buildingId: made.id, name: '10栋', version: 1 })).status).toBe(409);
});

test('a room is found however people write it', async () => {
  const { manager } = await building(mine, '12栋');
  for (const text of ['12-1-301', '12栋1单元301', '12#1单元301室', '十二栋1单元301']) {
    const { items } = await manager.ask(ask.searchRooms, { projectId: mine, text });
    expect(items.map(({ displayCode }) => displayCode)).toEqual(['12-1-301']);
  }
  const first = await manager.ask(ask.searchRooms, { projectId: mine, text: '12-1-3', limit: 3 });
  const second = await manager.ask(ask.searchRooms, { projectId: mine, text: '12-1-3', limit: 3, cursor: first.next });
  expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(['301', '302', '303', '304']);
});

test('a room is edited with its version, cleared of facts, and given codes of other systems', async () => {
  const { manager, made } = await building(mine, '15栋');
  const [line] = (await manager.ask(ask.readBuilding, { buildingId: made.id })).rooms;
  const roomId = line?.id ?? '';
  const edited = await manager.ask(ask.editRoom, {
    roomId,
    layout: '4室2厅2卫',
    grossArea: 143,
    innerArea: 112.5,
    orientation: 'NS',
    externalCodes: [{ source: 'fees', code: 'F-15' }],
    version: 1,
  });
  expect(edited).toMatchObject({
    bedrooms: 4,
    bathrooms: 2,
    innerArea: 112.5,
    externalCodes: [{ source: 'fees', code: 'F-15' }],
    version: 2,
  });
  expect(await manager.refused(ask.editRoom, { roomId, layout: '1室', version: 1 })).toMatchObject({
    status: 409,
    current: { layout: '4室2厅2卫', version: 2 },
  });
  expect(await manager.refused(ask.editRoom, { roomId, innerArea: 200, version: 2 })).toMatchObject({
    status: 422,
    code: 'properties.inner_larger_than_gross',
  });
  const cleared = await manager.ask(ask.editRoom, { roomId, clear: ['orientation'], version: 2 });
  expect(cleared.orientation).toBeUndefined();
  const renumbered = await manager.ask(ask.editRoom, { roomId, number: '9901', version: 3 });
  expect(renumbered).toMatchObject({ displayName: '15栋1单元9901', code: '15-1-9901' });
  const occupied = { roomId, number: '102', version: 4 };
  expect(await manager.refused(ask.editRoom, occupied)).toMatchObject({ status: 422, code: 'properties.room_exists' });
  const next = (await manager.ask(ask.readBuilding, { buildingId: made.id })).rooms[1]?.id ?? '';
  const taken = { roomId: next, externalCodes: [{ source: 'fees', code: 'F-15' }], version: 1 };
  expect((await manager.refused(ask.editRoom, taken)).code).toBe('properties.code_taken');
});

test('a milestone moves the stage, is told, and can be taken back', async () => {
  const { manager, made } = await building(mine, '16栋');
  const roomId = (await manager.ask(ask.readBuilding, { buildingId: made.id })).rooms[0]?.id ?? '';
  const handedOver = await manager.ask(ask.recordMilestone, {
    roomId,
    kind: 'HANDED_OVER',
    reachedOn: day('2026-11-01'),
  });
  expect(handedOver).toMatchObject({ stage: 'HANDED_OVER', salesState: 'SIGNED' });
  await house.settle();
  expect(heard.at(-1)).toMatchObject({
    projectId: mine,
    milestones: [{ roomId, kind: 'HANDED_OVER', reachedOn: '2026-11-01' }],
  });
  expect(
    await manager.refused(ask.recordMilestone, { roomId, kind: 'MOVED_IN', reachedOn: day('2026-11-22') }),
  ).toMatchObject({ status: 422, code: 'properties.milestone_ahead' });
  const [published] = await house.sql<{ on: string }>(
    'select handed_over_on::text as on from properties_published.room where id = $1',
    [roomId],
  );
  expect(published?.on).toBe('2026-11-01');
  const back = await manager.ask(ask.removeMilestone, { roomId, milestoneId: handedOver.milestones[0]?.id ?? '' });
  expect(back).toMatchObject({ stage: 'SIGNED', milestones: [] });
});

test('shops and parking spaces stand in no building; what rooms stand in is not deleted', async () => {
  const { manager, made, unit } = await building(mine, '17栋');
  const nowhere = { projectId: mine, phaseId: crypto.randomUUID(), kind: 'PARKING_SPACE', number: 'B1-1' } as const;
  expect(await manager.refused(ask.createRoom, nowhere)).toMatchObject({ status: 404 });
  const space = await manager.ask(ask.createRoom, { projectId: mine, kind: 'PARKING_SPACE', number: 'b1-023' });
  expect(space).toMatchObject({ displayName: '车位B1-023', number: 'B1-023' });
  expect(
    (await manager.refused(ask.createRoom, { projectId: mine, kind: 'PARKING_SPACE', number: 'B1-023' })).code,
  ).toBe('properties.room_exists');
  const { items } = await manager.ask(ask.searchRooms, { projectId: mine, apart: 'true' });
  expect(items.map(({ number }) => number)).toEqual(['B1-023']);
  expect((await manager.refused(ask.deleteBuilding, { buildingId: made.id })).code).toBe('properties.in_use');
  expect((await manager.refused(ask.deleteUnit, { unitId: unit.id })).code).toBe('properties.in_use');
  await manager.ask(ask.deleteRoom, { roomId: space.id });
});

test('the neighbouring project is not there', async () => {
  const { made, unit } = await building(theirs, '20栋');
  const neighbour = house.as({ role: 'projectManager', projects: [mine] });
  const roomId = (await house.as('administrator').ask(ask.readBuilding, { buildingId: made.id })).rooms[0]?.id ?? '';
  const statuses = [
    await neighbour.refused(ask.listBuildings, { projectId: theirs }),
    await neighbour.refused(ask.readBuilding, { buildingId: made.id }),
    await neighbour.refused(ask.createBuilding, { projectId: theirs, name: '99栋' }),
    await neighbour.refused(ask.createPhase, { projectId: theirs, name: '二期' }),
    await neighbour.refused(ask.editBuilding, { buildingId: made.id, name: '21栋', version: 1 }),
    await neighbour.refused(ask.editUnit, { unitId: unit.id, name: '2单元', version: 1 }),
    await neighbour.refused(ask.readRoom, { roomId }),
    await neighbour.refused(ask.editRoom, { roomId, layout: '1室', version: 1 }),
    await neighbour.refused(ask.recordMilestone, { roomId, kind: 'SIGNED', reachedOn: day('2026-11-01') }),
    await neighbour.refused(ask.deleteRoom, { roomId }),
  ].map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([404]));
  expect((await neighbour.ask(ask.searchRooms, { projectId: theirs })).items).toEqual([]);
  expect((await neighbour.ask(ask.listProjects, {})).items.map(({ name }) => name)).toEqual(['澜山府']);

  const housekeeper = house.as({ role: 'housekeeper', projects: [theirs] });
  expect((await housekeeper.refused(ask.editRoom, { roomId, layout: '1室', version: 1 })).status).toBe(403);
  expect(
    (await housekeeper.ask(ask.recordMilestone, { roomId, kind: 'MOVED_IN', reachedOn: day('2026-11-01') })).stage,
  ).toBe('MOVED_IN');
});

test.each([
  'phase',
  'building',
  'building_unit',
  'room',
  'room_external_code',
  'room_milestone',
  'properties_published.room',
])('as the application, %s shows the own project only, and nothing without a scope', async (table) => {
  const { manager, made } = await building(mine, `${50 + table.length}栋`);
  const roomId = (await manager.ask(ask.readBuilding, { buildingId: made.id })).rooms[0]?.id ?? '';
  await manager.ask(ask.recordMilestone, { roomId, kind: 'SIGNED', reachedOn: day('2026-11-01') });
  await manager.ask(ask.editRoom, { roomId, externalCodes: [{ source: 'fees', code: table }], version: 2 });
  await manager.ask(ask.createPhase, { projectId: mine, name: `${table.length}期` });
  const seen = (scope: { projects?: string[] }) =>
    house.asApp<{ project_id: string }>(scope, `select project_id from ${table}`);
  expect(await seen({})).toEqual([]);
  expect(new Set((await seen({ projects: [mine] })).map((row) => row.project_id))).toEqual(new Set([mine]));
  expect((await seen({ projects: [theirs] })).every((row) => row.project_id === theirs)).toBe(true);
});

test('as the application, no row can be put into the neighbouring project', async () => {
  const insert = "insert into phase (id, project_id, name, code) values (gen_random_uuid(), $1, '偷', 'x')";
  await expect(house.asApp({ projects: [mine] }, insert, [theirs])).rejects.toThrow('row-level security');
});

test('of those who rename a building at once, one is heard and the others are told', async () => {
  const manager = house.as({ role: 'projectManager', projects: [mine] });
  const { id: buildingId } = await manager.ask(ask.createBuilding, { projectId: mine, name: '161栋' });
  const names = ['162栋', '163栋', '164栋'];
  // Each on a connection that is open already, so that they meet.
  await Promise.all(names.map(() => manager.ask(ask.readBuilding, { buildingId })));
  const answers = await Promise.all(
    names.map((name) => manager.exchange(ask.editBuilding, { buildingId, name, version: 1 })),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
});
