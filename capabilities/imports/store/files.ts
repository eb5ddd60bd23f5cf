import type { Failure } from './runs.ts';
import type { Db } from './tables.ts';

export interface FileRow {
  readonly id: string;
  readonly runId: string;
  readonly position: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly encoding?: string | undefined;
  readonly refusal?: Failure | undefined;
}

export async function insertFile(db: Db, file: FileRow & { readonly expiresAt: Date }): Promise<void> {
  await db
    .insertInto('import_file')
    .values({
      id: file.id,
      run_id: file.runId,
      position: file.position,
      name: file.name,
      size_bytes: file.sizeBytes,
      expires_at: file.expiresAt,
    })
    .execute();
}

export async function insertFilePart(db: Db, fileId: string, part: number, sealed: string): Promise<void> {
  await db.insertInto('import_file_part').values({ file_id: fileId, part, sealed }).execute();
}

export interface ReadPart {
  readonly fileId: string;
  /** From 0. */
  readonly at: number;
  readonly sheet: number;
  readonly reader: number;
  readonly sealed: string;
}

/** A part of what was read of a file lies beside the file's own parts, and goes with them. */
export async function insertReadPart(db: Db, { fileId, at, ...part }: ReadPart): Promise<void> {
  await db
    .insertInto('import_file_part')
    .values({ ...part, file_id: fileId, part: -1 - at })
    .execute();
}

export async function forgetReadParts(db: Db, fileId: string): Promise<void> {
  await db.deleteFrom('import_file_part').where('file_id', '=', fileId).where('part', '<', 0).execute();
}

/** What was read of one sheet, in order; none when nothing was, or by another reader. */
export async function readParts(
  db: Db,
  of: { readonly fileId: string; readonly sheet: number; readonly reader: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('import_file_part')
    .select('sealed')
    .where('file_id', '=', of.fileId)
    .where('sheet', '=', of.sheet)
    .where('reader', '=', of.reader)
    .orderBy('part', 'desc')
    .execute();
  return rows.map(({ sealed }) => sealed);
}

/** The encrypted parts in order; none when the file has expired. */
export async function filePart(db: Db, fileId: string, part: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('import_file_part')
    .select('sealed')
    .where('file_id', '=', fileId)
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.sealed;
}

export async function describeFile(
  db: Db,
  id: string,
  found: { readonly encoding?: string | undefined; readonly refusal?: Failure | undefined },
): Promise<void> {
  await db
    .updateTable('import_file')
    .set({ encoding: found.encoding ?? null, refusal: found.refusal ? JSON.stringify(found.refusal) : null })
    .where('id', '=', id)
    .execute();
}

export async function filesOf(db: Db, runIds: readonly string[]): Promise<FileRow[]> {
  if (runIds.length === 0) return [];
  const rows = await db
    .selectFrom('import_file')
    .selectAll()
    .where('run_id', 'in', [...runIds])
    .orderBy('run_id')
    .orderBy('position')
    .limit(5_000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    runId: row.run_id,
    position: row.position,
    name: row.name,
    sizeBytes: row.size_bytes,
    encoding: row.encoding ?? undefined,
    refusal: (row.refusal as Failure | null) ?? undefined,
  }));
}

/** Forget contents past their keeping time, with what rows repeated of them; figures stay. */
export async function forgetExpiredFiles(db: Db, now: Date): Promise<void> {
  const expired = db.selectFrom('import_file').select('id').where('expires_at', '<=', now);
  await db.deleteFrom('import_file_part').where('file_id', 'in', expired).execute();
  const sheets = db
    .selectFrom('import_sheet')
    .innerJoin('import_file', 'import_file.id', 'import_sheet.file_id')
    .select('import_sheet.id')
    .where('import_file.expires_at', '<=', now);
  await db
    .updateTable('import_row')
    .set({ sealed: null })
    .where('sealed', 'is not', null)
    .where('sheet_id', 'in', sheets)
    .execute();
  await db.deleteFrom('import_repair').where('sheet_id', 'in', sheets).execute();
}
