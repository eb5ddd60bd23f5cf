import { type Day, dayOf, found, insist } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import {
  type Milestone,
  type MilestoneKind,
  noSuchMilestone,
  noSuchRoom,
  type Room,
  type SalesState,
} from '../contract/index.ts';
import { refusalToRecord, salesStateAfter, salesStateWithout, stageOf } from '../rules/index.ts';
import type { StoredRoom } from '../store/room-rows.ts';
import * as store from '../store/rooms.ts';
import type { Tables } from '../store/tables.ts';
import { asOwnWork } from './own-tables.ts';
import { readRoom } from './rooms.ts';
import { tellMilestones, tellRoomsChanged } from './tell.ts';

interface Reached {
  readonly roomId: string;
  readonly kind: MilestoneKind;
  readonly reachedOn: Day;
}

export async function recordMilestone(work: Work<Tables>, reached: Reached): Promise<Room> {
  const { db, now } = work;
  const { roomId } = reached;
  found(await store.roomForUpdate(db, roomId), noSuchRoom);
  const known = await store.milestonesOf(db, [roomId]);
  insist(refusalToRecord(known, reached, dayOf(now)), 422, { field: 'reachedOn' });
  await settleMilestone(work, reached);
  return readRoom(work, { roomId });
}

/**
 * What a deal says of its room, in the caller's Work: reached on this day, instead of another where that was wrong; without a day
 * no longer reached. What the room knows already changes nothing.
 */
export async function settleMilestone<Theirs>(
  theirs: Work<Theirs>,
  {
    roomId,
    kind,
    reachedOn,
    insteadOf,
  }: Omit<Reached, 'reachedOn'> & { readonly reachedOn?: Day | undefined; readonly insteadOf?: Day | undefined },
): Promise<void> {
  const work = asOwnWork(theirs);
  const { db, actor, now } = work;
  const room = found(await store.roomForUpdate(db, roomId), noSuchRoom);
  const known = await store.milestonesOf(db, [roomId]);
  const wrong = known.find((one) => one.kind === kind && one.reachedOn === insteadOf);
  const others = known.filter((one) => one !== wrong);
  const isKnown = others.some((one) => one.kind === kind && one.reachedOn === reachedOn);
  const made =
    reachedOn && !isKnown
      ? { id: newId(), roomId, projectId: room.projectId, kind, reachedOn, entered: true }
      : undefined;
  if (!wrong && !made) return;

  if (wrong) await store.deleteMilestones(db, [wrong.id]);
  if (made) await store.insertMilestones(db, [made], actor.accountId, now);
  const isLatest = made && others.every((other) => other.reachedOn <= made.reachedOn);
  const stateBefore = wrong ? stateWithout(room, wrong, others) : room.salesState;
  const salesState = (isLatest ? salesStateAfter(kind) : undefined) ?? stateBefore;
  const milestones = made ? [...others, made] : others;
  await store.updateRooms(db, [{ ...room, salesState, stage: stageOf(salesState, milestones) }]);
  if (made) await tellMilestones(work, room.projectId, [made]);
  else await tellRoomsChanged(work, room.projectId, [roomId]);
  await work.audit({
    action: made ? 'properties.milestone_recorded' : 'properties.milestone_removed',
    subject: { kind: 'room', id: roomId },
    projectId: room.projectId,
    before: wrong,
    after: made && { kind, reachedOn },
  });
}

/**
 * Whose a home is for the sales office, as the deals say it, in the caller's Work; days that were entered late do not decide it.
 * Where people live since, nothing changes.
 */
export async function settleSalesState<Theirs>(
  theirs: Work<Theirs>,
  { roomId, salesState }: { readonly roomId: string; readonly salesState: SalesState },
): Promise<void> {
  const work = asOwnWork(theirs);
  const room = found(await store.roomForUpdate(work.db, roomId), noSuchRoom);
  const isLivedIn = room.stage === 'HANDED_OVER' || room.stage === 'MOVED_IN';
  if (room.salesState === salesState || isLivedIn) return;
  const milestones = await store.milestonesOf(work.db, [roomId]);
  await store.updateRooms(work.db, [{ ...room, salesState, stage: stageOf(salesState, milestones) }]);
  await tellRoomsChanged(work, room.projectId, [roomId]);
}

/** What somebody entered of the sales state themselves stays. */
function stateWithout(room: StoredRoom, removed: Milestone, left: readonly Milestone[]): SalesState | undefined {
  return room.enteredFields.includes('salesState')
    ? room.salesState
    : salesStateWithout(room.salesState, removed, left);
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
  const left = milestones.filter(({ id }) => id !== milestoneId);
  const salesState = stateWithout(room, before, left);
  await store.updateRooms(db, [{ ...room, salesState, stage: stageOf(salesState, left) }]);
  await tellRoomsChanged(work, room.projectId, [roomId]);
  await work.audit({
    action: 'properties.milestone_removed',
    subject: { kind: 'room', id: roomId },
    projectId: room.projectId,
    before,
  });
  return readRoom(work, { roomId });
}
