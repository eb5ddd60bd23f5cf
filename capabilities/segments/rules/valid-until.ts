import type { Day } from '@yilu/platform/contract';

/**
 * The first of these days after today on which the answer differs from today's. Rules list every day on which they could
 * turn; asking the rule itself keeps the promise of `validUntil` even where parameters overlap.
 */
export function firstDifferent<Value extends string | undefined>(
  turns: readonly (Day | undefined)[],
  today: Day,
  value: Value,
  answerOn: (on: Day) => Value,
): Day | undefined {
  return turns
    .filter((on): on is Day => on !== undefined && on > today)
    .sort()
    .find((on) => answerOn(on) !== value);
}

/** The latest of these days, up to a day if one is given. A loop: it is asked several times of everybody. */
export function latest(days: readonly (Day | undefined)[], upTo?: Day): Day | undefined {
  let last: Day | undefined;
  for (const day of days) {
    if (day !== undefined && (upTo === undefined || day <= upTo) && (last === undefined || day > last)) last = day;
  }
  return last;
}
