import { type Day, dayOf, found, insist, type Page, Refused } from '@yilu/platform/contract';
import { insistVersion, newId, pageOf, readCursor, type Work } from '@yilu/platform/server';
import { projectById } from '@yilu/settings/server';
import { z } from 'zod';
import {
  codeTaken,
  type ExternalCode,
  type MilestoneKind,
  noSuchBuilding,
  noSuchMilestone,
  noSuchRoom,
  noSuchUnit,
  type Room,
  type RoomFactName,
  type RoomFacts,
  type RoomKind,
  type RoomLine,
  roomExists,
  roomFactNames,
} from '../contract/index.ts';
import {
  floorOfDoor,
  parseLayout,
  parseRoomNotation,
  refusalOfAreas,
  refusalToRecord,
  salesStateAfter,
  stageOf,
} from '../rules/index.ts';
import { type StoredRoom, toLine } from '../store/room-rows.ts';
import * as store from '../store/rooms.ts';
import { buildingById, phaseById, unitById } from '../store/structure.ts';
import type { Tables } from '../store/tables.ts';
import { asOwnWork } from './own-tables.ts';
import { coderFor } from './places.ts';
import { projectInReach } from './projects.ts';
import { tellMilestones, tellRoomsChanged } from './tell.ts';

export async function readRoom(work: Work<Tables>, { roomId }: { roomId: string }): Promise<Room> {
  const { db } = work;
  const room = found(await store.roomById(db, roomId), noSuchRoom);
  const project = await projectById(work, room.projectId);
  const phase = room.phaseId ? await phaseById(db, room.phaseId) : undefined;
  const building = room.buildingId ? await buildingById(db, room.buildingId) : undefined;
  const unit = room.unitId ? await unitById(db, room.unitId) : undefined;
  const { enteredFields: _, sortKey: __, createdAt: ___, ...facts } = room;
  return {
    ...facts,
    code: [project?.code, room.code].filter(Boolean).join('-'),
    projectName: project?.name ?? '',
    phaseName: phase?.name,
    buildingName: building?.name,
    unitName: unit?.name,
    milestones: (await store.milestonesOf(db, [roomId])).map(({ roomId: of, ...milestone }) => milestone),
    externalCodes: (await store.externalCodesOf(db, [roomId])).map(({ source, code }) => ({ source, code })),
  };
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
  const unit = unitId ? found(await unitById(work.db, unitId), noSuchUnit) : undefined;
  found(unit === undefined || unit.buildingId === buildingId ? true : undefined, noSuchUnit);

  const where = { phaseId: building?.phaseId ?? phaseId, buildingId, unitId, kind, number: number.toUpperCase() };
  const facts = told(said, where.number);
  insist(refusalOfAreas(facts), 422, { field: 'innerArea' });
  const coded = (await coderFor(work, projectId))(where);
  const twins = await store.roomsWithNumbers(work.db, projectId, [where.number]);
  const twin = twins.some((room) => room.buildingId === buildingId && room.unitId === unitId && room.kind === kind);
  insist(twin ? roomExists({ room: coded.displayName }) : undefined, 422, { field: 'number' });

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
  await tellRoomsChanged(work, projectId, [room.id]);
  await work.audit({
    action: 'properties.room_created',
    subject: { kind: 'room', id: room.id },
    projectId,
    after: room,
  });
  return readRoom(work, { roomId: room.id });
}

export async function editRoom(
  work: Work<Tables>,
  given: Partial<RoomFacts> & {
    roomId: string;
    kind?: RoomKind | undefined;
    clear: RoomFactName[];
    externalCodes?: ExternalCode[] | undefined;
    version: number;
  },
): Promise<Room> {
  const { roomId, version, clear, externalCodes, kind, ...said } = given;
  const before = found(await store.roomForUpdate(work.db, roomId), noSuchRoom);
  if (before.version !== version) insistVersion(await readRoom(work, { roomId }), version);

  const changed = {
    ...before,
    ...definedOf(said),
    ...Object.fromEntries(clear.map((field) => [field, undefined])),
    kind: kind ?? before.kind,
  };
  const facts = { ...changed, ...roomsOfLayout(said.layout, said) };
  insist(refusalOfAreas(facts), 422, { field: 'innerArea' });
  const entered = new Set([...before.enteredFields, ...Object.keys(definedOf(said))]);
  for (const field of clear) entered.delete(field);
  const milestones = await store.milestonesOf(work.db, [roomId]);
  const coded = facts.kind === before.kind ? {} : (await coderFor(work, before.projectId))(facts);
  const twins =
    facts.kind === before.kind ? [] : await store.roomsWithNumbers(work.db, before.projectId, [before.number]);
  const twin = twins.some(
    (room) =>
      room.id !== roomId &&
      room.buildingId === before.buildingId &&
      room.unitId === before.unitId &&
      room.kind === facts.kind,
  );
  insist(twin ? roomExists({ room: before.displayName }) : undefined, 422, { field: 'kind' });

  const after: StoredRoom = {
    ...facts,
    ...coded,
    stage: stageOf(facts.salesState, milestones),
    enteredFields: [...entered],
  };
  await store.updateRooms(work.db, [after]);
  if (externalCodes) await replaceCodes(work, before, externalCodes);
  await tellRoomsChanged(work, before.projectId, [roomId]);
  await work.audit({
    action: 'properties.room_edited',
    subject: { kind: 'room', id: roomId },
    projectId: before.projectId,
    before,
    after,
  });
  return readRoom(work, { roomId });
}

