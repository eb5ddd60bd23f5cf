import { addDays, type Day, type Refusal } from '@yilu/platform/contract';
import {
  type Effect,
  handOverNeedsPerson,
  handOverToSelf,
  notGivenByYou,
  notNeededNeedsReason,
  notReached,
  type OfferedOutcome,
  postponedTooFar,
  postponeNeedsDay,
  postponeNeedsReason,
  type TaskKind,
  taskClosed,
} from '../contract/index.ts';
import { dayItEnds } from './day.ts';

const later: OfferedOutcome = { id: 'another', label: { zh: '改天', en: 'Another day' }, effect: 'POSTPONED' };
const notNeeded: OfferedOutcome = { id: 'notNeeded', label: { zh: '不需要', en: 'Not needed' }, effect: 'NOT_NEEDED' };
const noAnswer: OfferedOutcome = {
  id: 'noAnswer',
  label: { zh: '未接通', en: 'No answer' },
  effect: 'POSTPONED',
  reason: notReached,
  days: 1,
};
/** Everything may be handed over; faces show it after the outcomes of the kind. */
export const handOver: OfferedOutcome = {
  id: 'handOver',
  label: { zh: '转交', en: 'Hand over' },
  effect: 'HANDED_OVER',
};

const byKind: Readonly<Record<TaskKind, readonly OfferedOutcome[]>> = {
  followUp: [{ id: 'talked', label: { zh: '聊过了', en: 'Talked' }, effect: 'RECORD' }, noAnswer, later, notNeeded],
  care: [{ id: 'talked', label: { zh: '聊过了', en: 'Talked' }, effect: 'RECORD' }, noAnswer, later, notNeeded],
  register: [{ id: 'fill', label: { zh: '去补齐', en: 'Fill in' }, effect: 'OPEN' }],
  dossier: [{ id: 'fill', label: { zh: '去补齐', en: 'Fill in' }, effect: 'OPEN' }, later],
  other: [{ id: 'done', label: { zh: '完成', en: 'Done' }, effect: 'DONE' }, later, notNeeded],
};

/** Of a line that stands for many there is one thing to do: look at them. */
export function outcomesOfGathered(path: string): readonly OfferedOutcome[] {
  return [{ id: 'list', label: { zh: '看名单', en: 'Open the list' }, effect: 'OPEN', path }];
}

/** What one tap or the keys 1–4 do about a task of this kind, the likeliest first. */
export function outcomesOf(kind: TaskKind, path?: string | undefined): readonly OfferedOutcome[] {
  return byKind[kind].map((outcome) => (outcome.effect === 'OPEN' && path ? { ...outcome, path } : outcome));
}

export interface TaskState {
  readonly closedAt?: Date | undefined;
  readonly assigneeId: string;
  readonly dueAt: Date;
}
export interface Act {
  readonly effect: Effect;
  readonly reason?: string | undefined;
  readonly until?: Day | undefined;
  readonly to?: string | undefined;
}

/** On which day it is, and by how many days a task may be postponed at most. */
export interface Present {
  readonly today: Day;
  readonly longestDays: number;
}

/** Why this cannot be done about the task now. */
export function refusalToAct(task: TaskState, act: Act, present: Present): Refusal | undefined {
  if (task.closedAt) return taskClosed;
  switch (act.effect) {
    case 'DONE':
      return undefined;
    case 'NOT_NEEDED':
      return act.reason ? undefined : notNeededNeedsReason;
    case 'POSTPONED':
      return act.reason ? refusalToMove(task, act.until, present) : postponeNeedsReason;
    case 'HANDED_OVER':
      if (!act.to) return handOverNeedsPerson;
      return act.to === task.assigneeId ? handOverToSelf : undefined;
  }
}

/** What was due before today may be moved to today: "tomorrow", said before midnight without a signal, arrives when it has come. */
function refusalToMove(
  { dueAt }: TaskState,
  until: Day | undefined,
  { today, longestDays }: Present,
): Refusal | undefined {
  const dueOn = dayItEnds(dueAt);
  if (!until || until < today || (until === today && dueOn >= today)) return postponeNeedsDay;
  const latest = addDays(dueOn > today ? dueOn : today, longestDays);
  return until > latest ? postponedTooFar({ latest, days: longestDays }) : undefined;
}

/** Beside an outcome, in place of the choice as it was offered: the task was given by mistake, and nothing happened with whom it is about. */
export const withdrawn = 'withdrawn';

/** Where a task comes from that a person gave. */
export const byHand = 'tasks.byHand';

/**
 * Why a task may not be taken for one given by mistake: that keeps its end off the timeline of whom it is about, so only whoever gave
 * it may say so.
 */
export function refusalToWithdraw(
  task: { readonly origin: string; readonly createdBy: string },
  { effect, choice }: { readonly effect: Effect; readonly choice?: string | undefined },
  actorId: string,
): Refusal | undefined {
  if (choice !== withdrawn) return undefined;
  return effect === 'NOT_NEEDED' && task.origin === byHand && task.createdBy === actorId ? undefined : notGivenByYou;
}
