import type { Day } from '@yilu/platform/contract';
import { arrayOf, rowsFrom } from '@yilu/platform/server';
import { type Selectable, sql } from 'kysely';
import type { ExternalCode, Milestone, MilestoneKind, RoomKind } from '../contract/index.ts';
import { columns, type StoredRoom, toColumns, toRoom } from './room-rows.ts';
import type { Db, Tables } from './tables.ts';

/** More homes than any one building has. */
const mostRoomsOfABuilding = 5_000;

export async function roomById(db: Db, id: string): Promise<StoredRoom | undefined> {
  const row = await db.selectFrom('room').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRoom(row);
}

/** Held until the end of the transaction. */
export async function roomForUpdate(db: Db, id: string): Promise<StoredRoom | undefined> {
  const row = await db.selectFrom('room').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toRoom(row);
}

export async function roomsByIds(db: Db, ids: readonly string[]): Promise<StoredRoom[]> {
  const rows = await db
    .selectFrom('room')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]})`)
    .execute();
  return rows.map(toRoom);
}

export async function roomsOfBuilding(db: Db, buildingId: string): Promise<StoredRoom[]> {
  const rows = await db
    .selectFrom('room')
    .selectAll()
    .where('building_id', '=', buildingId)
    .orderBy('sort_key')
    .orderBy('id')
    .limit(mostRoomsOfABuilding)
    .execute();
  return rows.map(toRoom);
}

/** How many homes share a floor of a unit. */
export async function homesOnFloor(db: Db, unitId: string, floor: number): Promise<number> {
  const { homes } = await db
    .selectFrom('room')
    .select(({ fn }) => fn.countAll<number>().as('homes'))
    .where('unit_id', '=', unitId)
    .where('floor', '=', floor)
    .where('kind', '=', 'RESIDENCE')
    .executeTakeFirstOrThrow();
  return Number(homes);
}

export async function roomsOfPhase(db: Db, phaseId: string): Promise<StoredRoom[]> {
  const rows = await db.selectFrom('room').selectAll().where('phase_id', '=', phaseId).limit(50_000).execute();
  return rows.map(toRoom);
}

export interface NumberInBuilding {
  readonly buildingId: string | undefined;
  readonly number: string;
}

/** Rooms that have these numbers in these buildings, whatever their unit and kind; without a building, those apart. */
export async function roomsNumbered(
  db: Db,
  projectId: string,
  asked: readonly NumberInBuilding[],
): Promise<StoredRoom[]> {
  const inBuildings = [
    ...new Map(
      asked.filter(({ buildingId }) => buildingId).map((each) => [`${each.buildingId} ${each.number}`, each]),
    ).values(),
  ];
  const apart = [...new Set(asked.filter(({ buildingId }) => !buildingId).map(({ number }) => number))];
  const { rows } = await sql<Selectable<Tables['room']>>`
    select room.*
      from json_to_recordset(${JSON.stringify(inBuildings)}::json) as asked ("buildingId" uuid, number text)
      join room on room.building_id = asked."buildingId" and room.number = asked.number
    union all
    select room.* from room where project_id = ${projectId} and building_id is null and number = any (${apart})`.execute(
    db,
  );
  return rows.map(toRoom);
}

export interface RoomFilter {
  readonly projectId?: string | undefined;
  readonly buildingId?: string | undefined;
  readonly kind?: RoomKind | undefined;
  /** Only what stands in no building. */
  readonly apart?: boolean | undefined;
  /** Canonical parts that a notation named. */
  readonly place?:
    | {
        readonly phase?: string | undefined;
        /** Words before the building's number; the project's own name, a garden's, or both. */
        readonly before?: string | undefined;
        readonly building?: string | undefined;
        readonly unit?: string | undefined;
        readonly number: string;
      }
    | undefined;
  readonly after?: { sortKey: string; id: string } | undefined;
  readonly limit: number;
}

/** In the order of their numbers; a number matches from its beginning. */
export async function roomsMatching(db: Db, filter: RoomFilter): Promise<StoredRoom[]> {
  const { place, after } = filter;
  let query = db.selectFrom('room').selectAll('room').orderBy('room.sort_key').orderBy('room.id').limit(filter.limit);
  if (filter.projectId) query = query.where('room.project_id', '=', filter.projectId);
  if (filter.buildingId) query = query.where('room.building_id', '=', filter.buildingId);
  if (filter.kind) query = query.where('room.kind', '=', filter.kind);
  if (filter.apart) query = query.where('room.building_id', 'is', null);
  if (place?.building) query = query.where(inBuildingCalled(`${place.before ?? ''}${place.building}`));
  // A villa has the words of its garden in its number; the project's own name is in none.
  const inGarden = place?.before && !place.building ? `${place.before}${place.number}` : undefined;
  if (inGarden) query = query.where(sql<boolean>`(room.number ^@ ${place?.number} or room.number ^@ ${inGarden})`);
  else if (place) query = query.where(sql<boolean>`room.number ^@ ${place.number}`);
  if (place?.phase)
    query = query.where(sql<boolean>`not exists (
      select from phase where phase.id = room.phase_id and phase.code ~ '^[0-9]+$' and phase.code <> ${place.phase})`);
  if (place?.unit)
    query = query
      .innerJoin('building_unit', 'building_unit.id', 'room.unit_id')
      .where('building_unit.code', '=', place.unit);
  if (after) query = query.where(sql<boolean>`(room.sort_key, room.id) > (${after.sortKey}, ${after.id}::uuid)`);
  return (await query.execute()).map(toRoom);
}

/** 3 finds 梅园3 and 兰园3, 锦绣花园梅园3 finds 梅园3 and 3, and neither finds 13. */
function inBuildingCalled(written: string) {
  return sql<boolean>`room.building_id in (
    select building.id
      from building, lateral (select regexp_replace(building.code, '^[0-9]{1,2}期', '') as code) short,
           lateral (select ${written}::text as code) asked,
           lateral (select case when length(short.code) < length(asked.code) then asked.code else short.code end as longer,
                           least(length(short.code), length(asked.code)) as common) pair
     where right(short.code, pair.common) = right(asked.code, pair.common)
       and right(left(pair.longer, -pair.common), 1) !~ '[0-9A-Z]')`;
}

export async function milestonesOf(db: Db, roomIds: readonly string[]): Promise<(Milestone & { roomId: string })[]> {
  const rows = await db
    .selectFrom('room_milestone')
    .selectAll()
    .where('room_id', '=', sql<string>`any(${[...roomIds]})`)
    .orderBy('reached_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    roomId: row.room_id,
    kind: row.kind as MilestoneKind,
    reachedOn: row.reached_on as Milestone['reachedOn'],
    entered: row.entered,
  }));
}

export async function externalCodesOf(
  db: Db,
  roomIds: readonly string[],
): Promise<(ExternalCode & { roomId: string })[]> {
  const rows = await db
    .selectFrom('room_external_code')
    .select(['room_id as roomId', 'source', 'code'])
    .where('room_id', '=', sql<string>`any(${[...roomIds]})`)
    .orderBy('source')
    .orderBy('code')
    .execute();
  return rows;
}

/** Which rooms of a project these codes belong to already. */
export async function roomsByExternalCodes(
  db: Db,
  projectId: string,
  codes: readonly ExternalCode[],
): Promise<(ExternalCode & { roomId: string })[]> {
  const { rows } = await sql<ExternalCode & { roomId: string }>`
    select known.room_id as "roomId", known.source, known.code
      from room_external_code known
      join jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as asked (source text, code text)
        on asked.source = known.source and asked.code = known.code
     where known.project_id = ${projectId}`.execute(db);
  return rows;
}

export async function insertRooms(db: Db, rooms: readonly StoredRoom[]): Promise<void> {
  if (rooms.length === 0) return;
  const given = rooms.map(
    (room): Record<string, unknown> => ({ ...toColumns(room), entered: arrayOf(room.enteredFields) }),
  );
  // A list fills half of the thirty columns.
  const filled = columns.filter((column) => given.some((row) => row[nameOf(column)] !== undefined));
  const names = sql.join(filled.map((column) => sql.ref(nameOf(column))));
  await sql`
    insert into room (${names}, entered_fields)
    select ${names}, entered::text[]
      from ${rowsFrom(given, [...filled, 'entered text'])}`.execute(db);
}

function nameOf(column: string): string {
  return column.split(' ', 1)[0] ?? '';
}

/** Writes everything that may change; the version goes up by one. */
export async function updateRooms(db: Db, rooms: readonly StoredRoom[]): Promise<void> {
  if (rooms.length === 0) return;
  await sql`
    update room
       set phase_id = given.phase_id, kind = given.kind, number = given.number, code = given.code, display_code = given.display_code,
           display_name = given.display_name, sort_key = given.sort_key, floor = given.floor, floor_label = given.floor_label,
           layout = given.layout, bedrooms = given.bedrooms, living_rooms = given.living_rooms, bathrooms = given.bathrooms,
           kitchens = given.kitchens, gross_area = given.gross_area, inner_area = given.inner_area, orientation = given.orientation,
           fit_out = given.fit_out, sale_kind = given.sale_kind, sales_state = given.sales_state, product_type = given.product_type,
           delivery_batch = given.delivery_batch, address = given.address, stage = given.stage,
           entered_fields = given.entered_fields, version = room.version + 1
      from jsonb_populate_recordset(null::room, ${JSON.stringify(rooms.map(toColumns))}::jsonb) given
     where room.id = given.id`.execute(db);
}

export interface MilestoneToWrite {
  readonly id: string;
  readonly roomId: string;
  readonly projectId: string;
  readonly kind: MilestoneKind;
  readonly reachedOn: Day;
  readonly entered: boolean;
}

const ofMilestones = ['id uuid', 'roomId uuid', 'projectId uuid', 'kind text', 'reachedOn date', 'entered boolean'];

export async function insertMilestones(
  db: Db,
  milestones: readonly MilestoneToWrite[],
  by: string,
  at: Date,
): Promise<void> {
  if (milestones.length === 0) return;
  await sql`
    insert into room_milestone (id, room_id, project_id, kind, reached_on, entered, recorded_by, recorded_at)
    select given.id, given."roomId", given."projectId", given.kind, given."reachedOn", given.entered, ${by}, ${at}
      from ${rowsFrom(milestones, ofMilestones)}`.execute(db);
}

export async function moveMilestones(db: Db, moves: readonly { id: string; reachedOn: string }[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    update room_milestone set reached_on = given."reachedOn"
      from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as given (id uuid, "reachedOn" date)
     where room_milestone.id = given.id`.execute(db);
}

export async function deleteMilestones(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom('room_milestone')
    .where('id', '=', sql<string>`any(${[...ids]})`)
    .execute();
}

export async function insertExternalCodes(
  db: Db,
  codes: readonly (ExternalCode & { roomId: string; projectId: string })[],
): Promise<void> {
  if (codes.length === 0) return;
  await db
    .insertInto('room_external_code')
    .values(
      codes.map(({ roomId, projectId, source, code }) => ({ room_id: roomId, project_id: projectId, source, code })),
    )
    .execute();
}

export async function deleteExternalCodes(
  db: Db,
  codes: readonly (ExternalCode & { roomId: string })[],
): Promise<void> {
  if (codes.length === 0) return;
  await sql`
    delete from room_external_code known
     using jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as given ("roomId" uuid, source text, code text)
     where known.room_id = given."roomId" and known.source = given.source and known.code = given.code`.execute(db);
}
