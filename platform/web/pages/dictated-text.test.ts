import { expect, test } from 'vitest';
import { type Dictated, dictationInto, type HeardResult, textOf, withHeard, withTyped } from './dictated-text.ts';

type Step = { readonly hears: readonly HeardResult[]; readonly from: number } | { readonly types: string };
const maybe = (words: string): HeardResult => ({ words, isFinal: false });
const sure = (words: string): HeardResult => ({ words, isFinal: true });

/** As the page does: what stands in the field is looked at before each hearing. */
function fieldAfter(begun: string, steps: readonly Step[]): string {
  let field = begun;
  let dictated: Dictated = dictationInto(begun);
  let known = 0;
  for (const step of steps) {
    if ('types' in step) {
      field = step.types;
      continue;
    }
    dictated = withHeard(withTyped(dictated, field, known), step.hears, step.from);
    known = step.hears.length;
    field = textOf(dictated);
  }
  return field;
}

test.each<[string, string, readonly Step[], string]>([
  ['what stood there stays', '昨天', [{ hears: [maybe('来')], from: 0 }], '昨天来'],
  [
    'uncertain words are replaced by certain ones',
    '',
    [
      { hears: [maybe('科')], from: 0 },
      { hears: [sure('客户')], from: 0 },
    ],
    '客户',
  ],
  [
    'what is typed behind uncertain words stays, and they become certain before it',
    '',
    [{ hears: [maybe('客户来')], from: 0 }, { types: '客户来（带母亲）' }, { hears: [sure('客户来了')], from: 0 }],
    '客户来了（带母亲）',
  ],
  [
    'the next sentence follows what was typed',
    '',
    [
      { hears: [sure('客户来了。')], from: 0 },
      { types: '客户来了。预算三百万。' },
      { hears: [sure('客户来了。'), maybe('下周')], from: 1 },
      { hears: [sure('客户来了。'), sure('下周再来')], from: 1 },
    ],
    '客户来了。预算三百万。下周再来',
  ],
  [
    'what is typed before uncertain words stays',
    '备注',
    [{ hears: [maybe('来了')], from: 0 }, { types: '备注：来了' }, { hears: [sure('来过了')], from: 0 }],
    '备注：来过了',
  ],
  [
    'uncertain words mended by hand stand as mended',
    '',
    [
      { hears: [maybe('嫌总价高')], from: 0 },
      { types: '嫌单价高' },
      { hears: [sure('嫌总价高')], from: 0 },
      { hears: [sure('嫌总价高'), sure('，再考虑')], from: 1 },
    ],
    '嫌单价高，再考虑',
  ],
  [
    'a field cleared by hand begins anew',
    '',
    [{ hears: [sure('说错了')], from: 0 }, { types: '' }, { hears: [sure('说错了'), sure('重新说')], from: 1 }],
    '重新说',
  ],
])('%s', (_, begun, steps, field) => {
  expect(fieldAfter(begun, steps)).toBe(field);
});
