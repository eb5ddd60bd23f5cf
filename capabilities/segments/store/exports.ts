import { sql } from 'kysely';
import type { CustomerExport, ExportWish } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface ExportRecord extends Omit<CustomerExport, 'own' | 'format' | 'columns'> {
  readonly accountId: string;
  readonly projectIds: readonly string[];
  readonly wish: ExportWish;
  readonly withdrawnById?: string | undefined;
}

export async function insertExport(db: Db, record: ExportRecord): Promise<void> {
  const released = record.releasedAt ? { released_by: record.accountId, released_at: record.releasedAt } : {};
  await db
    .insertInto('customer_export')
    .values({
      id: record.id,
      account_id: record.accountId,
      account_name: record.by,
      project_ids: [...record.projectIds],
      request: JSON.stringify(record.wish),
      rows: record.rows,
      reason: record.reason,
      asked_at: record.askedAt,
      ...released,
    })
    .execute();
}

export async function exportById(db: Db, id: string): Promise<ExportRecord | undefined> {
  const row = await db.selectFrom('customer_export').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

/** The newest first; own ones, and all in scope for whoever releases them. */
export async function exportsSeen(
  db: Db,
  asked: {
    readonly accountId?: string | undefined;
    readonly after?: { readonly at: Date; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<ExportRecord[]> {
  const { accountId, after, limit } = asked;
  const rows = await db
    .selectFrom('customer_export')
    .selectAll()
    .$if(accountId !== undefined, (query) => query.where('account_id', '=', accountId ?? ''))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(asked_at, id) < (${after?.at}, ${after?.id}::uuid)`))
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toRecord);
}

/** Held until the transaction ends: what an account takes out is counted one export after the other. */
export async function lockExportsOf(db: Db, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`segments.export:${accountId}`}, 0))`.execute(db);
}

/** Rows that somebody was given without a release since an instant: what nobody else has looked at. */
export async function rowsTakenSince(db: Db, accountId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('customer_export')
    .select(({ fn }) => fn.sum<number | string | null>('rows').as('rows'))
    .where('account_id', '=', accountId)
    .where('released_by', '=', accountId)
    .where('asked_at', '>', since)
    .executeTakeFirst();
  return Number(row?.rows ?? 0);
}

/** Whether it was waiting. */
export async function releaseRecord(db: Db, id: string, by: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('customer_export')
    .set({ released_by: by, released_at: at })
    .where('id', '=', id)
    .where('released_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Whether it stood until now. */
export async function withdrawRecord(
  db: Db,
  id: string,
  by: { readonly accountId: string; readonly name: string },
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('customer_export')
    .set({ withdrawn_by: by.accountId, withdrawn_by_name: by.name, withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Whether it may still be fetched: nobody withdrew it meanwhile. */
export async function markFetched(db: Db, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('customer_export')
    .set({ fetched_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

function toRecord(row: {
  id: string;
  account_id: string;
  account_name: string;
  project_ids: string[];
  request: unknown;
  rows: number;
  reason: string;
  asked_at: Date;
  released_at: Date | null;
  fetched_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_by_name: string | null;
  withdrawn_at: Date | null;
}): ExportRecord {
  return {
    id: row.id,
    accountId: row.account_id,
    by: row.account_name,
    projectIds: row.project_ids,
    wish: row.request as ExportWish,
    rows: row.rows,
    reason: row.reason,
    askedAt: row.asked_at,
    releasedAt: row.released_at ?? undefined,
    fetchedAt: row.fetched_at ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
    withdrawnBy: row.withdrawn_by_name ?? undefined,
    withdrawnById: row.withdrawn_by ?? undefined,
  };
}
