import { subjectTitles } from '@yilu/identity/server';
import { addDays, dayOf, found, instantOn, type Page } from '@yilu/platform/contract';
import { decryptField, idOfSystem, readCursor, type Work, writeCursor } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { z } from 'zod';
import {
  byCommandLine,
  type ImportedRow,
  type ImportLine,
  type ImportRun,
  type ImportWaiting,
  noSuchImport,
  type RowCounts,
  sheetRemark,
  undoDays,
} from '../contract/index.ts';
import { filesOf } from '../store/files.ts';
import { projectsIn } from '../store/memory.ts';
import { countRows, rowsOf, type StoredRow } from '../store/rows.ts';
import { countRuns, progressOf, type RunRow, runById, runsAfter, type StoredKept } from '../store/runs.ts';
import { type SheetRowOfRun, sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { aheadOf } from '../store/turns.ts';
import { projectsAsked } from './missing-project.ts';
import { isOfPhase, progressView } from './progress.ts';
import { matchStaffNames } from './staff.ts';

const resting: ReadonlySet<string> = new Set(['asking', 'previewed', 'applied', 'undone', 'failed']);

/** An import as its page shows it. */
export async function readImport(work: Work<Tables>, { importId }: { importId: string }): Promise<ImportRun> {
  const run = found(await runById(work.db, importId), noSuchImport);
  const files = await filesOf(work.db, [run.id]);
  const sheets = await sheetsOf(work.db, [run.id]);
  const projects = await projectsIn(work.db, work.actor.projects);
  const told = resting.has(run.phase) ? undefined : await progressOf(work.db, run.id);
  const waiting = (await waitingOf(work, [run])).get(run.id);
  const progress = told && !waiting && isOfPhase(told, run) ? told : undefined;
  const project = projects.find(({ id }) => id === run.projectId);
  const asks = run.phase === 'asking' ? await projectsAsked(work, run) : [];
  const suggested = asks.find(({ name }) => name !== undefined)?.name;
  return {
    ...headOf(work, run),
    ...(project && { project }),
    ...(suggested && { suggestedProject: suggested }),
    ...(asks.length > 0 && { asks: asks.map(({ sheets: of, ...ask }) => ({ ...ask, sheets: [...of] })) }),
    projects,
    files: files.map((file) => ({
      id: file.id,
      name: file.name,
      sizeBytes: file.sizeBytes,
      ...(file.encoding && { encoding: file.encoding }),
      ...(file.refusal && { refusal: file.refusal }),
      sheets: sheets.filter(({ fileId }) => fileId === file.id).map(sheetView),
    })),
    counts: totalOf(sheets),
    ...(progress && { progress: progressView(progress) }),
    ...(waiting && { waiting }),
    staffNames: [...(await matchStaffNames(work, run.staffNames)).values()],
    ...(run.kept && { kept: await namedKept(work, run.kept) }),
    ...(run.failure && { failure: run.failure }),
    ...(run.phase === 'applied' && run.appliedAt && { undoUntil: await undoUntil(work, run.appliedAt) }),
  };
}

/** Whom those of the imports wait for that are not at rest; it may be somebody out of reach. */
async function waitingOf(work: Work<Tables>, runs: readonly RunRow[]): Promise<Map<string, ImportWaiting>> {
  const working = runs.filter(({ phase }) => !resting.has(phase)).map(({ id }) => id);
  const ahead = await aheadOf(work.db, working);
  return new Map(
    [...ahead].map(([id, { startedBy, ...line }]) => [
      id,
      { ...line, startedByName: starterOf(work, startedBy, line) },
    ]),
  );
}

/** Contacts and deals are told by whom they are about. */
const kindOfDoor: Readonly<Record<string, string>> = {
  people: 'person',
  contacts: 'person',
  deals: 'person',
  rooms: 'room',
};

async function namedKept(work: Work<Tables>, kept: readonly StoredKept[]): Promise<NonNullable<ImportRun['kept']>> {
  const lines: NonNullable<ImportRun['kept']> = [];
  for (const { ids = [], ...line } of kept) {
    const resolver = work.contributions(subjectTitles).find(({ kind }) => kind === kindOfDoor[line.door]);
    const names = resolver && ids.length > 0 ? await resolver.titles(work as Work, ids) : new Map<string, string>();
    lines.push({ ...line, ...(names.size > 0 && { who: [...names].map(([id, name]) => ({ id, name })) }) });
  }
  return lines;
}

export async function undoUntil(work: Work<Tables>, appliedAt: Date): Promise<Date> {
  return instantOn(addDays(dayOf(appliedAt), (await valueOf(work, undoDays, {})) + 1));
}

const ListCursor = z.object({ startedAt: z.string(), id: z.uuid() });

/** Past imports, the latest first. */
export async function listImports(
  work: Work<Tables>,
  { limit, cursor, total }: { limit: number; cursor?: string | undefined; total?: boolean | undefined },
): Promise<Page<ImportLine>> {
  const runs = await runsAfter(work.db, cursor ? readCursor(cursor, ListCursor) : undefined, limit + 1);
  const shown = runs.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const files = await filesOf(work.db, ids);
  const sheets = await sheetsOf(work.db, ids);
  const waiting = await waitingOf(work, shown);
  const last = shown.at(-1);
  return {
    items: shown.map((run) => {
      const { startedBy: _, ...head } = headOf(work, run);
      const line = waiting.get(run.id);
      return {
        ...head,
        ...(line && { waiting: line }),
        files: files.filter(({ runId }) => runId === run.id).map(({ name }) => name),
        counts: totalOf(sheets.filter(({ runId }) => runId === run.id)),
      };
    }),
    ...(runs.length > limit && last && { next: writeCursor({ startedAt: last.startedAt.toISOString(), id: last.id }) }),
    ...(total && { total: await countRuns(work.db) }),
  };
}

const RowsCursor = z.object({ sheetId: z.uuid(), row: z.int() });

export interface RowsAsked {
  readonly importId: string;
  readonly sheetId?: string | undefined;
  readonly outcome?: 'rejected' | 'wentIn' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly total?: boolean | undefined;
}

/** Rows with something to say; what stood in their cells is for the importer alone (decision 23). */
export async function listImportRows(work: Work<Tables>, asked: RowsAsked): Promise<Page<ImportedRow>> {
  const run = found(await runById(work.db, asked.importId), noSuchImport);
  const query = {
    runId: run.id,
    sheetId: asked.sheetId,
    rejected: asked.outcome === undefined ? undefined : asked.outcome === 'rejected',
  };
  const after = asked.cursor ? readCursor(asked.cursor, RowsCursor) : undefined;
  const rows = await rowsOf(work.db, { ...query, after, limit: asked.limit + 1 });
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  const mayOpen = run.startedBy === work.actor.accountId;
  return {
    items: shown.map((row) => rowView(work, row, mayOpen)),
    ...(rows.length > asked.limit && last && { next: writeCursor({ sheetId: last.sheetId, row: last.row }) }),
    ...(asked.total && { total: await countRows(work.db, query) }),
  };
}

const Sealed = z.object({
  name: z.string().optional(),
  room: z.string().optional(),
  given: z.array(z.string().nullish()),
});

function rowView(work: Work<Tables>, { sealed, ...row }: StoredRow, mayOpen: boolean): ImportedRow {
  if (!mayOpen || !sealed) return { ...row, reasons: [...row.reasons] };
  const { name, room, given } = Sealed.parse(JSON.parse(decryptField(work.keys, sealed, row.sheetId)));
  return {
    ...row,
    ...(name && { name }),
    ...(room && { room }),
    reasons: row.reasons.map((reason, at) => {
      const held = given[at];
      return held ? { ...reason, given: held } : reason;
    }),
  };
}

/** Nobody has signed in at the command line: the command is the fact, not the account of the machine. */
export function starterOf(
  { language }: Pick<Work<Tables>, 'language'>,
  startedBy: string,
  { startedByName }: Pick<RunRow, 'startedByName'>,
): string {
  return startedBy === idOfSystem ? byCommandLine[language] : startedByName;
}

function headOf(work: Pick<Work<Tables>, 'language'>, run: RunRow) {
  const { id, phase, startedBy, startedByName, startedAt, appliedAt, undoneAt, records } = run;
  return {
    id,
    phase,
    startedBy,
    startedByName: starterOf(work, startedBy, { startedByName }),
    startedAt,
    ...(appliedAt && { appliedAt }),
    ...(undoneAt && { undoneAt }),
    ...(records && { records }),
  };
}

function sheetView(sheet: SheetRowOfRun): ImportRun['files'][number]['sheets'][number] {
  const { id, name, kind, kindConfidence, headerRow, headless, columns, rememberedAt, skipped, counts } = sheet;
  const remark = kind === 'ignored' || sheet.remark === 'noData' ? sheetRemark(sheet.remark) : undefined;
  return {
    id,
    name,
    kind,
    kindConfidence,
    columns: [...columns],
    skipped,
    headless,
    ...(remark && { remark }),
    ...(headerRow !== undefined && { headerRow }),
    ...(rememberedAt && { rememberedAt }),
    ...(counts && { counts }),
  };
}

const none: RowCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, joined: 0, withProblems: 0 };

export function totalOf(sheets: readonly SheetRowOfRun[]): RowCounts {
  return sheets.reduce(
    (sum, { counts }) =>
      counts
        ? {
            rows: sum.rows + counts.rows,
            created: sum.created + counts.created,
            updated: sum.updated + counts.updated,
            unchanged: sum.unchanged + counts.unchanged,
            rejected: sum.rejected + counts.rejected,
            joined: sum.joined + counts.joined,
            withProblems: sum.withProblems + counts.withProblems,
          }
        : sum,
    none,
  );
}
