import { addDays, type Day, day, isRealDay } from '@yilu/platform/contract';
import type { Cell } from '../../contract/cell.ts';
import { noSuchDay, notADate } from '../../contract/problems.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { absent, broken, type Reading, value } from './reading.ts';

/** A day, with the time of day when the cell has one: whole minutes after midnight. */
export interface ReadMoment {
  readonly day: Day;
  readonly minutes?: number;
}

/** Serial numbers of 1954 to 2119 are taken for dates; anything else in a date column is a typing error. */
const firstSerial = 20_000;
const lastSerial = 80_000;

const notation =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]?\s*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?)?分?)?$/;

/** Dates in the notations offices use: `2025-1-2`, `2025/1/2`, `2025.1.2`, `2025年1月2日`, `20250102`, a serial number, each with a time or without. */
export function readMoment(cell: Cell | undefined): Reading<ReadMoment> {
  if (cell && typeof cell === 'object') return momentOf(cell.day, cell.time);
  if (typeof cell === 'number' && cell >= firstSerial && cell <= lastSerial) return serial(cell);
  const text = cellText(cell);
  if (saysNothing(text) || /^(0000|1900-0?1-0?0|1899)/.test(text)) return absent;

  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  const [, year, month, date, hour, minute] = compact ?? notation.exec(text) ?? [];
  if (!year || !month || !date) {
    const figure = Number(text);
    return /^\d{5}(\.\d+)?$/.test(text) && figure >= firstSerial && figure <= lastSerial
      ? serial(figure)
      : broken(notADate);
  }
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return momentOf(
    written,
    hour === undefined ? undefined : `${hour.padStart(2, '0')}:${(minute ?? '0').padStart(2, '0')}`,
  );
}

export function readDay(cell: Cell | undefined): Reading<Day> {
  const read = readMoment(cell);
  return read.state === 'value' ? value(read.value.day) : read;
}

function serial(figure: number): Reading<ReadMoment> {
  const on = addDays(day('1899-12-30'), Math.floor(figure));
  const minutes = Math.round((figure % 1) * 1_440);
  return value(minutes > 0 && minutes < 1_440 ? { day: on, minutes } : { day: on });
}

function momentOf(written: string, time: string | undefined): Reading<ReadMoment> {
  if (!isRealDay(written)) return broken(noSuchDay);
  const on = day(written);
  if (!time) return value({ day: on });
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return minutes < 1_440 ? value({ day: on, minutes }) : value({ day: on });
}
