import type { Day } from '@yilu/platform/contract';
import type { Effect, OfferedOutcome, TodayLine } from '../contract/index.ts';

/** What is about to be done about a line. */
export interface Acting {
  readonly line: TodayLine;
  readonly outcome: OfferedOutcome;
}

/** All that the server needs to know about it. */
export interface Act {
  readonly effect: Effect;
  readonly choice?: string;
  readonly reason?: string;
  readonly until?: Day;
  readonly to?: string;
  readonly recordId?: string;
}

/** Whether one tap is enough, or a reason, a day or a colleague must be asked for. */
export function needsAsking({ effect, reason, days }: OfferedOutcome): boolean {
  if (effect === 'NOT_NEEDED') return reason === undefined;
  if (effect === 'POSTPONED') return reason === undefined || days === undefined;
  return effect === 'HANDED_OVER';
}
