import { addDays, type Day, dayOf, instantOn, weekdayOf } from '@yilu/platform/contract';
import type { Period, PublicDayKind, WorkingHours } from '../contract/index.ts';

/** All that decides when a site works: its week, the public days, and its own special days, which win. */
export interface SiteCalendar extends WorkingHours {
  readonly publicDays: ReadonlyMap<string, PublicDayKind>;
  readonly specialDays: ReadonlyMap<string, readonly Period[]>;
}

/** A calendar that never opens would make every search endless; ten years without work is one. */
const longestSearchDays = 3_660;
/** A site that is closed longer than this has no next closing time that anybody waits for. */
const longestClosureDays = 60;

/** The hours of a day, early to late; none on a day off (CMP-05). */
export function workingPeriodsOn(calendar: SiteCalendar, on: Day): readonly Period[] {
  const special = calendar.specialDays.get(on);
  if (special) return special;

  const usual = calendar.week[weekdayOf(on) - 1] ?? [];
  if (!calendar.followsHolidays) return usual;
  const publicDay = calendar.publicDays.get(on);
  if (publicDay === 'HOLIDAY') return [];
  // A make-up Sunday keeps the hours of an ordinary working day.
  if (publicDay === 'MAKE_UP' && usual.length === 0) return calendar.week.find((periods) => periods.length > 0) ?? [];
  return usual;
}

export function isWorkingDay(calendar: SiteCalendar, on: Day): boolean {
  return workingPeriodsOn(calendar, on).length > 0;
}

/** Minutes after midnight at which the site closes (18:00 = 1,080); undefined on a day off (DOS-01). */
export function closingTimeOn(calendar: SiteCalendar, on: Day): number | undefined {
  return workingPeriodsOn(calendar, on).at(-1)?.to;
}

/** From the first minute of a period, up to but not including its last instant. */
export function isWorkingTime(calendar: SiteCalendar, at: Date): boolean {
  const day = dayOf(at);
  return workingPeriodsOn(calendar, day).some(({ from, to }) => instantOn(day, from) <= at && at < instantOn(day, to));
}

/**
 * When something to be done on a day is due: as the site closes on it, on a day off as it closes on the next day it opens. A
 * calendar that never opens has no such instant.
 */
export function closingFrom(calendar: SiteCalendar, on: Day): Date | undefined {
  let day = on;
  for (let searched = 0; searched < longestClosureDays; searched++, day = addDays(day, 1)) {
    const closesAt = closingTimeOn(calendar, day);
    if (closesAt !== undefined) return instantOn(day, closesAt);
  }
  return undefined;
}

/**
 * The instant after so many minutes of working time. Counting starts at once inside working time, else when work begins
 * again; a promise that ends exactly at closing ends then, not next morning.
 */
export function addWorkingMinutes(calendar: SiteCalendar, from: Date, minutes: number): Date {
  let left = minutes * 60_000;
  let day = dayOf(from);
  for (let searched = 0; searched < longestSearchDays; searched++, day = addDays(day, 1)) {
    for (const period of workingPeriodsOn(calendar, day)) {
      const start = Math.max(instantOn(day, period.from).getTime(), from.getTime());
      const room = instantOn(day, period.to).getTime() - start;
      if (room <= 0) continue;
      if (left <= room) return new Date(start + left);
      left -= room;
    }
  }
  throw new RangeError('This calendar has no working time.');
}

/** Whole working minutes between two instants; 0 when the second is not later. */
export function workingMinutesBetween(calendar: SiteCalendar, from: Date, to: Date): number {
  let milliseconds = 0;
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    for (const period of workingPeriodsOn(calendar, day)) {
      const start = Math.max(instantOn(day, period.from).getTime(), from.getTime());
      const end = Math.min(instantOn(day, period.to).getTime(), to.getTime());
      milliseconds += Math.max(0, end - start);
    }
  }
  return Math.floor(milliseconds / 60_000);
}

/** The day so many working days later, or earlier when negative; the first day itself does not count (norms §13.4). */
export function addWorkingDays(calendar: SiteCalendar, from: Day, days: number): Day {
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days);
  let day = from;
  for (let searched = 0; left > 0; searched++) {
    if (searched > longestSearchDays) throw new RangeError('This calendar has no working day.');
    day = addDays(day, step);
    if (isWorkingDay(calendar, day)) left--;
  }
  return day;
}

/** The day itself when it is a working day, else the nearest one in this direction (AUT-06). */
export function shiftToWorkingDay(calendar: SiteCalendar, on: Day, direction: 'next' | 'previous'): Day {
  if (isWorkingDay(calendar, on)) return on;
  return addWorkingDays(calendar, on, direction === 'next' ? 1 : -1);
}
