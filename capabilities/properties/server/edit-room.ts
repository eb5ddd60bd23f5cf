import { found, insist, Refused } from '@yilu/platform/contract';
import { insistVersion, type Work } from '@yilu/platform/server';
import {
  codeTaken,
  type ExternalCode,
  noSuchRoom,
  type Room,
  type RoomFactName,
  type RoomFacts,
  type RoomKind,
  roomFactNames,
} from '../contract/index.ts';
import { refusalOfAreas, stageOf } from '../rules/index.ts';
import type { StoredRoom } from '../store/room-rows.ts';
import * as store from '../store/rooms.ts';
import type { Tables } from '../store/tables.ts';
import { coderFor } from './places.ts';
import { insistFree, readRoom, roomsOfLayout } from './rooms.ts';
import { tellRoomsChanged } from './tell.ts';

export async function editRoom(
  work: Work<Tables>,
  given: Partial<RoomFacts> & {
    roomId: string;
    kind?: RoomKind | undefined;
    number?: string | undefined;
    clear: RoomFactName[];
    externalCodes?: ExternalCode[] | undefined;
    version: number;
  },
): Promise<Room> {
  const { roomId, version, clear, kind, number, externalCodes: codes, ...said } = given;
  const before = found(await store.roomForUpdate(work.db, roomId), noSuchRoom);
  if (before.version !== version) insistVersion(await readRoom(work, { roomId }), version);

  const externalCodes = codes && (await areCodesOf(work, roomId, codes)) ? undefined : codes;
  const changed = {
    ...before,
    ...definedOf(said),
    ...Object.fromEntries(clear.map((field) => [field, undefined])),
    kind: kind ?? before.kind,
    number: number?.toUpperCase() ?? before.number,
  };
  const facts = { ...changed, ...roomsOfLayout(said.layout, said) };
  insist(refusalOfAreas(facts), 422, { field: 'innerArea' });
  const entered = new Set([...before.enteredFields, ...Object.keys(definedOf(said))]);
  for (const field of clear) entered.delete(field);
  // Not fields that a file may fill, but a correction all the same: undoing an import leaves such a room.
  if (changed.number !== before.number) entered.add('number');
  if (changed.kind !== before.kind) entered.add('kind');
  if (externalCodes) entered.add('externalCodes');
  if (clear.some((field) => before[field] !== undefined)) entered.add('cleared');
  const milestones = await store.milestonesOf(work.db, [roomId]);
  const isMoved = facts.kind !== before.kind || facts.number !== before.number;
  const coded = isMoved ? (await coderFor(work, before.projectId))(facts) : before;
  if (isMoved) await insistFree(work, before.projectId, facts, coded.displayName, roomId);

  const after: StoredRoom = {
    ...facts,
    code: coded.code,
    displayCode: coded.displayCode,
    displayName: coded.displayName,
    sortKey: coded.sortKey,
    stage: stageOf(facts.salesState, milestones),
    enteredFields: [...entered],
  };
  if (!externalCodes && JSON.stringify(after) === JSON.stringify(before)) return readRoom(work, { roomId });
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

/** Whether the room has these codes and no others. */
async function areCodesOf(work: Work<Tables>, roomId: string, codes: readonly ExternalCode[]): Promise<boolean> {
  const there = new Set((await store.externalCodesOf(work.db, [roomId])).map(keyOf));
  return there.size === new Set(codes.map(keyOf)).size && codes.every((code) => there.has(keyOf(code)));
}

function keyOf({ source, code }: ExternalCode): string {
  return `${source}\n${code}`;
}

async function replaceCodes(work: Work<Tables>, room: StoredRoom, codes: readonly ExternalCode[]): Promise<void> {
  const there = await store.externalCodesOf(work.db, [room.id]);
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

function definedOf(facts: Partial<RoomFacts>): Partial<RoomFacts> {
  return Object.fromEntries(
    roomFactNames.filter((field) => facts[field] !== undefined).map((field) => [field, facts[field]]),
  );
}
