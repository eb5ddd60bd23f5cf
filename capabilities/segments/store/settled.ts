import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Of lines about dossiers (`project/person/line/due day`) those whose line has been reached since. */
export async function dossiersThatReached(db: Db, occurrences: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ occurrence: string }>`
    select asked.occurrence
      from unnest(${[...occurrences]}::text[]) as asked (occurrence)
      join customer_fact fact on fact.project_id = split_part(asked.occurrence, '/', 1)::uuid
                             and fact.person_id = split_part(asked.occurrence, '/', 2)::uuid
     where fact.completeness >= split_part(asked.occurrence, '/', 3)::numeric`.execute(db);
  return rows.map(({ occurrence }) => occurrence);
}

/** Of lines about cooling (`project/person/day`) those whose customer is active beyond this day, since somebody talked with them. */
export async function activeAgain(db: Db, occurrences: readonly string[], beyond: Day): Promise<string[]> {
  const { rows } = await sql<{ occurrence: string }>`
    select asked.occurrence
      from unnest(${[...occurrences]}::text[]) as asked (occurrence)
      join customer_fact fact on fact.project_id = split_part(asked.occurrence, '/', 1)::uuid
                             and fact.person_id = split_part(asked.occurrence, '/', 2)::uuid
     where fact.activity = 'ACTIVE' and fact.activity_until > ${beyond}::date`.execute(db);
  return rows.map(({ occurrence }) => occurrence);
}
