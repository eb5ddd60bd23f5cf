import { expect, test } from 'vitest';
import { repeatedBy } from './repeats.ts';

const words = { feedback: '客户未接，晚上再打。' };
const at = (time: string) => new Date(`2026-11-20T${time}+08:00`);
const before = { id: 'first', contactedAt: at('10:00:00'), parts: words };

test.each([
  ['the same a second later is a repetition', at('10:00:01'), words, true],
  ['so it is up to the tenth minute', at('10:09:59'), words, true],
  ['from the tenth minute on it is another contact', at('10:10:00'), words, false],
  ['what arrived in the wrong order is a repetition, too', at('09:50:01'), words, true],
  ['other words are another contact', at('10:00:01'), { feedback: '客户接了，晚上来看。' }, false],
  ['a passage more is another contact', at('10:00:01'), { ...words, keyPoints: '未接' }, false],
])('%s', (_, contactedAt, parts, isRepeat) => {
  expect(repeatedBy([before], { contactedAt, parts })?.id).toBe(isRepeat ? 'first' : undefined);
});
