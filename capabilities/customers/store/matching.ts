import { sql } from 'kysely';
import type { Lead } from '../rules/index.ts';
import type { Db } from './tables.ts';

interface Sought {
  readonly numbers: readonly string[];
  readonly identityHash?: string | undefined;
  readonly nameKey: string;
  readonly pinyin: string;
  readonly projectId: string;
  readonly roomId?: string | undefined;
}

/** Everybody who is like somebody about to be registered, in one round trip: numbers across all scopes, names within the project. */
export async function leadsTo(db: Db, sought: Sought): Promise<Lead[]> {
  const { rows } = await sql<{
    person_id: string;
    name: string;
    name_key: string;
    in_reach: boolean;
    likeness: Lead['likeness'];
    number: string | null;
    has_phone: boolean | null;
  }>`
    (select person_id, name, name_key, in_reach, 'samePhone' as likeness, number, true as has_phone
       from customers.people_with_phones(${sought.numbers}::text[]) limit 50)
    union all
    (select person_id, name, name_key, in_reach, 'sameIdentity', null, null
       from customers.people_with_identities(array[${sought.identityHash ?? null}]::text[]) limit 50)
    union all
    (select person_id, name, name_key, customers.in_reach(person_id), 'sameName', null, has_phone
       from customers.people_named(array[${sought.nameKey}], array[${sought.projectId}]::uuid[]) limit 20)
    union all
    (select person.id, person.name, person.name_key, true, 'samePinyin', null,
            exists (select from person_phone phone where phone.person_id = person.id)
       from person join person_project link on link.person_id = person.id and link.project_id = ${sought.projectId}
      where ${sought.pinyin} <> '' and person.pinyin = ${sought.pinyin} and person.name_key <> ${sought.nameKey} limit 5)
    union all
    (select person_id, name, name_key, customers.in_reach(person_id), 'sameRoom', null, null
       from customers.people_of_rooms(array[${sought.roomId ?? null}]::uuid[]) limit 20)`.execute(db);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    nameKey: row.name_key,
    inReach: row.in_reach,
    likeness: row.likeness,
    ...(row.number !== null && { number: row.number }),
    ...(row.has_phone !== null && { hasPhone: row.has_phone }),
  }));
}
