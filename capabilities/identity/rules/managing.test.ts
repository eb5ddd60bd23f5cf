import type { Refusal } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import {
  alreadyLeft,
  beyondOwnReach,
  lastAdministrator,
  mixedOwnPortfolio,
  notYourself,
  stillHolds,
} from '../contract/index.ts';
import {
  type Leaver,
  projectsLost,
  type Reach,
  refusalToGrant,
  refusalToLeave,
  refusalToLeaveBehind,
  refusalToManage,
} from './managing.ts';

const reach = (permissions: string[], projects: string[], isGroup = false): Reach => ({
  permissions: new Set(permissions),
  projects,
  isGroup,
  ownOnly: false,
  sides: ['developer', 'property'],
});
const manager = reach(['see', 'edit'], ['A', 'B']);
const ofOwn: Reach = { ...manager, ownOnly: true };
const ofProperty: Reach = { ...manager, sides: ['property'] };

test.each<[string, Reach, Reach, Refusal | undefined]>([
  ['somebody of the same reach may be managed', manager, manager, undefined],
  ['somebody of one of the projects may be managed', manager, reach(['see'], ['B']), undefined],
  ['somebody without any role may be managed', manager, reach([], []), undefined],
  ['somebody with a further permission may not', manager, reach(['see', 'roles'], ['A']), beyondOwnReach],
  ['somebody of a neighbouring project may not', manager, reach(['see'], ['A', 'C']), beyondOwnReach],
  ['somebody of the group may not, however many projects it has', manager, reach(['see'], [], true), beyondOwnReach],
  ['an own portfolio does not manage a whole project', ofOwn, manager, beyondOwnReach],
  ['an own portfolio manages another one', ofOwn, { ...ofOwn, projects: ['A'] }, undefined],
  ['one side does not manage somebody of both', ofProperty, manager, beyondOwnReach],
  ['both sides manage somebody of one', manager, ofProperty, undefined],
  [
    'the group manages projects that it does not list yet',
    reach(['see'], [], true),
    reach(['see'], ['new']),
    undefined,
  ],
])('%s', (_, actor, target, refusal) => {
  expect(refusalToManage(actor, target)).toEqual(refusal);
});

test.each<[string, Reach, boolean, boolean[], Refusal | undefined]>([
  ['a first role', reach(['see'], ['A']), true, [], undefined],
  ['a further role limited likewise', reach(['see'], ['A']), true, [true], undefined],
  ['a role of the whole project beside an own portfolio', reach(['see'], ['A']), false, [true], mixedOwnPortfolio],
  ['an own portfolio beside a whole project', reach(['see'], ['A']), true, [false, false], mixedOwnPortfolio],
  ['a role that may more than oneself', reach(['see', 'roles'], ['A']), false, [], beyondOwnReach],
  ['a project that one does not reach', reach(['see'], ['C']), false, [], beyondOwnReach],
])('%s', (_, granted, ownOnly, others, refusal) => {
  expect(
    refusalToGrant(
      manager,
      granted,
      { ownOnly },
      others.map((own) => ({ ownOnly: own })),
    ),
  ).toEqual(refusal);
});

const leaver: Leaver = { isOneself: false, hasLeft: false, isLastAdministrator: false, obstacles: [] };
const rooms = {
  kind: 'portfolio',
  count: 12,
  sentence: { zh: '名下还有 12 户', en: '12 households are still entrusted' },
};

test.each<[string, Leaver, Refusal | undefined]>([
  ['with everything handed over an account closes', leaver, undefined],
  [
    'with households it does not',
    { ...leaver, obstacles: [rooms] },
    stillHolds({ sentences: [rooms.sentence.zh], sentencesInEnglish: [rooms.sentence.en] }),
  ],
  ['nobody closes the own account', { ...leaver, isOneself: true }, notYourself],
  ['the last administrator stays', { ...leaver, isLastAdministrator: true }, lastAdministrator],
  ['who has left has left', { ...leaver, hasLeft: true }, alreadyLeft],
])('%s', (_, given, refusal) => {
  expect(refusalToLeave(given)).toEqual(refusal);
});

test.each<[string, Reach[], Reach[], string[]]>([
  ['a role among others there loses nothing', [manager, reach(['see'], ['A'])], [manager], []],
  [
    'the only role in a project loses it',
    [reach(['see'], ['A']), reach(['see'], ['B'])],
    [reach(['see'], ['B'])],
    ['A'],
  ],
  ['a project under two nodes is lost once', [manager, reach(['see'], ['B'])], [], ['A', 'B']],
  ['without the permission it is lost everywhere', [manager], [reach(['cash'], ['A', 'B'])], ['A', 'B']],
  ['another role that gives it keeps it', [manager], [reach(['see'], ['A']), reach(['cash'], ['B'])], []],
  ['whoever never had it loses only the place', [reach(['cash'], ['A', 'B'])], [reach(['cash'], ['B'])], ['A']],
])('%s', (_, before, after, lost) => {
  expect(projectsLost(before, after, [{ id: 'see' }])).toEqual(lost);
});

test('of many colleagues who would be left behind ten are named and the others counted', () => {
  const people = Array.from({ length: 12 }, (_, at) => ({ name: `管家${at + 1}`, obstacles: [rooms] }));
  expect(refusalToLeaveBehind([])).toBeUndefined();
  const { message } = refusalToLeaveBehind(people) ?? {};
  expect(message?.zh).toContain(`管家10（${rooms.sentence.zh}）等 12 位。`);
  expect(message?.en).toContain(`管家10 (${rooms.sentence.en}) and 2 more.`);
});
