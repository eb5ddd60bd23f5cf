import { expect, test } from 'vitest';
import { arrayOf } from './rows-from.ts';

test.each<[string, Parameters<typeof arrayOf>[0], string]>([
  ['nothing', [], '{}'],
  ['texts stand in quotes, so that null and a comma are texts', ['张三', 'null', 'a,b'], '{"张三","null","a,b"}'],
  ['absence is null', [null, undefined], '{null,null}'],
  ['figures and yes or no', [1, -2.5, true], '{1,-2.5,true}'],
  ['a quote and a backslash keep theirs', ['say "yes"', 'a\\b', '\\n'], '{"say \\"yes\\"","a\\\\b","\\\\n"}'],
  ['a line end is one', ['a\nb\tc', '\u0001'], '{"a\nb\tc","\u0001"}'],
  ['an instant', [new Date(0)], '{"1970-01-01T00:00:00.000Z"}'],
])('%s', (_, values, text) => {
  expect(arrayOf(values)).toBe(text);
});
