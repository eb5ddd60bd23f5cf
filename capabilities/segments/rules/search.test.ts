import { expect, test } from 'vitest';
import { asksForPhone, searchPattern } from './search.ts';

test.each([
  ['静安', '% 静安%'],
  [' Zhang San ', '% zhangsan%'],
  ['zs', '% zs%'],
  ['3-2-18', '% 3-2-18%'],
  ['180', '% 180%'],
  ['5678', '%5678%'],
  ['１３８０', '%1380%'],
  ['100%_', '% 100%'],
  ['%', undefined],
])('%s is looked for as %s', (typed, pattern) => {
  expect(searchPattern(typed)).toBe(pattern);
});

test('four digits or more look into phones', () => {
  expect(asksForPhone('138')).toBe(false);
  expect(asksForPhone('138 1')).toBe(true);
  expect(asksForPhone('3-2-1801')).toBe(false);
});
