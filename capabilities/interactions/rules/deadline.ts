import { type Day, dayOf, instantOn } from '@yilu/platform/contract';

export interface ClosingTimes {
  /** The site's closing time on the day of the contact, minutes after midnight (18:00 = 1,080). */
  readonly closing: number;
  /** Until when contacts after closing may be registered, minutes after midnight (24:00 = 1,440). */
  readonly afterHours: number;
}

/** `18:00` as minutes after midnight. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** By when a call or visit must be registered: closing time of its day, or 24:00 when it came at closing or later (DOS-01). */
export function registerDueAt(contactedAt: Date, { closing, afterHours }: ClosingTimes): Date {
  const on: Day = dayOf(contactedAt);
  const closesAt = instantOn(on, closing);
  return contactedAt < closesAt ? closesAt : instantOn(on, Math.max(closing, afterHours));
}

/** Between writing and sending there is always a moment; less than this is no waiting. */
const sendingTakesMs = 2 * 60_000;

/**
 * When a register was written: as the device says that kept it until it could be sent, where that can be true: not before the
 * contact, not after it came, and not longer ago than is trusted. Otherwise when it came.
 */
export function writtenAt(
  said: Date | undefined,
  { contactedAt, now, trustedHours }: { readonly contactedAt: Date; readonly now: Date; readonly trustedHours: number },
): Date {
  if (!said || said < contactedAt) return now;
  const waited = now.getTime() - said.getTime();
  return waited > sendingTakesMs && waited <= trustedHours * 3_600_000 ? said : now;
}

/** When to remind: so long before the cut-off, at once when the contact came later than that (DOS-06). */
export function remindAt(contactedAt: Date, dueAt: Date, minutesBefore: number): Date {
  return new Date(Math.max(contactedAt.getTime(), dueAt.getTime() - minutesBefore * 60_000));
}

/** `18:00`; the end of a day is said as 24:00. */
export function clockOf(instant: Date): string {
  const minutes = (instant.getTime() - instantOn(dayOf(instant)).getTime()) / 60_000;
  const shown = minutes === 0 ? 1_440 : Math.floor(minutes);
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

export const standings = ['OPEN', 'ON_TIME', 'LATE', 'MISSING'] as const;
export type Standing = (typeof standings)[number];

/** Where a registration stands at this instant (DOS-06); the instant of the cut-off itself is still on time. */
export function standingOf(
  register: { readonly dueAt: Date; readonly completedAt?: Date | undefined },
  now: Date,
): Standing {
  if (register.completedAt) return register.completedAt <= register.dueAt ? 'ON_TIME' : 'LATE';
  return now <= register.dueAt ? 'OPEN' : 'MISSING';
}

export interface ComplianceCount {
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
}

/** Share 0–1 of registrations on time among those that have an answer; nothing yet to judge is no figure (DOS-06). */
export function complianceRate({ onTime, late, missing }: ComplianceCount): number | undefined {
  const judged = onTime + late + missing;
  return judged === 0 ? undefined : onTime / judged;
}
