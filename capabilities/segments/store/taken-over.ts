import type { Day } from '@yilu/platform/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './tables.ts';

export interface TakenOver {
  readonly personId: string;
  readonly projectId: string;
  readonly staffId: string;
  readonly formerName: string;
  /** First day of the new holder. */
  readonly on: Day;
}

/** What the lines of Today are called by which customers are told who looks after them now. */
export const takenOverLines = 'segments.takenOver';

/** Everybody who changed hands since a day, of a room the one to ring first: `taken` with its `person`. */
const changedHands = (since: Day) => sql`
  identity_published.taken_over(${since}) taken
  cross join lateral (
    select taken.subject_id as id where taken.subject_kind = 'person'
    union all
    select party.person_id from customers_published.room_party party
     where taken.subject_kind = 'room' and party.room_id = taken.subject_id and party.ended_on is null
       and party.primary_contact
  ) person`;
const nobodyCalled = sql`(fact.last_contact_on is null or fact.last_contact_on < taken.from_day)`;

/**
 * In the book: whom these holders, or all, have taken over and neither contacted nor dealt with on Today, without the first so many of
 * each, in the order of Today.
 */
export function stillToTell(asked: {
  readonly staffIds?: readonly string[];
  readonly since: Day;
  readonly without: number;
}): RawBuilder<boolean> {
  const theirs = asked.staffIds ? sql`and taken.staff_id = any (${asked.staffIds}::uuid[])` : sql``;
  return sql<boolean>`(fact.project_id, fact.person_id) in (
    select owed.project_id, owed.person_id
      from (select taken.project_id, person.id as person_id,
                   row_number() over (partition by taken.staff_id order by taken.from_day, person.id, taken.project_id) as place
              from ${changedHands(asked.since)}
              join customer_fact fact on fact.project_id = taken.project_id and fact.person_id = person.id
             where ${nobodyCalled} ${theirs}
               and not exists (
                 select from tasks_published.taken_line line
                  where line.origin = ${takenOverLines}
                    and line.occurrence = taken.project_id || '/' || person.id || '/' || taken.from_day)) owed
     where owed.place > ${asked.without})`;
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
      from ${changedHands(asked.since)}
      join customer_fact fact on fact.project_id = taken.project_id and fact.person_id = person.id
     where ${nobodyCalled} ${mine}
     order by taken.from_day, person.id, taken.project_id
     limit ${asked.limit}`.execute(db);
  return rows;
}
