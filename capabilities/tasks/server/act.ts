import { dayOf, found, type Heard, insist } from '@yilu/platform/contract';
import { insistVersion, newId, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import {
  assigneeOutOfReach,
  type actOnTask as endpoint,
  noSuchTask,
  type Task,
  taskActedOn,
  type undoOutcome as undoEndpoint,
  undoneByLater,
  undoSeconds,
  undoTooLate,
} from '../contract/index.ts';
import { type Act, movedTo, refusalToAct } from '../rules/index.ts';
import { reachesProject } from '../store/lists.ts';
import { onOwnTables, type Tables } from '../store/tables.ts';
import type { StoredTask } from '../store/task-rows.ts';
import { changeTask, insertOutcome, markUndone, outcomesOfTasks, taskById, taskForUpdate } from '../store/tasks.ts';
import { presentTasks } from './present.ts';

export async function actOnTask(work: Work<Tables>, asked: Heard<typeof endpoint>): Promise<Task> {
  const task = found(await taskForUpdate(work.db, asked.taskId), noSuchTask);
  if (task.version !== asked.version) {
    const [current] = await presentTasks(work, [task]);
    insistVersion(found(current, noSuchTask), asked.version);
  }
  await act(work, task, asked);
  return answered(work, task.id);
}

/** Another capability did the task with a record of its own, such as a contact; a task already closed stays as it is. */
export async function completeTask<Theirs>(
  work: Work<Theirs>,
  done: { readonly taskId: string; readonly recordId: string; readonly choice?: string },
): Promise<void> {
  const task = found(await taskForUpdate(onOwnTables(work), done.taskId), noSuchTask);
  if (task.closedAt) return;
  await act(work, task, { effect: 'DONE', recordId: done.recordId, choice: done.choice });
}

/** Whoever made a task by mistake takes it back: it closes as not needed. A task already closed stays as it is. */
export async function withdrawTask<Theirs>(work: Work<Theirs>, taskId: string, reason: string): Promise<void> {
  const task = await taskForUpdate(onOwnTables(work), taskId);
  if (task && !task.closedAt) await act(work, task, { effect: 'NOT_NEEDED', reason });
}

export async function act<Theirs>(
  work: Work<Theirs>,
  task: StoredTask,
  asked: Act & { readonly choice?: string | undefined; readonly recordId?: string | undefined },
): Promise<void> {
  const db = onOwnTables(work);
  const { actor, now } = work;
  insist(refusalToAct(task, asked, dayOf(now)));
  if (asked.to && !(await reachesProject(db, asked.to, task.projectId)))
    insist(assigneeOutOfReach, 422, { field: 'to' });

  // The outcome goes first: whoever hands a task over may no longer see it as theirs afterwards.
  await insertOutcome(db, {
    id: newId(),
    taskId: task.id,
    effect: asked.effect,
    ...(asked.choice !== undefined && { choice: asked.choice }),
    ...(asked.reason !== undefined && { reason: asked.reason }),
    ...(asked.recordId !== undefined && { recordId: asked.recordId }),
    by: actor.accountId,
    at: now,
    was: {
      assigneeId: task.assigneeId,
      dueAt: task.dueAt.toISOString(),
      ...(task.plannedAt && { plannedAt: task.plannedAt.toISOString() }),
    },
  });
  const moved = asked.effect === 'POSTPONED' && asked.until ? movedTo(asked.until, task) : task;
  const closes = asked.effect === 'DONE' || asked.effect === 'NOT_NEEDED';
  await changeTask(
    db,
    task.id,
    {
      assigneeId: asked.to ?? task.assigneeId,
      dueAt: moved.dueAt,
      plannedAt: moved.plannedAt,
      ...(closes && { closedAt: now }),
    },
    { accountId: actor.accountId, now },
  );
  await work.tell(taskActedOn, {
    taskId: task.id,
    effect: asked.effect,
    ...(asked.choice !== undefined && { choice: asked.choice }),
    ...(task.subject && { subject: task.subject }),
  });
}

export async function undoOutcome(
  work: Work<Tables>,
  { taskId, outcomeId }: Heard<typeof undoEndpoint>,
): Promise<Task> {
  const { db, actor, now } = work;
  const task = found(await taskForUpdate(db, taskId), noSuchTask);
  const standing = (await outcomesOfTasks(db, [taskId])).filter(({ undoneAt }) => !undoneAt);
  const outcome = found(
    standing.find(({ id, by }) => id === outcomeId && by === actor.accountId),
    noSuchTask,
  );
  insist(standing.at(-1)?.id === outcomeId ? undefined : undoneByLater);
  const seconds = await valueOf(work, undoSeconds, { projectId: task.projectId });
  insist(now.getTime() - outcome.at.getTime() > seconds * 1_000 ? undoTooLate : undefined);

  const { was } = outcome;
  await markUndone(db, outcomeId, now);
  await changeTask(
    db,
    taskId,
    {
      assigneeId: was.assigneeId,
      dueAt: new Date(was.dueAt),
      ...(was.plannedAt && { plannedAt: new Date(was.plannedAt) }),
    },
    { accountId: actor.accountId, now },
  );
  return answered(work, taskId);
}

async function answered(work: Work<Tables>, taskId: string): Promise<Task> {
  return found((await presentTasks(work, [found(await taskById(work.db, taskId), noSuchTask)]))[0], noSuchTask);
}
