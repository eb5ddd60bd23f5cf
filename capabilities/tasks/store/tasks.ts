import { sql } from 'kysely';
import type { NewTask } from '../contract/index.ts';
import { begins } from './lists.ts';
import type { Db } from './tables.ts';
import { type StoredOutcome, type StoredTask, toOutcome, toTask } from './task-rows.ts';

export type TaskToInsert = NewTask & { readonly id: string };

/** Makes those that do not exist yet and answers their ids; any number, in one statement. */
export async function insertTasks(
  db: Db,
  tasks: readonly TaskToInsert[],
  by: { readonly accountId: string; readonly now: Date },
): Promise<string[]> {
  if (tasks.length === 0) return [];
  const made = await db
    .insertInto('task')
    .values(
      tasks.map((task) => ({
        id: task.id,
        project_id: task.projectId,
        kind: task.kind,
        subject_kind: task.subject?.kind ?? null,
        subject_id: task.subject?.id ?? null,
        title: JSON.stringify(task.title),
        why: JSON.stringify(task.why),
        note: task.note ? JSON.stringify(task.note) : null,
        words: task.words ? JSON.stringify(task.words) : null,
        origin: task.origin,
        occurrence: task.occurrence,
        shown_from: task.shownFrom ?? null,
        planned_at: task.plannedAt ?? null,
        due_at: task.dueAt,
        assignee_id: task.assigneeId,
        created_by: by.accountId,
        created_at: by.now,
        changed_by: by.accountId,
        changed_at: by.now,
      })),
    )
    .onConflict((already) => already.columns(['origin', 'occurrence']).doNothing())
    .returning('id')
    .execute();
  return made.map(({ id }) => id);
}

export async function taskById(db: Db, id: string): Promise<StoredTask | undefined> {
  const row = await db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toTask(row);
}

