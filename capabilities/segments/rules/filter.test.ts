import { expect, test } from 'vitest';
import type { Condition, FilterGroup } from '../contract/index.ts';
import { wrongIn } from './filter.ts';

const all = (...of: (Condition | FilterGroup)[]): FilterGroup => ({ match: 'all', of });
const everything = () => true;
const someId = '019ab000-0000-7000-8000-000000000001';

test.each<[string, FilterGroup]>([
  ['nothing', all()],
  ['cooling or silent', all({ field: 'activity', is: 'in', value: ['COOLING', 'SILENT'] })],
  ['mine', all({ field: 'responsible', is: 'in', value: ['me', someId] })],
  ['birthday this month', all({ field: 'birthday', is: 'within', value: 'thisMonth' })],
  ['below the line', all({ field: 'belowLine', is: 'yes' })],
  ['none of a nested group', { match: 'none', of: [all({ field: 'age', is: 'atLeast', value: 60 })] }],
])('%s makes sense', (_, filter) => {
  expect(wrongIn(filter, everything)).toBeUndefined();
});

test.each<[string, FilterGroup, string]>([
  ['a year before the first', all({ field: 'lastContactOn', is: 'before', value: '0000-05-05' }), 'of.0.value'],
  ['an operator that the type does not take', all({ field: 'activity', is: 'atLeast', value: 3 }), 'of.0.is'],
  ['a list without values', all({ field: 'activity', is: 'in', value: [] }), 'of.0.value'],
  ['a number as words', all({ field: 'age', is: 'atLeast', value: 'sixty' }), 'of.0.value'],
  ['an age that nobody reaches', all({ field: 'age', is: 'atLeast', value: 5_000 }), 'of.0.value'],
  ['an age that is words', all({ field: 'age', is: 'equals', value: 'sixty' }), 'of.0.value'],
  ['no such span', all({ field: 'lastContactOn', is: 'within', value: 'someday' }), 'of.0.value'],
  ['no such day', all({ field: 'lastContactOn', is: 'before', value: '2026-02-30' }), 'of.0.value'],
  ['an id that is none', all({ field: 'project', is: 'in', value: ["'; drop table person"] }), 'of.0.value'],
  ['oneself as a project', all({ field: 'project', is: 'in', value: ['me'] }), 'of.0.value'],
  ['deep inside', all({ match: 'any', of: [{ field: 'age', is: 'yes' }] }), 'of.0.of.0.is'],
])('%s is refused with its place', (_, filter, place) => {
  expect(wrongIn(filter, everything)).toBe(place);
});

test('a column that the asker may not see cannot be asked for', () => {
  const filter = all({ field: 'amount', is: 'atLeast', value: 1 });
  expect(wrongIn(filter, (field) => field !== 'amount')).toBe('of.0.field');
});

test('a filter too large or too deep is refused', () => {
  const one: Condition = { field: 'age', is: 'known' };
  expect(wrongIn(all(...Array.from({ length: 101 }, () => one)), everything)).toBe('of');
  let deep = all(one);
  for (let level = 0; level < 10; level += 1) deep = all(deep);
  expect(wrongIn(deep, everything)).toBe('of');
});
