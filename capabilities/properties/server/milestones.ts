import { type Day, dayOf, found, insist } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import { type MilestoneKind, noSuchMilestone, noSuchRoom, type Room } from '../contract/index.ts';
import { refusalToRecord, salesStateAfter, stageOf } from '../rules/index.ts';
import * as store from '../store/rooms.ts';
import type { Tables } from '../store/tables.ts';
import { asOwnWork } from './own-tables.ts';
import { readRoom } from './rooms.ts';
import { tellMilestones, tellRoomsChanged } from './tell.ts';

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
