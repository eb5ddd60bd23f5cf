import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  day,
  dayOf,
  daysBetween,
  instantOn,
  isRealDay,
  lastTimeAt,
  weekdayOf,
  yearsBetween,
} from './day.ts';

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});

test('a day begins at midnight in Shanghai', () => {
  expect(dayOf(new Date('2026-11-20T15:59:59Z'))).toBe('2026-11-20');
  expect(dayOf(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21');
  expect(instantOn(day('2026-11-21')).toISOString()).toBe('2026-11-20T16:00:00.000Z');
  expect(instantOn(day('2026-11-21'), 1_080).toISOString()).toBe('2026-11-21T10:00:00.000Z');
});

test('days are counted as the calendar counts them, over leap years and turns of centuries', () => {
  const first = day('1895-01-01');
  for (let nth = 0; nth < 100_000; nth++) {
    const utc = new Date(Date.UTC(1895, 0, 1 + nth));
    const on = addDays(first, nth);
    if (
      on !== utc.toISOString().slice(0, 10) ||
      daysBetween(first, on) !== nth ||
      weekdayOf(on) !== (utc.getUTCDay() || 7)
    )
      expect.fail(`${on} is not ${utc.toISOString()}`);
  }
  expect(daysBetween(day('0001-01-01'), day('1970-01-01'))).toBe(719_162);
  expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28');
});

test('someone born on 29 February turns a year older on 1 March of a common year', () => {
  expect(yearsBetween(day('2000-02-29'), day('2025-02-28'))).toBe(24);
  expect(yearsBetween(day('2000-02-29'), day('2025-03-01'))).toBe(25);
});

test('a day that does not exist is refused', () => {
  expect(() => day('2025-02-30')).toThrow();
});

test.each([
  ['02:00', '2026-11-22T01:59:59+08:00', '2026-11-21T02:00:00+08:00'],
  ['02:00', '2026-11-22T02:00:00+08:00', '2026-11-22T02:00:00+08:00'],
  ['23:30', '2026-11-22T07:00:00+08:00', '2026-11-21T23:30:00+08:00'],
])('the last %s before %s was %s', (time, now, was) => {
  expect(lastTimeAt(time, new Date(now))).toEqual(new Date(was));
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2026-04-31', false],
  ['2026-12-31', true],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-10-00', false],
  ['2026-1-05', false],
  ['2026-01-05T00:00:00Z', false],
  ['', false],
  ['0001-01-01', true],
  ['0000-05-05', false],
])('%s is a day: %s', (text, isDay) => {
  expect(isRealDay(text)).toBe(isDay);
});
