import { addDays, type Day, day } from '@yilu/platform/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueClasses } from '../contract/index.ts';
import { ageOn, overallValue, type ValueFacts, type ValueParameters, valueClass } from './value.ts';
import { currentScore, type ValueScale, valueScale } from './value-scale.ts';

const shipped: ValueParameters = {
  upgraderBedrooms: 3,
  firstNeedBedrooms: 2,
  emergingAgeMin: 25,
  emergingAgeMax: 35,
  futureWeights: { age: 30, secondHome: 30, familyGrowth: 20, referrals: 20 },
};
const today = day('2026-11-22');
const scale: ValueScale = valueScale([1_000, 2_000, 3_000, 4_000, 5_000], 0.2);
const nobody: ValueFacts = { purchases: 0, needs: [], ownsElsewhere: false, familyGrowth: false, referrals: 0 };
const young = { bornOn: day('1996-05-01') };

test.each<[string, Partial<ValueFacts>, string[]]>([
  ['nothing known is unclassified', {}, []],
  ['an amount at the cut is high net worth', { amountFen: 5_000, purchases: 1 }, ['HIGH_NET_WORTH']],
  ['an amount just below is not', { amountFen: 4_999, purchases: 1 }, []],
  ['an investment need is high net worth, too', { needs: ['INVESTMENT'] }, ['HIGH_NET_WORTH']],
  ['a need for a second home as well', { needs: ['SECOND_HOME'] }, ['HIGH_NET_WORTH']],
  ['three bedrooms bought is an upgrader', { purchases: 1, boughtBedrooms: 3 }, ['UPGRADER']],
  ['three bedrooms sought as well', { soughtBedrooms: 3 }, ['UPGRADER']],
  ['two bedrooms, first purchase is a first home', { purchases: 1, boughtBedrooms: 2 }, ['FIRST_NEED']],
  ['two bedrooms as a second purchase is not', { purchases: 2, boughtBedrooms: 2 }, []],
  ['two bedrooms by somebody who owns elsewhere is not', { soughtBedrooms: 2, ownsElsewhere: true }, []],
  [
    'a first purchase of three bedrooms is an upgrader, not a first home',
    { purchases: 1, boughtBedrooms: 3 },
    ['UPGRADER'],
  ],
  [
    'a young first-home buyer with a wish to upgrade is a first home with emerging beside it',
    { purchases: 1, boughtBedrooms: 2, needs: ['UPGRADE'], ...young },
    ['FIRST_NEED', 'EMERGING'],
  ],
  ['young without a need is not emerging', { ...young }, []],
  [
    'all four at once, high net worth first',
    { amountFen: 9_000, purchases: 1, boughtBedrooms: 2, soughtBedrooms: 4, needs: ['UPGRADE'], ...young },
    ['HIGH_NET_WORTH', 'UPGRADER', 'FIRST_NEED', 'EMERGING'],
  ],
])('%s', (_, facts, expected) => {
  const label = valueClass({ ...nobody, ...facts }, scale, today, shipped);
  expect(label.matches).toEqual(expected);
  expect(label.value).toBe(expected[0] ?? 'UNCLASSIFIED');
});

test.each<[string, string, string, boolean]>([
  ['the eve of the 25th birthday', '2001-11-23', '2026-11-22', false],
  ['the 25th birthday', '2001-11-22', '2026-11-22', true],
  ['the last day of being 35', '1990-11-23', '2026-11-22', true],
  ['the 36th birthday', '1990-11-22', '2026-11-22', false],
  ['born on 29 February: not yet 25 on the 28th', '2000-02-29', '2025-02-28', false],
  ['born on 29 February: 25 on 1 March', '2000-02-29', '2025-03-01', true],
])('%s', (_, bornOn, on, emerging) => {
  const facts: ValueFacts = { ...nobody, needs: ['UPGRADE'], bornOn: day(bornOn) };
  expect(valueClass(facts, scale, day(on), shipped).matches.includes('EMERGING')).toBe(emerging);
});

test('who was born on 29 February is told to change on 1 March of a common year, and not the day before', () => {
  const facts: ValueFacts = { ...nobody, needs: ['UPGRADE'], bornOn: day('2000-02-29') };
  expect(valueClass(facts, scale, day('2025-02-28'), shipped).validUntil).toBe('2025-03-01');
});

test('with only the year of birth the age changes at New Year', () => {
  expect(ageOn({ birthYear: 2001 }, day('2026-01-01'))).toBe(25);
  const facts: ValueFacts = { ...nobody, needs: ['UPGRADE'], birthYear: 2002 };
  expect(valueClass(facts, scale, today, shipped).validUntil).toBe('2027-01-01');
});

test('the day after the oldest age ends emerging, wherever the company draws that line', () => {
  const facts: ValueFacts = { ...nobody, needs: ['UPGRADE'], bornOn: day('1986-01-15') };
  const untilForty = { ...shipped, emergingAgeMax: 40 };
  expect(valueClass(facts, scale, today, untilForty)).toMatchObject({ value: 'EMERGING', validUntil: '2027-01-15' });
  expect(valueClass(facts, scale, day('2027-01-15'), untilForty).value).toBe('UNCLASSIFIED');
});

