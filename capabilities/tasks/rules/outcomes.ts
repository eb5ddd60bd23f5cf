import type { Day, Refusal } from '@yilu/platform/contract';
import {
  type Effect,
  handOverNeedsPerson,
  handOverToSelf,
  notNeededNeedsReason,
  notReached,
  type OfferedOutcome,
  postponeNeedsDay,
  postponeNeedsReason,
  type TaskKind,
  taskClosed,
} from '../contract/index.ts';

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
}
export interface Act {
  readonly effect: Effect;
  readonly reason?: string | undefined;
  readonly until?: Day | undefined;
  readonly to?: string | undefined;
}

/** Why this cannot be done about the task now. */
export function refusalToAct(task: TaskState, act: Act, today: Day): Refusal | undefined {
  if (task.closedAt) return taskClosed;
  switch (act.effect) {
    case 'DONE':
      return undefined;
    case 'NOT_NEEDED':
      return act.reason ? undefined : notNeededNeedsReason;
    case 'POSTPONED':
      if (!act.reason) return postponeNeedsReason;
      return act.until && act.until > today ? undefined : postponeNeedsDay;
    case 'HANDED_OVER':
      if (!act.to) return handOverNeedsPerson;
      return act.to === task.assigneeId ? handOverToSelf : undefined;
  }
}
