import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Remember people whose facts may have changed. Never waits: marks are only ever added. */
export async function mark(db: Db, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await sql`insert into customer_mark (person_id) select distinct unnest(${personIds}::uuid[])`.execute(db);
}

/** Who has a part in these rooms, holds them, or is named by the book as doing so. */
export async function markPeopleOfRooms(db: Db, roomIds: readonly string[]): Promise<void> {
  if (roomIds.length === 0) return;
  await sql`
    insert into customer_mark (person_id)
    select distinct person_id from customers_published.room_party where room_id = any (${roomIds}::uuid[])
  `.execute(db);
}

/** Everybody, or everybody of these projects: a figure of the rules has changed. */
export async function markEverybody(db: Db, projectIds?: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into customer_mark (person_id)
    select distinct person_id from customers_published.person_project
     where ${projectIds ? sql`project_id = any (${projectIds}::uuid[])` : sql`true`}
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Those whose labels change by themselves up to this day. */
export async function markDue(db: Db, today: Day): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into customer_mark (person_id) select distinct person_id from customer_fact where valid_until <= ${today}::date
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Take some marked people off the list; the lock lets one recompute run at a time, so that no older facts overwrite newer ones. */
export async function takeMarked(db: Db, most: number): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtext('segments.recompute'))`.execute(db);
  const { rows } = await sql<{ person_id: string }>`
    with taken as (
      delete from customer_mark where id in (select id from customer_mark order by id limit ${most})
      returning person_id
    )
    select distinct person_id from taken
  `.execute(db);
  return rows.map(({ person_id }) => person_id);
}
