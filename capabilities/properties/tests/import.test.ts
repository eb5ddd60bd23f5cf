import { day } from '@yilu/platform/contract';
import { inTransaction, when } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties, undoRooms, upsertRooms } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  editRoom,
  listBuildings,
  type RoomRow,
  readRoom,
  recordMilestone,
  roomChanged,
  searchRooms,
  type UpsertedRooms,
} from '../contract/index.ts';

const told: string[] = [];
const ear = {
  name: 'ear',
  listeners: [when(roomChanged, 'ear.hear', async (_, { roomIds }) => void told.push(...roomIds))],
};
let house: House;
let projectId: string;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, properties, ear], at: '2026-12-01T02:00:00Z' });
});
beforeEach(async () => {
  projectId = await house.project();
});
afterAll(() => house.close());

const work = <Result>(act: Parameters<typeof inTransaction<Result>>[2]) =>
  inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'import' }, act);
const bring = (rows: RoomRow[]): Promise<UpsertedRooms> => work((here) => upsertRooms(here, { projectId, rows }));
const rooms = () =>
  house.sql<{ row: string }>('select row(r.*)::text as row from room r where project_id = $1 order by id', [projectId]);
const row = (ref: string, number: string, more: Partial<RoomRow> = {}): RoomRow => ({
  ref,
  building: '3栋',
  unit: '2单元',
  number,
  ...more,
});

