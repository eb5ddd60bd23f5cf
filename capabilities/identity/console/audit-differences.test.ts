import { expect, test } from 'vitest';
import { differencesOf } from './audit-differences.ts';

test.each([
  ['a value', { name: '甲', code: 'A' }, { name: '甲', code: 'B' }, { code: 'A' }, { code: 'B' }, { name: '甲' }],
  ['a permission', { can: ['a', 'b'] }, { can: ['a', 'c'] }, { can: ['b'] }, { can: ['c'] }, {}],
  ['hours', { day: [{ from: 1 }] }, { day: [{ from: 2 }] }, { day: [{ from: 1 }] }, { day: [{ from: 2 }] }, {}],
  ['what is new', undefined, { name: '甲' }, undefined, { name: '甲' }, undefined],
])('%s is told by what differs', (_, before, after, gone, come, same) => {
  expect(differencesOf(before, after)).toEqual({ before: gone, after: come, same });
});
