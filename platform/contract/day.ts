import { z } from 'zod';
import { said } from './refusal.ts';

/**
 * A calendar day, `2026-11-21`. All days are days in Shanghai: China has had one offset and no summer time since 1991,
 * so an instant becomes a day by adding eight hours, and no time-zone library is needed.
 */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay, said('没有这一天；日期应写作 2026-11-20。', 'There is no such day; a day is written 2026-11-20.'))
  .brand<'Day'>();
export type Day = z.infer<typeof Day>;

/**
 * An instant as a caller sends it, `2026-11-21T15:20:00+08:00`, in the years that records can be of. Coerced from anything,
 * `true` and `null` would be the first of January 1970.
 */
export const Instant = z
  .union([z.iso.datetime({ offset: true }), z.date()])
  .transform((given) => new Date(given))
  .pipe(z.date().min(new Date('1900-01-01T00:00:00Z')).max(new Date('2200-01-01T00:00:00Z')));

const millisecondsPerDay = 86_400_000;
const shanghaiOffset = 8 * 3_600_000;

const writtenDay = /^\d{4}-\d{2}-\d{2}$/;

/** In whole numbers: a page of answers asks it some hundred times, a file some hundred thousand times. */
export function isRealDay(text: string): boolean {
  // There is no year nought, neither in the calendar nor in PostgreSQL.
  if (!writtenDay.test(text) || text.startsWith('0000')) return false;
  const month = Number(text.slice(5, 7));
  const date = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && date >= 1 && date <= lastDayOf(Number(text.slice(0, 4)), month);
}

/** A day known to be written right, such as one read from the database. */
export function day(text: string): Day {
  return Day.parse(text);
}

/** The day in Shanghai at this instant. */
export function dayOf(instant: Date): Day {
  return dayIn(new Date(instant.getTime() + shanghaiOffset));
}

/** Put together by hand, since labels ask it millions of times. */
function dayIn(utc: Date): Day {
  return written(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate());
}

function written(year: number, month: number, date: number): Day {
  return `${year < 1_000 ? String(year).padStart(4, '0') : year}-${twoFigures[month]}-${twoFigures[date]}` as Day;
}

const twoFigures = Array.from({ length: 32 }, (_, figure) => String(figure).padStart(2, '0'));

/** The instant at which this day begins in Shanghai, or the given minutes later (18:00 = 1,080; 24:00 = 1,440). */
export function instantOn(on: Day, minutes = 0): Date {
  return new Date(numberOf(on) * millisecondsPerDay - shanghaiOffset + minutes * 60_000);
}

/** The latest instant up to now at which the clocks of Shanghai showed this time, `02:00`. */
export function lastTimeAt(time: string, now: Date): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const today = instantOn(dayOf(now), hour * 60 + minute);
  return today <= now ? today : instantOn(addDays(dayOf(now), -1), hour * 60 + minute);
}

export function addDays(from: Day, days: number): Day {
  return dayIn(new Date((numberOf(from) + days) * millisecondsPerDay));
}

/** Calendar months, clamped to the last day: 31 January + 1 month = 28 or 29 February. In whole numbers: labels ask it millions of times. */
export function addMonths(from: Day, months: number): Day {
  const count = (figuresAt(from, 0) * 100 + figuresAt(from, 2)) * 12 + figuresAt(from, 5) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const date = Math.min(figuresAt(from, 8), lastDayOf(year, month));
  return written(year, month, date);
}

const codeOfZero = 48;

/** The number that two figures of a day make, without a text of their own. */
function figuresAt(on: Day, place: number): number {
  return (on.charCodeAt(place) - codeOfZero) * 10 + on.charCodeAt(place + 1) - codeOfZero;
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** Days since the first of January 1970, counted in years that begin in March, so that the odd day is the last. Asked millions of times. */
function numberOf(on: Day): number {
  const month = figuresAt(on, 5);
  const year = figuresAt(on, 0) * 100 + figuresAt(on, 2) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + figuresAt(on, 8) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468;
}

/** Whole years of age on a day; born on 29 February = a year older on 1 March of common years. */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(on: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((numberOf(on) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}
