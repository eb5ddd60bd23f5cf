import type { Cell } from '../../contract/cell.ts';
import { noSuchDay, notADate } from '../../contract/problems.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { readDay } from './day.ts';
import { absent, broken, type Reading, value } from './reading.ts';

/** A day that comes again every year; the year in which it first was may be unknown (CRE-01). */
export interface CareDay {
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  readonly dayOfMonth: number;
  readonly year?: number;
}

/** `2015-05-20`, `5月20日`, `5-20`, `农历八月十五`. */
export function readCareDay(cell: Cell | undefined): Reading<CareDay> {
  const text = cellText(cell);
  if (saysNothing(text)) return absent;
  if (/农历|阴历|旧历|初|闰/.test(text)) return readLunarDay(cell);
  return inFigures('solar', cell, text) ?? ofDate('solar', cell);
}

/** A day of the lunar calendar, in figures or as it is said: `八月初五`, `冬月廿三`, `1985年8月5日`, `8-5`. */
export function readLunarDay(cell: Cell | undefined): Reading<CareDay> {
  const text = cellText(cell).replace(/^(农历|阴历|旧历)[::\s]*/, '');
  if (saysNothing(text)) return absent;
  const [, year, month, dayOfMonth] =
    /^(?:((?:19|20)\d{2})年?)?\s*闰?([正一二三四五六七八九十冬腊]{1,2})月\s*初?([一二三四五六七八九十廿卅]{1,3})[日号]?$/.exec(
      text,
    ) ?? [];
  if (month && dayOfMonth) {
    return dayIn('lunar', lunarMonth(month), chineseNumber(dayOfMonth), year === undefined ? undefined : Number(year));
  }
  // What stands there as a date names month and day of the lunar calendar too.
  return inFigures('lunar', cell, text) ?? ofDate('lunar', text === cellText(cell) ? cell : text);
}

/** `5月20日`, `5-20`, `5.20`: without a year. */
function inFigures(calendar: CareDay['calendar'], cell: Cell | undefined, text: string): Reading<CareDay> | undefined {
  // A number has lost the nought of 5.20: it may be the second or the twentieth.
  if (typeof cell === 'number' && /^\d{1,2}\.[123]$/.test(text)) return broken(notADate);
  const [, month, dayOfMonth] = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text) ?? [];
  return month && dayOfMonth ? dayIn(calendar, Number(month), Number(dayOfMonth)) : undefined;
}

function ofDate(calendar: CareDay['calendar'], cell: Cell | undefined): Reading<CareDay> {
  const read = readDay(cell);
  if (read.state === 'absent') return absent;
  if (read.state === 'broken') return broken(notADate);
  const [year, month = 0, dayOfMonth = 0] = read.value.split('-').map(Number);
  return dayIn(calendar, month, dayOfMonth, year);
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayIn(calendar: CareDay['calendar'], month: number, dayOfMonth: number, year?: number): Reading<CareDay> {
  const last = calendar === 'lunar' ? 30 : (longest[month - 1] ?? 0);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > last) return broken(noSuchDay);
  const isKnown = year !== undefined && year >= 1900 && year <= 2100;
  return value({ calendar, month, dayOfMonth, ...(isKnown && { year }) });
}

function lunarMonth(said: string): number {
  if (said === '正') return 1;
  if (said === '冬') return 11;
  return said === '腊' ? 12 : chineseNumber(said);
}

/** Up to 39: 五, 十五, 廿三, 二十九, 卅. */
function chineseNumber(said: string): number {
  const digit = (sign: string) => '一二三四五六七八九'.indexOf(sign) + 1;
  const [, tens = '', ones = ''] = /^(廿|卅|[一二三]?十)?([一二三四五六七八九])?$/.exec(said) ?? [];
  const before =
    tens === '廿' ? 20 : tens === '卅' ? 30 : tens === '' ? 0 : 10 * (tens.length > 1 ? digit(tens.slice(0, 1)) : 1);
  return before + (ones === '' ? 0 : digit(ones));
}
