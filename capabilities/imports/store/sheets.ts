import type { RowCounts, SheetColumn, SheetKind, SheetLayout } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface SheetRowOfRun {
  readonly id: string;
  readonly runId: string;
  readonly fileId: string;
  readonly position: number;
  /** Which table of the sheet, from 0. */
  readonly part: number;
  readonly name: string;
  readonly kind: SheetKind;
  readonly kindConfidence: number;
  readonly headerRow?: number | undefined;
  /** Of several tables under each other: where its title lines begin, and its last row. */
  readonly firstRow?: number | undefined;
  readonly lastRow?: number | undefined;
  /** The sheet has no heading row; `headerRow` then is the last line above its data, or 0. */
  readonly headless: boolean;
  /** How its rows lie, where they make no table. */
  readonly layout?: SheetLayout | undefined;
  /** Code of why nothing of it goes in. */
  readonly remark?: string | undefined;
  readonly headingsKey?: string | undefined;
  readonly columns: readonly SheetColumn[];
  readonly title?: string | undefined;
  readonly rememberedAt?: Date | undefined;
  /** Filled rows below the headings: about as many data rows. */
  readonly rowsSeen?: number | undefined;
  readonly skipped: Skipped;
  readonly counts?: RowCounts | undefined;
}
export interface Skipped {
  readonly blank: number;
  readonly total: number;
  readonly note: number;
  readonly repeatedHeading: number;
}

export async function replaceSheets(db: Db, runId: string, sheets: readonly SheetRowOfRun[]): Promise<void> {
  await db.deleteFrom('import_sheet').where('run_id', '=', runId).execute();
  if (sheets.length === 0) return;
  await db
    .insertInto('import_sheet')
    .values(
      sheets.map((sheet) => ({
        id: sheet.id,
        run_id: sheet.runId,
        file_id: sheet.fileId,
        position: sheet.position,
        part: sheet.part,
        first_row: sheet.firstRow ?? null,
        last_row: sheet.lastRow ?? null,
        name: sheet.name,
        kind: sheet.kind,
        kind_confidence: sheet.kindConfidence,
        header_row: sheet.headerRow ?? null,
        headless: sheet.headless,
        layout: sheet.layout ? JSON.stringify(sheet.layout) : null,
        ignored_because: sheet.remark ?? null,
        headings_key: sheet.headingsKey ?? null,
        columns: JSON.stringify(sheet.columns),
        title: sheet.title ?? null,
        remembered_at: sheet.rememberedAt ?? null,
        skipped: JSON.stringify(sheet.skipped),
        rows_seen: sheet.rowsSeen ?? null,
        counts: null,
      })),
    )
    .execute();
}

export async function sheetsOf(db: Db, runIds: readonly string[]): Promise<SheetRowOfRun[]> {
  if (runIds.length === 0) return [];
  const rows = await db
    .selectFrom('import_sheet')
    .innerJoin('import_file', 'import_file.id', 'import_sheet.file_id')
    .selectAll('import_sheet')
    .where('import_sheet.run_id', 'in', [...runIds])
    .orderBy('import_file.position')
    .orderBy('import_sheet.position')
    .orderBy('import_sheet.part')
    .limit(5_000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    runId: row.run_id,
    fileId: row.file_id,
    position: row.position,
    part: row.part,
    firstRow: row.first_row ?? undefined,
    lastRow: row.last_row ?? undefined,
    name: row.name,
    kind: row.kind as SheetKind,
    kindConfidence: Math.round(row.kind_confidence * 100) / 100,
    headerRow: row.header_row ?? undefined,
    headless: row.headless,
    layout: (row.layout as unknown as SheetLayout | null) ?? undefined,
    remark: row.ignored_because ?? undefined,
    headingsKey: row.headings_key ?? undefined,
    columns: row.columns as unknown as SheetColumn[],
    title: row.title ?? undefined,
    rememberedAt: row.remembered_at ?? undefined,
    rowsSeen: row.rows_seen ?? undefined,
    skipped: row.skipped as unknown as Skipped,
    counts: (row.counts as unknown as RowCounts | null) ?? undefined,
  }));
}

export async function changeSheet(
  db: Db,
  id: string,
  change: { readonly kind: SheetKind; readonly columns: readonly SheetColumn[]; readonly rememberedAt: Date },
): Promise<void> {
  await db
    .updateTable('import_sheet')
    .set({ kind: change.kind, columns: JSON.stringify(change.columns), remembered_at: change.rememberedAt })
    .where('id', '=', id)
    .execute();
}

export async function countSheet(db: Db, id: string, counts: RowCounts, skipped: Skipped): Promise<void> {
  await db
    .updateTable('import_sheet')
    .set({ counts: JSON.stringify(counts), skipped: JSON.stringify(skipped) })
    .where('id', '=', id)
    .execute();
}
