import { expect, test } from 'vitest';
import { catalogue, fieldOf, type GroupPurposes, type Purpose, shippedPurposes } from '../contract/index.ts';
import { purposeOf } from './purpose.ts';

const changed: GroupPurposes = { ...shippedPurposes, residence: 'approachReason', purchaseFocus: 'potential' };

test.each<[string, GroupPurposes, Purpose]>([
  ['community', shippedPurposes, 'purchasingPower'],
  ['community', changed, 'approachReason'],
  ['needLayout', changed, 'potential'],
  ['referrals', shippedPurposes, 'potential'],
  ['referrals', { ...shippedPurposes, purchaseFocus: 'approachReason' }, 'potential'],
  ['occupation', changed, 'purchasingPower'],
])('%s', (key, purposes, purpose) => {
  const field = fieldOf(key);
  expect(field && purposeOf(field, purposes)).toBe(purpose);
});

test('as shipped every field is for what the catalogue says', () => {
  expect(catalogue.filter((field) => purposeOf(field, shippedPurposes) !== field.purpose)).toEqual([]);
});
