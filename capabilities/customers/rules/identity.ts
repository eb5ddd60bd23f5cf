import { type Day, isRealDay } from '@yilu/platform/contract';
import type { IdentityKind, Sex } from '../contract/index.ts';

export type IdentityRead =
  | { readonly number: string; readonly kind: IdentityKind; readonly sex?: Sex; readonly birthDate?: Day }
  | { readonly absent: 'empty' | 'placeholder' }
  | { readonly broken: true };

/** Read an ID number; a resident ID must have a right check digit (ISO 7064 MOD 11-2) and tells sex and birth date. */
export function identityOf(written: string, kind: IdentityKind = 'residentId'): IdentityRead {
  const number = written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (number === '' || number === '无') return { absent: 'empty' };
  if (/^(.)\1+$/.test(number) || /^1?234567890/.test(number)) return { absent: 'placeholder' };
  if (kind !== 'residentId') return /^[0-9A-Z()（）]{4,40}$/.test(number) ? { number, kind } : { broken: true };

  const long = /^\d{15}$/.test(number) ? `${number.slice(0, 6)}19${number.slice(6)}` : number;
  if (!/^\d{17}[\dX]?$/.test(long)) return { broken: true };
  const birth = `${long.slice(6, 10)}-${long.slice(10, 12)}-${long.slice(12, 14)}`;
  if (!isRealDay(birth) || birth < '1900' || birth >= '2100') return { broken: true };
  const whole = long.length === 17 ? `${long}${checkCharacter(long)}` : long;
  if (checkCharacter(whole) !== whole[17]) return { broken: true };
  return { number: whole, kind, sex: Number(whole[16]) % 2 === 1 ? 'male' : 'female', birthDate: birth as Day };
}

function checkCharacter(number: string): string {
  const sum = [...number.slice(0, 17)].reduce((so, digit, at) => so + Number(digit) * (2 ** (17 - at) % 11), 0);
  return '10X98765432'[sum % 11] ?? '';
}

/** `330***********001X`: region and the last four stay. */
export function maskedIdentity(number: string): string {
  if (number.length <= 7) return `${'*'.repeat(Math.max(number.length - 2, 1))}${number.slice(-2)}`;
  return `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`;
}
