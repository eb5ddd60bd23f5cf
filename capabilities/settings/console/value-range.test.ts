import { expect, test } from 'vitest';
import { rangeMissed } from './value-range.ts';

const length = { type: 'integer', minimum: 8, maximum: 64 };
const share = { type: 'number', minimum: 0, maximum: 1 };
const days = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
const both = { type: 'object', properties: { warm: length, cold: days } };

test.each([
  ['what fits', length, 8, false, undefined],
  ['too little', length, 3, false, '可以填 8 到 64。'],
  ['too much of a share', share, 1.2, true, '可以填 0% 到 100%。'],
  ['less than the least', days, 0, false, '最小填 1。'],
  ['a part', both, { warm: 8, cold: 0 }, false, '最小填 1。'],
  ['words', { type: 'string' }, '甲', false, undefined],
])('%s is told by what may be written', (_, shape, value, isShare, said) => {
  expect(rangeMissed(shape, value, isShare)?.zh).toBe(said);
});
