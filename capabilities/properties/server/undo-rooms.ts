import type { Work } from '@yilu/platform/server';
import { type RoomFactName, type RoomFieldChange, roomFactNames, type UndoneRooms } from '../contract/index.ts';
import { stageOf } from '../rules/index.ts';
import * as removal from '../store/removal.ts';
import { deleteUnlessReferred } from '../store/removal.ts';
import type { StoredRoom } from '../store/room-rows.ts';
import * as store from '../store/rooms.ts';
import type { Tables } from '../store/tables.ts';
import * as undoing from '../store/undoing.ts';
import { asOwnWork } from './own-tables.ts';
import { tellRoomsChanged } from './tell.ts';

/**
 * Take an import's changes back, field by field (decision 22): what was edited since, by a person or a later import, stays and
 * is listed; a created row that something refers to now stays too. Newest import first, in the caller's Work.
 */
export async function undoRooms<Theirs>(
  theirs: Work<Theirs>,
  { projectId, changes }: { projectId: string; changes: readonly RoomFieldChange[] },
): Promise<UndoneRooms> {
  const work = asOwnWork(theirs);
  await removal.lockStructure(work.db, projectId);
  const milestones = await undoMilestones(work, of(changes, 'room_milestone'));
  const kept = [
    ...milestones.kept,
    ...(await undoCodes(work, of(changes, 'room_external_code'))),
    ...(await undoFields(
      work,
      of(changes, 'room').filter(({ field }) => field !== '*'),
    )),
    ...(await undoCreatedRooms(
      work,
      of(changes, 'room').filter(({ field }) => field === '*'),
    )),
    ...(await undoCreated(work, 'building_unit', changes)),
    ...(await undoCreated(work, 'building', changes)),
    ...(await undoCreated(work, 'phase', changes)),
  ];
  const rooms = changes.filter(({ table }) => table === 'room' || table === 'room_external_code').map(({ id }) => id);
  await restage(work, projectId, [...new Set([...rooms, ...milestones.roomIds])]);
  return { undone: changes.length - kept.length, kept };
}

async function undoMilestones(
  { db }: Work<Tables>,
  changes: readonly RoomFieldChange[],
): Promise<{ kept: RoomFieldChange[]; roomIds: string[] }> {
  const now = new Map(
    (
      await undoing.milestonesByIds(
        db,
        changes.map(({ id }) => id),
      )
    ).map((milestone) => [milestone.id, milestone]),
  );
  const untouched = changes.filter(({ id, after }) => {
    const milestone = now.get(id);
    return milestone && !milestone.entered && milestone.reachedOn === after;
  });
  await store.deleteMilestones(
    db,
    untouched.filter(({ field }) => field === '*').map(({ id }) => id),
  );
  await store.moveMilestones(
    db,
    untouched.filter(({ field }) => field === 'reachedOn').map(({ id, before }) => ({ id, reachedOn: String(before) })),
  );
  const gone = new Set(untouched);
  return {
    kept: changes.filter((change) => now.has(change.id) && !gone.has(change)),
    roomIds: [...now.values()].map(({ roomId }) => roomId),
  };
}

async function undoCodes({ db }: Work<Tables>, changes: readonly RoomFieldChange[]): Promise<RoomFieldChange[]> {
  await store.deleteExternalCodes(
    db,
    changes.map(({ id, after }) => ({ roomId: id, ...(after as { source: string; code: string }) })),
  );
  return [];
}

async function undoFields({ db }: Work<Tables>, changes: readonly RoomFieldChange[]): Promise<RoomFieldChange[]> {
  const byRoom = Map.groupBy(changes, ({ id }) => id);
  const rooms = await store.roomsByIds(db, [...byRoom.keys()]);
  const kept: RoomFieldChange[] = [];
  const restored: StoredRoom[] = [];
  for (const room of rooms) {
    const before: Record<string, unknown> = {};
    for (const change of (byRoom.get(room.id) ?? []).toReversed()) {
      const field = factName(change.field);
      const now = field && (field in before ? before[field] : room[field]);
      const untouched = field && now === (change.after ?? undefined) && !room.enteredFields.includes(field);
      if (untouched) before[field] = change.before ?? undefined;
      else kept.push(change);
    }
    if (Object.keys(before).length > 0) restored.push({ ...room, ...before });
  }
  await store.updateRooms(db, restored);
  return kept;
}

async function undoCreatedRooms({ db }: Work<Tables>, created: readonly RoomFieldChange[]): Promise<RoomFieldChange[]> {
  const ids = created.map(({ id }) => id);
  const rooms = await store.roomsByIds(db, ids);
  const recorded = new Set(
    (await store.milestonesOf(db, ids)).filter(({ entered }) => entered).map(({ roomId }) => roomId),
  );
  const edited = new Set(
    rooms.filter(({ id, enteredFields }) => enteredFields.length > 0 || recorded.has(id)).map(({ id }) => id),
  );
  const free = rooms.map(({ id }) => id).filter((id) => !edited.has(id));
  const stays = new Set([...edited, ...(await deleteUnlessReferred(db, 'room', free))]);
  return created.filter(({ id }) => stays.has(id));
}

async function undoCreated(
  { db }: Work<Tables>,
  table: 'building_unit' | 'building' | 'phase',
  changes: readonly RoomFieldChange[],
): Promise<RoomFieldChange[]> {
  const created = of(changes, table);
  const stays = new Set(
    await deleteUnlessReferred(
      db,
      table,
      created.map(({ id }) => id),
    ),
  );
  return created.filter(({ id }) => stays.has(id));
}

/** Milestones and sales states have gone back, and so do the stages. */
async function restage(work: Work<Tables>, projectId: string, touched: readonly string[]): Promise<void> {
  const { db } = work;
  const rooms = await store.roomsByIds(db, touched);
  const milestones = Map.groupBy(await store.milestonesOf(db, touched), ({ roomId }) => roomId);
  const stale = rooms
    .map((room) => ({ ...room, stage: stageOf(room.salesState, milestones.get(room.id) ?? []) }))
    .filter((room, at) => room.stage !== rooms[at]?.stage);
  await store.updateRooms(db, stale);
  await tellRoomsChanged(work, projectId, touched);
}

function of(changes: readonly RoomFieldChange[], table: RoomFieldChange['table']): RoomFieldChange[] {
  return changes.filter((change) => change.table === table);
}

function factName(field: string): RoomFactName | undefined {
  return roomFactNames.find((name) => name === field);
}
