import { expect, test } from 'vitest';
import { day } from '../../contract/index.ts';
import { countOf, FilterGroup, spanOf, withNode } from './filter-model.ts';

test.each([
  ['thisWeek', '2026-11-16', '2026-11-22'],
  ['thisMonth', '2026-11-01', '2026-11-30'],
  ['last7', '2026-11-16', '2026-11-22'],
  ['next30', '2026-11-22', '2026-12-21'],
] as const)('%s on a Sunday is %s to %s', (relative, from, to) => {
  expect(spanOf(relative, day('2026-11-22'))).toEqual([from, to]);
});

test('nested conditions are counted and replaced without touching the rest', () => {
  const nested = FilterGroup.parse({
    match: 'all',
    of: [
      { field: 'activity', is: 'in', value: ['COOLING'] },
      {
        match: 'any',
        of: [
          { field: 'tier', is: 'in', value: ['VIP'] },
          { field: 'age', is: 'atLeast', value: 60 },
        ],
      },
    ],
  });
  expect(countOf(nested)).toBe(3);
  expect(withNode(nested, 0, undefined).of).toEqual(nested.of.slice(1));
});
