import type { Refusal } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import { locked } from '../contract/index.ts';
import { chargedTries, refusalToTry, type Tries } from './tries.ts';

const limits = { most: 5, minutes: 15 };
const at = (time: string) => new Date(`2026-12-01T${time}Z`);

test.each<[string, Tries | undefined, string, Refusal | undefined]>([
  ['nobody has tried yet', undefined, '10:00:00', undefined],
  ['four failures leave a fifth try', { count: 4, lastAt: at('10:00:00') }, '10:00:01', undefined],
  ['five failures lock for the whole time', { count: 5, lastAt: at('10:00:00') }, '10:00:00', locked({ minutes: 15 })],
  ['a started minute counts as one', { count: 5, lastAt: at('10:00:00') }, '10:00:01', locked({ minutes: 15 })],
  ['after a minute fourteen are left', { count: 5, lastAt: at('10:00:00') }, '10:01:00', locked({ minutes: 14 })],
  ['in the last second one minute is left', { count: 5, lastAt: at('10:00:00') }, '10:14:59', locked({ minutes: 1 })],
  ['the lock ends to the second', { count: 5, lastAt: at('10:00:00') }, '10:15:00', undefined],
])('%s', (_, tries, now, refusal) => {
  expect(refusalToTry(tries, limits, at(now))).toEqual(refusal);
});

test.each<[string, Tries | undefined, string, number]>([
  ['the first failure counts one', undefined, '10:00:00', 1],
  ['the next counts on', { count: 1, lastAt: at('10:00:00') }, '10:14:59', 2],
  ['after a pause as long as a lock it begins anew', { count: 4, lastAt: at('10:00:00') }, '10:15:00', 1],
  ['after a lock it begins anew', { count: 5, lastAt: at('10:00:00') }, '10:15:00', 1],
])('%s', (_, tries, now, count) => {
  expect(chargedTries(tries, limits, at(now))).toEqual({ count, lastAt: at(now) });
});
