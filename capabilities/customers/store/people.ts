import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { IdentityKind, PersonKind, PhoneKind, Sex } from '../contract/index.ts';
import type { Db } from './tables.ts';

/** A person with everything the head of its page needs; numbers are not masked yet. */
export interface PersonRecord {
  readonly id: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly nameKey: string;
  readonly pinyin: string;
  readonly sex: Sex | null;
  readonly birthDate: Day | null;
  readonly birthYear: number | null;
  readonly registeredAt: Date;
  readonly enteredAt: Date;
  readonly version: number;
  readonly phones: readonly PhoneRecord[];
  readonly identity: { readonly kind: IdentityKind; readonly encrypted: string } | null;
  readonly projectIds: readonly string[];
}

export interface PhoneRecord {
  readonly id: string;
  readonly number: string;
  readonly kind: PhoneKind;
  readonly primary: boolean;
  readonly wrongSince: Day | null;
  readonly note: string | null;
}

/** One person in reach, whole, in one round trip; locked against other writers when it is going to be changed. */
export async function personById(
  db: Db,
  id: string,
  purpose: 'read' | 'change' = 'read',
): Promise<PersonRecord | undefined> {
  // First locked, then read: what was read in the locking statement is older than what one waited for.
  if (purpose === 'change') await sql`select from person where id = ${id} for update`.execute(db);
  const { rows } = await sql<PersonRow>`
    select person.id, person.kind, person.name, person.name_key, person.pinyin, person.sex, person.birth_date, person.birth_year,
           person.registered_at, person.entered_at, person.version,
           (select coalesce(json_agg(json_build_object('id', phone.id, 'number', phone.number, 'kind', phone.kind,
                     'primary', phone.is_primary, 'wrongSince', phone.wrong_since, 'note', phone.note)
                     order by phone.is_primary desc, phone.wrong_since nulls first, phone.added_at, phone.id), '[]')
              from person_phone phone where phone.person_id = person.id) as phones,
           (select json_build_object('kind', paper.kind, 'encrypted', paper.encrypted)
              from person_identity paper where paper.person_id = person.id) as identity,
           array(select link.project_id from person_project link where link.person_id = person.id order by link.registered_at) as projects
      from person
     where person.id = ${id}`.execute(db);
  const row = rows[0];
  return row && toRecord(row);
}

export interface PersonRow {
  id: string;
  kind: PersonKind;
  name: string;
  name_key: string;
  pinyin: string;
  sex: Sex | null;
  birth_date: Day | null;
  birth_year: number | null;
  registered_at: Date;
  entered_at: Date;
  version: number;
  phones: PhoneRecord[];
  identity: { kind: IdentityKind; encrypted: string } | null;
  projects: string[];
}

export function toRecord(row: PersonRow): PersonRecord {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    nameKey: row.name_key,
    pinyin: row.pinyin,
    sex: row.sex,
    birthDate: row.birth_date,
    birthYear: row.birth_year,
    registeredAt: row.registered_at,
    enteredAt: row.entered_at,
    version: row.version,
    phones: row.phones,
    identity: row.identity,
    projectIds: row.projects,
  };
}

export interface NewPersonRecord {
  readonly id: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly nameKey: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly sex?: Sex | undefined;
  readonly birthDate?: Day | undefined;
  readonly birthYear?: number | undefined;
  readonly registeredAt: Date;
  readonly registeredBy: string;
}

/** Two who register somebody of the same numbers, or without any of the same name, go one after the other. */
export async function lockNewcomer(db: Db, marks: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('customers.newcomer:' || mark, 0))
      from (select distinct mark from unnest(${[...marks]}::text[]) mark order by mark) each`.execute(db);
}

export async function insertPerson(db: Db, person: NewPersonRecord): Promise<void> {
  await db
    .insertInto('person')
    .values({
      id: person.id,
      kind: person.kind,
      name: person.name,
      name_key: person.nameKey,
      pinyin: person.pinyin,
      initials: person.initials,
      sex: person.sex ?? null,
      birth_date: person.birthDate ?? null,
      birth_year: person.birthYear ?? null,
      registered_at: person.registeredAt,
      registered_by: person.registeredBy,
      entered_at: person.registeredAt,
    })
    .execute();
}

/** Makes the person visible in the project; nothing happens when it is already. */
export async function linkToProject(
  db: Db,
  link: { personId: string; projectId: string; registeredAt: Date; registeredBy: string },
): Promise<void> {
  await sql`
    insert into person_project (person_id, project_id, registered_at, registered_by)
    values (${link.personId}, ${link.projectId}, ${link.registeredAt}, ${link.registeredBy})
    on conflict do nothing`.execute(db);
}

export interface OwnColumns {
  readonly name?: {
    readonly name: string;
    readonly nameKey: string;
    readonly pinyin: string;
    readonly initials: string;
  };
  readonly sex?: Sex | null | undefined;
  readonly birthDate?: Day | null | undefined;
  readonly birthYear?: number | null | undefined;
}

export async function updatePerson(db: Db, id: string, { name, sex, birthDate, birthYear }: OwnColumns): Promise<void> {
  await db
    .updateTable('person')
    .set({
      ...(name && { name: name.name, name_key: name.nameKey, pinyin: name.pinyin, initials: name.initials }),
      ...(sex !== undefined && { sex }),
      ...(birthDate !== undefined && { birth_date: birthDate }),
      ...(birthYear !== undefined && { birth_year: birthYear }),
    })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** A changed phone or paper changes the person's version too, so that a stale page is noticed. */
export async function touchPerson(db: Db, id: string): Promise<void> {
  await updatePerson(db, id, {});
}

export async function deletePerson(db: Db, id: string): Promise<void> {
  await db.deleteFrom('person').where('id', '=', id).execute();
}

/** The project in reach in which the person was registered first. */
export async function firstProjectOf(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person_project')
    .select('project_id')
    .where('person_id', '=', personId)
    .orderBy('registered_at')
    .executeTakeFirst();
  return row?.project_id;
}

/** Where a merged person's records went, when the asker may see that person. */
export async function mergedInto(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('person_merge').select('person_id').where('merged_id', '=', id).executeTakeFirst();
  return row?.person_id;
}

/** Which of these people the actor may see. */
export async function peopleInReach(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('person').select(['id', 'name']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute();
}

/** Whether the person is entrusted to the actor, as themselves or by a room. */
export async function isMine(db: Db, personId: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select customers.is_mine(${personId}) as mine`.execute(db);
  return rows[0]?.mine === true;
}
