import { entrustedOf } from '@yilu/identity/server';
import type { Work } from '@yilu/platform/server';
import { subjectsWithTasks } from '@yilu/tasks/server';
import {
  type KeptRoomChange,
  type RoomFactName,
  type RoomFieldChange,
  roomFactNames,
  type UndoneRooms,
  type WhyKept,
} from '../contract/index.ts';
import { stageOf } from '../rules/index.ts';
import * as removal from '../store/removal.ts';
import { deleteUnlessReferred } from '../store/removal.ts';
import type { StoredRoom } from '../store/room-rows.ts';
import * as store from '../store/rooms.ts';
import { type Calling, uncallBuildings } from '../store/structure.ts';
import type { Tables } from '../store/tables.ts';
import * as undoing from '../store/undoing.ts';
import { asOwnWork } from './own-tables.ts';
import { tellRoomsChanged } from './tell.ts';

/** What later imports that stand have changed, by id. */
type ChangedLater = ReadonlySet<string>;

/**
 * Take an import's changes back, field by field (decision 22): what was edited since, by a person or a later import, stays and
 * is told with the reason; a created row that something refers to now stays too. From the last change to the first, in the
 * caller's Work.
 */
export async function undoRooms<Theirs>(
  theirs: Work<Theirs>,
  {
    projectId,
    changes,
    changedLater = new Set(),
  }: { projectId: string; changes: readonly RoomFieldChange[]; changedLater?: ChangedLater | undefined },
): Promise<UndoneRooms> {
  const work = asOwnWork(theirs);
  await removal.lockStructure(work.db, projectId);
  const milestones = await undoMilestones(work, of(changes, 'room_milestone'), changedLater);
  await undoCodes(work, of(changes, 'room_external_code'));
  await uncallBuildings(
    work.db,
    of(changes, 'building_called').map(({ after }) => after as Calling),
  );
  const fields = of(changes, 'room').filter(({ field }) => field !== '*');
  const rooms = of(changes, 'room').filter(({ field }) => field === '*');
  const kept = [
    ...milestones.kept,
    ...(await undoFields(work, fields, changedLater)),
    ...(await undoCreatedRooms(work, rooms, changedLater)),
    ...(await undoCreated(work, 'building_unit', changes)),
    ...(await undoCreated(work, 'building', changes)),
    ...(await undoCreated(work, 'phase', changes)),
  ];
  const touched = changes.filter(({ table }) => table === 'room' || table === 'room_external_code').map(({ id }) => id);
  await restage(work, projectId, [...new Set([...touched, ...milestones.roomIds])]);
  return { undone: changes.length - kept.length, kept };
}

async function undoMilestones(
  { db }: Work<Tables>,
  changes: readonly RoomFieldChange[],
  changedLater: ChangedLater,
): Promise<{ kept: KeptRoomChange[]; roomIds: string[] }> {
  const ids = changes.map(({ id }) => id);
  const now = new Map((await undoing.milestonesByIds(db, ids)).map((milestone) => [milestone.id, milestone]));
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
    kept: changes.flatMap((change) => {
      const milestone = now.get(change.id);
      if (!milestone || gone.has(change)) return [];
      const isLater = !milestone.entered && changedLater.has(change.id);
      return [{ ...change, because: isLater ? 'laterImport' : 'editedSince', roomId: milestone.roomId }];
    }),
    roomIds: [...now.values()].map(({ roomId }) => roomId),
  };
}

async function undoCodes({ db }: Work<Tables>, changes: readonly RoomFieldChange[]): Promise<void> {
  await store.deleteExternalCodes(
    db,
    changes.map(({ id, after }) => ({ roomId: id, ...(after as { source: string; code: string }) })),
  );
}

async function undoFields(
  { db }: Work<Tables>,
  changes: readonly RoomFieldChange[],
  changedLater: ChangedLater,
): Promise<KeptRoomChange[]> {
  const byRoom = Map.groupBy(changes, ({ id }) => id);
  const rooms = await store.roomsByIds(db, [...byRoom.keys()]);
  const kept: KeptRoomChange[] = [];
  const restored: StoredRoom[] = [];
  for (const room of rooms) {
    const before: Record<string, unknown> = {};
    for (const change of (byRoom.get(room.id) ?? []).toReversed()) {
      const field = factName(change.field);
      const now = field && (field in before ? before[field] : room[field]);
      const isEntered = field !== undefined && room.enteredFields.includes(field);
      const untouched = field && now === (change.after ?? undefined) && !isEntered;
      if (untouched) before[field] = change.before ?? undefined;
      else {
        const because = !isEntered && changedLater.has(room.id) ? 'laterImport' : 'editedSince';
        kept.push({ ...change, because, roomId: room.id });
      }
    }
    if (Object.keys(before).length > 0) restored.push({ ...room, ...before });
  }
  await store.updateRooms(db, restored);
  return kept;
}

/** Milestones and codes of the import are gone by now: one that is left is somebody else's. */
async function undoCreatedRooms(
  work: Work<Tables>,
  created: readonly RoomFieldChange[],
  changedLater: ChangedLater,
): Promise<KeptRoomChange[]> {
  const { db } = work;
  const ids = created.map(({ id }) => id);
  const rooms = await store.roomsByIds(db, ids);
  const milestones = Map.groupBy(await store.milestonesOf(db, ids), ({ roomId }) => roomId);
  const inUse = new Set([...(await entrustedOf(work, ids)), ...(await subjectsWithTasks(work, 'room', ids))]);
  const stays = new Map<string, WhyKept>();
  for (const { id, enteredFields } of rooms) {
    const left = milestones.get(id) ?? [];
    if (enteredFields.length > 0 || left.some(({ entered }) => entered)) stays.set(id, 'editedSince');
    else if (changedLater.has(id) || left.length > 0) stays.set(id, 'laterImport');
    else if (inUse.has(id)) stays.set(id, 'referredTo');
  }
  const free = rooms.map(({ id }) => id).filter((id) => !stays.has(id));
  for (const id of await deleteUnlessReferred(db, 'room', free)) stays.set(id, 'referredTo');
  return created.flatMap((change) => {
    const because = stays.get(change.id);
    return because ? [{ ...change, because, roomId: change.id }] : [];
  });
}

async function undoCreated(
  { db }: Work<Tables>,
  table: 'building_unit' | 'building' | 'phase',
  changes: readonly RoomFieldChange[],
): Promise<KeptRoomChange[]> {
  const created = of(changes, table);
  const ids = created.map(({ id }) => id);
  const edited = new Set(await undoing.editedOf(db, table, ids));
  const referred = await deleteUnlessReferred(
    db,
    table,
    ids.filter((id) => !edited.has(id)),
  );
  return created
    .filter(({ id }) => edited.has(id) || referred.includes(id))
    .map((change) => ({ ...change, because: edited.has(change.id) ? 'editedSince' : 'referredTo' }));
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
