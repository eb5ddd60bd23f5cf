import { Refused } from '@yilu/platform/contract';
import type { Begin, Work } from '@yilu/platform/server';
import { removeProject } from '@yilu/settings/server';
import {
  type ImportedKind,
  type ImportReport,
  type ImportWaiting,
  projectNeeded,
  type ReportLine,
  type SheetKind,
  sheetRemark,
} from '../contract/index.ts';
import { columnsForKind, columnsLeftOut } from '../rules/index.ts';
import { filesOf } from '../store/files.ts';
import { rowsOf } from '../store/rows.ts';
import { changeRun, deleteRun, runById } from '../store/runs.ts';
import { changeSheet, sheetsOf } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import type { Ahead } from '../store/turns.ts';
import { makeProject, projectsAsked } from './missing-project.ts';
import { openProjects } from './projects.ts';
import { startImport } from './start-import.ts';
import { applyNow, inOwnWork, prepareImport, understandImport } from './steps.ts';
import type { GivenFile } from './stored-file.ts';
import { starterOf } from './view.ts';

export interface ImportFiles {
  readonly files: readonly GivenFile[];
  /** By name; made when there is none and the actor may. */
  readonly project?: string | undefined;
  /** What all sheets are, whatever was recognised. */
  readonly as?: ImportedKind | undefined;
  /** Answer as if, write nothing. */
  readonly dryRun?: boolean | undefined;
  readonly language?: 'zh' | 'en';
  /** Told when another import has its turn first. */
  readonly onWait?: (waiting: ImportWaiting) => void;
}

type MakeProject = typeof makeProject;

/**
 * The command line's import, in process: the same steps as the page's, one after the other, but without a preview that nobody
 * would look at. Refuses with a sentence when it is not known to which project the rows belong.
 */
export async function importFiles(begin: Begin, given: ImportFiles): Promise<ImportReport> {
  const importId = await inOwnWork(begin, (work) => startImport(work, { files: given.files }));
  const made: string[] = [];
  const make: MakeProject = async (work, name) => {
    const id = await makeProject(work, name);
    made.push(id);
    return id;
  };
  const onWait = ({ startedBy, ...ahead }: Ahead) =>
    given.onWait?.({ ...ahead, startedByName: starterOf({ language: given.language ?? 'zh' }, startedBy, ahead) });
  try {
    if (given.project) await chooseNamedProject(begin, importId, given.project, make);
    await understandImport(begin, importId);
    if (given.as) await insistOnKind(begin, importId, given.as);
    await answerAsking(begin, importId, given.language ?? 'zh', make);
    if (!given.dryRun) await makeFurtherProjects(begin, importId, make);
    if (given.dryRun) await prepareImport(begin, importId, onWait);
    else if (await inOwnWork(begin, (work) => goAhead(work, importId))) await applyNow(begin, importId, onWait);
    await failLoudly(begin, importId);
    return await inOwnWork(begin, (work) => reportOf(work, importId, given.language ?? 'zh'));
  } finally {
    await inOwnWork(begin, async (work) => {
      const run = await runById(work.db, importId);
      if (run?.phase === 'applied') return;
      if (run) await deleteRun(work.db, importId);
      // Nothing went in, so the projects made for it stand empty; what a preview saw in them was rolled back.
      for (const id of made) await removeProject(work, id);
    });
  }
}

/** In a transaction of its own, so that a new project is in the reach of the next. */
async function chooseNamedProject(begin: Begin, importId: string, name: string, make: MakeProject): Promise<void> {
  await inOwnWork(begin, async (work) => {
    const run = await runById(work.db, importId);
    if (!run) return;
    const { all } = await openProjects(work, run);
    const known = all.find((project) => project.name === name || project.id === name);
    await changeRun(work.db, importId, { projectId: known?.id ?? (await make(work, name)) });
  });
}

async function insistOnKind(begin: Begin, importId: string, kind: ImportedKind): Promise<void> {
  await inOwnWork(begin, async (work) => {
    for (const sheet of await sheetsOf(work.db, [importId])) {
      if (sheet.headerRow === undefined || sheet.kind === kind) continue;
      const columns = sheet.kind === 'ignored' ? sheet.columns : columnsForKind(sheet.columns, kind);
      await changeSheet(work.db, sheet.id, { kind, columns, rememberedAt: work.now });
    }
    await changeRun(work.db, importId, { phase: 'previewing' });
  });
  await understandImport(begin, importId);
}

