import { Refused } from '@yilu/platform/contract';
import { type Begin, breathe, encryptField, type Work } from '@yilu/platform/server';
import { replaceRows, type StoredRow } from '../store/rows.ts';
import { changeRun, runById } from '../store/runs.ts';
import { countSheet, sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { type Ahead, beAtWork, waitForTurn } from '../store/turns.ts';
import { type BroughtIn, bringIn } from './bring-in.ts';
import { knowingGardens } from './gardens.ts';
import { projectsAsked } from './missing-project.ts';
import { progressTeller } from './progress.ts';
import { recogniseFiles } from './recognise-files.ts';
import { tellApplied, tellFailed } from './tell-run.ts';

/** Carries the result of a rehearsal out of the transaction that it rolls back. */
class Rehearsed extends Error {
  readonly brought: BroughtIn;
  constructor(brought: BroughtIn) {
    super('rehearsed');
    this.name = 'Rehearsed';
    this.brought = brought;
  }
}

/** Told when an import has to wait for another's turn. */
type OnWait = (ahead: Ahead) => void;

/** From files to a preview: read, recognise, and bring in once in a transaction that is rolled back. Repeatable. */
export async function prepareImport(begin: Begin, importId: string, onWait?: OnWait): Promise<void> {
  await understandImport(begin, importId);
  await failingKindly(begin, importId, async () => {
    const run = await inOwnWork(begin, (work) => runById(work.db, importId));
    if (run?.phase === 'previewing') await keepAsPreview(begin, importId, await rehearse(begin, importId, onWait));
  });
}

/** Read and recognise the files; afterwards the import is ready to be brought in, or asks for its project. Repeatable. */
export async function understandImport(begin: Begin, importId: string): Promise<void> {
  await failingKindly(begin, importId, async () => {
    await inOwnWork(begin, async (work) => {
      const run = await runById(work.db, importId);
      if (run?.phase !== 'reading') return;
      await beAtWork(work.db, importId);
      await recogniseFiles(work, importId, progressTeller(begin, importId, 'read', 0));
      await changeRun(work.db, importId, { phase: 'previewing' });
    });
    await inOwnWork(begin, async (work) => {
      const run = await runById(work.db, importId);
      if (run?.phase !== 'previewing' || (await projectsAsked(work, run)).length === 0) return;
      await changeRun(work.db, importId, { phase: 'asking' });
    });
  });
}

async function keepAsPreview(begin: Begin, importId: string, brought: BroughtIn): Promise<void> {
  await inOwnWork(begin, async (work) => {
    const run = await runById(work.db, importId, { forUpdate: true });
    // Somebody changed the mapping meanwhile: the next preview is already waiting.
    if (run?.phase !== 'previewing' && run?.phase !== 'applying') return;
    await writeOutcome(work, importId, brought);
    await changeRun(work.db, importId, {
      phase: 'previewed',
      records: brought.records,
      staffNames: brought.staffNames,
      previewedAt: work.now,
      failure: null,
    });
  });
}

async function rehearse(begin: Begin, importId: string, onWait: OnWait | undefined): Promise<BroughtIn> {
  const brought = await rolledBack(() =>
    knowingGardens((areGardensAhead) =>
      inOwnWork(begin, async (work) => {
        await waitForTurn(work.db, importId, onWait);
        throw new Rehearsed(await bringAll(begin, work, importId, { step: 'preview', areGardensAhead }));
      }),
    ),
  );
  if (!brought) throw new Error('a rehearsal must not be kept');
  return brought;
}

/** What an import became that was rolled back on purpose; undefined when it was kept. */
async function rolledBack(act: () => Promise<void>): Promise<BroughtIn | undefined> {
  try {
    await act();
    return undefined;
  } catch (end) {
    if (end instanceof Rehearsed) return end.brought;
    throw end;
  }
}

/**
 * Bring everything in, in one transaction: after a crash at any point there is all of it or nothing, and the job that is
 * taken up again starts from the beginning. Where no row can go in, nothing is written and the import stands as previewed.
 */
export async function applyNow(begin: Begin, importId: string, onWait?: OnWait): Promise<void> {
  await failingKindly(begin, importId, async () => {
    const refused = await rolledBack(() =>
      knowingGardens((areGardensAhead) =>
        inOwnWork(begin, async (work) => {
          await waitForTurn(work.db, importId, onWait);
          await applyWithin(begin, work, importId, areGardensAhead);
        }),
      ),
    );
    if (refused) await keepAsPreview(begin, importId, refused);
  });
}

async function applyWithin(
  begin: Begin,
  work: Work<Tables>,
  importId: string,
  areGardensAhead: boolean,
): Promise<void> {
  const run = await runById(work.db, importId);
  if (run?.phase !== 'applying') return;
  const brought = await bringAll(begin, work, importId, { step: 'apply', areGardensAhead });
  if (brought.sheets.every(({ counts }) => counts.rows === counts.rejected)) throw new Rehearsed(brought);
  await writeOutcome(work, importId, brought);
  await changeRun(work.db, importId, {
    phase: 'applied',
    records: brought.records,
    staffNames: brought.staffNames,
    appliedAt: work.now,
    failure: null,
  });
  await tellApplied(work, importId, brought);
  await work.audit({
    action: 'imports.applied',
    subject: { kind: 'import', id: importId },
    after: {
      records: brought.records,
      sheets: brought.sheets.map(({ sheet, counts }) => ({ kind: sheet.kind, ...counts })),
    },
  });
}

async function bringAll(
  begin: Begin,
  work: Work<Tables>,
  importId: string,
  { step, areGardensAhead }: { readonly step: 'preview' | 'apply'; readonly areGardensAhead: boolean },
): Promise<BroughtIn> {
  const run = await runById(work.db, importId);
  if (!run) throw new Error('the import is gone');
  const sheets = (await sheetsOf(work.db, [importId])).filter(({ kind }) => kind !== 'ignored');
  const total = sheets.reduce((sum, { counts, rowsSeen = 0 }) => sum + (counts?.rows ?? rowsSeen), 0);
  const done = progressTeller(begin, importId, step, total);
  return bringIn(work, run, { isRehearsal: step === 'preview', done, areGardensAhead });
}

async function writeOutcome(work: Work<Tables>, importId: string, { sheets }: BroughtIn): Promise<void> {
  const rows: StoredRow[] = [];
  for (const { sheet, noted } of sheets) {
    for (const { row, outcome, joined, reasons, name, room } of noted) {
      const given = reasons.map(({ given: held }) => held);
      rows.push({
        sheetId: sheet.id,
        row,
        outcome,
        joined,
        reasons: reasons.map(({ given: _, ...reason }) => reason),
        sealed: encryptField(work.keys, JSON.stringify({ name, room, given }), sheet.id),
      });
      await breathe();
    }
  }
  await replaceRows(work.db, importId, rows);
  for (const { sheet, counts, skipped } of sheets) await countSheet(work.db, sheet.id, counts, skipped);
}

/** A refusal ends the import with its sentence; anything else is a defect, and the job is repeated. */
async function failingKindly(begin: Begin, importId: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    const { code, message } = problem.refusal;
    await inOwnWork(begin, async (work) => {
      await changeRun(work.db, importId, { phase: 'failed', failure: { code, message } });
      await tellFailed(work, importId, message);
    });
  }
}

export function inOwnWork<Result>(begin: Begin, act: (work: Work<Tables>) => Promise<Result>): Promise<Result> {
  return begin((work) => act(work as Work<Tables>));
}
