import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Writes what these people are found by; to be called after every change of a name, phone or room. */
export async function refreshSearch(db: Db, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  if (personIds.length < many) await sql`select customers.refresh_search(${personIds}::uuid[])`.execute(db);
  else await sql`select customers.refresh_search_of_many(${personIds}::uuid[])`.execute(db);
}

/** From so many on, writing the index word by word instead of person by person is worth its own fixed cost. */
const many = 200;

/** Ids of people in reach that match all patterns, at most so many, in no order. */
export async function matchingPeople(db: Db, patterns: readonly string[], most: number): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from customers.search_people(${patterns}::text[], ${most})`.execute(db);
  return rows.map(({ person_id }) => person_id);
}

/** The head lines of found people in the order of the given text: the name itself first, then by sound. */
export async function headLinesOf(
  db: Db,
  personIds: readonly string[],
  text: string,
  limit: number,
): Promise<{ id: string; name: string; number: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; number: string | null }>`
    select person.id, person.name,
           (select phone.number from person_phone phone where phone.person_id = person.id and phone.wrong_since is null
             order by phone.is_primary desc, phone.added_at limit 1) as number
      from person
     where person.id = any(${personIds}::uuid[])
     order by person.name = ${text} desc, starts_with(person.name, ${text}) desc, starts_with(person.pinyin, lower(${text})) desc,
              person.pinyin, person.id
     limit ${limit}`.execute(db);
  return rows;
}
