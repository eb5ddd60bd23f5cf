import { type Day, dayOf, yearsBetween } from '@yilu/platform/contract';
import { decryptField, type Work } from '@yilu/platform/server';
import type { Person, PhoneShown } from '../contract/index.ts';
import { maskedIdentity, maskedPhone, withPhonesMasked } from '../rules/index.ts';
import type { PersonRecord, PhoneRecord } from '../store/people.ts';

/** A record as anybody may see it: phones and ID number masked, age derived (SEC-09, DOS-21). */
export function shown({ keys, now }: Pick<Work, 'keys' | 'now'>, person: PersonRecord): Person {
  const age = ageOn(dayOf(now), person.birthDate, person.birthYear);
  return {
    id: person.id,
    kind: person.kind,
    name: person.name,
    pinyin: person.pinyin,
    ...(person.sex !== null && { sex: person.sex }),
    ...(person.birthDate !== null && { birthDate: person.birthDate }),
    ...(person.birthYear !== null && { birthYear: person.birthYear }),
    ...(age !== undefined && { age }),
    phones: person.phones.map(shownPhone),
    ...(person.identity && {
      identity: {
        kind: person.identity.kind,
        masked: maskedIdentity(decryptField(keys, person.identity.encrypted, person.id)),
      },
    }),
    projectIds: [...person.projectIds],
    registeredAt: person.registeredAt,
    version: person.version,
  };
}

/** Whole years; from the year alone it may be one too many. */
export function ageOn(today: Day, birthDate: Day | string | null, birthYear: number | null): number | undefined {
  if (birthDate !== null) return yearsBetween(birthDate as Day, today);
  return birthYear === null ? undefined : Number(today.slice(0, 4)) - birthYear;
}

function shownPhone(phone: PhoneRecord): PhoneShown {
  return {
    id: phone.id,
    kind: phone.kind,
    masked: maskedPhone(phone.number),
    primary: phone.primary,
    ...(phone.wrongSince !== null && { wrongSince: phone.wrongSince }),
    ...(phone.note !== null && { note: withPhonesMasked(phone.note) }),
  };
}
