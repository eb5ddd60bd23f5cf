import { expect, test } from 'vitest';
import { looksInPhones, patternsOf } from './search-text.ts';

test.each([
  ['三丰', ['% 三丰%']],
  ['张', ['% 张%']],
  ['zhang', ['%zhang%']],
  ['zs', ['% zs%']],
  ['2046', ['%2046%']],
  ['138', ['% 138%']],
  ['138-5712-0046', ['%13857120046%']],
  ['138****0046', ['%p138____0046%']],
  ['138…0046', ['%p138____0046%']],
  ['3-2-1801', ['% 3-2-1801%']],
  ['3栋2单元1801', ['% 3-2-1801%']],
  ['张三 1801', ['% 张三%', '%1801%']],
  ['张三1801', ['% 张三%', '%1801%']],
  ['100%', ['% 100\\%%']],
  ['  ', []],
])('%s', (typed, patterns) => {
  expect(patternsOf(typed)).toEqual(patterns);
});

test.each([
  ['2046', true],
  ['138****0046', true],
  // Phones stand among the words as p13857120046.
  ['p1385', true],
  ['p138', true],
  ['张三 1801', true],
  ['138', false],
  ['3-2-1801', false],
  ['zhang', false],
])('%s looks inside phones: %s', (typed, does) => {
  expect(looksInPhones(patternsOf(typed))).toBe(does);
});
