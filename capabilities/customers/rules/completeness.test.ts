import { day } from '@yilu/platform/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completenessItems, type Evidence, type StageList } from '../contract/index.ts';
import {
  type CompletenessRubric,
  completenessOf,
  type DossierState,
  dossierStateOf,
  mostDemanding,
} from './completeness.ts';

const rubric: CompletenessRubric = {
  weights: {},
  lines: { firstVisit: 0.3, deepened: 0.7, owner: 1 },
  deepenedVisits: 3,
  deepenedMonths: 1,
  graceDays: 3,
  countDeclined: true,
  switchedOff: new Set(),
};
const lead: DossierState = {
  filled: new Set(),
  declined: new Set(),
  registeredOn: day('2026-10-31'),
  paymentsBegun: false,
};
const noon = new Date('2026-11-10T04:00:00Z');

const evidenceOf = (...lists: StageList[]): Set<Evidence> =>
  new Set(completenessItems.filter(({ list }) => lists.includes(list)).flatMap(({ by }) => by[0] ?? []));

describe('exactly the seed’s list gives exactly the stage’s percentage (DOS-14)', () => {
  test.each<[string, StageList[], number]>([
    ['the ten fields of a first visit', ['firstVisit'], 30],
    ['those and the deepened list', ['firstVisit', 'deepened'], 70],
    ['all three lists', ['firstVisit', 'deepened', 'owner'], 100],
    ['nothing', [], 0],
  ])('%s', (_, lists, percent) => {
    expect(completenessOf({ ...lead, filled: evidenceOf(...lists) }, rubric, noon).percent).toBe(percent);
  });

  test('without any one field of a list the percentage is missed', () => {
    for (const { by } of completenessItems.filter(({ list }) => list === 'firstVisit')) {
      const filled = evidenceOf('firstVisit');
      for (const one of by[0] ?? []) filled.delete(one);
      expect(completenessOf({ ...lead, filled }, rubric, noon).percent).toBeLessThan(30);
    }
  });

  test('the shipped weights are 30, 40 and 30 points', () => {
    const points = (of: StageList) =>
      completenessItems.filter(({ list }) => list === of).reduce((sum, { weight }) => sum + weight, 0);
    expect([points('firstVisit'), points('deepened'), points('owner')]).toEqual([30, 40, 30]);
  });
});

test('declined counts as filled, unless the company decides otherwise', () => {
  const filled = evidenceOf('firstVisit');
  filled.delete('birth');
  const state = { ...lead, filled, declined: new Set<Evidence>(['birth']) };
  expect(completenessOf(state, rubric, noon).percent).toBe(30);
  expect(completenessOf(state, { ...rubric, countDeclined: false }, noon).percent).toBe(28);
});

test('a field that is switched off leaves both list and sum; an alternative stays', () => {
  const income = { ...rubric, switchedOff: new Set<Evidence>(['householdIncome', 'personalIncome']) };
  const all = evidenceOf('firstVisit', 'deepened');
  expect(completenessOf({ ...lead, filled: all }, income, noon)).toMatchObject({ filled: 66, applicable: 96 });

  const half = { ...rubric, switchedOff: new Set<Evidence>(['householdIncome']) };
  expect(completenessOf(lead, half, noon).missing).toContainEqual({
    item: 'income',
    weight: 4,
    jump: 'field:personalIncome',
  });
});

test('a line is capped at what the stage’s own list can give', () => {
  const switchedOff = new Set<Evidence>(['address', 'familyStructure', 'purchasePurpose']);
  const filled = evidenceOf('firstVisit');
  const visited = { ...lead, filled, firstVisitOn: day('2026-11-10') };
  expect(completenessOf(visited, { ...rubric, switchedOff }, noon)).toMatchObject({
    filled: 21,
    applicable: 91,
    met: true,
  });
});

test('an owner’s payment that cannot have come in yet leaves the denominator; a lead’s does not', () => {
  const filled = evidenceOf('firstVisit', 'deepened', 'owner');
  filled.delete('paymentReceived');
  const owner = { ...lead, filled, ownerSince: day('2026-11-10') };
  expect(completenessOf(owner, rubric, noon)).toMatchObject({ percent: 100, applicable: 99, met: true });
  expect(completenessOf({ ...owner, paymentsBegun: true }, rubric, noon)).toMatchObject({ percent: 99, met: false });
  expect(completenessOf({ ...lead, filled }, rubric, noon).applicable).toBe(100);
});

