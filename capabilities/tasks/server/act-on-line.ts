import { addDays, dayOf, found, type Heard } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { type actOnLine as endpoint, leadTasks, noSuchLine, type Task } from '../contract/index.ts';
import type { Tables } from '../store/tables.ts';
import { taskByOccurrence, taskForUpdate } from '../store/tasks.ts';
import { act } from './act.ts';
import { computedLines, keyOf } from './computed.ts';
import { createTasks } from './create-tasks.ts';
import { presentTasks } from './present.ts';
import { mostComputed } from './today.ts';

/** What the line says is computed again here: a face's word about it would be anybody's. */
export async function actOnLine(work: Work<Tables>, { key, ...asked }: Heard<typeof endpoint>): Promise<Task> {
  const { actor, now } = work;
  const day = dayOf(now);
  const lines = await computedLines(work, {
    ...(!actor.permissions.has(leadTasks.id) && { accountId: actor.accountId }),
    day,
    untilDay: addDays(day, 7),
    limit: mostComputed,
  });
  const {
    showOn: _showOn,
    path: _path,
    ...line
  } = found(
    lines.find((each) => keyOf(each) === key),
    noSuchLine,
  );
  await createTasks(work, [line]);
  const made = found(await taskByOccurrence(work.db, line.origin, line.occurrence), noSuchLine);
  const task = found(await taskForUpdate(work.db, made.id), noSuchLine);
  await act(work, task, asked);
  const after = found(await taskByOccurrence(work.db, line.origin, line.occurrence), noSuchLine);
  return found((await presentTasks(work, [after]))[0], noSuchLine);
}
