import { every, type Work } from '@yilu/platform/server';
import { onOwnTables, type Tables } from '../store/tables.ts';
import type { StoredTask } from '../store/task-rows.ts';
import { openOccurrences } from '../store/tasks.ts';
import { completeLine } from './done-with-record.ts';
import { todayLines } from './slots.ts';

/** Without those whose reason has gone: the dossier that was put off is complete, the customer who was to cool came by. */
export async function withoutSettled<Theirs>(
  work: Work<Theirs>,
  tasks: readonly StoredTask[],
): Promise<readonly StoredTask[]> {
  const settled = new Set<string>();
  for (const { origin, settled: ask } of work.contributions(todayLines)) {
    const occurrences = tasks.filter((task) => task.origin === origin).map(({ occurrence }) => occurrence);
    if (!ask || occurrences.length === 0) continue;
    for (const occurrence of await ask(work as unknown as Work, occurrences)) settled.add(`${origin}#${occurrence}`);
  }
  return settled.size === 0 ? tasks : tasks.filter(({ origin, occurrence }) => !settled.has(`${origin}#${occurrence}`));
}

/** At night they are closed, so that they are counted nowhere. */
export const closeSettled = every('tasks.close-settled', '40 4 * * *', async (work: Work<Tables>) => {
  const db = onOwnTables(work);
  for (const { origin, settled } of work.contributions(todayLines)) {
    if (!settled) continue;
    const open = await openOccurrences(db, origin);
    if (open.length === 0) continue;
    for (const occurrence of await settled(work as unknown as Work, open))
      await completeLine(work, { origin, occurrence });
  }
});
