import { dayOf, found, insist } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import type { z } from 'zod';
import {
  type NewPhone,
  noSuchPhone,
  type PhoneKind,
  personChanged,
  phoneTwice,
  type Saved,
} from '../contract/index.ts';
import { maskedPhone, withPhonesMasked } from '../rules/index.ts';
import { type PersonRecord, touchPerson } from '../store/people.ts';
import { deletePhone, insertPhones, makePrimary, updatePhone } from '../store/phones.ts';
import { refreshSearch } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';
import { recordChanges } from './changes.ts';
import { insistPhone } from './given-numbers.ts';
import { withTextsRestored } from './phones-in-texts.ts';
import { personToChange, saved } from './reading.ts';

export async function addPhone(
  work: Work<Tables>,
  { personId, ...given }: z.output<typeof NewPhone> & { personId: string },
): Promise<Saved> {
  const person = await personToChange(work, personId);
  const phone = insistPhone(given, 'number');
  insist(person.phones.some(({ number }) => number === phone.number) ? phoneTwice : undefined, 422, {
    field: 'number',
  });

  const isFirst = person.phones.every(({ wrongSince }) => wrongSince !== null);
  if (isFirst) await makePrimary(work.db, personId, undefined);
  await insertPhones(work.db, personId, [{ ...phone, id: newId(), primary: isFirst }], work.now);
  return phonesChanged(work, person, { before: undefined, after: phone.number });
}

export async function changePhone(work: Work<Tables>, { personId, phoneId, ...given }: PhoneChange): Promise<Saved> {
  const person = await personToChange(work, personId);
  const phone = phoneIn(person, phoneId);
  const change = { ...given, ...(given.note && withTextsRestored({ note: given.note }, phone.note, 'phone')) };
  const before = wordsOf(phone);
  const after = wordsOf({
    ...phone,
    ...change,
    wrongSince: change.wrong === undefined ? phone.wrongSince : change.wrong || null,
  });
  if (after === before && (!change.primary || phone.primary)) return saved(work, personId);
  await updatePhone(work.db, phone.id, {
    kind: change.kind,
    note: change.note,
    ...(change.wrong !== undefined && { wrongSince: change.wrong ? dayOf(work.now) : null }),
  });
  const next =
    change.wrong === true && phone.primary
      ? person.phones.find((one) => one.id !== phone.id && one.wrongSince === null)
      : undefined;
  if (change.primary || next) await makePrimary(work.db, personId, next?.id ?? phone.id);
  return phonesChanged(work, person, { before, after });
}

interface PhoneChange {
  readonly personId: string;
  readonly phoneId: string;
  readonly kind?: PhoneKind | undefined;
  readonly primary?: true | undefined;
  readonly wrong?: boolean | undefined;
  readonly note?: string | null | undefined;
}

/** Only for what was entered by mistake; the history keeps the number sealed. */
export async function removePhone(
  work: Work<Tables>,
  { personId, phoneId }: { personId: string; phoneId: string },
): Promise<Saved> {
  const person = await personToChange(work, personId);
  const phone = phoneIn(person, phoneId);
  await deletePhone(work.db, phone.id);
  if (phone.primary) {
    const next = person.phones.find((one) => one.id !== phone.id && one.wrongSince === null);
    await makePrimary(work.db, personId, next?.id);
  }
  return phonesChanged(work, person, { before: phone.number, after: undefined });
}

export function phoneIn(person: PersonRecord, phoneId: string): PersonRecord['phones'][number] {
  return found(
    person.phones.find(({ id }) => id === phoneId),
    noSuchPhone,
  );
}

/** The history names phones masked: it is read by whoever may see the person. */
async function phonesChanged(
  work: Work<Tables>,
  person: PersonRecord,
  { before, after }: { before: string | undefined; after: string | undefined },
): Promise<Saved> {
  await touchPerson(work.db, person.id);
  await refreshSearch(work.db, [person.id]);
  await recordChanges(work, [
    { personId: person.id, field: 'phone', before: before && masked(before), after: after && masked(after) },
  ]);
  await work.audit({
    action: 'customers.phone_changed',
    subject: { kind: 'person', id: person.id },
    projectId: person.projectIds[0],
    personId: person.id,
    before,
    after,
  });
  await work.tell(personChanged, { personIds: [person.id] });
  return saved(work, person.id);
}

const masked = (words: string) => withPhonesMasked(words.replace(/\+?\d{5,}/, (number) => maskedPhone(number)));

function wordsOf(phone: {
  number: string;
  kind: PhoneKind | undefined;
  wrongSince: unknown;
  note?: string | null | undefined;
}) {
  return [phone.number, phone.kind, phone.wrongSince ? '✗' : '', phone.note ?? ''].filter(Boolean).join(' ');
}
