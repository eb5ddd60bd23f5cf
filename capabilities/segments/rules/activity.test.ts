import { addDays, type Day, day } from '@yilu/platform/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activities } from '../contract/index.ts';
import { type ActivityFacts, type ActivityParameters, activity } from './activity.ts';

const shipped: ActivityParameters = {
  activeMaxMonths: 1,
  coolingEnabled: true,
  silentMinMonths: 3,
  dormantMinMonths: 6,
  paymentsCount: true,
};
const value = (last: string, on: string, parameters = shipped) =>
  activity({ lastInteractionOn: day(last) }, day(on), parameters).value;

test.each([
  ['the same day', '2026-11-22', '2026-11-22', 'ACTIVE'],
  ['a day less than a month', '2026-10-23', '2026-11-22', 'ACTIVE'],
  ['exactly one month', '2026-10-22', '2026-11-22', 'COOLING'],
  ['a day less than three months', '2026-08-23', '2026-11-22', 'COOLING'],
  ['exactly three months', '2026-08-22', '2026-11-22', 'SILENT'],
  ['a day less than six months', '2026-05-23', '2026-11-22', 'SILENT'],
  ['exactly six months', '2026-05-22', '2026-11-22', 'DORMANT'],
  ['years', '2016-05-22', '2026-11-22', 'DORMANT'],
  ['the 31st, on the last day of a shorter month', '2026-01-31', '2026-02-28', 'COOLING'],
  ['the 31st, a day before', '2026-01-31', '2026-02-27', 'ACTIVE'],
  ['the 31st in a leap year', '2028-01-31', '2028-02-28', 'ACTIVE'],
  ['the 31st in a leap year, clamped to the 29th', '2028-01-31', '2028-02-29', 'COOLING'],
  ['the 30th of November, three months on', '2026-11-30', '2027-02-28', 'SILENT'],
  ['29 February, six months on', '2028-02-29', '2028-08-29', 'DORMANT'],
  ['31 August, six months on', '2026-08-31', '2027-02-28', 'DORMANT'],
])('%s after the last contact', (_, last, on, expected) => {
  expect(value(last, on)).toBe(expected);
});

test('without cooling the gap counts as active, and silence still begins at three months', () => {
  const without = { ...shipped, coolingEnabled: false };
  expect(value('2026-10-22', '2026-11-22', without)).toBe('ACTIVE');
  expect(value('2026-08-22', '2026-11-22', without)).toBe('SILENT');
  expect(activity({ lastInteractionOn: day('2026-11-22') }, day('2026-11-22'), without).validUntil).toBe('2027-02-22');
});

test('the later of interaction and milestone counts', () => {
  const facts: ActivityFacts = { lastInteractionOn: day('2026-01-01'), lastMilestoneOn: day('2026-11-01') };
  expect(activity(facts, day('2026-11-22'), shipped)).toMatchObject({
    value: 'ACTIVE',
    validUntil: '2026-12-01',
    reasons: [{ criterion: 'sinceMilestone', observed: '2026-11-01', needed: [1, 3, 6], met: true }],
  });
});

test('a payment keeps in touch, and people read that it was one', () => {
  const facts: ActivityFacts = {
    lastInteractionOn: day('2026-01-01'),
    lastMilestoneOn: day('2026-10-01'),
    lastPaymentOn: day('2026-11-03'),
  };
  const on = (known: ActivityFacts, parameters = shipped) => activity(known, day('2026-11-22'), parameters);
  expect(on(facts)).toMatchObject({
    value: 'ACTIVE',
    validUntil: '2026-12-03',
    reasons: [{ criterion: 'sincePayment', observed: '2026-11-03', met: true }],
  });
  expect(on(facts, { ...shipped, paymentsCount: false })).toMatchObject({
    value: 'COOLING',
    reasons: [{ criterion: 'sinceMilestone', observed: '2026-10-01' }],
  });
  // Who pays on the day of signing or of a visit did the greater thing.
  expect(on({ ...facts, lastMilestoneOn: day('2026-11-03') }).reasons[0]?.criterion).toBe('sinceMilestone');
  expect(on({ ...facts, lastInteractionOn: day('2026-11-03') }).reasons[0]?.criterion).toBe('sinceContact');
});

test('with neither there is no record, which is not dormant', () => {
  expect(activity({}, day('2026-11-22'), shipped)).toMatchObject({ value: 'NO_RECORD', validUntil: undefined });
});

test('a milestone ahead counts from its day', () => {
  const facts: ActivityFacts = { nextMilestoneOn: day('2026-12-01') };
  expect(activity(facts, day('2026-11-22'), shipped)).toMatchObject({ value: 'NO_RECORD', validUntil: '2026-12-01' });
  expect(activity(facts, day('2026-12-01'), shipped).value).toBe('ACTIVE');
});

test('whatever is known, the label changes on validUntil and on no day before', () => {
  const aDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(day('2025-01-01'), days));
  const maybe = fc.option(aDay, { nil: undefined });
  const someFacts = fc.record({
    lastInteractionOn: maybe,
    lastMilestoneOn: maybe,
    lastPaymentOn: maybe,
    nextMilestoneOn: maybe,
  });
  const someParameters = fc.record({
    activeMaxMonths: fc.integer({ min: 1, max: 12 }),
    coolingEnabled: fc.boolean(),
    silentMinMonths: fc.integer({ min: 1, max: 24 }),
    dormantMinMonths: fc.integer({ min: 1, max: 24 }),
    paymentsCount: fc.boolean(),
  });
  fc.assert(
    fc.property(someFacts, someParameters, aDay, fc.nat(800), (facts, parameters, on, ahead) => {
      const now = activity(facts, on, parameters);
      const at = (when: Day) => activity(facts, when, parameters).value;
      const someday = addDays(on, ahead);
      expect(activities).toContain(now.value);
      if (now.validUntil === undefined || someday < now.validUntil) expect(at(someday)).toBe(now.value);
      if (now.validUntil) expect(at(now.validUntil)).not.toBe(now.value);
      if (now.validUntil) expect(at(addDays(now.validUntil, -1))).toBe(now.value);
    }),
  );
});
