import { expect, test } from 'vitest';
import {
  type AnswerValue,
  answerUnusable,
  catalogue,
  consentNotYetRecorded,
  type FieldKey,
  fieldOf,
  fieldSwitchedOff,
  purposeMissing,
} from '../contract/index.ts';
import { fieldsSwitchedOff, isForSides, refusalToAnswer, refusalToSwitchOn } from './answers.ts';

const field = (key: FieldKey) => {
  const found = fieldOf(key);
  if (!found) throw new Error(key);
  return found;
};

test.each<[string, FieldKey, AnswerValue, unknown]>([
  ['a text', 'address', '杭州市文一路 1 号', undefined],
  ['an empty text', 'address', '  ', answerUnusable],
  ['a known choice', 'familyStructure', 'oneChild', undefined],
  ['an unknown choice', 'familyStructure', 'many', answerUnusable],
  ['no cars is an answer', 'carCount', 0, undefined],
  ['a negative number of cars', 'carCount', -1, answerUnusable],
  ['several layouts', 'needLayout', ['3', '4'], undefined],
  [
    'a lunar birthday',
    'careDates',
    [{ kind: 'birthday', calendar: 'lunar', month: 8, dayOfMonth: 15, yearly: true }],
    undefined,
  ],
  [
    'a thirteenth month',
    'careDates',
    [{ kind: 'birthday', calendar: 'solar', month: 13, dayOfMonth: 1, yearly: true }],
    answerUnusable,
  ],
  ['a child with birth month only', 'familyMembers', [{ relation: 'child', birthMonth: '2018-06' }], undefined],
  ['a child with the day of birth', 'familyMembers', [{ relation: 'child', birthMonth: '2018-06-01' }], answerUnusable],
  ['income, which is not collected as shipped', 'personalIncome', 'over100', fieldSwitchedOff],
])('%s', (_, key, value, refusal) => {
  expect(refusalToAnswer(field(key), value, [])).toEqual(refusal);
});

test('assets add up to at most 100 per cent', () => {
  const on = [{ field: 'assetComposition', on: true, purpose: '资产配置建议' }];
  const shares = (...percents: number[]) => percents.map((percent) => ({ key: 'cash', percent }));
  expect(refusalToAnswer(field('assetComposition'), shares(60, 40), on)).toBeUndefined();
  expect(refusalToAnswer(field('assetComposition'), shares(60, 41), on)).toEqual(answerUnusable);
});

test('every sensitive field is off as shipped, every other is on (SEC-04)', () => {
  const sensitive = catalogue.filter(({ sensitivity }) => sensitivity === 'sensitive').map(({ key }) => key);
  expect([...fieldsSwitchedOff([])].sort()).toEqual([...sensitive].sort());
});

test('a field without purpose cannot be switched on, a sensitive one not before consent is recorded (DOS-36)', () => {
  expect(refusalToSwitchOn(field('wechat'), undefined, true)).toEqual(purposeMissing);
  expect(refusalToSwitchOn(field('religion'), '节日问候', false)).toEqual(consentNotYetRecorded);
  expect(refusalToSwitchOn(field('religion'), '节日问候', true)).toBeUndefined();
});

test('means and wishes of a buyer are the developer side’s, life at home is everybody’s', () => {
  expect(isForSides(field('totalPrice'), ['property'])).toBe(false);
  expect(isForSides(field('totalPrice'), ['developer', 'property'])).toBe(true);
  expect(isForSides(field('hobbies'), ['property'])).toBe(true);
});
