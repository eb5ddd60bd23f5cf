import { day } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import type { When } from '../contract/index.ts';
import { dayMeant } from './when.ts';

test.each<[When, string, string]>([
  ['today', '2026-11-22', '2026-11-22'],
  ['startOfWeek', '2026-11-22', '2026-11-16'],
  ['endOfWeek', '2026-11-16', '2026-11-22'],
  ['startOfMonth', '2028-02-29', '2028-02-01'],
  ['endOfMonth', '2028-02-01', '2028-02-29'],
  ['startOfYear', '2026-11-22', '2026-01-01'],
  ['endOfYear', '2026-11-22', '2026-12-31'],
  [{ ago: 30, unit: 'day' }, '2026-11-22', '2026-10-23'],
  [{ ago: 2, unit: 'week' }, '2026-11-22', '2026-11-08'],
  [{ ago: 1, unit: 'month' }, '2026-03-31', '2026-02-28'],
  [{ ahead: 1, unit: 'year' }, '2028-02-29', '2029-02-28'],
  [day('2026-05-01'), '2026-11-22', '2026-05-01'],
])('%j on %s is %s', (when, today, expected) => {
  expect(dayMeant(when, day(today))).toBe(expected);
});
