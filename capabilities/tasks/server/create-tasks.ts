import { keepGrantsOf } from '@yilu/identity/server';
import type { Heard } from '@yilu/platform/contract';
import { dayOf, found, insist } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import {
  assigneeOutOfReach,
  dueInPast,
  type createTask as endpoint,
  type NewTask,
  noSuchSubject,
  noSuchTask,
  type Task,
  tasksMade,
} from '../contract/index.ts';
import { byHand, plannedOn } from '../rules/index.ts';
import { reachesProject } from '../store/lists.ts';
import { onOwnTables, type Tables } from '../store/tables.ts';
import { insertTasks, taskById } from '../store/tasks.ts';
import { isInReach } from './naming.ts';
import { presentTasks } from './present.ts';

/** Tasks of rules and other capabilities: each origin and occurrence once, however often it is asked. Answers the new ids. */
export async function createTasks<Theirs>(work: Work<Theirs>, tasks: readonly NewTask[]): Promise<readonly string[]> {
  const made: string[] = [];
  for (let from = 0; from < tasks.length; from += 1_000) {
    const some = tasks.slice(from, from + 1_000).map((task) => ({ ...task, id: newId() }));
    made.push(...(await insertTasks(onOwnTables(work), some, { accountId: work.actor.accountId, now: work.now })));
    const subjects = some.flatMap(({ subject }) => subject ?? []);
    if (subjects.length > 0) await work.tell(tasksMade, { subjects });
  }
  return made;
}

/** A colleague can only be given what stands in a project that they reach. */
export async function insistAssignee<Theirs>(
  work: Work<Theirs>,
  assigneeId: string,
  projectIds: readonly string[],
  field = 'assigneeId',
): Promise<void> {
  const { db, actor } = work;
  if (assigneeId === actor.accountId) return;
  await keepGrantsOf(work, assigneeId);
  for (const projectId of projectIds) {
    const reaches = await reachesProject(db as never, assigneeId, projectId);
    insist(reaches ? undefined : assigneeOutOfReach, 422, { field });
  }
}

/** A task by hand, for oneself or a colleague. */
export async function createTask(work: Work<Tables>, asked: Heard<typeof endpoint>): Promise<Task> {
  const { db, actor, now } = work;
  insist(asked.on < dayOf(now) ? dueInPast : undefined, 422, { field: 'on' });
  const assigneeId = asked.assigneeId ?? actor.accountId;
  await insistAssignee(work, assigneeId, [asked.projectId]);
  if (asked.subject) insist((await isInReach(work, asked.subject)) ? undefined : noSuchSubject, 404);
  const id = newId();
  const why = asked.why ?? '';
  await insertTasks(
    db,
    [
      {
        id,
        projectId: asked.projectId,
        kind: asked.subject ? 'followUp' : 'other',
        subject: asked.subject,
        title: { zh: asked.title, en: asked.title },
        why: { zh: why || `${actor.name}安排`, en: why || `Set by ${actor.name}` },
        origin: byHand,
        occurrence: id,
        ...plannedOn(asked.on, asked.atMinutes),
        assigneeId,
      },
    ],
    { accountId: actor.accountId, now },
  );
  if (asked.subject) await work.tell(tasksMade, { subjects: [asked.subject] });
  return found((await presentTasks(work, [found(await taskById(db, id), noSuchTask)]))[0], noSuchTask);
}
