import { sql } from 'kysely';
import type { Db } from './tables.ts';

export interface PersonName {
  readonly id: string;
  readonly name: string;
  /** `3-2-1801` of the first home. */
  readonly room?: string;
}

/** Names of people in reach, with the room that staff say with it. */
export async function namesOfPeople(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, PersonName>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string; room: string | null }>`
    select person.id, person.name,
           (select room.display_code from customers_published.room_party party
              join properties_published.room room on room.id = party.room_id
             where party.person_id = person.id and party.ended_on is null
             order by party.primary_contact desc, party.started_on nulls last limit 1) as room
      from customers_published.person where person.id = any (${wanted}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name, room }) => [id, { id, name, ...(room !== null && { room }) }]));
}

/** Whether the person belongs to the project and is in reach of the actor. */
export async function belongsToProject(db: Db, personId: string, projectId: string): Promise<boolean> {
  const { rows } = await sql`
    select from customers_published.person_project where person_id = ${personId} and project_id = ${projectId}`.execute(
    db,
  );
  return rows.length > 0;
}

export async function nameOfProject(db: Db, projectId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from settings_published.project where id = ${projectId}`.execute(db);
  return rows[0]?.name;
}

export interface KnownFacts {
  readonly personId: string;
  readonly name: string;
  readonly sex: 'female' | 'male' | null;
  readonly birthYear: number | null;
  readonly version: number;
  readonly phoneMasked: string | null;
  readonly rooms: string[];
  /** Keys of the dossier's fields that are filled or declined. */
  readonly answered: string[];
}

/** What is on file about people in reach, so that it is not asked again. */
export async function knownFacts(db: Db, personIds: readonly string[]): Promise<KnownFacts[]> {
  const { rows } = await sql<KnownFacts>`
    select person.id as "personId", person.name, person.sex, person.birth_year as "birthYear", person.version,
           (select masked from customers_published.phone where phone.person_id = person.id and phone.wrong_since is null
             order by phone.is_primary desc limit 1) as "phoneMasked",
           array(select room.display_code from customers_published.room_party party
                   join properties_published.room room on room.id = party.room_id
                  where party.person_id = person.id and party.ended_on is null order by room.display_code limit 3) as rooms,
           array(select field from customers_published.dossier_filled filled where filled.person_id = person.id) as answered
      from customers_published.person where person.id = any (${[...personIds]}::uuid[]) limit 50`.execute(db);
  return rows;
}

/** People of exactly this name in the project and in reach. */
export async function peopleNamed(db: Db, nameKey: string, projectId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person.id from customers_published.person
      join customers_published.person_project link on link.person_id = person.id and link.project_id = ${projectId}
     where person.name_key = ${nameKey} limit 10`.execute(db);
  return rows.map(({ id }) => id);
}
