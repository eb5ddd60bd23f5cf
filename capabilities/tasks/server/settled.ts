import { every, type Work } from '@yilu/platform/server';
import { onOwnTables, type Tables } from '../store/tables.ts';
import { type OpenOccurrence, openOccurrences } from '../store/tasks.ts';
import { completeLine } from './done-with-record.ts';
import { todayLines } from './slots.ts';

/**
 * Open tasks, of one person or of everybody in reach, whose reason has gone: the dossier that was put off is complete, the customer
 * who was to cool came by. Today neither shows nor counts them.
 */
export async function settledTasks<Theirs>(
  work: Work<Theirs>,
  asked: { readonly assigneeId?: string | undefined; readonly until?: Date },
): Promise<readonly OpenOccurrence[]> {
  const perSource = work.contributions(todayLines).map(async ({ origin, settled }) => {
    const open = settled ? await openOccurrences(onOwnTables(work), { ...asked, origin }) : [];
    if (!settled || open.length === 0) return [];
    const occurrences = open.map(({ occurrence }) => occurrence);
    const gone = new Set(await settled(work as unknown as Work, occurrences));
    return open.filter(({ occurrence }) => gone.has(occurrence));
  });
  return (await Promise.all(perSource)).flat();
}

/** At night they are closed, so that they are counted nowhere. */
export const closeSettled = every('tasks.close-settled', '40 4 * * *', async (work: Work<Tables>) => {
  for (const task of await settledTasks(work, {})) await completeLine(work, task);
});
