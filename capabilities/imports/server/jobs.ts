import { every, jobInSteps, type Recurring } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { z } from 'zod';
import { undoDays } from '../contract/index.ts';
import { forgetExpiredFiles } from '../store/files.ts';
import { forgetOldChanges } from '../store/rows.ts';
import type { Tables } from '../store/tables.ts';
import { applyNow, prepareImport } from './steps.ts';
import { undoNow } from './undo.ts';

const which = z.object({ importId: z.uuid() });

/** Jobs survive the page and the server: each finds out where its import stands and goes on from there. */
export const prepare = jobInSteps('imports.prepare', which, (begin, { importId }) => prepareImport(begin, importId));
export const apply = jobInSteps('imports.apply', which, (begin, { importId }) => applyNow(begin, importId));
export const undo = jobInSteps('imports.undo', which, (begin, { importId }) => undoNow(begin, importId));

export const jobs = [prepare, apply, undo];

/** Files, refused rows and before-images go when their keeping time is over (decisions 22, 23). */
export const forgetOldImports: Recurring = every<Tables>('imports.forget-old', '40 3 * * *', async (work) => {
  await forgetExpiredFiles(work.db, work.now);
  const days = await valueOf(work, undoDays);
  await forgetOldChanges(work.db, new Date(work.now.getTime() - days * 86_400_000));
});
