import { expect, test } from 'vitest';
import type { ContactParts, InteractionKind } from '../contract/index.ts';
import { refusalOfParts, shippedMinimums } from './parts.ts';

/** A sentence of exactly so many characters, none of them filling it up. */
function ofLength(length: number): string {
  const words =
    '客户对东户采光很满意认为总价比预想略高希望等下周活动再来看一次并带母亲同看电梯厅与车位情况后决定是否认购';
  return [...words].slice(0, length).join('');
}

const visit = (plan: string): ContactParts => ({
  goal: ofLength(10),
  achievement: ofLength(15),
  feedback: ofLength(15),
  plan,
});

test.each<[string, InteractionKind, boolean, ContactParts, string | undefined]>([
  [
    '29 characters of feedback are too few for a call',
    'CALL_OUT',
    true,
    { feedback: ofLength(29) },
    'interactions.record_too_short',
  ],
  ['the 30th character makes a call record good', 'CALL_OUT', true, { feedback: ofLength(30) }, undefined],
  [
    'punctuation does not fill up a call record',
    'CALL_OUT',
    true,
    { feedback: `${ofLength(29)}。！，😀` },
    'interactions.record_too_short',
  ],
  [
    'key points do not help the feedback of a call',
    'CALL_OUT',
    true,
    { keyPoints: ofLength(40), feedback: ofLength(10) },
    'interactions.record_too_short',
  ],
  ['a call nobody answered needs no words', 'CALL_OUT', false, {}, undefined],
  ['an answered call needs feedback', 'CALL_OUT', true, { keyPoints: ofLength(40) }, 'interactions.part_missing'],
  [
    'one character thirty times is not a record',
    'CALL_OUT',
    true,
    { feedback: '好'.repeat(30) },
    'interactions.record_repeats',
  ],
  [
    'a visit of 49 characters in all is too short',
    'VISIT_OUT',
    true,
    visit(ofLength(9)),
    'interactions.record_too_short',
  ],
  ['a visit of 50 characters in all is good', 'VISIT_OUT', true, visit(ofLength(10)), undefined],
  [
    'a long visit record without a plan is refused',
    'VISIT_OUT',
    true,
    { ...visit(''), feedback: ofLength(40) },
    'interactions.part_missing',
  ],
  [
    'a full stop is no plan',
    'VISIT_OUT',
    true,
    { ...visit('。。'), feedback: ofLength(40) },
    'interactions.part_missing',
  ],
  ['a full stop is no enquiry', 'ENQUIRY', true, { keyPoints: '。' }, 'interactions.part_missing'],
  ['a thumb is an answer to a message', 'WECHAT', true, { reply: '👍' }, undefined],
  [
    'an activity needs its theme',
    'ACTIVITY',
    true,
    { participants: 3, feedback: ofLength(30) },
    'interactions.part_missing',
  ],
  [
    'an activity needs the number of people',
    'ACTIVITY',
    true,
    { theme: '亲子', feedback: ofLength(30) },
    'interactions.part_missing',
  ],
  [
    '29 characters of feedback are too few for an activity',
    'ACTIVITY',
    true,
    { theme: '亲子', participants: 3, feedback: ofLength(29) },
    'interactions.record_too_short',
  ],
  ['30 are enough', 'ACTIVITY', true, { theme: '亲子', participants: 3, feedback: ofLength(30) }, undefined],
  ['a text message keeps the words as sent', 'SMS', false, {}, 'interactions.part_missing'],
  ['a short text message is a text message', 'SMS', false, { message: '明早停水' }, undefined],
])('%s', (_, kind, reacted, parts, code) => {
  expect(refusalOfParts(kind, reacted, parts, shippedMinimums)?.refusal.code).toBe(code);
});

test('the refusal says how many characters there are and how many it needs', () => {
  const refused = refusalOfParts('CALL_OUT', true, { feedback: ofLength(12) }, shippedMinimums);
  expect(refused?.field).toBe('feedback');
  expect(refused?.refusal.params).toMatchObject({ counted: 12, needed: 30 });
  expect(refused?.refusal.message.zh).toBe('客户反馈要 30 字以上，现在 12 字，还差 18 字。');
});

test('a company may count key points and feedback of a call together', () => {
  const parts = { keyPoints: ofLength(20), feedback: ofLength(10) };
  expect(refusalOfParts('CALL_OUT', true, parts, { ...shippedMinimums, phoneScope: 'total' })).toBeUndefined();
});

test('a company may count the feedback of a visit alone', () => {
  const minimums = { ...shippedMinimums, visitScope: 'feedback' as const };
  expect(refusalOfParts('VISIT_OUT', true, visit(ofLength(10)), minimums)?.refusal.params).toMatchObject({
    counted: 15,
  });
});
