import type { Refusal } from '@yilu/platform/contract';
import { passwordTooPlain, passwordTooShort, passwordUnchanged } from '../contract/index.ts';

/** What people type first when told to invent something; compared without case, digits at the end and separators. */
const commonWords = new Set([
  'password',
  'passwd',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'iloveyou',
  'woaini',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'asdfghjkl',
  'zxcvbnm',
  'abc',
  'abcd',
  'abcdefg',
  'test',
  'mima',
  'wuye',
  'guanjia',
  'yilu',
  '密码',
  '管理员',
]);
const runs = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];
/** Fewer different characters than this are a pattern, not a password. */
const leastDifferentCharacters = 5;

export interface PasswordWish {
  readonly next: string;
  readonly username: string;
  /** As just typed and found right; absent when set by another. */
  readonly current?: string | undefined;
}

/** Why this may not become the password: length and guessability, no rules of composition (SEC-09). */
export function refusalOfPassword({ next, username, current }: PasswordWish, leastLength: number): Refusal | undefined {
  if ([...next].length < leastLength) return passwordTooShort({ needed: leastLength });
  if (current === next) return passwordUnchanged;
  if (isPlain(next.toLowerCase(), username.toLowerCase())) return passwordTooPlain;
  return undefined;
}

function isPlain(text: string, username: string): boolean {
  if (new Set(text).size < leastDifferentCharacters) return true;
  if (username.length >= 3 && text.includes(username)) return true;
  if (runs.some((run) => run.includes(text))) return true;
  return commonWords.has(text.replace(/[\d\W_]+$/u, '')) || commonWords.has(text.replace(/[^a-z]/g, ''));
}
