import { dayOf, found, type Heard, insist, type Refusal } from '@yilu/platform/contract';
import { insistVersion, newId, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import {
  type actOnTask as endpoint,
  longestPostponing,
  noSuchTask,
  notYours,
  type Task,
  taskActedOn,
  type undoOutcome as undoEndpoint,
  undoneByLater,
  undoSeconds,
  undoTooLate,
} from '../contract/index.ts';
import { type Act, movedTo, refusalToAct, refusalToWithdraw, withdrawn } from '../rules/index.ts';
import { onOwnTables, type Tables } from '../store/tables.ts';
import type { StoredTask } from '../store/task-rows.ts';
import { changeTask, insertOutcome, markUndone, outcomesOfTasks, taskById, taskForUpdate } from '../store/tasks.ts';
import { insistAssignee } from './create-tasks.ts';
import { handedOver, tellHandedOver } from './handed-over.ts';
import { mayActOn } from './leading.ts';
import { takeBackNotice } from './notices.ts';
import { presentTasks } from './present.ts';
import { asShown } from './shown-texts.ts';

export async function actOnTask(work: Work<Tables>, asked: Heard<typeof endpoint>): Promise<Task> {
  const task = found(await taskForUpdate(work.db, asked.taskId), noSuchTask);
  if (task.version !== asked.version) {
    const [current] = await presentTasks(work, [task]);
    insistVersion(found(current, noSuchTask), asked.version);
  }
  insist((await mayActOn(work))(task) ? undefined : notYours, 403);
  insist(refusalToWithdraw(task, asked, work.actor.accountId), 403);
  await act(work, task, asked);
  return answered(work, task.id);
}

/**
 * Whoever made a task by mistake takes it back: it closes as not needed, and no timeline tells of it. A task already closed stays as
 * it is.
 */
export async function withdrawTask<Theirs>(work: Work<Theirs>, taskId: string, reason: string): Promise<void> {
  const task = await taskForUpdate(onOwnTables(work), taskId);
  if (task && !task.closedAt) await act(work, task, { effect: 'NOT_NEEDED', reason, choice: withdrawn });
}

type Moved = Pick<StoredTask, 'dueAt' | 'plannedAt' | 'shownFrom'>;

/** Answers the outcome. */
export async function act<Theirs>(
  work: Work<Theirs>,
  task: StoredTask,
  asked: Act & { readonly choice?: string | undefined; readonly recordId?: string | undefined },
): Promise<string> {
  const db = onOwnTables(work);
  const { actor, now } = work;
  const longestDays = await valueOf(work, longestPostponing, { projectId: task.projectId });
  insist(refusalToAct(task, asked, { today: dayOf(now), longestDays }));
  if (asked.to) await insistAssignee(work, asked.to, [task.projectId], 'to');

  // The outcome goes first: whoever hands a task over may no longer see it as theirs afterwards.
  const outcomeId = newId();
  await insertOutcome(db, {
    id: outcomeId,
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
      ...(task.shownFrom && { shownFrom: task.shownFrom.toISOString() }),
    },
  });
  // Moved, it is shown on its new day and not before.
  const moved: Moved = asked.effect === 'POSTPONED' && asked.until ? movedTo(asked.until, task) : task;
  const closes = asked.effect === 'DONE' || asked.effect === 'NOT_NEEDED';
  await changeTask(
    db,
    task.id,
    {
      assigneeId: asked.to ?? task.assigneeId,
      dueAt: moved.dueAt,
      plannedAt: moved.plannedAt,
      shownFrom: moved.shownFrom,
      ...(closes && { closedAt: now }),
    },
    { accountId: actor.accountId, now },
  );
  await auditAct(work, task, {
    action: 'tasks.acted_on',
    before: standingOf(task),
    after: {
      effect: asked.effect,
      ...(asked.choice !== undefined && { choice: asked.choice }),
      ...standingOf({ ...moved, assigneeId: asked.to ?? task.assigneeId, ...(closes && { closedAt: now }) }),
    },
    reason: asked.reason,
  });
  if (asked.to) await tellHandedOver(work, task, { to: asked.to, outcomeId });
  await work.tell(taskActedOn, {
    taskId: task.id,
    effect: asked.effect,
    ...(asked.choice !== undefined && { choice: asked.choice }),
    ...(task.subject && { subject: task.subject }),
  });
  return outcomeId;
}

