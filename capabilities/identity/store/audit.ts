import { type Selectable, sql } from 'kysely';
import type { Db, Tables } from './tables.ts';

export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: Date | undefined;
  /** Before this instant. */
  readonly before?: Date | undefined;
}

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | undefined;
  readonly actorKind: 'staff' | 'apiKey' | 'system' | 'nobody';
  readonly actorName: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly projectId: string | undefined;
  readonly personId: string | undefined;
  readonly reason: string | undefined;
  /** JSON, sealed when there is a person. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly requestId: string | undefined;
}

/** One more than `limit`, the latest first. */
export async function auditEntries(
  db: Db,
  filter: AuditFilter,
  { after, limit }: { after?: { at: Date; id: string } | undefined; limit: number },
): Promise<AuditRow[]> {
  const rows = await matching(db, filter)
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.map(toEntry);
}

export async function countAudit(db: Db, filter: AuditFilter): Promise<number> {
  const { total } = await matching(db, filter)
    .select((entry) => entry.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export async function auditEntryById(db: Db, id: string): Promise<AuditRow | undefined> {
  const row = await db.selectFrom('audit_entry').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toEntry(row);
}

function matching(db: Db, { actorId, action, subjectKind, subjectId, from, before }: AuditFilter) {
  return db
    .selectFrom('audit_entry')
    .$if(actorId !== undefined, (query) => query.where('actor_id', '=', actorId ?? ''))
    .$if(action !== undefined, (query) => query.where('action', '^@', action ?? ''))
    .$if(subjectKind !== undefined, (query) => query.where('subject_kind', '=', subjectKind ?? ''))
    .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId ?? ''))
    .$if(from !== undefined, (query) => query.where('at', '>=', from ?? new Date(0)))
    .$if(before !== undefined, (query) => query.where('at', '<', before ?? new Date(0)));
}

function toEntry(row: Selectable<Tables['audit_entry']>): AuditRow {
  return {
    id: row.id,
    at: row.at,
    actorId: row.actor_id ?? undefined,
    actorKind: row.actor_kind as AuditRow['actorKind'],
    actorName: row.actor_name,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    projectId: row.project_id ?? undefined,
    personId: row.person_id ?? undefined,
    reason: row.reason ?? undefined,
    before: row.before_image ?? undefined,
    after: row.after_image ?? undefined,
    requestId: row.request_id ?? undefined,
  };
}

/** What staff, companies and keys are called, of those among the ids. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from staff where id = any (${[...ids]}::uuid[])
    union all
    select id, name from settings_published.company where id = any (${[...ids]}::uuid[])
    union all
    select id, name from auth.api_key where id = any (${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
