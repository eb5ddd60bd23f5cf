import { day } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import { spanMeant } from './span.ts';

test.each<[string, string, readonly [string, string] | undefined]>([
  ['today', '2026-11-22', ['2026-11-22', '2026-11-22']],
  ['thisWeek', '2026-11-22', ['2026-11-16', '2026-11-22']],
  ['thisWeek', '2026-11-16', ['2026-11-16', '2026-11-22']],
  ['thisMonth', '2028-02-29', ['2028-02-01', '2028-02-29']],
  ['nextMonth', '2026-12-31', ['2027-01-01', '2027-01-31']],
  ['last7', '2026-11-22', ['2026-11-16', '2026-11-22']],
  ['next30', '2026-12-15', ['2026-12-15', '2027-01-13']],
  ['past', '2026-11-22', ['0001-01-01', '2026-11-21']],
  ['last0', '2026-11-22', undefined],
  ['someday', '2026-11-22', undefined],
])('%s on %s', (span, today, expected) => {
  expect(spanMeant(span, day(today))).toEqual(expected);
});
