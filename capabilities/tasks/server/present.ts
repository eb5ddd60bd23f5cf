import type { Work } from '@yilu/platform/server';
import type { Task } from '../contract/index.ts';
import { onOwnTables } from '../store/tables.ts';
import type { StoredOutcome, StoredTask } from '../store/task-rows.ts';
import { outcomesOfTasks } from '../store/tasks.ts';
import { type Naming, naming } from './naming.ts';

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
  const byTask = Map.groupBy(outcomes, ({ taskId }) => taskId);
  return tasks.map((task) => present(task, byTask.get(task.id) ?? [], names));
}

function present(task: StoredTask, outcomes: readonly StoredOutcome[], names: Naming): Task {
  const { subject, occurrence: _occurrence, shownFrom: _shownFrom, assigneeId, createdBy, ...rest } = task;
  const named = subject && names.subject(subject);
  return {
    ...rest,
    ...(named && { subject: named }),
    assignee: names.staff(assigneeId),
    createdBy: names.staff(createdBy),
    outcomes: outcomes.map(({ by, was: _was, taskId: _taskId, ...outcome }) => ({ ...outcome, by: names.staff(by) })),
  };
}
