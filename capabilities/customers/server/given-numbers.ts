import { insist } from '@yilu/platform/contract';
import { encryptField, hashForLookup, type Work } from '@yilu/platform/server';
import type { z } from 'zod';
import {
  identityPlaceholder,
  identityUnusable,
  type NewIdentity,
  type NewPhone,
  type PhoneKind,
  phonePlaceholder,
  phoneUnusable,
} from '../contract/index.ts';
import { type IdentityRead, identityOf, phoneOf } from '../rules/index.ts';

export interface GivenPhone {
  readonly number: string;
  readonly kind: PhoneKind;
  readonly note?: string | undefined;
}

/** The number as stored, or 422 in this field: nobody is registered with a placeholder. */
export function insistPhone(given: z.output<typeof NewPhone>, field: string): GivenPhone {
  const read = phoneOf(given.number);
  if ('absent' in read) insist(phonePlaceholder, 422, { field });
  if (!('number' in read)) {
    insist(phoneUnusable, 422, { field });
    return { number: '', kind: 'other' };
  }
  return { number: read.number, kind: given.kind ?? read.kind, ...(given.note !== undefined && { note: given.note }) };
}

export type GivenIdentity = Extract<IdentityRead, { number: string }>;

/** The ID number as stored, or 422: a wrong check digit is not taken. */
export function insistIdentity(given: z.output<typeof NewIdentity>, field = 'number'): GivenIdentity {
  const read = identityOf(given.number, given.kind);
  if ('absent' in read) insist(identityPlaceholder, 422, { field });
  if (!('number' in read)) {
    insist(identityUnusable, 422, { field });
    return { number: '', kind: given.kind };
  }
  return read;
}

/** The keyed hash by which an ID number is found again. */
export function identityHash({ keys }: Pick<Work, 'keys'>, number: string): string {
  return hashForLookup(keys, 'identity', number);
}

/** Encrypted and bound to the person: copied to another row it does not open. */
export function encryptedIdentity({ keys }: Pick<Work, 'keys'>, personId: string, number: string): string {
  return encryptField(keys, number, personId);
}
