import { found, insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { noSuchTask, notYours, type Subject, undoneByLater } from '../contract/index.ts';
import { onOwnTables } from '../store/tables.ts';
import type { StoredTask } from '../store/task-rows.ts';
import {
  outcomeOfRecord,
  outcomesOfTasks,
  removeUntouched,
  subjectsAmong,
  taskByOccurrence,
  taskForUpdate,
  tasksOfSubjectTo,
} from '../store/tasks.ts';
import { act, takeBack } from './act.ts';
import { lineAsTask } from './act-on-line.ts';
import { mayActOn } from './leading.ts';

/** What a record is about to do: a task, or a line of Today that is not a task yet. */
export interface ToDo {
  readonly taskId?: string | undefined;
  readonly lineKey?: string | undefined;
  /** Whom the record is about. */
  readonly about: Subject;
}

export interface HeldTask {
  readonly taskId: string;
  /** Present: it is closed, and this record of this person closed it. */
  readonly closedBy?: { readonly accountId: string; readonly recordId: string } | undefined;
}

/**
 * Held until the transaction ends, so that of two people, or two clicks, the second finds what the first did. Absent for a
 * line that is no longer there: what was recorded is true without it.
 */
export async function holdTask<Theirs>(work: Work<Theirs>, wanted: ToDo): Promise<HeldTask | undefined> {
  const task = await taskOf(work, wanted);
  if (!task) return undefined;
  // Of two colleagues who share a customer either may have talked with them; any other task of a colleague is theirs.
  const isAbout = task.subject?.kind === wanted.about.kind && task.subject.id === wanted.about.id;
  insist(isAbout || (await mayActOn(work))(task) ? undefined : notYours, 403);
  if (!task.closedAt) return { taskId: task.id };
  const last = (await outcomesOfTasks(onOwnTables(work), [task.id])).findLast(({ undoneAt }) => !undoneAt);
  return {
    taskId: task.id,
    ...(last?.recordId && { closedBy: { accountId: last.by, recordId: last.recordId } }),
  };
}

async function taskOf<Theirs>(work: Work<Theirs>, { taskId, lineKey }: ToDo): Promise<StoredTask | undefined> {
  const db = onOwnTables(work);
  if (taskId !== undefined) return found(await taskForUpdate(db, taskId), noSuchTask);
  if (lineKey === undefined) return undefined;
  const made = await lineAsTask(work, lineKey);
  if (made) return made;
  const [origin = '', ...occurrence] = lineKey.split('#');
  const before = await taskByOccurrence(db, origin, occurrence.join('#'));
  return before && taskForUpdate(db, before.id);
}

/** A record did the task; one already closed stays as it is. Answers the outcome, for taking both back. */
export async function completeTask<Theirs>(
  work: Work<Theirs>,
  done: { readonly taskId: string; readonly recordId: string; readonly choice?: string },
): Promise<string | undefined> {
  const task = found(await taskForUpdate(onOwnTables(work), done.taskId), noSuchTask);
  if (task.closedAt) return undefined;
  return act(work, task, { effect: 'DONE', recordId: done.recordId, choice: done.choice });
}

/** What was an open line, and perhaps became somebody's task, is done: the register was finished. Nothing where it is no task. */
export async function completeLine<Theirs>(
  work: Work<Theirs>,
  done: { readonly origin: string; readonly occurrence: string; readonly recordId?: string },
): Promise<void> {
  const db = onOwnTables(work);
  const known = await taskByOccurrence(db, done.origin, done.occurrence);
  const task = known && !known.closedAt ? await taskForUpdate(db, known.id) : undefined;
  if (task && !task.closedAt) await act(work, task, { effect: 'DONE', recordId: done.recordId });
}

/** Two subjects turned out to be one: tasks speak of the one that stays. */
export async function moveSubject<Theirs>(
  work: Work<Theirs>,
  moved: { readonly kind: string; readonly fromId: string; readonly toId: string },
): Promise<void> {
  await tasksOfSubjectTo(onOwnTables(work), moved);
}

/** Of these rooms or people those about which there is or was something to do: undoing an import leaves them (decision 22). */
export function subjectsWithTasks<Theirs>(work: Work<Theirs>, kind: string, ids: readonly string[]): Promise<string[]> {
  return subjectsAmong(onOwnTables(work), kind, ids);
}

/** The record is taken back: what it did is to do again. */
export async function reopenTaskOf<Theirs>(work: Work<Theirs>, recordId: string): Promise<void> {
  const db = onOwnTables(work);
  const outcome = await outcomeOfRecord(db, recordId);
  const task = outcome && (await taskForUpdate(db, outcome.taskId));
  if (outcome && task) await takeBack(work, task, outcome.id);
}

/** The task that oneself just made for this occasion goes again; refused once somebody has touched it. */
export async function unmakeTask<Theirs>(
  work: Work<Theirs>,
  made: { readonly origin: string; readonly occurrence: string },
): Promise<void> {
  const gone = await removeUntouched(onOwnTables(work), { ...made, by: work.actor.accountId });
  insist(gone ? undefined : undoneByLater);
}