/** For a change: nobody else changes it until the transaction ends. */
export async function taskForUpdate(db: Db, id: string): Promise<StoredTask | undefined> {
  const row = await db.selectFrom('task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toTask(row);
}

export async function taskByOccurrence(db: Db, origin: string, occurrence: string): Promise<StoredTask | undefined> {
  const row = await db
    .selectFrom('task')
    .selectAll()
    .where('origin', '=', origin)
    .where('occurrence', '=', occurrence)
    .executeTakeFirst();
  return row && toTask(row);
}

/**
 * Which of these occurrences have been made into tasks already, as `origin#occurrence`; also tasks that an own portfolio does not
 * show, since a leader gave the line to somebody else.
 */
export async function occurrencesTaken(
  db: Db,
  computed: readonly { readonly origin: string; readonly occurrence: string }[],
): Promise<ReadonlySet<string>> {
  if (computed.length === 0) return new Set();
  const { rows } = await sql<{ key: string }>`
    select key from tasks.taken(${computed.map(({ origin }) => origin)}::text[],
                                ${computed.map(({ occurrence }) => occurrence)}::text[]) key`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

/** Who has the open tasks made of these occurrences. */
export async function holdersOfOpen(
  db: Db,
  origin: string,
  occurrences: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (occurrences.length === 0) return new Map();
  const rows = await db
    .selectFrom('task')
    .select(['occurrence', 'assignee_id'])
    .where('origin', '=', origin)
    .where('occurrence', 'in', [...occurrences])
    .where('closed_at', 'is', null)
    .execute();
  return new Map(rows.map(({ occurrence, assignee_id }) => [occurrence, assignee_id]));
}

export interface OpenOccurrence {
  readonly id: string;
  readonly origin: string;
  readonly occurrence: string;
  readonly assigneeId: string;
  readonly dueAt: Date;
}

/** Open tasks of one origin, of one person or of everybody in reach, which have begun until an instant; a night's worth, the oldest first. */
export async function openOccurrences(
  db: Db,
  asked: { readonly origin: string; readonly assigneeId?: string | undefined; readonly until?: Date | undefined },
): Promise<OpenOccurrence[]> {
  const { assigneeId, until } = asked;
  return db
    .selectFrom('task')
    .select(['id', 'origin', 'occurrence', 'assignee_id as assigneeId', 'due_at as dueAt'])
    .where('origin', '=', asked.origin)
    .where('closed_at', 'is', null)
    .$if(assigneeId !== undefined, (query) => query.where('assignee_id', '=', assigneeId ?? ''))
    .$if(until !== undefined, (query) => query.where(begins, '<=', until ?? new Date(0)))
    .orderBy('due_at')
    .limit(20_000)
    .execute();
}

/** In the order in which they were done. */
export async function outcomesOfTasks(db: Db, taskIds: readonly string[]): Promise<StoredOutcome[]> {
  if (taskIds.length === 0) return [];
  const rows = await db
    .selectFrom('task_outcome')
    .selectAll()
    .where('task_id', 'in', [...taskIds])
    .orderBy('place')
    .limit(2_000)
    .execute();
  return rows.map(toOutcome);
}

/** The act that a record stands for, and was not taken back. */
export async function outcomeOfRecord(db: Db, recordId: string): Promise<StoredOutcome | undefined> {
  const row = await db
    .selectFrom('task_outcome')
    .selectAll()
    .where('record_id', '=', recordId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row && toOutcome(row);
}

/** Removes a task that nobody has touched since it was made by this account; answers whether there is none any more. */
export async function removeUntouched(
  db: Db,
  made: { readonly origin: string; readonly occurrence: string; readonly by: string },
): Promise<boolean> {
  const { origin, occurrence, by } = made;
  await db
    .deleteFrom('task')
    .where('origin', '=', origin)
    .where('occurrence', '=', occurrence)
    .where('created_by', '=', by)
    .where('version', '=', 1)
    .execute();
  return (await taskByOccurrence(db, origin, occurrence)) === undefined;
}

export interface TaskChange {
  readonly assigneeId: string;
  readonly dueAt: Date;
  readonly shownFrom?: Date | undefined;
  readonly plannedAt?: Date | undefined;
  readonly closedAt?: Date | undefined;
}

export async function changeTask(
  db: Db,
  id: string,
  change: TaskChange,
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await db
    .updateTable('task')
    .set({
      assignee_id: change.assigneeId,
      due_at: change.dueAt,
      shown_from: change.shownFrom ?? null,
      planned_at: change.plannedAt ?? null,
      closed_at: change.closedAt ?? null,
      changed_by: by.accountId,
      changed_at: by.now,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

export async function insertOutcome(db: Db, outcome: StoredOutcome): Promise<void> {
  await db
    .insertInto('task_outcome')
    .values({
      id: outcome.id,
      task_id: outcome.taskId,
      effect: outcome.effect,
      choice: outcome.choice ?? null,
      reason: outcome.reason ?? null,
      record_id: outcome.recordId ?? null,
      by_account: outcome.by,
      at: outcome.at,
      was: JSON.stringify(outcome.was),
    })
    .execute();
}

export async function markUndone(db: Db, outcomeId: string, at: Date): Promise<void> {
  await db.updateTable('task_outcome').set({ undone_at: at }).where('id', '=', outcomeId).execute();
}

export async function tasksOfSubjectTo(
  db: Db,
  { kind, fromId, toId }: { readonly kind: string; readonly fromId: string; readonly toId: string },
): Promise<void> {
  await db
    .updateTable('task')
    .set({ subject_id: toId })
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', fromId)
    .execute();
}

/** Gives all open tasks that one person has in these projects to another; answers how many. */
export async function moveOpenTasks(
  db: Db,
  move: {
    readonly from: string;
    readonly to: string;
    readonly projectIds: readonly string[];
    readonly accountId: string;
    readonly now: Date;
  },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('task')
    .set({ assignee_id: move.to, changed_by: move.accountId, changed_at: move.now, version: sql`version + 1` })
    .where('assignee_id', '=', move.from)
    .where('project_id', '=', ({ val }) => sql`any (${val([...move.projectIds])}::uuid[])`)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Whether somebody works in every one of these projects in which another has open tasks. */
export async function reachesTasksOf(
  db: Db,
  { from, to, projectIds }: { readonly from: string; readonly to: string; readonly projectIds: readonly string[] },
): Promise<boolean> {
  const { rows } = await sql`
    select from task
     where assignee_id = ${from} and closed_at is null and project_id = any (${[...projectIds]}::uuid[])
       and project_id not in (select project_id from identity_published.staff_project where staff_id = ${to})
     limit 1`.execute(db);
  return rows.length === 0;
}

/** In these projects, or in whatever project, beyond the actor's own reach too. */
export async function countOpenTasksOf(
  db: Db,
  accountId: string,
  projectIds: readonly string[] | null = null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select tasks.open_of(${accountId}, ${projectIds}::uuid[]) as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Of these rooms or people those about which there is or was something to do, for whomever. */
export async function subjectsAmong(db: Db, kind: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select tasks.subjects_among(${kind}, ${ids}::uuid[]) as id`.execute(db);
  return rows.map(({ id }) => id);
}
