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

/** The same for one of many sets of people; the last is followed by `mergeSearch`. */
export async function refreshSearchInTurn(db: Db, personIds: readonly string[]): Promise<void> {
  await sql`select customers.refresh_search_in_turn(${personIds}::uuid[])`.execute(db);
}

export async function mergeSearch(db: Db): Promise<void> {
  await sql`select customers.merge_search()`.execute(db);
}

/** Ids of people in reach that match all patterns, at most so many, in no order. */
export async function matchingPeople(db: Db, patterns: readonly string[], most: number): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from customers.search_people(${patterns}::text[], ${most})`.execute(db);
  return rows.map(({ person_id }) => person_id);
}

export interface FoundLine {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly rooms: readonly string[] | null;
}

/**
 * The head lines of people in reach that match all patterns: who is called exactly as typed first, then whose name or sound
 * begins so, then by sound. `key` is the typed text as names are compared.
 */
export async function foundPeople(
  db: Db,
  { patterns, typed, key, limit }: { patterns: readonly string[]; typed: string; key: string; limit: number },
): Promise<FoundLine[]> {
  const { rows } = await sql<FoundLine>`
    select person_id as id, name, number, rooms
      from customers.find_people(${patterns}::text[], ${typed}, ${key}, ${limit})`.execute(db);
  return rows;
}
