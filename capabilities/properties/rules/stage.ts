import type { Day, Refusal } from '@yilu/platform/contract';
import {
  innerLargerThanGross,
  type Milestone,
  type MilestoneKind,
  milestoneAhead,
  milestoneKinds,
  milestoneTwice,
  type RoomStage,
  type SalesState,
} from '../contract/index.ts';

type Dated = Pick<Milestone, 'kind' | 'reachedOn'>;

const sold: readonly MilestoneKind[] = ['SIGNED', 'FILED', 'FULLY_PAID', 'TITLE_ISSUED'];

/** Where a room stands: its milestones, latest first, and what the sales office says where they say nothing. */
export function stageOf(salesState: SalesState | undefined, milestones: readonly Dated[]): RoomStage {
  const latest = (kinds: readonly MilestoneKind[]) =>
    milestones
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ reachedOn }) => reachedOn as string)
      .sort()
      .at(-1) ?? '';
  const rescinded = latest(['RESCINDED']);
  // A sale that was taken back ends what came before it, on the same day too.
  const holds = (on: string) => on !== '' && on > rescinded;

  const movedIn = latest(['MOVED_IN']);
  if (holds(movedIn) && movedIn > latest(['MOVED_OUT'])) return 'MOVED_IN';
  if (holds(latest(['HANDED_OVER', 'DECORATION_STARTED', 'MOVED_IN']))) return 'HANDED_OVER';
  if (holds(latest(sold))) return 'SIGNED';
  if (salesState === 'SIGNED' && rescinded === '') return 'SIGNED';
  if (holds(latest(['SUBSCRIBED']))) return 'SUBSCRIBED';
  if (holds(latest(['RESERVED']))) return salesState === 'SUBSCRIBED' ? 'SUBSCRIBED' : 'RESERVED';
  return salesState ?? (rescinded === '' ? 'NOT_FOR_SALE' : 'AVAILABLE');
}

/** What the sales office's state becomes when a milestone is recorded; undefined when it stays. */
export function salesStateAfter(kind: MilestoneKind): SalesState | undefined {
  if (kind === 'RESERVED' || kind === 'SUBSCRIBED') return kind;
  if (sold.includes(kind) || kind === 'HANDED_OVER') return 'SIGNED';
  return kind === 'RESCINDED' ? 'AVAILABLE' : undefined;
}

/**
 * What the sales office's state becomes when a milestone is taken away: what the latest of the others says, and for sale where
 * none says anything; undefined or what stands where the state was not this one's doing.
 */
export function salesStateWithout(
  state: SalesState | undefined,
  removed: Dated,
  left: readonly Dated[],
): SalesState | undefined {
  if (state === undefined || state !== salesStateAfter(removed.kind)) return state;
  const last = left
    .filter(({ kind }) => salesStateAfter(kind) !== undefined)
    .toSorted((one, other) =>
      one.reachedOn === other.reachedOn
        ? milestoneKinds.indexOf(one.kind) - milestoneKinds.indexOf(other.kind)
        : one.reachedOn < other.reachedOn
          ? -1
          : 1,
    )
    .at(-1);
  return last ? salesStateAfter(last.kind) : 'AVAILABLE';
}

/** Why this milestone cannot be recorded, if it cannot. */
export function refusalToRecord(milestones: readonly Dated[], given: Dated, today: Day): Refusal | undefined {
  if (given.reachedOn > today) return milestoneAhead;
  const twice = milestones.some(({ kind, reachedOn }) => kind === given.kind && reachedOn === given.reachedOn);
  return twice ? milestoneTwice : undefined;
}

/** Why these areas cannot stand together, if they cannot (norms §8: gross = inner + shared). */
export function refusalOfAreas({
  grossArea,
  innerArea,
}: {
  grossArea?: number | undefined;
  innerArea?: number | undefined;
}): Refusal | undefined {
  return grossArea !== undefined && innerArea !== undefined && innerArea > grossArea ? innerLargerThanGross : undefined;
}

/** 得房率, 0–1. */
export function efficiencyOf({
  grossArea,
  innerArea,
}: {
  grossArea?: number | undefined;
  innerArea?: number | undefined;
}): number | undefined {
  return grossArea && innerArea ? innerArea / grossArea : undefined;
}