/** The files may name projects that do not exist yet: made when the actor may; else the import refuses. */
async function answerAsking(begin: Begin, importId: string, language: 'zh' | 'en', make: MakeProject): Promise<void> {
  await inOwnWork(begin, async (work) => {
    const run = await runById(work.db, importId);
    if (run?.phase !== 'asking') return;
    const asked = await projectsAsked(work, run);
    const named = asked.flatMap(({ name }) => name ?? []);
    const without = asked.filter(({ name }) => name === undefined);
    // Sheets that name none go with the only name that there is; of several none is better than another.
    if (without.length > 0 && named.length !== 1) {
      const names = without
        .flatMap(({ sheets }) => sheets)
        .filter(Boolean)
        .join(language === 'zh' ? '、' : ', ');
      throw new Refused(projectNeeded({ sheets: names || '表格' }), 422, { field: 'project' });
    }
    const ids: string[] = [];
    for (const name of named) ids.push(await make(work, name));
    const [only] = ids;
    await changeRun(work.db, importId, {
      phase: 'previewing',
      ...(only && ids.length === 1 && { projectId: only }),
    });
  });
}

/** Beside the project that was chosen a column may name others; those that do not exist are made too. */
async function makeFurtherProjects(begin: Begin, importId: string, make: MakeProject): Promise<void> {
  await inOwnWork(begin, async (work) => {
    const run = await runById(work.db, importId);
    if (!run) return;
    const projects = await openProjects(work, run);
    const unknown = (await sheetsOf(work.db, [importId])).flatMap((sheet) =>
      sheet.columns
        .flatMap(({ field, names = [] }) => (field === 'project' ? names : []))
        .filter((name) => typeof projects.of(sheet, name) !== 'string'),
    );
    for (const name of new Set(unknown)) await make(work, name);
  });
}

async function goAhead(work: Work<Tables>, importId: string): Promise<boolean> {
  const run = await runById(work.db, importId);
  if (run?.phase !== 'previewing') return false;
  await changeRun(work.db, importId, { phase: 'applying' });
  return true;
}

async function failLoudly(begin: Begin, importId: string): Promise<void> {
  const run = await inOwnWork(begin, (work) => runById(work.db, importId));
  if (run?.phase !== 'failed' || !run.failure) return;
  throw new Refused({ ...run.failure, params: {} }, 422);
}

async function reportOf(work: Work<Tables>, importId: string, language: 'zh' | 'en'): Promise<ImportReport> {
  const run = await runById(work.db, importId);
  const files = await filesOf(work.db, [importId]);
  const sheets = await sheetsOf(work.db, [importId]);
  const noted = await rowsOf(work.db, { runId: importId, limit: 200_000 });
  const linesOf = (sheetId: string, sort: 'rejection' | 'problem'): ReportLine[] =>
    noted
      .filter((row) => row.sheetId === sheetId)
      .flatMap(({ row, reasons }) =>
        reasons
          .filter((reason) => reason.sort === sort)
          .map(({ column, message }) => ({ row, column, reason: message[language] })),
      );
  return {
    files: files.map((file) => ({
      file: file.name,
      sheets: sheets
        .filter(({ fileId }) => fileId === file.id)
        .map(({ id, name, kind, columns, counts, remark }) => ({
          sheet: name,
          kind,
          rows: counts?.rows ?? 0,
          created: counts?.created ?? 0,
          updated: counts?.updated ?? 0,
          unchanged: counts?.unchanged ?? 0,
          rejected: counts?.rejected ?? 0,
          rejections: linesOf(id, 'rejection'),
          problems: linesOf(id, 'problem'),
          leftOut: kind === 'ignored' ? [] : columnsLeftOut(columns).map(({ heading }) => heading),
          ...remarkOf(kind, remark, language),
        })),
      ...(file.refusal && { refused: file.refusal.message[language] }),
    })),
    records: run?.records ?? { people: 0, rooms: 0, contacts: 0, deals: 0 },
    importId,
  };
}

function remarkOf(kind: SheetKind, code: string | undefined, language: 'zh' | 'en'): { readonly remark?: string } {
  const remark = kind === 'ignored' || code === 'noData' ? sheetRemark(code) : undefined;
  return remark ? { remark: remark[language] } : {};
}
