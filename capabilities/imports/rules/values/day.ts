import { addDays, type Day, day, dayOf, instantOn, isRealDay } from '@yilu/platform/contract';
import { fromChineseNumber } from '@yilu/properties/rules';
import type { Cell } from '../../contract/cell.ts';
import { dayOrMonth, noDayInMonth, noSuchDay, notADate, noYear } from '../../contract/problems.ts';
import type { DayOrder } from '../../contract/read-row.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { absent, broken, type Reading, value } from './reading.ts';

/** A day, with the time of day when the cell has one: whole minutes after midnight. */
export interface ReadMoment {
  readonly day: Day;
  readonly minutes?: number;
}

/** What stands around a cell and tells how its day is meant. */
export interface DayHints {
  /** The only year that the sheet's title tells, for days without one. */
  readonly year?: number | undefined;
  /** The only month that it tells. */
  readonly month?: number | undefined;
  readonly order?: DayOrder | undefined;
}

/** Serial numbers of 1954 to 2119 are taken for dates; anything else in a date column is a typing error. */
const firstSerial = 20_000;
const lastSerial = 80_000;

const dayWritten = /^(\d{4}|\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/;
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const withoutYear = /^(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?$/;
/** 1/4 and 1/4/2024, of which either figure may be the day. */
const eitherFirst = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.]\d{4})?$/;
/** 3/5/24 and 12/25/24: no year has one figure, and no month is a 25th, so the year stands last. */
const yearLast = /^(?:(\d)\/(\d{1,2})|(\d{2})\/(1[3-9]|2\d|3[01]))\/(\d{2})$/;
/** 10/5/24, where the rest of the column has the year last. */
const yearEitherEnd = /^(0[1-9]|1[0-2])\/(\d{1,2})\/(\d{2})$/;
const withoutDay = /^(\d{4}|\d{2})\s*[-/.年]\s*(\d{1,2})\s*月?份?$/;
const timeWritten =
  /[ T]?\s*(上午|下午|晚上?|中午|早上|am|pm)?\s*(\d{1,2})[:时点](\d{1,2})?(?:[:分](?:(\d{1,2})(?:\.\d+)?秒?)?)?\s*(am|pm)?$/i;

/**
 * Dates in the notations offices use: `2025-1-2`, `2025/1/2`, `2025.1.2`, `25/1/2`, `2025年1月2日`, `20250102`, a serial number,
 * each with a time or without. A day without a year takes the one that the sheet's title tells, else it is none.
 */
export function readMoment(cell: Cell | undefined, hints: DayHints = {}): Reading<ReadMoment> {
  if (cell && typeof cell === 'object') return momentOf(cell.day, cell.time ? minutesOf(cell.time) : undefined);
  if (typeof cell === 'number' && cell >= firstSerial && cell <= lastSerial) return serial(cell);
  const text = cellText(cell)
    .replace(/\((周|星期|礼拜)?[一二三四五六日天]\)|(周|星期|礼拜)[一二三四五六日天]/g, '')
    .replace(/\s*(上午|下午|中午|傍晚|早上?|晚上?|\([^()]*\))$/, '')
    .replace(/^((?:19|20)\d{2}) (\d{1,2}) (\d{1,2})$/, '$1-$2-$3')
    .trim();
  if (saysNothing(text) || /^(0000|1900-0?1-0?0|1899|0$)/.test(text)) return absent;
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return zulu(text);
  if (/^\d{5}(\.\d+)?$/.test(text) && Number(text) >= firstSerial && Number(text) <= lastSerial)
    return serial(Number(text));

  // A number has lost the nought of 3.10: it may be the first or the tenth.
  if (typeof cell === 'number' && /^\d{1,2}\.[123]$/.test(text)) return broken(notADate);
  const time = timeWritten.exec(text);
  const written = (time ? text.slice(0, time.index) : text).trim();
  const on = dayIn(written, hints);
  if (typeof on !== 'string') return broken(on);
  return momentOf(on, time ? minutesIn(time) : undefined);
}

/** A time of day in a column of its own, in minutes after midnight: `上午10点`, `14:00`; undefined of anything else. */
export function readTime(cell: Cell | undefined): number | undefined {
  if (cell && typeof cell === 'object') return cell.time ? minutesOf(cell.time) : undefined;
  if (typeof cell === 'number') return cell > 0 && cell < 1 ? Math.round(cell * 1_440) : undefined;
  const time = timeWritten.exec(cellText(cell));
  const minutes = time && time.index === 0 ? minutesIn(time) : undefined;
  return minutes !== undefined && minutes < 1_440 ? minutes : undefined;
}

