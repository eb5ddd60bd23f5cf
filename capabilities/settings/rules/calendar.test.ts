import { day } from '@yilu/platform/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addWorkingDays,
  addWorkingMinutes,
  closingFrom,
  closingTimeOn,
  isWorkingDay,
  isWorkingTime,
  type SiteCalendar,
  shiftToWorkingDay,
  workingMinutesBetween,
} from './calendar.ts';
import { shippedHours } from './shipped-hours.ts';

/** The notice for 2026 (norms §13.1), the part these cases stand on. */
const publicDays = new Map<string, 'HOLIDAY' | 'MAKE_UP'>([
  ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((date) => [`2026-02-${date}`, 'HOLIDAY'] as const),
  ['2026-02-14', 'MAKE_UP'],
  ['2026-02-28', 'MAKE_UP'],
  ...['01', '02', '03', '04', '05', '06', '07'].map((date) => [`2026-10-${date}`, 'HOLIDAY'] as const),
  ['2026-09-20', 'MAKE_UP'],
  ['2026-10-10', 'MAKE_UP'],
]);
const office: SiteCalendar = { ...shippedHours.office, publicDays, specialDays: new Map() };
const sales: SiteCalendar = {
  ...shippedHours.sales,
  publicDays,
  specialDays: new Map([
    ['2026-02-16', []],
    ['2026-11-22', [{ from: 600, to: 1_320 }]],
  ]),
};
const at = (text: string) => new Date(`${text}:00+08:00`);

test.each([
  ['an ordinary Friday', office, '2026-11-20', true],
  ['a Saturday', office, '2026-11-21', false],
  ['a make-up Sunday', office, '2026-09-20', true],
  ['a make-up Saturday', office, '2026-02-14', true],
  ['a holiday on a weekday', office, '2026-10-01', false],
  ['a sales site on a Saturday', sales, '2026-11-21', true],
  ['a sales site on National Day', sales, '2026-10-01', true],
  ['a sales site on the day it chose to close', sales, '2026-02-16', false],
])('%s is a working day or not', (_, calendar, on, expected) => {
  expect(isWorkingDay(calendar, day(on))).toBe(expected);
});

test.each([
  ['an office day', office, '2026-11-20', 1_080],
  ['a make-up Sunday has the hours of an ordinary day', office, '2026-09-20', 1_080],
  ['a day off', office, '2026-11-21', undefined],
  ['a late evening at the site', sales, '2026-11-22', 1_320],
])('closing time of %s', (_, calendar, on, expected) => {
  expect(closingTimeOn(calendar, day(on))).toBe(expected);
});

test.each([
  ['a working day closes on itself', office, '2026-11-20', '2026-11-20T18:00'],
  ['a Saturday waits for Monday', office, '2026-11-21', '2026-11-23T18:00'],
  ['a make-up Saturday closes on itself', office, '2026-02-14', '2026-02-14T18:00'],
  ['the first day of a long holiday waits for the day after it', office, '2026-10-01', '2026-10-08T18:00'],
  ['a day the site chose to close waits for the next', sales, '2026-02-16', '2026-02-17T18:00'],
  ['a day with hours of its own closes by them', sales, '2026-11-22', '2026-11-22T22:00'],
])('what is due on a day is due at closing: %s', (_, calendar, on, due) => {
  expect(closingFrom(calendar, day(on))).toEqual(at(due));
});

test('a site that never opens has no closing', () => {
  const shut: SiteCalendar = { ...sales, week: Array.from({ length: 7 }, () => []), specialDays: new Map() };
  expect(closingFrom(shut, day('2026-11-20'))).toBeUndefined();
});

test.each([
  ['within the morning', office, '2026-11-20T09:30', 120, '2026-11-20T11:30'],
  ['ending exactly at lunch', office, '2026-11-20T10:00', 120, '2026-11-20T12:00'],
  ['over lunch', office, '2026-11-20T11:00', 120, '2026-11-20T14:30'],
  ['begun during lunch', office, '2026-11-20T12:40', 30, '2026-11-20T14:00'],
  ['ending exactly at closing', office, '2026-11-20T16:00', 120, '2026-11-20T18:00'],
  ['over a weekend', office, '2026-11-20T17:00', 120, '2026-11-23T10:00'],
  ['begun after closing', office, '2026-11-20T20:00', 120, '2026-11-23T11:00'],
  ['before a make-up Sunday', office, '2026-09-19T08:00', 60, '2026-09-20T10:00'],
  ['over National Day to a make-up Saturday', office, '2026-09-30T17:30', 60, '2026-10-08T09:30'],
  ['at a sales site on a Sunday evening', sales, '2026-11-22T21:30', 60, '2026-11-23T09:30'],
  ['nothing, in working time', office, '2026-11-20T09:30', 0, '2026-11-20T09:30'],
  ['nothing, out of working time', office, '2026-11-21T09:30', 0, '2026-11-23T09:00'],
])('minutes of work %s', (_, calendar, from, minutes, until) => {
  expect(addWorkingMinutes(calendar, at(from), minutes)).toEqual(at(until));
});

test.each([
  ['one working day from a Friday', '2026-11-20', 1, '2026-11-23'],
  ['five days over a weekend', '2026-11-18', 5, '2026-11-25'],
  ['one day before the make-up Sunday', '2026-09-18', 1, '2026-09-20'],
  ['over National Day', '2026-09-30', 2, '2026-10-09'],
  ['make-up Saturday counts', '2026-10-09', 1, '2026-10-10'],
  ['back over the Spring Festival', '2026-02-24', -1, '2026-02-14'],
  ['none', '2026-11-21', 0, '2026-11-21'],
])('%s', (_, from, days, expected) => {
  expect(addWorkingDays(office, day(from), days)).toBe(expected);
});

test('a duty on a Saturday shifts to Monday or to Friday, one on a working day stays', () => {
  expect(shiftToWorkingDay(office, day('2026-11-21'), 'next')).toBe('2026-11-23');
  expect(shiftToWorkingDay(office, day('2026-11-21'), 'previous')).toBe('2026-11-20');
  expect(shiftToWorkingDay(office, day('2026-11-20'), 'next')).toBe('2026-11-20');
});

test('a period includes its first minute and excludes its last', () => {
  expect(isWorkingTime(office, at('2026-11-20T09:00'))).toBe(true);
  expect(isWorkingTime(office, at('2026-11-20T12:00'))).toBe(false);
  expect(isWorkingTime(office, at('2026-11-20T13:29'))).toBe(false);
  expect(isWorkingTime(office, at('2026-11-20T13:30'))).toBe(true);
});

test('a calendar without working time is an error, not an endless search', () => {
  const closed: SiteCalendar = { ...office, week: [[], [], [], [], [], [], []] };
  expect(() => addWorkingMinutes(closed, at('2026-11-20T09:00'), 1)).toThrow('no working time');
});

test('adding minutes and counting them back agree, whenever counting starts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 6_000 }), (offset, minutes) => {
      const from = new Date(at('2026-01-05T00:00').getTime() + offset * 60_000);
      const until = addWorkingMinutes(office, from, minutes);
      expect(workingMinutesBetween(office, from, until)).toBe(minutes);
    }),
    { numRuns: 100 },
  );
});
