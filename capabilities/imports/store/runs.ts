import { sql } from 'kysely';
import type { ImportPhase, KeptLine, RecordCounts } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface RunRow {
  readonly id: string;
  readonly startedBy: string;
  readonly startedByName: string;
  readonly startedAt: Date;
  /** Its present step. */
  readonly askedAt: Date;
  readonly phase: ImportPhase;
  readonly projectId?: string | undefined;
  /** Which project each name in the files stands for, by the folded name. */
  readonly projectChoices: Readonly<Record<string, string>>;
  readonly records?: RecordCounts | undefined;
  readonly staffNames: readonly string[];
  readonly kept?: readonly StoredKept[] | undefined;
  readonly failure?: Failure | undefined;
  readonly appliedAt?: Date | undefined;
  readonly undoneAt?: Date | undefined;
}
/** What an undo left, by ids: names are read when it is looked at, as far as the looker may see them. */
export type StoredKept = Omit<KeptLine, 'who'> & { readonly ids?: readonly string[] };

export interface Failure {
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}

const columns = [
  'id',
  'started_by',
  'started_by_name',
  'started_at',
  'asked_at',
  'phase',
  'project_id',
  'project_choices',
  'records',
  'staff_names',
  'kept',
  'failure',
  'applied_at',
  'undone_at',
] as const;

export async function insertRun(
  db: Db,
  run: Pick<RunRow, 'id' | 'startedBy' | 'startedByName' | 'startedAt' | 'projectId'>,
): Promise<void> {
  await db
    .insertInto('import_run')
    .values({
      id: run.id,
      started_by: run.startedBy,
      started_by_name: run.startedByName,
      started_at: run.startedAt,
      asked_at: run.startedAt,
      phase: 'reading',
      project_id: run.projectId ?? null,
    })
    .execute();
}

export async function runById(db: Db, id: string, { forUpdate = false } = {}): Promise<RunRow | undefined> {
  const query = db.selectFrom('import_run').select(columns).where('id', '=', id);
  const row = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  return row && toRun(row);
}

/** The latest first, after this one. */
export async function runsAfter(
  db: Db,
  cursor: { startedAt: string; id: string } | undefined,
  limit: number,
): Promise<RunRow[]> {
  const query = db
    .selectFrom('import_run')
    .select(columns)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  const rows = await (cursor
    ? query.where(sql<boolean>`(started_at, id) < (${cursor.startedAt}::timestamptz, ${cursor.id}::uuid)`)
    : query
  ).execute();
  return rows.map(toRun);
}

export async function countRuns(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('import_run')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export interface RunChange {
  readonly phase?: ImportPhase;
  readonly projectId?: string | null;
  readonly projectChoices?: Readonly<Record<string, string>>;
  readonly records?: RecordCounts;
  readonly staffNames?: readonly string[];
  readonly kept?: readonly StoredKept[];
  readonly failure?: Failure | null;
  readonly previewedAt?: Date;
  readonly appliedAt?: Date;
  readonly undoneAt?: Date;
  /** Its place in the line, of a step that is asked for now. */
  readonly askedAt?: Date;
}

export async function changeRun(db: Db, id: string, change: RunChange): Promise<void> {
  await db
    .updateTable('import_run')
    .set({
      ...(change.phase && { phase: change.phase }),
      ...(change.projectId !== undefined && { project_id: change.projectId }),
      ...(change.projectChoices && { project_choices: JSON.stringify(change.projectChoices) }),
      ...(change.records && { records: JSON.stringify(change.records) }),
      ...(change.staffNames && { staff_names: JSON.stringify(change.staffNames) }),
      ...(change.kept && { kept: JSON.stringify(change.kept) }),
      ...(change.failure !== undefined && { failure: change.failure && JSON.stringify(change.failure) }),
      ...(change.previewedAt && { previewed_at: change.previewedAt }),
      ...(change.appliedAt && { applied_at: change.appliedAt }),
      ...(change.undoneAt && { undone_at: change.undoneAt }),
      ...(change.askedAt && { asked_at: change.askedAt }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteRun(db: Db, id: string): Promise<void> {
  await db.deleteFrom('import_run').where('id', '=', id).execute();
}

export interface ProgressRow {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly startedAt: Date;
  readonly toldAt: Date;
}

export async function tellProgress(db: Db, runId: string, progress: ProgressRow): Promise<void> {
  const values = {
    step: progress.step,
    done: progress.done,
    total: progress.total,
    started_at: progress.startedAt,
    told_at: progress.toldAt,
  };
  await db
    .insertInto('import_progress')
    .values({ run_id: runId, ...values })
    .onConflict((already) => already.column('run_id').doUpdateSet(values))
    .execute();
}

export async function progressOf(db: Db, runId: string): Promise<ProgressRow | undefined> {
  const row = await db.selectFrom('import_progress').selectAll().where('run_id', '=', runId).executeTakeFirst();
  return row && { step: row.step, done: row.done, total: row.total, startedAt: row.started_at, toldAt: row.told_at };
}

type Row = {
  [Column in (typeof columns)[number]]: unknown;
};

function toRun(row: Row): RunRow {
  return {
    id: row.id as string,
    startedBy: row.started_by as string,
    startedByName: row.started_by_name as string,
    startedAt: row.started_at as Date,
    askedAt: row.asked_at as Date,
    phase: row.phase as ImportPhase,
    projectId: (row.project_id as string | null) ?? undefined,
    projectChoices: row.project_choices as Record<string, string>,
    records: (row.records as RecordCounts | null) ?? undefined,
    staffNames: (row.staff_names as string[] | null) ?? [],
    kept: (row.kept as StoredKept[] | null) ?? undefined,
    failure: (row.failure as Failure | null) ?? undefined,
    appliedAt: (row.applied_at as Date | null) ?? undefined,
    undoneAt: (row.undone_at as Date | null) ?? undefined,
  };
}
