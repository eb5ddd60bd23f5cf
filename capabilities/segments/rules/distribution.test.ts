import { expect, test } from 'vitest';
import type { LabelKind } from '../contract/index.ts';
import { type DistributionCount, distributionLines } from './distribution.ts';

const counts = (of: Record<string, number>): DistributionCount[] =>
  Object.entries(of).map(([value, customers]) => ({ value, customers }));

test.each<[string, LabelKind, Record<string, number>, Record<string, number>, string]>([
  [
    'values keep their order, absent ones are none',
    'activity',
    { DORMANT: 3, ACTIVE: 5 },
    { COOLING: 2 },
    'ACTIVE 5/0, COOLING 0/2, SILENT 0/0, DORMANT 3/0, NO_RECORD 0/0',
  ],
  [
    'the lines of the stages begin a band of completeness',
    'completeness',
    { 0: 1, 29: 2, 30: 4, 69: 8, 70: 16, 99: 32, 100: 64 },
    { 100: 1 },
    '0 3/0, 30 12/0, 70 48/0, 100 64/1',
  ],
  ['nobody on either day is no table', 'value', {}, {}, ''],
  [
    'nobody today and somebody then is one',
    'lifecycle',
    {},
    { LOST: 1 },
    'POTENTIAL 0/0, PROSPECTIVE 0/0, CLOSED 0/0, LONG_STANDING 0/0, LOST 0/1',
  ],
])('%s', (_, label, now, then, expected) => {
  const lines = distributionLines(label, counts(now), counts(then));
  expect(lines.map(({ key, customers, before }) => `${key} ${customers}/${before}`).join(', ')).toBe(expected);
});
