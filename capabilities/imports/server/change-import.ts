import { found, insist } from '@yilu/platform/contract';
import { encryptField, type Work } from '@yilu/platform/server';
import {
  alreadyApplied,
  atWork,
  type Field,
  fields,
  fieldTakenTwice,
  type ImportRun,
  noSuchImport,
  noSuchSheet,
  repeatableFields,
  type SheetColumn,
  type SheetKind,
} from '../contract/index.ts';
import { columnsForKind, rememberedKeys } from '../rules/index.ts';
import { decideStaff, rememberMapping } from '../store/memory.ts';
import { putRepairs } from '../store/rows.ts';
import { changeRun, deleteRun, type RunRow, runById } from '../store/runs.ts';
import { changeSheet, sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { goOn } from './jobs.ts';
import { projectChosen } from './missing-project.ts';
import { folded } from './projects.ts';
import { readImport } from './view.ts';

/** Correct what a sheet is or where its columns go; the decision is remembered for these headings. */
export async function mapSheet(
  work: Work<Tables>,
  given: {
    importId: string;
    sheetId: string;
    kind?: SheetKind | undefined;
    columns: readonly { readonly column: number; readonly field: Field | null }[];
  },
): Promise<ImportRun> {
  const run = await changeable(work, given.importId);
  const sheet = found(
    (await sheetsOf(work.db, [run.id])).find(({ id }) => id === given.sheetId),
    noSuchSheet,
  );
  const kind = given.kind ?? sheet.kind;
  const decided = new Map(given.columns.map(({ column, field }) => [column, field]));
  const isOther = kind !== sheet.kind && kind !== 'ignored' && sheet.kind !== 'ignored';
  const placed = isOther ? columnsForKind(sheet.columns, kind) : sheet.columns;
  // Whose phone it is was decided with the column.
  const columns = placed.map(({ field: before, signer, ...column }): SheetColumn => {
    const decision = decided.get(column.column);
    const known = { ...column, ...(signer !== undefined && { signer }) };
    if (decision === undefined) return before ? { ...known, field: before } : known;
    return decision === null ? { ...column, confidence: 1 } : { ...column, field: decision, confidence: 1 };
  });
  insistDistinct(columns);

  await changeSheet(work.db, sheet.id, { kind, columns, rememberedAt: work.now });
  if (sheet.headingsKey) {
    const keys = rememberedKeys(columns);
    const fieldsDecided = columns.flatMap(({ column }, at) => {
      const field = decided.get(column);
      return field === undefined ? [] : [[keys[at] ?? '', field] as const];
    });
    await rememberMapping(work.db, work.actor.accountId, {
      headingsKey: sheet.headingsKey,
      kind: given.kind,
      fields: Object.fromEntries(fieldsDecided),
      decidedAt: work.now,
    });
  }
  return previewAgain(work, run);
}

/** Say where rows go that name no project themselves, and what each name stands for; new projects are made at once. */
export async function chooseProject(
  work: Work<Tables>,
  { importId, names, ...choice }: Choice & { importId: string; names: readonly (Choice & { readonly name: string })[] },
): Promise<ImportRun> {
  const run = await changeable(work, importId);
  const made = new Map<string, string>();
  const projectChoices = { ...run.projectChoices };
  for (const { name, ...of } of names) {
    const chosen = await projectChosen(work, of, made);
    if (chosen) projectChoices[folded(name)] = chosen;
  }
  const projectId = (await projectChosen(work, choice, made)) ?? null;
  await changeRun(work.db, run.id, { projectId, projectChoices });
  return previewAgain(work, run);
}

interface Choice {
  readonly projectId?: string | undefined;
  readonly newProject?: string | undefined;
}

export async function matchStaff(
  work: Work<Tables>,
  {
    importId,
    names,
  }: { importId: string; names: readonly { readonly name: string; readonly staffId: string | null }[] },
): Promise<ImportRun> {
  const run = await changeable(work, importId);
  await decideStaff(work.db, work.actor.accountId, work.now, names);
  return previewAgain(work, run);
}

/** Correct cells of a row here; the file itself stays as it came. */
export async function repairRow(
  work: Work<Tables>,
  given: {
    importId: string;
    sheetId: string;
    row: number;
    cells: readonly { readonly column: number; readonly text: string }[];
  },
): Promise<ImportRun> {
  const run = await changeable(work, given.importId);
  const sheet = found(
    (await sheetsOf(work.db, [run.id])).find(({ id }) => id === given.sheetId),
    noSuchSheet,
  );
  await putRepairs(
    work.db,
    run.id,
    given.cells.map(({ column, text }) => ({
      sheetId: sheet.id,
      row: given.row,
      column,
      sealed: encryptField(work.keys, text, sheet.id),
    })),
  );
  return previewAgain(work, run);
}

/** Forget an import that was not applied, with its files. */
export async function discardImport(work: Work<Tables>, { importId }: { importId: string }): Promise<void> {
  const run = await changeable(work, importId);
  await deleteRun(work.db, run.id);
  await work.audit({ action: 'imports.discarded', subject: { kind: 'import', id: run.id } });
}

/** The import, if it rests and nothing of it has been written. */
async function changeable(work: Work<Tables>, importId: string): Promise<RunRow> {
  const run = found(await runById(work.db, importId, { forUpdate: true }), noSuchImport);
  insist(run.phase === 'applied' || run.phase === 'undone' ? alreadyApplied : undefined);
  insist(run.phase === 'applying' || run.phase === 'undoing' || run.phase === 'reading' ? atWork : undefined);
  return run;
}

async function previewAgain(work: Work<Tables>, run: RunRow): Promise<ImportRun> {
  await changeRun(work.db, run.id, { phase: 'previewing', failure: null, askedAt: work.now });
  await work.later(goOn, { importId: run.id }, { as: work.actor.accountId, once: `prepare ${run.id}` });
  return readImport(work, { importId: run.id });
}

function insistDistinct(columns: readonly SheetColumn[]): void {
  const taken = new Set<Field>();
  for (const { field } of columns) {
    if (!field || repeatableFields.has(field)) continue;
    insist(taken.has(field) ? fieldTakenTwice({ field: fields[field].zh }) : undefined, 422, { field: 'columns' });
    taken.add(field);
  }
}
