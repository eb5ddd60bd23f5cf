import type { Refusal } from '@yilu/platform/contract';
import { expect, test } from 'vitest';
import { passwordTooPlain, passwordTooShort, passwordUnchanged } from '../contract/index.ts';
import { refusalOfPassword } from './password.ts';

const short = passwordTooShort({ needed: 10 });

test.each<[string, string, Refusal | undefined]>([
  ['nine characters are one too few', 'k7Qm2vX9p', short],
  ['ten characters suffice', 'k7Qm2vX9pL', undefined],
  ['a Chinese character is one character', '春江花月夜照谁家窗', short],
  ['ten Chinese characters suffice', '春江花月夜照见谁家窗', undefined],
  ['words with spaces are welcome', 'green tea on the stairs', undefined],
  ['the username inside is plain', 'wanglei-2026-x', passwordTooPlain],
  ['a run of digits is plain', '0123456789', passwordTooPlain],
  ['a run backwards is plain', '9876543210', passwordTooPlain],
  ['four different characters are a pattern', '1212341234', passwordTooPlain],
  ['a common word with digits is plain', 'Password2026', passwordTooPlain],
  ['a common word with digits within is plain', '2026admin888', passwordTooPlain],
  ['a row of keys is plain', 'qwertyuiop', passwordTooPlain],
  ['the present one again is refused', 'the present one', passwordUnchanged],
])('%s', (_, next, refusal) => {
  expect(refusalOfPassword({ next, username: 'wanglei', current: 'the present one' }, 10)).toEqual(refusal);
});
