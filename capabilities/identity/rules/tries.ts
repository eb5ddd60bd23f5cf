import type { Refusal } from '@yilu/platform/contract';
import { locked, tooManyTries } from '../contract/index.ts';

/** Tries in a row that did not succeed. */
export interface Tries {
  readonly count: number;
  readonly lastAt: Date;
}

export interface TryLimits {
  /** So many failed tries lock. */
  readonly most: number;
  /** Length of a lock; a failure older than this is forgotten. */
  readonly minutes: number;
}

/** Until when these tries lock, if they still do. */
export function lockedUntil(tries: Tries | undefined, limits: TryLimits, now: Date): Date | undefined {
  if (!tries || tries.count < limits.most) return undefined;
  const end = new Date(tries.lastAt.getTime() + limits.minutes * 60_000);
  return end > now ? end : undefined;
}

/** One try more, charged before its check; a pause as long as a lock begins anew. */
export function chargedTries(tries: Tries | undefined, limits: TryLimits, now: Date): Tries {
  const isForgotten = !tries || tries.lastAt.getTime() + limits.minutes * 60_000 <= now.getTime();
  return { count: isForgotten ? 1 : tries.count + 1, lastAt: now };
}

/** Why this account may not be tried now. */
export function refusalToTry(tries: Tries | undefined, limits: TryLimits, now: Date): Refusal | undefined {
  const until = lockedUntil(tries, limits, now);
  return until && locked({ minutes: minutesLeft(until, now) });
}

/** Why nothing may be tried from this address now. */
export function refusalToTryFromHere(tries: Tries | undefined, limits: TryLimits, now: Date): Refusal | undefined {
  const until = lockedUntil(tries, limits, now);
  return until && tooManyTries({ minutes: minutesLeft(until, now) });
}

/** Whole minutes, never fewer than are left. */
function minutesLeft(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
}
