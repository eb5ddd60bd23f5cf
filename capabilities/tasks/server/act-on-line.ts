import { addDays, dayOf, found, type Heard, insist, instantOn } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { type actOnLine as endpoint, leadTasks, noSuchLine, type Task } from '../contract/index.ts';
import { refusalToWithdraw } from '../rules/index.ts';
import { onOwnTables, type Tables } from '../store/tables.ts';
import type { StoredTask } from '../store/task-rows.ts';
import { taskByOccurrence, taskForUpdate } from '../store/tasks.ts';
import { act } from './act.ts';
import { computedLines, keyOf, mostComputed } from './computed.ts';
import { createTasks } from './create-tasks.ts';
import { mayActOn } from './leading.ts';
import { presentTasks } from './present.ts';
import type { TodayAsked } from './slots.ts';

/** A page that stands open shows as pressing what others have overtaken since. */
const inReserve = 45;

export async function actOnLine(work: Work<Tables>, { key, of, ...asked }: Heard<typeof endpoint>): Promise<Task> {
  const task = found(await lineAsTask(work, key, of), noSuchLine);
  insist(refusalToWithdraw(task, asked, work.actor.accountId), 403);
  await act(work, task, asked);
  const after = found(await taskByOccurrence(work.db, task.origin, task.occurrence), noSuchLine);
  return found((await presentTasks(work, [after]))[0], noSuchLine);
}

/**
 * A line that nobody has acted on becomes a task, held until the transaction ends; undefined where there is no such line.
 * What the line says is computed again here: a face's word about it would be anybody's.
 */
export async function lineAsTask<Theirs>(
  work: Work<Theirs>,
  key: string,
  of = work.actor.accountId,
): Promise<StoredTask | undefined> {
  const { actor, now } = work;
  const db = onOwnTables(work);
  const day = dayOf(now);
  const lineOf = async (whose: Pick<TodayAsked, 'accountId' | 'inReserve'>) => {
    const asked = { day, untilDay: addDays(day, 7), limit: mostComputed, ...whose };
    return (await computedLines(work, asked, key.split('#')[0])).find((each) => keyOf(each) === key);
  };
  const computed =
    (await lineOf({ accountId: of, inReserve })) ??
    (actor.permissions.has(leadTasks.id) ? await lineOf({}) : undefined);
  if (!computed || !(await mayActOn(work))(computed)) return undefined;
  const { showOn, path: _path, among: _among, ...line } = computed;
  await createTasks(work, [{ ...line, shownFrom: instantOn(showOn) }]);
  const made = found(await taskByOccurrence(db, line.origin, line.occurrence), noSuchLine);
  return found(await taskForUpdate(db, made.id), noSuchLine);
}
