import { sql } from 'kysely';
import type { Effect, Subject, Words } from '../contract/index.ts';
import { withdrawn } from '../rules/index.ts';
import type { Db } from './tables.ts';
import { type StoredOutcome, type StoredTask, toOutcome, toTask } from './task-rows.ts';

/** From when a task stands on Today. */
export const begins = sql<Date>`coalesce(shown_from, planned_at, due_at)`;

export interface ListedTasks {
  readonly state: 'open' | 'closed';
  readonly assigneeId?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Postponed so many times at least. */
  readonly postponedFrom?: number | undefined;
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Open ones by due instant, closed ones latest first. */
export async function listTasks(db: Db, asked: ListedTasks): Promise<StoredTask[]> {
  const open = asked.state === 'open';
  const at = open ? ('due_at' as const) : ('closed_at' as const);
  let query = db.selectFrom('task').selectAll();
  query = query.where('closed_at', open ? 'is' : 'is not', null);
  if (asked.assigneeId) query = query.where('assignee_id', '=', asked.assigneeId);
  if (asked.subjectKind) query = query.where('subject_kind', '=', asked.subjectKind);
  if (asked.subjectId) query = query.where('subject_id', '=', asked.subjectId);
  if (asked.from) query = query.where(at, '>', asked.from);
  if (asked.to) query = query.where(at, '<=', asked.to);
  if (asked.postponedFrom !== undefined) {
    query = query.where(
      sql<boolean>`(select count(*) from task_outcome outcome
                     where outcome.task_id = task.id and outcome.effect = 'POSTPONED' and outcome.undone_at is null) >= ${asked.postponedFrom}`,
    );
  }
  if (asked.after) {
    const { at: instant, id } = asked.after;
    query = open
      ? query.where(sql<boolean>`(due_at, id) > (${instant}, ${id}::uuid)`)
      : query.where(sql<boolean>`(closed_at, id) < (${instant}, ${id}::uuid)`);
  }
  const direction = open ? ('asc' as const) : ('desc' as const);
  const rows = await query.orderBy(at, direction).orderBy('id', direction).limit(asked.limit).execute();
  return rows.map(toTask);
}

export interface OpenCount {
  readonly accountId: string;
  readonly open: number;
  readonly late: number;
}

export interface OpenTasks {
  /** Of those that have begun by the end of the day, per colleague. */
  readonly counts: readonly OpenCount[];
  /** How many begin on each day after it; those that have begun count on the day that they are due. */
  readonly perDay: ReadonlyMap<string, number>;
  /** The first that have begun, in the order of Today (`byUrgency`). */
  readonly first: readonly string[];
}

/** All that Today needs to know of open tasks in one look at them; of one person, or of everybody in reach. */
export async function openTasks(
  db: Db,
  asked: {
    readonly assigneeId: string | undefined;
    readonly now: Date;
    readonly endOfDay: Date;
    /** Of the last of the days ahead. */
    readonly endOfDays: Date;
    readonly most: number;
  },
): Promise<OpenTasks> {
  const { rows } = await sql<{ counts: OpenCount[]; days: Record<string, number>; first: string[] }>`
    select counts, days, first
      from tasks.open_at_once(${asked.assigneeId ?? null}, ${asked.now}, ${asked.endOfDay}, ${asked.endOfDays}, ${asked.most})`.execute(
    db,
  );
  const [found] = rows;
  return { counts: found?.counts ?? [], perDay: new Map(Object.entries(found?.days ?? {})), first: found?.first ?? [] };
}

export async function tasksByIds(db: Db, ids: readonly string[]): Promise<StoredTask[]> {
  if (ids.length === 0) return [];
  return (
    await db
      .selectFrom('task')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute()
  ).map(toTask);
}

export interface DoneTask {
  readonly task: StoredTask;
  readonly outcome: StoredOutcome;
}

/** What was done since an instant and not taken back, latest first. */
export async function doneSince(
  db: Db,
  { by, since, limit }: { by: string | undefined; since: Date; limit: number },
): Promise<DoneTask[]> {
  let query = db
    .selectFrom('task_outcome')
    .selectAll()
    .where('at', '>=', since)
    .where('undone_at', 'is', null)
    .where(isWorkDone);
  if (by) query = query.where('by_account', '=', by);
  const outcomes = (await query.orderBy('at', 'desc').limit(limit).execute()).map(toOutcome);
  if (outcomes.length === 0) return [];
  const done = await tasksByIds(db, [...new Set(outcomes.map(({ taskId }) => taskId))]);
  const tasks = new Map(done.map((task) => [task.id, task]));
  return outcomes.flatMap((outcome) => {
    const task = tasks.get(outcome.taskId);
    return task ? [{ task, outcome }] : [];
  });
}

/** How much each person has done since an instant and not taken back; one, or everybody in reach. */
export async function donePerPerson(
  db: Db,
  { by, since }: { by: string | undefined; since: Date },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ accountId: string; done: number }>`
    select by_account as "accountId", count(*)::int as done from task_outcome
     where at >= ${since} and undone_at is null and ${isWorkDone} ${by ? sql`and by_account = ${by}` : sql``}
     group by by_account`.execute(db);
  return new Map(rows.map(({ accountId, done }) => [accountId, done]));
}

/** Whoever takes back what they gave to somebody else, one by one or in bulk, has done nothing by it. */
const isWorkDone = sql<boolean>`not (effect = 'NOT_NEEDED' and exists (
  select from task where task.id = task_id and created_by = by_account and assignee_id <> by_account))`;

export async function visitsOf(db: Db, accountId: string): Promise<{ seenAt: Date; previousAt: Date } | undefined> {
  const row = await db.selectFrom('today_visit').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  return row && { seenAt: row.seen_at, previousAt: row.previous_at };
}

export async function rememberVisit(
  db: Db,
  accountId: string,
  visits: { readonly seenAt: Date; readonly previousAt: Date },
): Promise<void> {
  const row = { seen_at: visits.seenAt, previous_at: visits.previousAt };
  await db
    .insertInto('today_visit')
    .values({ account_id: accountId, ...row })
    .onConflict((already) => already.column('account_id').doUpdateSet(row))
    .execute();
}

export async function namesOfStaff(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from identity_published.staff where id = any (${wanted}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether somebody works here and reaches the project. */
export async function reachesProject(db: Db, accountId: string, projectId: string): Promise<boolean> {
  const { rows } = await sql`
    select from identity_published.staff_project where staff_id = ${accountId} and project_id = ${projectId} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

export interface ClosedAct {
  readonly outcomeId: string;
  readonly projectId: string;
  readonly title: Words;
  readonly effect: Effect;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

/** How tasks about a subject were closed without a record that tells of it, those given by mistake left out; latest first. */
export async function closedWithoutRecord(db: Db, subject: Subject, limit: number): Promise<ClosedAct[]> {
  const { rows } = await sql<ClosedAct>`
    select outcome.id as "outcomeId", task.project_id as "projectId", task.title, outcome.effect, outcome.reason,
           outcome.by_account as by, outcome.at
      from task
      join task_outcome outcome on outcome.task_id = task.id
     where task.subject_kind = ${subject.kind} and task.subject_id = ${subject.id} and task.closed_at is not null
       and outcome.effect in ('DONE', 'NOT_NEEDED') and outcome.record_id is null and outcome.undone_at is null
       and outcome.choice is distinct from ${withdrawn}
     order by outcome.at desc
     limit ${limit}`.execute(db);
  return rows;
}
