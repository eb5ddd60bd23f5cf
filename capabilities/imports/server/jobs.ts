import { type Begin, every, jobInSteps, type Recurring } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { z } from 'zod';
import { undoDays } from '../contract/index.ts';
import { forgetExpiredFiles } from '../store/files.ts';
import { forgetOldChanges } from '../store/rows.ts';
import { runById } from '../store/runs.ts';
import type { Tables } from '../store/tables.ts';
import { applyNow, inOwnWork, prepareImport } from './steps.ts';
import { undoNow } from './undo.ts';

const which = z.object({ importId: z.uuid() });

/**
 * Survives the page and the server: finds out where its import stands and goes on from there. One queue for every step, so that
 * imports come in the order in which they were asked for.
 */
export const goOn = jobInSteps('imports.go-on', which, goOnWith);

/** What waits in the queues that the steps had of their own in an earlier version is still done. */
const formerQueues = ['imports.prepare', 'imports.apply', 'imports.undo'];

export const jobs = [goOn, ...formerQueues.map((name) => jobInSteps(name, which, goOnWith))];

async function goOnWith(begin: Begin, { importId }: z.output<typeof which>): Promise<void> {
  const run = await inOwnWork(begin, (work) => runById(work.db, importId));
  if (run?.phase === 'reading' || run?.phase === 'previewing') await prepareImport(begin, importId);
  if (run?.phase === 'applying') await applyNow(begin, importId);
  if (run?.phase === 'undoing') await undoNow(begin, importId);
}

/** Files, refused rows and before-images go when their keeping time is over (decisions 22, 23). */
export const forgetOldImports: Recurring = every<Tables>('imports.forget-old', '40 3 * * *', async (work) => {
  await forgetExpiredFiles(work.db, work.now);
  const days = await valueOf(work, undoDays);
  await forgetOldChanges(work.db, new Date(work.now.getTime() - days * 86_400_000));
});