describe('stage, line and due day', () => {
  const at = (instant: string, state: Partial<DossierState> = {}) =>
    completenessOf({ ...lead, ...state }, rubric, new Date(instant));
  const visited = { firstVisitOn: day('2026-11-02') };

  test.each([
    [
      'a call-in only: nothing is due, the month will tell',
      '2026-11-10T04:00:00Z',
      {},
      'registered',
      undefined,
      undefined,
    ],
    ['the first visit: 30 per cent the same day', '2026-11-02T04:00:00Z', visited, 'firstVisit', 30, '2026-11-02'],
    ['the last second before the month is up', '2026-11-29T15:59:59Z', visited, 'firstVisit', 30, '2026-11-02'],
    ['31 October and a month is 30 November', '2026-11-29T16:00:00Z', visited, 'deepened', 70, '2026-12-03'],
    ['the month counts without any visit', '2026-12-05T04:00:00Z', {}, 'deepened', 70, '2026-12-03'],
    [
      'the third visit before the month',
      '2026-11-10T04:00:00Z',
      { ...visited, deepeningVisitOn: day('2026-11-09') },
      'deepened',
      70,
      '2026-11-12',
    ],
    [
      'an owner: 100 per cent on signing day',
      '2026-11-10T04:00:00Z',
      { ownerSince: day('2026-11-10') },
      'owner',
      100,
      '2026-11-10',
    ],
  ])('%s', (_, instant, state, stage, line, dueBy) => {
    const answer = at(instant, state);
    expect([answer.stage, answer.line, answer.dueBy]).toEqual([stage, line, dueBy]);
  });

  test('imported history is due from the day of import, with its grace', () => {
    const imported = { enteredOn: day('2026-12-20') };
    const now = '2026-12-20T04:00:00Z';
    expect(at(now, { ...imported, ownerSince: day('2024-06-28') })).toMatchObject({
      dueBy: '2026-12-20',
      overdue: false,
    });
    expect(at(now, imported)).toMatchObject({ stage: 'deepened', dueBy: '2026-12-23', overdue: false });
  });

  test('overdue begins when the due day has ended, and the rule says when', () => {
    const before = at('2026-12-03T15:59:59Z');
    expect(before).toMatchObject({ overdue: false, validUntil: new Date('2026-12-03T16:00:00Z') });
    expect(at('2026-12-03T16:00:00Z')).toMatchObject({ overdue: true });
    expect(at('2026-12-03T16:00:00Z').validUntil).toBeUndefined();
  });
});

describe('properties', () => {
  const everything = [...evidenceOf('firstVisit', 'deepened', 'owner')];
  const someEvidence = fc.subarray(everything).map((some) => new Set<Evidence>(some));

  test('completeness is monotone: one more answer never lowers it', () => {
    fc.assert(
      fc.property(someEvidence, fc.constantFrom(...everything), fc.boolean(), (filled, more, asDeclined) => {
        const before = completenessOf({ ...lead, filled }, rubric, noon);
        const after = completenessOf(
          asDeclined ? { ...lead, filled, declined: new Set([more]) } : { ...lead, filled: new Set([...filled, more]) },
          rubric,
          noon,
        );
        expect(after.filled).toBeGreaterThanOrEqual(before.filled);
        expect(after.percent).toBeGreaterThanOrEqual(before.percent);
        expect(after.missing.length).toBeLessThanOrEqual(before.missing.length);
      }),
    );
  });

  test('filled and missing points always add up to the applicable ones', () => {
    fc.assert(
      fc.property(someEvidence, someEvidence, (filled, switchedOff) => {
        const answer = completenessOf({ ...lead, filled }, { ...rubric, switchedOff }, noon);
        expect(answer.filled + answer.missing.reduce((sum, { weight }) => sum + weight, 0)).toBe(answer.applicable);
      }),
    );
  });

  test('nothing changes before validUntil', () => {
    const days = fc.date({
      min: new Date('2026-10-31T00:00:00Z'),
      max: new Date('2027-03-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(someEvidence, fc.boolean(), days, fc.nat(1_000), (filled, hasVisited, now, thousandth) => {
        const state = { ...lead, filled, ...(hasVisited ? { firstVisitOn: day('2026-11-02') } : {}) };
        const answer = completenessOf(state, rubric, now);
        const until = answer.validUntil?.getTime() ?? now.getTime() + 400 * 86_400_000;
        const later = new Date(now.getTime() + Math.floor(((until - now.getTime() - 1) * thousandth) / 1_000));
        expect(completenessOf(state, rubric, later)).toEqual(answer);
      }),
    );
  });
});

describe('several projects', () => {
  const in_ = (projectId: string, state: Partial<DossierState>) => ({
    projectId,
    completeness: completenessOf({ ...lead, ...state }, rubric, noon),
  });
  const visitor = in_('visitor', { firstVisitOn: day('2026-11-02') });
  const owner = in_('owner', { ownerSince: day('2026-11-10'), filled: evidenceOf('firstVisit', 'deepened') });
  const ownerKnownLess = in_('ownerKnownLess', { ownerSince: day('2026-11-10'), filled: evidenceOf('firstVisit') });
  const ownerLater = in_('ownerLater', { ownerSince: day('2026-11-12'), filled: evidenceOf('firstVisit') });
  const tenant = in_('tenant', { isAsked: false, registeredOn: day('2020-01-01') });

  test.each([
    ['an owner there is asked as an owner, though a visitor here', [visitor, owner], 'owner'],
    ['of two ownerships the one that lacks more', [owner, ownerKnownLess], 'ownerKnownLess'],
    ['lacking the same, the one due first', [ownerLater, ownerKnownLess], 'ownerKnownLess'],
    ['a tenant of years is asked less than a visitor of yesterday', [tenant, visitor], 'visitor'],
    ['one project is that one', [tenant], 'tenant'],
  ])('%s', (_, projects, chosen) => {
    expect(mostDemanding(projects)?.projectId).toBe(chosen);
  });
});

test.each<[string, string[], string, string]>([
  ['the second visit asks what the first did', ['2026-11-02', '2026-11-05'], 'firstVisit', '2026-11-02'],
  ['the third visit deepens', ['2026-11-02', '2026-11-05', '2026-11-09'], 'deepened', '2026-11-12'],
  ['a fourth one moves nothing', ['2026-11-02', '2026-11-05', '2026-11-09', '2026-11-10'], 'deepened', '2026-11-12'],
])('%s', (_, days, stage, dueBy) => {
  const answer = completenessOf(dossierStateOf({ ...lead, visitDays: days.map(day) }, rubric), rubric, noon);
  expect([answer.stage, answer.dueBy]).toEqual([stage, dueBy]);
});
