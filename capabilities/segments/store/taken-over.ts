import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

export interface TakenOver {
  readonly personId: string;
  readonly projectId: string;
  readonly staffId: string;
  readonly formerName: string;
  /** First day of the new holder. */
  readonly on: Day;
}

/** Customers with whom nobody has been in touch since they changed hands; of a room the one to ring first (ORG-16). */
export async function takenOver(
  db: Db,
  asked: { readonly accountId?: string | undefined; readonly since: Day; readonly limit: number },
): Promise<TakenOver[]> {
  const mine = asked.accountId ? sql`and taken.staff_id = ${asked.accountId}` : sql``;
  const { rows } = await sql<TakenOver>`
    select distinct on (taken.from_day, person.id, taken.project_id)
           person.id as "personId", taken.project_id as "projectId", taken.staff_id as "staffId",
           taken.former_name as "formerName", taken.from_day as "on"
      from identity_published.taken_over(${asked.since}) taken
     cross join lateral (
       select taken.subject_id as id where taken.subject_kind = 'person'
       union all
       select party.person_id from customers_published.room_party party
        where taken.subject_kind = 'room' and party.room_id = taken.subject_id and party.ended_on is null
          and party.primary_contact
     ) person
      join customer_fact fact on fact.project_id = taken.project_id and fact.person_id = person.id
     where (fact.last_contact_on is null or fact.last_contact_on < taken.from_day) ${mine}
     order by taken.from_day, person.id, taken.project_id
     limit ${asked.limit}`.execute(db);
  return rows;
}
