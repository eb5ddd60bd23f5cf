import { expect, test } from 'vitest';
import { moneyWords } from './audit-money.ts';

const inYuan = (fen: number) => (fen / 100).toFixed(2);

test.each([
  ['amountFen', 238_000_000, '2380000.00 元'],
  ['receivedFen', 1, '0.01 元'],
  ['depositFen', 0, '0.00 元'],
  ['amountFen', null, undefined],
  ['share', 50, undefined],
])('%s %s reads %s', (field, value, words) => {
  expect(moneyWords(field, value, inYuan)?.zh).toBe(words);
});
