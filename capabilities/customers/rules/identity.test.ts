import { expect, test } from 'vitest';
import { type IdentityRead, identityOf, maskedIdentity } from './identity.ts';

const read = (number: string, sex: 'female' | 'male', birthDate: string) =>
  ({ number, kind: 'residentId', sex, birthDate }) as IdentityRead;

test.each<[string, string, IdentityRead]>([
  ['a right check digit', '11010519491231002X', read('11010519491231002X', 'female', '1949-12-31')],
  ['a small x and spaces', ' 110105 19491231 002x', read('11010519491231002X', 'female', '1949-12-31')],
  ['fifteen digits become eighteen', '110105491231002', read('11010519491231002X', 'female', '1949-12-31')],
  ['a wrong check digit', '110105194912310021', { broken: true }],
  ['a year in which nobody alive was born', '110105094912310021', { broken: true }],
  ['a day that does not exist', '110105194902300020', { broken: true }],
  ['the placeholder of HC小区', '111111111111111111', { absent: 'placeholder' }],
  ['nothing', ' ', { absent: 'empty' }],
])('%s', (_, written, expected) => {
  expect(identityOf(written)).toEqual(expected);
});

test('a passport has no check digit', () => {
  expect(identityOf('e12345678', 'passport')).toEqual({ number: 'E12345678', kind: 'passport' });
});

test('an ID number is masked but for region and the last four', () => {
  expect(maskedIdentity('11010519491231002X')).toBe('110***********002X');
});
