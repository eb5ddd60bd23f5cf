import { expect, test } from 'vitest';
import { onTopOf } from './on-top-of.ts';

interface Form {
  readonly name: string;
  readonly note?: string | undefined;
  readonly shares: readonly number[];
}
const opened: Form = { name: '周明', shares: [1] };

test.each<[string, Form, Form, Form]>([
  ['what nobody touched', opened, opened, opened],
  ['what only they wrote', { ...opened, note: '急' }, opened, { ...opened, note: '急' }],
  ['what only I wrote', opened, { ...opened, note: '缓' }, { ...opened, note: '缓' }],
  ['what both wrote is mine', { ...opened, note: '急' }, { ...opened, note: '缓' }, { ...opened, note: '缓' }],
  [
    'different fields are both kept',
    { ...opened, name: '周敏' },
    { ...opened, shares: [0.5] },
    { name: '周敏', shares: [0.5] },
  ],
  ['what I cleared stays cleared', { ...opened, name: '周敏' }, { ...opened, name: '' }, { ...opened, name: '' }],
  [
    'lists count by what is in them',
    { ...opened, shares: [0.6, 0.4] },
    { ...opened, shares: [1] },
    { ...opened, shares: [0.6, 0.4] },
  ],
])('%s', (_, theirs, mine, expected) => {
  expect(onTopOf(theirs, opened, mine)).toEqual(expected);
});