test('rows become buildings, units and rooms; a door tells its floor and a layout its rooms', async () => {
  const { outcomes } = await bring([
    row('1', '1203', {
      layout: '3室2厅2卫1厨',
      grossArea: 128.5,
      milestones: [{ kind: 'SIGNED', reachedOn: day('2024-05-01') }],
    }),
    row('2', '0803', { building: '3#', unit: '2' }),
    { ref: '3', building: 'A座', number: '1801' },
    { ref: '4', number: 'B1-023', kind: 'PARKING_SPACE' },
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created', 'created']);
  const room = await house.as('administrator').ask(readRoom, { roomId: outcomes[0]?.roomId ?? '' });
  expect(room).toMatchObject({
    displayName: '3栋2单元1203',
    displayCode: '3-2-1203',
    floor: 12,
    bedrooms: 3,
    livingRooms: 2,
    bathrooms: 2,
    kitchens: 1,
    grossArea: 128.5,
    stage: 'SIGNED',
    milestones: [{ kind: 'SIGNED', reachedOn: '2024-05-01', entered: false }],
  });
  const { buildings, apart } = await house.as('administrator').ask(listBuildings, { projectId });
  expect(buildings.map(({ name, units, rooms: of }) => [name, units, of])).toEqual([
    ['3栋', 1, 2],
    ['A座', 0, 1],
  ]);
  expect(apart).toEqual([{ kind: 'PARKING_SPACE', rooms: 1 }]);
});

test('the same rows again change nothing', async () => {
  const rows = [
    row('1', '1203', {
      layout: '3室2厅',
      milestones: [{ kind: 'HANDED_OVER', reachedOn: day('2025-05-01') }],
      externalCodes: [{ source: 'fees', code: 'F1' }],
    }),
    row('2', '1203', { grossArea: 100 }),
    row('3', '1204', { salesState: 'AVAILABLE' }),
  ];
  const first = await bring(rows);
  expect(first.outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'updated', 'created']);
  const before = await rooms();
  const second = await bring(rows);
  expect(second.outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  expect(second.changes).toEqual([]);
  expect(await rooms()).toEqual(before);
});

test('an import fills and corrects imports, and never overwrites what a person entered', async () => {
  const { outcomes } = await bring([row('1', '1203', { layout: '3室2厅', grossArea: 120 })]);
  const roomId = outcomes[0]?.roomId ?? '';
  const manager = house.as('projectManager');
  const room = await manager.ask(readRoom, { roomId });
  await manager.ask(editRoom, { roomId, orientation: 'S', version: room.version });
  await manager.ask(recordMilestone, { roomId, kind: 'HANDED_OVER', reachedOn: day('2026-06-01') });

  const again = await bring([
    row('1', '1203', {
      grossArea: 121,
      innerArea: 99,
      orientation: 'NS',
      milestones: [{ kind: 'HANDED_OVER', reachedOn: day('2026-07-01') }],
    }),
  ]);
  expect(again.outcomes[0]).toMatchObject({
    outcome: 'updated',
    differences: [
      { field: 'orientation', here: 'S', there: 'NS' },
      { field: 'milestone.HANDED_OVER', here: '2026-06-01', there: '2026-07-01' },
    ],
  });
  expect(await manager.ask(readRoom, { roomId })).toMatchObject({
    grossArea: 121,
    innerArea: 99,
    orientation: 'S',
    stage: 'HANDED_OVER',
  });
});

test('a room is found by the code of another system, by its place, and without its unit when only one has the number', async () => {
  const first = await bring([row('1', '1203', { externalCodes: [{ source: 'sales', code: 'R-9' }] })]);
  const roomId = first.outcomes[0]?.roomId;
  const again = await bring([
    { ref: 'code', number: '9999', externalCodes: [{ source: 'sales', code: 'R-9' }] },
    { ref: 'place', building: '三号楼', unit: '二单元', number: '1203' },
    { ref: 'no unit', building: '3', number: '1203' },
  ]);
  expect(again.outcomes.map((outcome) => outcome.roomId)).toEqual([roomId, roomId, roomId]);
});

test('import then undo is as if nothing had been', async () => {
  await bring([row('1', '1203', { layout: '3室2厅', milestones: [{ kind: 'SIGNED', reachedOn: day('2024-05-01') }] })]);
  const image = () =>
    house.sql(
      `
    select r.number, r.layout, r.gross_area, r.bedrooms, r.sales_state, r.stage, m.kind, m.reached_on::text from room r
      left join room_milestone m on m.room_id = r.id where r.project_id = $1 order by 1, 7`,
      [projectId],
    );
  const before = await image();
  const { changes } = await bring([
    row('1', '1203', {
      layout: '4室2厅',
      grossArea: 140,
      salesState: 'SIGNED',
      milestones: [
        { kind: 'SIGNED', reachedOn: day('2024-06-01') },
        { kind: 'MOVED_IN', reachedOn: day('2025-01-01') },
      ],
    }),
    row('2', '1303', { externalCodes: [{ source: 'fees', code: 'F2' }] }),
    { ref: '3', phase: '二期', building: '9栋', unit: '1', number: '101' },
  ]);
  const undone = await work((here) => undoRooms(here, { projectId, changes }));
  expect(undone.kept).toEqual([]);
  expect(await image()).toEqual(before);
  const [left] = await house.sql<{ count: string }>(
    'select (select count(*) from building where project_id = $1) + (select count(*) from phase where project_id = $1) as count',
    [projectId],
  );
  expect(Number(left?.count)).toBe(1);
});

test('undo leaves what was edited since, and says what', async () => {
  const { outcomes, changes } = await bring([row('1', '1203', { layout: '3室2厅', grossArea: 120 }), row('2', '1204')]);
  const roomId = outcomes[0]?.roomId ?? '';
  const manager = house.as('projectManager');
  const room = await manager.ask(readRoom, { roomId });
  await manager.ask(editRoom, { roomId, grossArea: 125, version: room.version });
  const { kept } = await work((here) => undoRooms(here, { projectId, changes }));
  expect(kept.map(({ table, field }) => [table, field])).toEqual([
    ['room', '*'],
    ['building_unit', '*'],
    ['building', '*'],
  ]);
  const { items } = await manager.ask(searchRooms, { projectId });
  expect(items.map(({ number }) => number)).toEqual(['1203']);
});

test('areas that contradict each other are listed, not written', async () => {
  await bring([row('1', '1203', { grossArea: 120 })]);
  const { outcomes } = await bring([row('1', '1203', { innerArea: 130, layout: '3室' })]);
  expect(outcomes[0]?.differences).toEqual([{ field: 'innerArea', here: undefined, there: 130 }]);
});

test('thousands of rows go in as a set', async () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, at): RoomRow => ({
      ref: String(at),
      building: String(1 + Math.floor(at / 300)),
      unit: '1',
      number: `${1 + Math.floor((at % 300) / 10)}${String(1 + (at % 10)).padStart(2, '0')}`,
      milestones: [{ kind: 'SIGNED', reachedOn: day('2024-05-01') }],
    }),
  );
  const { outcomes } = await bring(rows);
  expect(new Set(outcomes.map(({ roomId }) => roomId)).size).toBe(3_000);
  expect((await bring(rows)).changes).toEqual([]);
});

test('whoever hears of rooms hears that a file corrected the day of a milestone', async () => {
  const on = (reachedOn: string) => [{ kind: 'HANDED_OVER' as const, reachedOn: day(reachedOn) }];
  const { outcomes } = await bring([row('1', '1203', { milestones: on('2025-06-30') })]);
  await house.settle();
  told.splice(0);
  await bring([row('1', '1203', { milestones: on('2024-06-30') })]);
  await house.settle();
  expect(told).toEqual([outcomes[0]?.roomId]);
});
