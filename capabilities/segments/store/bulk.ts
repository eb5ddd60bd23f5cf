import { sql } from 'kysely';
import type { BulkAct, BulkDeed } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface BulkItem {
  readonly position: number;
  readonly projectId: string;
  readonly personId: string;
}

export type Outcome = 'done' | 'unchanged' | 'refused';

export async function insertBulk(
  db: Db,
  act: { id: string; accountId: string; deed: BulkDeed; at: Date },
  customers: readonly { readonly personId: string; readonly projectId: string }[],
): Promise<void> {
  await db
    .insertInto('bulk_act')
    .values({
      id: act.id,
      account_id: act.accountId,
      act: JSON.stringify(act.deed),
      total: customers.length,
      started_at: act.at,
    })
    .execute();
  await sql`
    insert into bulk_act_item (bulk_id, position, project_id, person_id)
    select ${act.id}, place, project_id, person_id
      from unnest(${customers.map((one) => one.projectId)}::uuid[], ${customers.map((one) => one.personId)}::uuid[])
             with ordinality as chosen (project_id, person_id, place)
  `.execute(db);
}

export async function bulkById(db: Db, id: string): Promise<BulkAct | undefined> {
  const { rows } = await sql<{
    id: string;
    act: BulkDeed;
    total: number;
    changed: number;
    unchanged: number;
    refused: number;
    started_at: Date;
    finished_at: Date | null;
    undone_at: Date | null;
  }>`
    select bulk_act.*, items.*
      from bulk_act
      cross join lateral (
        select count(*) filter (where outcome = 'done')::int as changed,
               count(*) filter (where outcome = 'unchanged')::int as unchanged,
               count(*) filter (where outcome = 'refused')::int as refused
          from bulk_act_item where bulk_id = bulk_act.id) items
     where bulk_act.id = ${id}
  `.execute(db);
  const row = rows[0];
  return (
    row && {
      id: row.id,
      deed: row.act,
      total: row.total,
      done: row.changed + row.unchanged + row.refused,
      changed: row.changed,
      unchanged: row.unchanged,
      refused: row.refused,
      startedAt: row.started_at,
      finishedAt: row.finished_at ?? undefined,
      undoneAt: row.undone_at ?? undefined,
    }
  );
}

/** Those that wait, in order; taken by one worker at a time. */
export async function waitingItems(db: Db, bulkId: string, limit: number): Promise<BulkItem[]> {
  const { rows } = await sql<BulkItem>`
    select position, project_id as "projectId", person_id as "personId"
      from bulk_act_item
     where bulk_id = ${bulkId} and outcome is null
     order by position limit ${limit}
       for update
  `.execute(db);
  return rows;
}

/** Those that were changed and not taken back yet. */
export async function changedItems(
  db: Db,
  bulkId: string,
  limit: number,
): Promise<(BulkItem & { readonly madeId: string | null })[]> {
  const { rows } = await sql<BulkItem & { madeId: string | null }>`
    select position, project_id as "projectId", person_id as "personId", made_id as "madeId"
      from bulk_act_item
     where bulk_id = ${bulkId} and outcome = 'done'
     order by position limit ${limit}
       for update
  `.execute(db);
  return rows;
}

export async function settleItem(
  db: Db,
  bulkId: string,
  position: number,
  outcome: Outcome,
  madeId?: string | undefined,
): Promise<void> {
  await db
    .updateTable('bulk_act_item')
    .set({ outcome, made_id: madeId ?? null })
    .where('bulk_id', '=', bulkId)
    .where('position', '=', position)
    .execute();
}

export async function finishBulk(db: Db, id: string, at: Date): Promise<void> {
  await db
    .updateTable('bulk_act')
    .set(({ ref }) => ({ finished_at: at, done: ref('total') }))
    .where('id', '=', id)
    .execute();
}

/** Whether it stood. */
export async function markBulkUndone(db: Db, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('bulk_act')
    .set({ undone_at: at })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Whether each of these people is entrusted to a colleague today, themselves and not by a room. */
export async function entrustedPeople(
  db: Db,
  staffId: string,
  personIds: readonly string[],
  today: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select subject_id as id from identity_published.portfolio
     where staff_id = ${staffId} and subject_kind = 'person' and subject_id = any (${personIds}::uuid[])
       and from_day <= ${today}::date and (until_day is null or until_day > ${today}::date)
  `.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** The keys that a list field of the dossier holds for each of these people. */
export async function keysOf(
  db: Db,
  field: 'careAbout' | 'circles',
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; keys: string[] }>`
    select person_id as id, segments.keys_in(value) as keys
      from customers_published.dossier_answer
     where field = ${field} and person_id = any (${personIds}::uuid[])
  `.execute(db);
  return new Map(rows.map(({ id, keys }) => [id, keys]));
}

/** Who is responsible for each customer now. */
export async function responsibleOf(db: Db, items: readonly BulkItem[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ personId: string; projectId: string; staffId: string }>`
    select person_id as "personId", project_id as "projectId", responsible_id as "staffId"
      from customer_fact
     where person_id = any (${items.map(({ personId }) => personId)}::uuid[]) and responsible_id is not null
  `.execute(db);
  return new Map(rows.map((row) => [`${row.projectId}/${row.personId}`, row.staffId]));
}
