import type { Work } from '@yilu/platform/server';
import type { RoomFieldChange, RoomRow } from '../contract/index.ts';
import { stageOf } from '../rules/index.ts';
import type { StoredRoom } from '../store/room-rows.ts';
import * as store from '../store/rooms.ts';
import { type MilestonePlan, planMilestones } from './import-records.ts';
import { asOwnWork } from './own-tables.ts';
import { tellMilestones, tellRoomsChanged } from './tell.ts';

/** What deals of a file tell of rooms that are there by now, as rows of rooms would; answers before-images for `undoRooms`. */
export async function bringMilestones<Theirs>(
  theirs: Work<Theirs>,
  {
    projectId,
    told,
  }: {
    projectId: string;
    told: readonly { readonly roomId: string; readonly milestones: NonNullable<RoomRow['milestones']> }[];
  },
): Promise<readonly RoomFieldChange[]> {
  const work = asOwnWork(theirs);
  const { db, actor, now } = work;
  const ids = [...new Set(told.map(({ roomId }) => roomId))];
  const rooms = new Map((await store.roomsByIds(db, ids)).map((room) => [room.id, room]));
  const known = Map.groupBy(await store.milestonesOf(db, ids), ({ roomId }) => roomId);
  const plan: MilestonePlan = { inserts: [], moves: [], changes: [] };
  const changed = new Map<string, StoredRoom>();
  for (const { roomId, milestones } of told) {
    const room = changed.get(roomId) ?? rooms.get(roomId);
    if (!room) continue;
    const reached = planMilestones(plan, room, known.get(roomId) ?? [], milestones);
    known.set(
      roomId,
      reached.milestones.map((one) => ({ ...one, roomId })),
    );
    if (reached.changed) changed.set(roomId, { ...room, stage: stageOf(room.salesState, reached.milestones) });
  }
  await store.updateRooms(db, [...changed.values()]);
  await store.insertMilestones(db, plan.inserts, actor.accountId, now);
  await store.moveMilestones(db, plan.moves);
  await tellRoomsChanged(work, projectId, [...changed.keys()]);
  await tellMilestones(work, projectId, plan.inserts);
  return plan.changes;
}
