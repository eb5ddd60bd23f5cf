import { found } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { noSuchTask, type Task } from '../contract/index.ts';
import { onOwnTables } from '../store/tables.ts';
import type { StoredOutcome, StoredTask } from '../store/task-rows.ts';
import { outcomesOfTasks, taskById } from '../store/tasks.ts';
import { type Naming, naming } from './naming.ts';
import { asShown, isMasked } from './shown-texts.ts';

/** Tasks as they are answered: with names and with everything done about them. */
export async function presentTasks<Theirs>(work: Work<Theirs>, tasks: readonly StoredTask[]): Promise<Task[]> {
  const outcomes = await outcomesOfTasks(
    onOwnTables(work),
    tasks.map(({ id }) => id),
  );
  const names = await naming(
    work,
    [...tasks.flatMap(({ assigneeId, createdBy }) => [assigneeId, createdBy]), ...outcomes.map(({ by }) => by)],
    tasks.flatMap(({ subject }) => subject ?? []),
  );
  const show = asShown(work);
  const byTask = Map.groupBy(outcomes, ({ taskId }) => taskId);
  return tasks.map((task) => present(task, byTask.get(task.id) ?? [], names, show));
}

/** What a task says, whole: for whoever may look at the phones in it. */
export async function taskWords<Theirs>(work: Work<Theirs>, taskId: string) {
  const { projectId, subject, ...task } = found(await taskById(onOwnTables(work), taskId), noSuchTask);
  return { projectId, subject, texts: textsOf(task) };
}

function textsOf({ title, why, note, words }: Pick<StoredTask, 'title' | 'why' | 'note' | 'words'>) {
  return { title, why, ...(note && { note }), ...(words && { words }) };
}

/** The texts of a task as they are shown, and whether they are whole. */
export function shownTextsOf(task: Parameters<typeof textsOf>[0], show: ReturnType<typeof asShown>) {
  const texts = textsOf(task);
  const shown = show(texts);
  return { ...shown, ...(isMasked(texts, shown) && { masked: true as const }) };
}

function present(
  task: StoredTask,
  outcomes: readonly StoredOutcome[],
  names: Naming,
  show: ReturnType<typeof asShown>,
): Task {
  const { subject, occurrence: _occurrence, shownFrom: _shownFrom, assigneeId, createdBy, ...rest } = task;
  const named = subject && names.subject(subject);
  return {
    ...rest,
    ...shownTextsOf(task, show),
    ...(named && { subject: named }),
    assignee: names.staff(assigneeId),
    createdBy: names.staff(createdBy),
    outcomes: outcomes.map(({ by, was: _was, taskId: _taskId, reason, ...outcome }) => ({
      ...outcome,
      ...(reason !== undefined && { reason: show(reason) }),
      by: names.staff(by),
    })),
  };
}
