import { found, insist, type Page } from '@yilu/platform/contract';
import { newId, pageOf, readCursor, type Work } from '@yilu/platform/server';
import { projectById } from '@yilu/settings/server';
import { z } from 'zod';
import {
  noSuchBuilding,
  noSuchRoom,
  noSuchUnit,
  type Room,
  type RoomFactName,
  type RoomFacts,
  type RoomKind,
  type RoomLine,
  roomExists,
} from '../contract/index.ts';
import { floorOfDoor, parseLayout, parseRoomNotation, refusalOfAreas, stageOf } from '../rules/index.ts';
import { type StoredRoom, toLine } from '../store/room-rows.ts';
import * as store from '../store/rooms.ts';
import { buildingById, phaseById, unitById } from '../store/structure.ts';
import type { Tables } from '../store/tables.ts';
import { coderFor } from './places.ts';
import { projectInReach } from './projects.ts';
import { insistPhaseOf } from './structure.ts';
import { tellRoomsMade } from './tell.ts';

export async function readRoom(work: Work<Tables>, { roomId }: { roomId: string }): Promise<Room> {
  const { db } = work;
  const room = found(await store.roomById(db, roomId), noSuchRoom);
  const project = await projectById(work, room.projectId);
  const phase = room.phaseId ? await phaseById(db, room.phaseId) : undefined;
  const building = room.buildingId ? await buildingById(db, room.buildingId) : undefined;
  const unit = room.unitId ? await unitById(db, room.unitId) : undefined;
  const homes = await homesBesideLifts(work, room, unit?.lifts);
  const { enteredFields: _, sortKey: __, createdAt: ___, ...facts } = room;
  return {
    ...facts,
    code: [project?.code, room.code].filter(Boolean).join('-'),
    projectName: project?.name ?? '',
    phaseName: phase?.name,
    buildingName: building?.name,
    unitName: unit?.name,
    ...(homes && { liftsForHomes: homes }),
    milestones: (await store.milestonesOf(db, [roomId])).map(({ roomId: of, ...milestone }) => milestone),
    externalCodes: (await store.externalCodesOf(db, [roomId])).map(({ source, code }) => ({ source, code })),
  };
}

/** 梯户比, counted where the room stands: floors of a unit may differ. */
async function homesBesideLifts({ db }: Work<Tables>, room: StoredRoom, lifts: number | undefined) {
  if (lifts === undefined || room.unitId === undefined || room.floor === undefined || room.kind !== 'RESIDENCE')
    return undefined;
  return { lifts, homes: await store.homesOnFloor(db, room.unitId, room.floor) };
}

const RoomKey = z.object({ sortKey: z.string(), id: z.uuid() });

export async function searchRooms(
  { db }: Work<Tables>,
  given: {
    projectId?: string | undefined;
    buildingId?: string | undefined;
    kind?: RoomKind | undefined;
    apart?: boolean | undefined;
    text?: string | undefined;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<Page<RoomLine>> {
  const { text, limit, cursor, ...where } = given;
  const place = text ? parseRoomNotation(text) : undefined;
  if (text && !place) return { items: [] };
  const rooms = await store.roomsMatching(db, {
    ...where,
    kind: where.kind ?? place?.kind,
    place,
    after: readCursor(cursor, RoomKey),
    limit: limit + 1,
  });
  const page = pageOf(rooms, limit, ({ sortKey, id }) => ({ sortKey, id }));
  return { ...page, items: page.items.map(toLine) };
}

export async function createRoom(
  work: Work<Tables>,
  given: RoomFacts & {
    projectId: string;
    phaseId?: string | undefined;
    buildingId?: string | undefined;
    unitId?: string | undefined;
    kind: RoomKind;
    number: string;
  },
): Promise<Room> {
  const { projectId, buildingId, unitId, kind, number, phaseId, ...said } = given;
  await projectInReach(work, projectId);
  const building = buildingId ? found(await buildingById(work.db, buildingId), noSuchBuilding) : undefined;
  found(building === undefined || building.projectId === projectId ? true : undefined, noSuchBuilding);
  await insistPhaseOf(work, projectId, phaseId);
  const unit = unitId ? found(await unitById(work.db, unitId), noSuchUnit) : undefined;
  found(unit === undefined || unit.buildingId === buildingId ? true : undefined, noSuchUnit);

  const where = { phaseId: building?.phaseId ?? phaseId, buildingId, unitId, kind, number: number.toUpperCase() };
  const facts = told(said, where.number);
  insist(refusalOfAreas(facts), 422, { field: 'innerArea' });
  const coded = (await coderFor(work, projectId))(where);
  await insistFree(work, projectId, where, coded.displayName);

  const room: StoredRoom = {
    ...facts,
    ...where,
    ...coded,
    id: newId(),
    projectId,
    stage: stageOf(facts.salesState, []),
    enteredFields: Object.keys(said),
    version: 1,
    createdAt: work.now,
  };
  await store.insertRooms(work.db, [room]);
  await tellRoomsMade(work, projectId, [room.id]);
  await work.audit({
    action: 'properties.room_created',
    subject: { kind: 'room', id: room.id },
    projectId,
    after: room,
  });
  return readRoom(work, { roomId: room.id });
}

/** Refuse a place that another room has. */
export async function insistFree(
  { db }: Work<Tables>,
  projectId: string,
  where: Pick<StoredRoom, 'buildingId' | 'unitId' | 'kind' | 'number'>,
  name: string,
  exceptId?: string,
): Promise<void> {
  const there = await store.roomsNumbered(db, projectId, [where]);
  const twin = there.some(({ id, unitId, kind }) => id !== exceptId && unitId === where.unitId && kind === where.kind);
  insist(twin ? roomExists({ room: name }) : undefined, 422, { field: 'number' });
}

/** What follows from what was said: floor from the door, rooms from the layout. */
function told(said: RoomFacts, number: string): RoomFacts {
  const door = floorOfDoor(number);
  return {
    ...(door && { floor: door.floor, ...(door.label !== String(door.floor) && { floorLabel: door.label }) }),
    ...said,
    ...roomsOfLayout(said.layout, said),
  };
}

/** The rooms that a layout tells, where nobody says otherwise. */
export function roomsOfLayout(layout: string | undefined, said: Partial<RoomFacts>): Partial<RoomFacts> {
  const parsed = layout ? parseLayout(layout) : undefined;
  const missing = Object.entries(parsed ?? {}).filter(([field]) => said[field as RoomFactName] === undefined);
  return Object.fromEntries(missing);
}