describe('the top share', () => {
  test.each<[string, number[], number | undefined]>([
    ['of nobody has no cut', [], undefined],
    ['of one is the one', [700], 700],
    ['of five is the first', [1, 2, 3, 4, 5], 5],
    ['of six is the first two', [1, 2, 3, 4, 5, 6], 5],
    ['includes ties at the cut', [1, 2, 5, 5, 5], 5],
    ['of thirty-five is seven', Array.from({ length: 35 }, (_, index) => index + 1), 29],
  ])('%s', (_, amounts, cut) => {
    expect(valueScale(amounts, 0.2).topCutFen).toBe(cut);
  });

  test('is seven of fifty at 14 %, not eight, whatever floating point makes of it', () => {
    const fifty = Array.from({ length: 50 }, (_, index) => index + 1);
    expect(valueScale(fifty, 0.14).topCutFen).toBe(44);
  });

  test('holds at least the share and, ties aside, no more than one above it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 100 }),
        (given, percent) => {
          const { topCutFen = 0 } = valueScale(given, percent / 100);
          const within = given.filter((amount) => amount >= topCutFen).length;
          const above = given.filter((amount) => amount > topCutFen).length;
          expect(within * 100).toBeGreaterThanOrEqual(percent * given.length);
          expect((above - 0) * 100).toBeLessThan(percent * given.length);
        },
      ),
    );
  });

  test('the score is the percentile: the highest amount has 100, and more is never less', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 300 }), (given) => {
        const made = valueScale(given, 0.2);
        const ascending = [...given].sort((one, other) => one - other);
        const scores = ascending.map((amount) => currentScore(amount, made));
        expect(scores.at(-1)).toBe(100);
        expect([...scores].sort((one, other) => one - other)).toEqual(scores);
      }),
    );
    expect(currentScore(undefined, scale)).toBe(0);
  });
});

test('the future score adds its parts, and each part is a reason', () => {
  const facts: ValueFacts = { ...nobody, ...young, needs: ['UPGRADE'], familyGrowth: true, referrals: 1 };
  const label = valueClass(facts, scale, today, shipped);
  expect(label.futureScore).toBe(30 + 30 + 20 + 7);
  expect(label.reasons).toContainEqual({ criterion: 'scoreForReferrals', observed: 7, needed: 20, met: true });
  expect(valueClass({ ...facts, referrals: 9 }, scale, today, shipped).futureScore).toBe(100);
  expect(valueClass({ ...nobody, referrals: 9 }, scale, today, shipped).futureScore).toBe(20);
});

test('overall somebody is what they are anywhere, in the order of precedence', () => {
  const one = { matches: ['FIRST_NEED', 'EMERGING'], currentScore: 10, futureScore: 60 } as const;
  const other = { matches: ['HIGH_NET_WORTH'], currentScore: 90, futureScore: 30 } as const;
  expect(overallValue([one, other])).toEqual({
    value: 'HIGH_NET_WORTH',
    matches: ['HIGH_NET_WORTH', 'FIRST_NEED', 'EMERGING'],
    currentScore: 90,
    futureScore: 60,
  });
  expect(overallValue([]).value).toBe('UNCLASSIFIED');
});

test('whatever is known, class and scores change on validUntil and on no day before', () => {
  const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('1960-01-01'), days));
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
  const someFacts: fc.Arbitrary<ValueFacts> = fc.record({
    amountFen: maybe(fc.nat(6_000)),
    purchases: fc.nat(3),
    boughtBedrooms: maybe(fc.integer({ min: 1, max: 5 })),
    soughtBedrooms: maybe(fc.integer({ min: 1, max: 5 })),
    needs: fc.subarray(['SECOND_HOME', 'INVESTMENT', 'UPGRADE'] as const),
    ownsElsewhere: fc.boolean(),
    birthYear: maybe(fc.integer({ min: 1950, max: 2015 })),
    bornOn: maybe(aDay),
    familyGrowth: fc.boolean(),
    referrals: fc.nat(4),
  });
  fc.assert(
    fc.property(someFacts, fc.nat(5_000), fc.nat(5_000), (facts, start, ahead) => {
      const on = addDays(day('2015-01-01'), start);
      const at = (when: Day) => {
        const { value, matches, currentScore: current, futureScore } = valueClass(facts, scale, when, shipped);
        return JSON.stringify([value, matches, current, futureScore]);
      };
      const { validUntil, value } = valueClass(facts, scale, on, shipped);
      expect(valueClasses).toContain(value);
      const someday = addDays(on, ahead);
      if (validUntil === undefined || someday < validUntil) expect(at(someday)).toBe(at(on));
      if (validUntil) expect(at(validUntil)).not.toBe(at(on));
      if (validUntil) expect(at(addDays(validUntil, -1))).toBe(at(on));
    }),
  );
});