/** The first and the last day of `2024.3.1-2027.2.28`; undefined of what is no such span. */
export function readSpan(cell: Cell | undefined): { readonly from: Day; readonly to: Day } | undefined {
  const text = cellText(cell);
  for (const { index, 0: mark } of text.matchAll(/[-~至到—–]+/g)) {
    const [from, to] = [readDay(text.slice(0, index)), readDay(text.slice(index + mark.length))];
    if (from.state === 'value' && to.state === 'value') return { from: from.value, to: to.value };
  }
  return undefined;
}

export function readDay(cell: Cell | undefined, hints?: DayHints): Reading<Day> {
  const read = readMoment(cell, hints);
  return read.state === 'value' ? value(read.value.day) : read;
}

/**
 * A date of birth, or its year where the file tells no more: `1985`, `1985-05`. Nobody is born after `today`, so that `45-03-02`
 * lies in the century before; what lies outside the years that people are born in is a typing error.
 */
export function readBirth(
  cell: Cell | undefined,
  today?: Day,
): Reading<{ readonly on: Day } | { readonly year: number }> {
  const text = cellText(cell);
  const [, year] =
    /^((?:19|20)\d{2})\s*年?$/.exec(text) ?? /^((?:19|20)\d{2})\s*[-/.年]\s*\d{1,2}\s*月?$/.exec(text) ?? [];
  if (year) return today && year > today.slice(0, 4) ? broken(noSuchDay) : value({ year: Number(year) });
  const read = readDay(cell);
  if (read.state !== 'value') return read;
  const on = today && read.value > today && /^\d{2}\D/.test(text) ? aCenturyBefore(read.value) : read.value;
  return on === undefined || on < firstBirth || (today && on > today) ? broken(noSuchDay) : value({ on });
}

const firstBirth = '1900-01-01';

function aCenturyBefore(on: Day): Day | undefined {
  return realDay(`${Number(on.slice(0, 4)) - 100}${on.slice(4)}`);
}

/** 5月9日: a birthday, of somebody whose year nobody told. */
export function isYearless(cell: Cell | undefined): boolean {
  return /^\d{1,2}\s*月\s*\d{1,2}\s*[日号]?$/.test(cellText(cell));
}

/** Which figure of 1/4 a column means first, from those of its values that can be read in one way only. */
export function dayOrderOf(cells: readonly Cell[]): DayOrder | undefined {
  let order: DayOrder | undefined;
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell.length > 40) continue;
    const [, one, other] = eitherFirst.exec(withWholeYear(cellText(cell).split(' ')[0] ?? '')) ?? [];
    const proves = isDayIn(one, other) ? 'dayFirst' : isDayIn(other, one) ? 'monthFirst' : undefined;
    if (proves !== undefined) order = order === undefined || order === proves ? proves : 'both';
  }
  return order;
}

/** Whether the one can only be the day, and the other the month. */
function isDayIn(one = '', other = ''): boolean {
  return Number(one) > 12 && Number(one) <= 31 && Number(other) >= 1 && Number(other) <= 12;
}

/** `2025-01-02`, or why there is none. */
function dayIn(given: string, hints: DayHints) {
  const text = withWholeYear(given, hints.order !== undefined);
  const spelled = spelledDay(text);
  if (spelled) return spelled;
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ?? dayWritten.exec(text);
  if (compact) return dayText(compact[1], compact[2], compact[3]);
  const withYear = dayFirst.exec(text);
  if (withYear) {
    const [, one = '', other = '', of] = withYear;
    // 3/14/2024 can only be March; 3/5/2024 could be either, and is not guessed at.
    const first = firstOf(one, other, hints);
    if (first === undefined) return hints.order ? dayOrMonth({ one, other }) : notADate;
    return first === 'dayFirst' ? dayText(of, other, one) : dayText(of, one, other);
  }
  const yearless = withoutYear.exec(text);
  if (yearless) {
    const [, one = '', other = ''] = yearless;
    const first = eitherFirst.test(text) ? firstWithoutYear(one, other, hints) : 'monthFirst';
    if (first === undefined) return dayOrMonth({ one, other });
    if (hints.year === undefined) return noYear;
    const [month, date] = first === 'dayFirst' ? [other, one] : [one, other];
    return dayText(String(hints.year), month, date);
  }
  return withoutDay.test(text) ? noDayInMonth : notADate;
}

