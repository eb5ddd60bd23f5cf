import { operatorsOf } from '@yilu/segments/contract';
import { expect, test } from 'vitest';
import { operators } from '../platform/web/kit/filter-model.ts';

/** How the filter bar asks for each type of column of the customer book (capabilities/segments/console/book-fields.ts). */
const shownAs = {
  text: 'text',
  choice: 'choice',
  keys: 'choices',
  id: 'choice',
  number: 'number',
  money: 'number',
  percent: 'number',
  day: 'day',
  yearly: 'yearly',
  yesNo: 'yesNo',
} as const;

test.each(Object.entries(shownAs))('the filter bar offers for %s exactly what the book takes', (type, kind) => {
  const taken = operatorsOf[type as keyof typeof shownAs];
  expect(operators[kind].map(({ key }) => key).toSorted()).toEqual([...taken].toSorted());
});
