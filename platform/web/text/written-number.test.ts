import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asGrouped, digitsMeant } from './written-number.ts';

test.each([
  [4_388_000, '4,388,000'],
  [4_388_000.5, '4,388,000.5'],
  [0.1234, '0.1234'],
  [999, '999'],
  ['-12345', '-12,345'],
  [undefined, ''],
  ['', ''],
])('%s stands as %s', (value, shown) => {
  expect(asGrouped(value)).toBe(shown);
});

test.each([
  ['4,388,000', '4388000'],
  ['4，388，000', '4388000'],
  ['¥ 4,388,000.50 元', '4388000.50'],
  ['438.8万', '4388000'],
  ['438.8 万元', '4388000'],
  ['４３８．８万', '4388000'],
  ['0.29万', '2900'],
  ['1.23456万', '12345.6'],
  ['1.2亿', '120000000'],
  ['12.', '12.'],
  ['', ''],
  ['万', '万'],
  ['两百万', '两百万'],
])('%s means %s', (written, meant) => {
  expect(digitsMeant(written)).toBe(meant);
});

test('a number grouped and read again is the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
      expect(Number(digitsMeant(asGrouped(fen / 100)))).toBe(fen / 100);
    }),
  );
});