/** `3/5/2024` of 3/5/24; anything else as it is. */
function withWholeYear(text: string, isProven = false): string {
  const [, a, b, c, d, last] = yearLast.exec(text) ?? [];
  if (last) return `${a ?? c}/${b ?? d}/${dayText(last).slice(0, 4)}`;
  const [, one, other, year] = (isProven && yearEitherEnd.exec(text)) || [];
  return year ? `${one}/${other}/${dayText(year).slice(0, 4)}` : text;
}

/** By the figures themselves, else as the column proves, unless the title's month speaks against it. */
function firstOf(one: string, other: string, { month, order }: DayHints): DayOrder | undefined {
  if (Number(one) > 12) return 'dayFirst';
  if (Number(other) > 12 || one === other) return 'monthFirst';
  const [ifMonthFirst, ifDayFirst] = [Number(one) === month, Number(other) === month];
  const told = ifMonthFirst ? 'monthFirst' : ifDayFirst ? 'dayFirst' : undefined;
  if (order === undefined || order === 'both') return told;
  return told === undefined || told === order ? order : undefined;
}

/** Here the month is written first; 1/4 in a list of April still is the first of April. */
function firstWithoutYear(one: string, other: string, hints: DayHints): DayOrder | undefined {
  const first = firstOf(one, other, hints);
  return first ?? (hints.order === undefined ? 'monthFirst' : undefined);
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Mar 5, 2024`, `5-Mar-24`, 二〇二四年三月五日. */
function spelledDay(text: string): string | undefined {
  const [, month = '', date, year] =
    /^([a-z]{3})[a-z]*\.?[ -](\d{1,2})(?:st|nd|rd|th)?,? *[ -](\d{4}|\d{2})$/i.exec(text) ?? [];
  const [, early, named = '', late] = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ ,-]+(\d{4}|\d{2})$/i.exec(text) ?? [];
  const at = monthNames.indexOf((month || named).toLowerCase());
  if (at >= 0) return dayText(year ?? late, String(at + 1), date ?? early);
  const [, inYear, inMonth, on] =
    /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿]{1,3})[日号]$/.exec(
      text,
    ) ?? [];
  if (!inYear || !inMonth || !on) return undefined;
  const figures = [...inYear]
    .map((sign) => Math.max(0, '零一二三四五六七八九'.indexOf(sign.replace('〇', '零'))))
    .join('');
  return dayText(figures, String(fromChineseNumber(inMonth) ?? 0), String(fromChineseNumber(on) ?? 0));
}

/** Two figures of a year below 50 are this century's. */
function dayText(year = '', month = '', date = ''): string {
  const whole = year.length === 2 ? `${Number(year) < 50 ? 20 : 19}${year}` : year;
  return `${whole}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

function minutesIn([, before, hour, minute, , after]: RegExpExecArray): number {
  const half = (before ?? after ?? '').toLowerCase();
  const given = Number(hour);
  const isLate = /下午|晚|pm/.test(half) || (half === '中午' && given < 11);
  const hours = isLate && given < 12 ? given + 12 : half === 'am' && given === 12 ? 0 : given;
  return hours * 60 + Number(minute ?? 0);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function serial(figure: number): Reading<ReadMoment> {
  const on = addDays(day('1899-12-30'), Math.floor(figure));
  const minutes = Math.round((figure % 1) * 1_440);
  return value(minutes > 0 && minutes < 1_440 ? { day: on, minutes } : { day: on });
}

/** An instant of a system that writes Greenwich time; people here mean the day in Shanghai. */
function zulu(text: string): Reading<ReadMoment> {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return broken(noSuchDay);
  const on = dayOf(instant);
  return value({ day: on, minutes: Math.floor((instant.getTime() - instantOn(on).getTime()) / 60_000) });
}

function momentOf(written: string, minutes: number | undefined): Reading<ReadMoment> {
  const on = realDay(written);
  if (on === undefined) return broken(noSuchDay);
  return value(minutes !== undefined && minutes < 1_440 ? { day: on, minutes } : { day: on });
}

/** The days of a list are few, and telling a real one costs more than reading it. */
const known = new Map<string, Day | undefined>();
const mostKept = 20_000;

function realDay(written: string): Day | undefined {
  if (known.has(written)) return known.get(written);
  const on = isRealDay(written) ? day(written) : undefined;
  if (known.size < mostKept) known.set(written, on);
  return on;
}
