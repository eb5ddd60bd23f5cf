import { maskedPhone, phoneOf } from '@yilu/customers/rules';
import { decryptField, encryptField, seal, unseal, type Work } from '@yilu/platform/server';
import { dossierFieldsOf, type RegisterField, RegisterForm } from '../contract/index.ts';
import { saysNothing } from '../rules/index.ts';
import { formsOf, replaceForm } from '../store/forms.ts';
import type { KnownFacts } from '../store/people.ts';
import { onOwnTables } from '../store/tables.ts';

/** A form holds a phone: encrypted from the first moment, with the person's own key once we know whose it is. */
export async function sealForm(
  work: Work,
  registerId: string,
  personId: string | undefined,
  form: RegisterForm,
): Promise<string> {
  const text = JSON.stringify(form);
  return personId ? seal(work, personId, text) : encryptField(work.keys, text, registerId);
}

/** Undefined once the person's key is destroyed. */
export async function unsealForm(
  work: Work,
  register: { readonly id: string; readonly personId?: string | undefined; readonly formSealed: string },
): Promise<RegisterForm | undefined> {
  const text = register.personId
    ? await unseal(work, register.personId, register.formSealed)
    : decryptField(work.keys, register.formSealed, register.id);
  return text === undefined ? undefined : RegisterForm.parse(JSON.parse(text));
}

/** What was sealed for somebody who is merged with another opens with the other's key from now on. */
export async function resealForms(
  work: Work,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  const db = onOwnTables(work);
  for (const { id, formSealed } of await formsOf(db, fromId)) {
    const text = await unseal(work, fromId, formSealed);
    if (text !== undefined) await replaceForm(db, id, await seal(work, toId, text));
  }
}

type DossierBacked = keyof typeof dossierFieldsOf;
const dossierBacked = Object.entries(dossierFieldsOf) as [DossierBacked, readonly string[]][];

/** Which fields of the register this form answers. */
export function givenFields(form: RegisterForm): ReadonlySet<RegisterField> {
  const answers: Readonly<Record<string, unknown>> = form.answers;
  const given = new Set<RegisterField>();
  if (form.phone) given.add('phone');
  if (form.name) given.add('name');
  if (form.sex) given.add('sex');
  if (form.age !== undefined) given.add('age');
  const { keyPoints } = form.parts;
  if (keyPoints && !saysNothing('keyPoints', keyPoints)) given.add('talk');
  for (const [field, keys] of dossierBacked) if (keys.some((key) => isFilled(answers[key]))) given.add(field);
  return given;
}

/** Which fields of the register are on file. */
export function knownFields(facts: KnownFacts): ReadonlySet<RegisterField> {
  const known = new Set<RegisterField>(['name']);
  if (facts.phoneMasked) known.add('phone');
  if (facts.sex) known.add('sex');
  if (facts.birthYear !== null) known.add('age');
  for (const [field, keys] of dossierBacked) if (keys.some((key) => facts.answered.includes(key))) known.add(field);
  return known;
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** `138****5678` of the phone as written, whatever it is. */
export function maskedPhoneOf(form: RegisterForm | undefined): string | undefined {
  if (!form?.phone) return undefined;
  const read = phoneOf(form.phone);
  return 'number' in read ? maskedPhone(read.number) : undefined;
}
