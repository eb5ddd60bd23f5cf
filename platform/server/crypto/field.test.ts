import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { decryptField, encryptField, hashForLookup } from './field.ts';

const keys = {
  current: 'k2',
  keys: new Map([
    ['k1', randomBytes(32)],
    ['k2', randomBytes(32)],
  ]),
  lookup: randomBytes(32),
};

test('an encrypted value opens where it belongs and nowhere else', () => {
  const value = encryptField(keys, '330106199001011234', 'person-1');
  expect(decryptField(keys, value, 'person-1')).toBe('330106199001011234');
  expect(() => decryptField(keys, value, 'person-2')).toThrow();
  expect(() => decryptField(keys, `${value.slice(0, -2)}AA`, 'person-1')).toThrow();
});

test('a value written with an older key is still read after a rotation', () => {
  const old = encryptField({ ...keys, current: 'k1' }, '张三');
  expect(old.startsWith('k1.')).toBe(true);
  expect(decryptField(keys, old)).toBe('张三');
});

test('equal values have equal hashes for the same purpose only', () => {
  expect(hashForLookup(keys, 'phone', '13800000000')).toBe(hashForLookup(keys, 'phone', '13800000000'));
  expect(hashForLookup(keys, 'phone', '13800000000')).not.toBe(hashForLookup(keys, 'id', '13800000000'));
});

test('a shortened proof of an encrypted value is none', () => {
  const [id, iv, tag = '', sealed] = encryptField(keys, '330106199001011234', 'person-1').split('.');
  const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
  expect(() => decryptField(keys, [id, iv, short, sealed].join('.'), 'person-1')).toThrow();
});
