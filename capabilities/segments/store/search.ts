import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Most people that a search narrows the book to; whoever finds more types one more letter. */
const mostFound = 2_000;

/** People in reach by name, pinyin, initials, part of a phone or room; an empty list when nobody is found. */
export async function peopleFound(db: Db, pattern: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from customers.search_people(array[${pattern}]::text[], ${mostFound})
  `.execute(db);
  return rows.map(({ person_id }) => person_id);
}
