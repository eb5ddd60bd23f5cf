import { day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { PortfolioItem, Subject, SubjectKind } from '../contract/index.ts';
import type { Db } from './tables.ts';

/** One more than `limit`, in the order in which they were entrusted. */
export async function portfolioOf(
  db: Db,
  staffId: string,
  {
    on,
    projectId,
    afterId,
    limit,
  }: { on: string; projectId?: string | undefined; afterId?: string | undefined; limit: number },
): Promise<(PortfolioItem & { itemId: string })[]> {
  const rows = await held(db, staffId, on)
    .select(['id', 'subject_kind', 'subject_id', 'project_id', 'from_day', 'until_day'])
    .$if(projectId !== undefined, (query) => query.where('project_id', '=', projectId ?? ''))
    .$if(afterId !== undefined, (query) => query.where('id', '>', afterId ?? ''))
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return rows.map((row) => ({
    itemId: row.id,
    kind: row.subject_kind as SubjectKind,
    id: row.subject_id,
    projectId: row.project_id,
    from: day(row.from_day),
    until: row.until_day === null ? undefined : day(row.until_day),
  }));
}

export async function countPortfolio(
  db: Db,
  staffId: string,
  on: string,
  projectId?: string | undefined,
): Promise<number> {
  const { held: count } = await held(db, staffId, on)
    .$if(projectId !== undefined, (query) => query.where('project_id', '=', projectId ?? ''))
    .select((item) => item.fn.countAll<number>().as('held'))
    .executeTakeFirstOrThrow();
  return count;
}

/** What is entrusted today or from a day on: in these projects, or in any, beyond the actor's own reach too. */
export async function heldBy(db: Db, staffId: string, projectIds: readonly string[] | null = null): Promise<number> {
  const { rows } = await sql<{ held: number }>`select auth.held_by(${staffId}, ${projectIds}::uuid[]) as held`.execute(
    db,
  );
  return rows[0]?.held ?? 0;
}

/** Of these rooms and people those who are entrusted to somebody, whoever it is. */
export async function entrustedAmong(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select auth.entrusted_among(${ids}::uuid[]) as id`.execute(db);
  return rows.map(({ id }) => id);
}

export interface Entrusting {
  readonly staffId: string;
  readonly from: string;
  readonly entrustedBy: string;
}

/** What is held already stays as it is; answers what is new. Ids are made by the caller, one per subject. */
export async function entrustSubjects(
  db: Db,
  subjects: readonly (Subject & { itemId: string })[],
  { staffId, from, entrustedBy }: Entrusting,
): Promise<Subject[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .insertInto('portfolio_item')
    .values(
      subjects.map((subject) => ({
        id: subject.itemId,
        staff_id: staffId,
        subject_kind: subject.kind,
        subject_id: subject.id,
        project_id: subject.projectId,
        from_day: from,
        entrusted_by: entrustedBy,
      })),
    )
    .onConflict((known) => known.columns(['staff_id', 'subject_id']).where('until_day', 'is', null).doNothing())
    .returning(['subject_kind', 'subject_id', 'project_id'])
    .execute();
  return rows.map(toSubject);
}

/** End what is open with this holder from a day on; answers up to `limit` of what was ended. */
export async function endPortfolio(
  db: Db,
  staffId: string,
  {
    from,
    projectIds,
    subjectIds,
    limit,
  }: {
    from: string;
    projectIds?: readonly string[] | undefined;
    subjectIds?: readonly string[] | undefined;
    limit: number;
  },
): Promise<Subject[]> {
  const rows = await db
    .updateTable('portfolio_item')
    // What would only have begun later never begins.
    .set((item) => ({ until_day: sql<string>`greatest(${item.ref('from_day')}, ${from}::date)` }))
    .where((item) =>
      item(
        'id',
        'in',
        item
          .selectFrom('portfolio_item as open')
          .select('open.id')
          .where('open.staff_id', '=', staffId)
          .where('open.until_day', 'is', null)
          .$if(projectIds !== undefined, (query) =>
            query.where((open) => open('open.project_id', '=', open.fn.any(open.val([...(projectIds ?? [])])))),
          )
          .$if(subjectIds !== undefined, (query) =>
            query.where((open) => open('open.subject_id', '=', open.fn.any(open.val([...(subjectIds ?? [])])))),
          )
          .orderBy('open.id')
          .limit(limit)
          .forUpdate(),
      ),
    )
    .returning(['subject_kind', 'subject_id', 'project_id'])
    .execute();
  return rows.map(toSubject);
}

/** Two subjects turned out to be one: whoever held either holds the one that stays, once. */
export async function moveEntrusted(
  db: Db,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await sql`
    delete from portfolio_item gone
     where gone.subject_id = ${fromId} and gone.until_day is null
       and exists (select from portfolio_item kept
                    where kept.subject_id = ${toId} and kept.staff_id = gone.staff_id and kept.until_day is null)`.execute(
    db,
  );
  await db.updateTable('portfolio_item').set({ subject_id: toId }).where('subject_id', '=', fromId).execute();
}

function held(db: Db, staffId: string, on: string) {
  return db
    .selectFrom('portfolio_item')
    .where('staff_id', '=', staffId)
    .where('from_day', '<=', on)
    .where((item) => item.or([item('until_day', 'is', null), item('until_day', '>', on)]));
}

function toSubject(row: { subject_kind: string; subject_id: string; project_id: string }): Subject {
  return { kind: row.subject_kind as SubjectKind, id: row.subject_id, projectId: row.project_id };
}
