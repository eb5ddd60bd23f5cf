import { expect, test } from 'vitest';
import type { RegisterField, RegisterKind } from '../contract/index.ts';
import { countsAsInteraction } from './counted.ts';
import { changesInPlace } from './edit.ts';
import { firstCallFields, firstVisitFields, missingFields } from './register.ts';

const nothing: ReadonlySet<RegisterField> = new Set();
const all = new Set<RegisterField>(firstVisitFields);

test.each<[string, RegisterKind, boolean, readonly RegisterField[]]>([
  ['a first call asks for the five fields beside the recorder', 'CALL_IN', true, firstCallFields],
  ['a first visit asks for the ten fields and the talk', 'VISIT_IN', true, firstVisitFields],
  ['a later call asks for the talk only, once the name is there', 'CALL_IN', false, ['name', 'talk']],
])('%s', (_, kind, first, expected) => {
  expect(missingFields({ kind, first, given: nothing, known: nothing, declined: nothing })).toEqual(expected);
});

test('what is known is never asked twice, except the talk itself', () => {
  expect(missingFields({ kind: 'VISIT_IN', first: true, given: nothing, known: all, declined: nothing })).toEqual([
    'talk',
  ]);
});

test('what the customer declines to say is complete, but a name and a talk there must be', () => {
  const declined = new Set<RegisterField>(firstVisitFields);
  expect(missingFields({ kind: 'VISIT_IN', first: true, given: nothing, known: nothing, declined })).toEqual([
    'name',
    'talk',
  ]);
});

test('a message nobody answered never counts, an answered one does', () => {
  expect(countsAsInteraction('SMS', false, ['SMS'])).toBe(false);
  expect(countsAsInteraction('SMS', true, ['SMS'])).toBe(true);
  expect(countsAsInteraction('CALL_OUT', false, ['CALL_OUT'])).toBe(false);
  expect(countsAsInteraction('VISIT_IN', false, ['VISIT_IN'])).toBe(true);
  expect(countsAsInteraction('VISIT_IN', true, ['SMS'])).toBe(false);
});

test('a record is changed in place by its author until the window closes', () => {
  const record = { recordedBy: 'me', writtenBy: 'me', enteredAt: new Date('2026-11-20T10:00:00Z') };
  expect(changesInPlace(record, 'me', new Date('2026-11-21T10:00:00Z'), 24)).toBe(true);
  expect(changesInPlace(record, 'me', new Date('2026-11-21T10:00:01Z'), 24)).toBe(false);
  expect(changesInPlace({ ...record, writtenBy: 'another' }, 'me', new Date('2026-11-20T10:01:00Z'), 24)).toBe(false);
  expect(changesInPlace(record, 'another', new Date('2026-11-20T10:01:00Z'), 24)).toBe(false);
});
