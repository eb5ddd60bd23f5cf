import { expect, test } from 'vitest';
import { nextStamp } from './next-stamp.ts';

test.each([
  { case: 'the first one', names: [], now: '2026-11-22-1943', stamp: '2026-11-22-1943' },
  { case: 'after the last', names: ['2026-11-20-0900-rooms.sql'], now: '2026-11-22-1943', stamp: '2026-11-22-1943' },
  {
    case: 'in the minute of the last',
    names: ['2026-11-22-1943-rooms.sql'],
    now: '2026-11-22-1943',
    stamp: '2026-11-22-1944',
  },
  {
    case: 'the last is ahead of this clock',
    names: ['2026-12-04-1800-lines.sql', '2026-12-01-0800-ground.sql'],
    now: '2026-11-22-1943',
    stamp: '2026-12-04-1801',
  },
  {
    case: 'past midnight and a month',
    names: ['2026-12-31-2359-last.sql'],
    now: '2026-11-22-1943',
    stamp: '2027-01-01-0000',
  },
])('$case: $stamp', ({ names, now, stamp }) => {
  expect(nextStamp(names, now)).toBe(stamp);
});