export async function undoOutcome(
  work: Work<Tables>,
  { taskId, outcomeId }: Heard<typeof undoEndpoint>,
): Promise<Task> {
  const task = found(await taskForUpdate(work.db, taskId), noSuchTask);
  await takeBack(work, task, outcomeId);
  return answered(work, taskId);
}

/** The last act of oneself, while there is time; the task stands again as it stood before it. */
export async function takeBack<Theirs>(work: Work<Theirs>, task: StoredTask, outcomeId: string): Promise<void> {
  const db = onOwnTables(work);
  const { actor, now } = work;
  const standing = (await outcomesOfTasks(db, [task.id])).filter(({ undoneAt }) => !undoneAt);
  const outcome = found(
    standing.find(({ id, by }) => id === outcomeId && by === actor.accountId),
    noSuchTask,
  );
  insist(standing.at(-1)?.id === outcomeId ? undefined : undoneByLater);
  insist(await refusalToUndo(work, task.projectId, outcome.at));

  const { was } = outcome;
  await markUndone(db, outcomeId, now);
  if (outcome.effect === 'HANDED_OVER') await takeBackNotice(work, { origin: handedOver, occurrence: outcomeId });
  await changeTask(
    db,
    task.id,
    {
      assigneeId: was.assigneeId,
      dueAt: new Date(was.dueAt),
      ...(was.plannedAt && { plannedAt: new Date(was.plannedAt) }),
      ...(was.shownFrom && { shownFrom: new Date(was.shownFrom) }),
    },
    { accountId: actor.accountId, now },
  );
  await auditAct(work, task, {
    action: 'tasks.outcome_undone',
    before: { effect: outcome.effect, ...standingOf(task) },
    after: { assigneeId: was.assigneeId, dueAt: was.dueAt },
    reason: undefined,
  });
}

/** What a person did about a task, with what it was before; what the night closed by itself nobody did. */
async function auditAct<Theirs>(
  work: Work<Theirs>,
  { id, projectId, subject, title }: StoredTask,
  act: {
    readonly action: 'tasks.acted_on' | 'tasks.outcome_undone';
    readonly before: object;
    readonly after: object;
    readonly reason: string | undefined;
  },
): Promise<void> {
  if (work.actor.kind === 'system') return;
  const show = asShown(work);
  await work.audit({
    action: act.action,
    subject: { kind: 'task', id },
    projectId,
    ...(subject?.kind === 'person' && { personId: subject.id }),
    before: { title: show(title[work.language]), ...act.before },
    after: act.after,
    ...(act.reason !== undefined && { reason: show(act.reason) }),
  });
}

function standingOf({ assigneeId, dueAt, plannedAt, closedAt }: Partial<StoredTask>) {
  return { assigneeId, dueAt, ...(plannedAt && { plannedAt }), ...(closedAt && { closedAt }) };
}

/** Why what was done at this instant cannot be taken back any more. */
export async function refusalToUndo<Theirs>(
  work: Work<Theirs>,
  projectId: string,
  doneAt: Date,
): Promise<Refusal | undefined> {
  const seconds = await valueOf(work, undoSeconds, { projectId });
  return work.now.getTime() - doneAt.getTime() > seconds * 1_000 ? undoTooLate : undefined;
}

async function answered(work: Work<Tables>, taskId: string): Promise<Task> {
  return found((await presentTasks(work, [found(await taskById(work.db, taskId), noSuchTask)]))[0], noSuchTask);
}
