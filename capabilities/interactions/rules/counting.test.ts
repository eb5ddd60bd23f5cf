import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCharacters, repeatedCharacter } from './counting.ts';

const thirty = '客户反馈对三房两厅户型很满意认为采光好但总价偏高希望再等一次优惠';

test.each<[string, string, number]>([
  ['nothing is nothing', '', 0],
  ['Han characters count one each', '您好', 2],
  ['a run of Latin letters counts one', 'WeChat', 1],
  ['a run of digits counts one', '13800001234', 1],
  ['letters and digits together are one run', 'B2B', 1],
  ['two runs parted by a space are two', 'call back', 2],
  ['a decimal point parts a run', '520.5 万', 3],
  ['Han parts a run', '看了A户型3次', 7],
  ['punctuation does not count', '好，真好！（真的）', 5],
  ['full-width letters and digits are runs', '１２３ ＡＢ', 2],
  ['white space does not count', ' 好 \n\t　好 ', 2],
  ['emoji do not count', '好😀👨‍👩‍👧‍👦🇨🇳👍🏽', 1],
  ['the invisible sign after a heart does not count', '好❤️', 1],
  ['an emoji made of a digit does not count', '1️⃣ 好 #️⃣', 1],
  ['a rare character outside the basic plane counts one', '𠮷野家', 3],
  ['々 and 〇 are characters', '人々二〇', 4],
  ['the sample is exactly at its mark', thirty, 32],
])('%s', (_, text, expected) => {
  expect(countCharacters(text)).toBe(expected);
});

test('punctuation counts when a company says so, spaces and emoji still do not', () => {
  expect(countCharacters('好，真好！ 😀', { punctuation: true })).toBe(5);
});

test.each<[string, string, string | undefined]>([
  ['one character over and over', '好好好好', '好'],
  ['more than half', '好好好不行', '好'],
  ['exactly half is still accepted', '好好不行', undefined],
  ['one word over and over', 'ok ok ok 好', 'ok'],
  ['an ordinary sentence', thirty, undefined],
  ['nothing', '', undefined],
])('filling up is noticed: %s', (_, text, expected) => {
  expect(repeatedCharacter(text)).toBe(expected);
});

const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
const ignored = fc.constantFrom(' ', '\n', '　', '，', '。', '！', '“', '😀', '👍🏽', '…', '—', '1️⃣');

test('what is ignored never changes the count of Han text', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(han, fc.array(ignored, { maxLength: 3 }))), (pieces) => {
      const text = pieces.map(([character, noise]) => character + noise.join('')).join('');
      expect(countCharacters(text)).toBe(pieces.length);
    }),
  );
});

test('two passages parted by a stop count what they count alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(countCharacters(`${one}\n。\n${other}`)).toBe(countCharacters(one) + countCharacters(other));
    }),
  );
});

// Not `fc.string({ unit: 'binary' })`: it lists a million characters before the first text, which alone takes a second.
const anyCharacter = fc.integer({ min: 0, max: 0x10_ffff }).map((code) => String.fromCodePoint(code));

test('the count never exceeds the number of code points', () => {
  fc.assert(
    fc.property(fc.array(anyCharacter), (characters) => {
      const text = characters.join('');
      expect(countCharacters(text)).toBeLessThanOrEqual([...text].length);
    }),
  );
});
