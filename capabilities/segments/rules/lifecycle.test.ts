import { addDays, type Day, day } from '@yilu/platform/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lifecycles } from '../contract/index.ts';
import { type LifecycleFacts, type LifecycleParameters, lifecycle, overallLifecycle } from './lifecycle.ts';

const shipped: LifecycleParameters = {
  longStandingMonths: 12,
  lostMonths: 36,
  lostAnchor: ['delivery', 'purchase', 'referral'],
};
const today = day('2026-11-22');
const stranger: LifecycleFacts = { owns: false };
const lead: LifecycleFacts = { owns: false, interestOn: day('2026-10-01'), lastInterestOn: day('2026-10-01') };
const owner: LifecycleFacts = { owns: true, signedOn: day('2020-01-01') };

test.each<[string, LifecycleFacts, string | undefined]>([
  ['nobody who only lives here carries the label', stranger, undefined],
  ['interest makes a potential customer', lead, 'POTENTIAL'],
  ['a reservation makes a prospective customer', { ...lead, reservedOn: day('2026-11-01') }, 'PROSPECTIVE'],
  ['a signed contract closes', { ...lead, reservedOn: day('2026-11-01'), signedOn: day('2026-11-20') }, 'CLOSED'],
  ['an owner without a contract on record is closed', { owns: true }, 'CLOSED'],
  ['an undelivered owner is never lost', owner, 'CLOSED'],
  ['the day before the first anniversary is still closed', { ...owner, deliveredOn: day('2025-11-23') }, 'CLOSED'],
  ['the anniversary itself is long-standing', { ...owner, deliveredOn: day('2025-11-22') }, 'LONG_STANDING'],
  ['the day before three years is long-standing', { ...owner, deliveredOn: day('2023-11-23') }, 'LONG_STANDING'],
  ['exactly three years is lost', { ...owner, deliveredOn: day('2023-11-22') }, 'LOST'],
  [
    'a referral undoes it at once',
    { ...owner, deliveredOn: day('2020-11-22'), lastReferralOn: today },
    'LONG_STANDING',
  ],
  [
    'a repurchase undoes it at once',
    { ...owner, deliveredOn: day('2020-11-22'), lastPurchaseOn: today },
    'LONG_STANDING',
  ],
  ['giving up loses a lead', { ...lead, gaveUpOn: day('2026-10-05') }, 'LOST'],
  ['giving up on the day of the call loses a lead', { ...lead, gaveUpOn: day('2026-10-01') }, 'LOST'],
  [
    'a later visit takes the giving up back',
    { ...lead, gaveUpOn: day('2026-10-05'), lastInterestOn: day('2026-10-06') },
    'POTENTIAL',
  ],
  [
    'a later reservation takes the giving up back',
    { ...lead, gaveUpOn: day('2026-10-05'), reservedOn: day('2026-10-07') },
    'PROSPECTIVE',
  ],
  ['giving up does not touch an owner', { ...owner, gaveUpOn: day('2026-10-05') }, 'CLOSED'],
])('%s', (_, facts, expected) => {
  expect(lifecycle(facts, today, shipped)?.value).toBe(expected);
});

test.each([
  ['29 February has its anniversary on the 28th of a common year', '2024-02-29', '2025-02-27', 'CLOSED'],
  ['… and is long-standing that day', '2024-02-29', '2025-02-28', 'LONG_STANDING'],
  ['three years from 29 February end on the 28th', '2024-02-29', '2027-02-28', 'LOST'],
  ['… not a day earlier', '2024-02-29', '2027-02-27', 'LONG_STANDING'],
])('%s', (_, delivered, on, expected) => {
  expect(lifecycle({ ...owner, deliveredOn: day(delivered) }, day(on), shipped)?.value).toBe(expected);
});

test('it says when it changes next', () => {
  const delivered = { ...owner, deliveredOn: day('2026-06-01') };
  expect(lifecycle(delivered, today, shipped)?.validUntil).toBe('2027-06-01');
  expect(lifecycle(delivered, day('2027-06-01'), shipped)?.validUntil).toBe('2029-06-01');
  expect(lifecycle(delivered, day('2029-06-01'), shipped)?.validUntil).toBeUndefined();
  expect(lifecycle(lead, today, shipped)?.validUntil).toBeUndefined();
});

test('an owner who waits for the home is shown no clock of losing', () => {
  const waiting: LifecycleFacts = { ...owner, lastPurchaseOn: day('2020-01-01') };
  expect(lifecycle(waiting, today, shipped)?.reasons[0]).toEqual({
    criterion: 'sinceRepurchaseOrReferral',
    observed: undefined,
    needed: 36,
    met: false,
  });
  const delivered: LifecycleFacts = { ...waiting, deliveredOn: day('2026-06-01') };
  expect(lifecycle(delivered, today, shipped)?.reasons[0]).toMatchObject({ observed: '2026-06-01' });
});

test('the clock of losing may leave the delivery out', () => {
  const facts = { ...owner, deliveredOn: day('2020-01-01') };
  expect(lifecycle(facts, today, { ...shipped, lostAnchor: ['referral'] })?.value).toBe('LONG_STANDING');
});

test.each([
  [['LOST', 'POTENTIAL'], 'POTENTIAL'],
  [['CLOSED', 'LONG_STANDING', 'LOST'], 'LONG_STANDING'],
  [['PROSPECTIVE', 'CLOSED'], 'CLOSED'],
  [['LOST', 'LOST'], 'LOST'],
  [[], undefined],
] as const)('overall %j is %s', (states, expected) => {
  expect(overallLifecycle(states)).toBe(expected);
});

describe('whatever is known', () => {
  const aDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(day('2018-01-01'), days));
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
  const someFacts: fc.Arbitrary<LifecycleFacts> = fc.record({
    interestOn: maybe(aDay),
    lastInterestOn: maybe(aDay),
    gaveUpOn: maybe(aDay),
    reservedOn: maybe(aDay),
    signedOn: maybe(aDay),
    owns: fc.boolean(),
    deliveredOn: maybe(aDay),
    lastPurchaseOn: maybe(aDay),
    lastReferralOn: maybe(aDay),
  });
  const someParameters: fc.Arbitrary<LifecycleParameters> = fc.record({
    longStandingMonths: fc.integer({ min: 1, max: 40 }),
    lostMonths: fc.integer({ min: 1, max: 40 }),
    lostAnchor: fc.subarray(['delivery', 'purchase', 'referral'] as const, { minLength: 1 }),
  });

  test('a label changes on validUntil and on no day before', () => {
    fc.assert(
      fc.property(someFacts, someParameters, aDay, fc.nat(2_000), (facts, parameters, on, ahead) => {
        const now = lifecycle(facts, on, parameters);
        if (!now) return;
        const at = (when: Day) => lifecycle(facts, when, parameters)?.value;
        const someday = addDays(on, ahead);
        if (now.validUntil === undefined || someday < now.validUntil) expect(at(someday)).toBe(now.value);
        if (now.validUntil) expect(at(now.validUntil)).not.toBe(now.value);
        if (now.validUntil) expect(at(addDays(now.validUntil, -1))).toBe(now.value);
      }),
    );
  });

  test('it is one of five, and lost owners have their home', () => {
    fc.assert(
      fc.property(someFacts, someParameters, aDay, (facts, parameters, on) => {
        const label = lifecycle(facts, on, parameters);
        if (!label) return;
        expect(lifecycles).toContain(label.value);
        if (label.value === 'LOST' && facts.owns) expect(facts.deliveredOn && facts.deliveredOn <= on).toBe(true);
      }),
    );
  });
});