export async function recordMilestone(
  work: Work<Tables>,
  { roomId, kind, reachedOn }: { roomId: string; kind: MilestoneKind; reachedOn: Day },
): Promise<Room> {
  await reachMilestone(work, { roomId, kind, reachedOn });
  return readRoom(work, { roomId });
}

/** A room reaches a milestone: by the room page, or by a deal, a handover or a move in the caller's Work. */
export async function reachMilestone<Theirs>(
  theirs: Work<Theirs>,
  { roomId, kind, reachedOn }: { roomId: string; kind: MilestoneKind; reachedOn: Day },
): Promise<void> {
  const work = asOwnWork(theirs);
  const { db, actor, now } = work;
  const room = found(await store.roomForUpdate(db, roomId), noSuchRoom);
  const milestones = await store.milestonesOf(db, [roomId]);
  insist(refusalToRecord(milestones, { kind, reachedOn }, dayOf(now)), 422, { field: 'reachedOn' });

  const milestone = { id: newId(), roomId, projectId: room.projectId, kind, reachedOn, entered: true };
  await store.insertMilestones(db, [milestone], actor.accountId, now);
  const isLatest = milestones.every((other) => other.reachedOn <= reachedOn);
  const salesState = (isLatest ? salesStateAfter(kind) : undefined) ?? room.salesState;
  await store.updateRooms(db, [{ ...room, salesState, stage: stageOf(salesState, [...milestones, milestone]) }]);
  await tellMilestones(work, room.projectId, [milestone]);
  await work.audit({
    action: 'properties.milestone_recorded',
    subject: { kind: 'room', id: roomId },
    projectId: room.projectId,
    after: { kind, reachedOn },
  });
}

export async function removeMilestone(
  work: Work<Tables>,
  { roomId, milestoneId }: { roomId: string; milestoneId: string },
): Promise<Room> {
  const { db } = work;
  const room = found(await store.roomForUpdate(db, roomId), noSuchRoom);
  const milestones = await store.milestonesOf(db, [roomId]);
  const before = found(
    milestones.find(({ id }) => id === milestoneId),
    noSuchMilestone,
  );
  await store.deleteMilestones(db, [milestoneId]);
  await store.updateRooms(db, [
    {
      ...room,
      stage: stageOf(
        room.salesState,
        milestones.filter(({ id }) => id !== milestoneId),
      ),
    },
  ]);
  await tellRoomsChanged(work, room.projectId, [roomId]);
  await work.audit({
    action: 'properties.milestone_removed',
    subject: { kind: 'room', id: roomId },
    projectId: room.projectId,
    before,
  });
  return readRoom(work, { roomId });
}

async function replaceCodes(work: Work<Tables>, room: StoredRoom, codes: readonly ExternalCode[]): Promise<void> {
  const there = await store.externalCodesOf(work.db, [room.id]);
  const keyOf = ({ source, code }: ExternalCode) => `${source}\n${code}`;
  const wanted = new Map(codes.map((code) => [keyOf(code), code]));
  const fresh = [...wanted.values()].filter((code) => !there.some((known) => keyOf(known) === keyOf(code)));
  const [taken] = await store.roomsByExternalCodes(work.db, room.projectId, fresh);
  if (taken) throw new Refused(codeTaken({ code: taken.code }), 422, { field: 'externalCodes' });
  await store.deleteExternalCodes(
    work.db,
    there.filter((known) => !wanted.has(keyOf(known))),
  );
  await store.insertExternalCodes(
    work.db,
    fresh.map((code) => ({ ...code, roomId: room.id, projectId: room.projectId })),
  );
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

function roomsOfLayout(layout: string | undefined, said: Partial<RoomFacts>): Partial<RoomFacts> {
  const parsed = layout ? parseLayout(layout) : undefined;
  const missing = Object.entries(parsed ?? {}).filter(([field]) => said[field as RoomFactName] === undefined);
  return Object.fromEntries(missing);
}

function definedOf(facts: Partial<RoomFacts>): Partial<RoomFacts> {
  return Object.fromEntries(
    roomFactNames.filter((field) => facts[field] !== undefined).map((field) => [field, facts[field]]),
  );
}
