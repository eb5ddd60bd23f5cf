import { found, insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import {
  atWork,
  type ImportRun,
  noSuchImport,
  notApplied,
  nothingToImport,
  notPreviewed,
  tooLateToUndo,
  undoDays,
} from '../contract/index.ts';
import { changeRun, runById } from '../store/runs.ts';
import { sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { goOn } from './jobs.ts';
import { readImport, totalOf, undoUntil } from './view.ts';

/** Start bringing in what was previewed. */
export async function applyImport(work: Work<Tables>, { importId }: { importId: string }): Promise<ImportRun> {
  const run = found(await runById(work.db, importId, { forUpdate: true }), noSuchImport);
  insist(run.phase === 'applying' ? atWork : undefined);
  insist(run.phase !== 'previewed' ? notPreviewed : undefined);
  const { rows, rejected } = totalOf(await sheetsOf(work.db, [run.id]));
  insist(rows === rejected ? nothingToImport : undefined);
  await changeRun(work.db, run.id, { phase: 'applying', askedAt: work.now });
  await work.later(goOn, { importId: run.id }, { as: work.actor.accountId, once: `apply ${run.id}` });
  return readImport(work, { importId: run.id });
}

/** Start taking an import back. */
export async function undoImport(work: Work<Tables>, { importId }: { importId: string }): Promise<ImportRun> {
  const run = found(await runById(work.db, importId, { forUpdate: true }), noSuchImport);
  insist(run.phase === 'undoing' ? atWork : undefined);
  insist(run.phase !== 'applied' || !run.appliedAt ? notApplied : undefined);
  if (run.appliedAt && work.now >= (await undoUntil(work, run.appliedAt))) {
    insist(tooLateToUndo({ days: await valueOf(work, undoDays) }));
  }
  await changeRun(work.db, run.id, { phase: 'undoing', askedAt: work.now });
  await work.later(goOn, { importId: run.id }, { as: work.actor.accountId, once: `undo ${run.id}` });
  return readImport(work, { importId: run.id });
}
