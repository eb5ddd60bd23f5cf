import { sql } from 'kysely';
import type { NewNotice, Words } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface StoredNotice {
  readonly id: string;
  readonly title: Words;
  readonly why?: Words;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly path?: string;
  readonly at: Date;
  readonly readAt?: Date;
}

/** Gives notices to whomever they concern, in one statement. */
export async function giveNotices(
  db: Db,
  notices: readonly (NewNotice & { readonly id: string })[],
  at: Date,
): Promise<void> {
  const rows = notices.map((notice) => ({
    id: notice.id,
    account_id: notice.accountId,
    origin: notice.origin,
    occurrence: notice.occurrence,
    title: notice.title,
    why: notice.why,
    subject_kind: notice.subject?.kind,
    subject_id: notice.subject?.id,
    path: notice.path,
    at,
  }));
  await sql`select notices.tell(${JSON.stringify(rows)}::jsonb)`.execute(db);
}

export async function takeBackNotices(db: Db, origin: string, occurrence: string): Promise<void> {
  await sql`select notices.take_back(${origin}, ${occurrence})`.execute(db);
}

/** Of one occasion only this person's stays. */
export async function keepNoticeOf(db: Db, origin: string, occurrence: string, accountId: string): Promise<void> {
  await sql`select notices.keep_only(${origin}, ${occurrence}, ${accountId})`.execute(db);
}

export async function forgetNoticesBefore(db: Db, before: Date): Promise<void> {
  await sql`select notices.forget(${before})`.execute(db);
}

/** The latest of the actor. */
export async function latestNotices(db: Db, accountId: string, limit: number): Promise<StoredNotice[]> {
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title as unknown as Words,
    ...(row.why !== null && { why: row.why as unknown as Words }),
    ...(row.subject_kind !== null &&
      row.subject_id !== null && { subject: { kind: row.subject_kind, id: row.subject_id } }),
    ...(row.path !== null && { path: row.path }),
    at: row.at,
    ...(row.read_at && { readAt: row.read_at }),
  }));
}

export async function countUnread(db: Db, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function markNoticesRead(
  db: Db,
  accountId: string,
  { ids, at }: { readonly ids: 'all' | readonly string[]; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ read_at: at })
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .where('at', '<=', at)
    .$if(ids !== 'all', (query) => query.where('id', 'in', [...ids]))
    .execute();
}
