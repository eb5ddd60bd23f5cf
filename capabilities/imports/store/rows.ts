import { sql } from 'kysely';
import type { RowReason } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface StoredRow {
  readonly sheetId: string;
  readonly row: number;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'rejected';
  readonly joined: boolean;
  readonly reasons: readonly RowReason[];
  readonly sealed?: string | undefined;
}

const rowsPerStatement = 2_000;

export async function replaceRows(db: Db, runId: string, rows: readonly StoredRow[]): Promise<void> {
  await db.deleteFrom('import_row').where('run_id', '=', runId).execute();
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    const batch = rows.slice(at, at + rowsPerStatement).map((row) => ({
      sheet_id: row.sheetId,
      row: row.row,
      run_id: runId,
      outcome: row.outcome,
      joined: row.joined,
      reasons: row.reasons,
      sealed: row.sealed ?? null,
    }));
    await sql`
      insert into import_row (sheet_id, row, run_id, outcome, joined, reasons, sealed)
      select sheet_id, row, run_id, outcome, joined, reasons, sealed from json_to_recordset(${JSON.stringify(batch)}::json)
        as given (sheet_id uuid, row int, run_id uuid, outcome text, joined boolean, reasons jsonb, sealed text)`.execute(
      db,
    );
  }
}

export interface RowQuery {
  readonly runId: string;
  readonly sheetId?: string | undefined;
  readonly rejected?: boolean | undefined;
  readonly after?: { readonly sheetId: string; readonly row: number } | undefined;
  readonly limit: number;
}

export async function rowsOf(db: Db, { runId, sheetId, rejected, after, limit }: RowQuery): Promise<StoredRow[]> {
  let query = db
    .selectFrom('import_row')
    .select(['sheet_id', 'row', 'outcome', 'joined', 'reasons', 'sealed'])
    .where('run_id', '=', runId)
    .orderBy('sheet_id')
    .orderBy('row')
    .limit(limit);
  if (sheetId) query = query.where('sheet_id', '=', sheetId);
  if (rejected !== undefined) query = query.where('outcome', rejected ? '=' : '!=', 'rejected');
  if (after) query = query.where(sql<boolean>`(sheet_id, row) > (${after.sheetId}::uuid, ${after.row}::int)`);
  const rows = await query.execute();
  return rows.map((row) => ({
    sheetId: row.sheet_id,
    row: row.row,
    outcome: row.outcome as StoredRow['outcome'],
    joined: row.joined,
    reasons: row.reasons as unknown as RowReason[],
    sealed: row.sealed ?? undefined,
  }));
}

export async function countRows(db: Db, { runId, sheetId, rejected }: Omit<RowQuery, 'limit'>): Promise<number> {
  let query = db
    .selectFrom('import_row')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('run_id', '=', runId);
  if (sheetId) query = query.where('sheet_id', '=', sheetId);
  if (rejected !== undefined) query = query.where('outcome', rejected ? '=' : '!=', 'rejected');
  return Number((await query.executeTakeFirstOrThrow()).count);
}

export interface Repair {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly sealed: string;
}

export async function putRepairs(db: Db, runId: string, repairs: readonly Repair[]): Promise<void> {
  for (const { sheetId, row, column, sealed } of repairs) {
    await db
      .insertInto('import_repair')
      .values({ sheet_id: sheetId, row, col: column, run_id: runId, sealed })
      .onConflict((already) => already.columns(['sheet_id', 'row', 'col']).doUpdateSet({ sealed }))
      .execute();
  }
}

export async function repairsOf(db: Db, runId: string): Promise<Repair[]> {
  const rows = await db
    .selectFrom('import_repair')
    .select(['sheet_id', 'row', 'col', 'sealed'])
    .where('run_id', '=', runId)
    .limit(20_000)
    .execute();
  return rows.map((row) => ({ sheetId: row.sheet_id, row: row.row, column: row.col, sealed: row.sealed }));
}

export type Door = 'rooms' | 'people' | 'contacts' | 'deals';
export interface StoredChange {
  readonly position: number;
  readonly door: Door;
  readonly image: unknown;
}

/** Positions go on from the last one. */
export async function addChanges(
  db: Db,
  runId: string,
  from: number,
  changes: readonly { readonly door: Door; readonly image: unknown }[],
): Promise<void> {
  if (changes.length === 0) return;
  const batch = changes.map(({ door, image }, at) => ({ run_id: runId, position: from + at, door, image }));
  await sql`
    insert into import_change (run_id, position, door, image)
    select run_id, position, door, image from json_to_recordset(${JSON.stringify(batch)}::json)
      as given (run_id uuid, position int, door text, image jsonb)`.execute(db);
}

/** A door's images from the last to the first: the order in which they are taken back. */
export async function changesBefore(
  db: Db,
  runId: string,
  door: Door,
  before: number,
  limit: number,
): Promise<StoredChange[]> {
  const rows = await db
    .selectFrom('import_change')
    .select(['position', 'door', 'image'])
    .where('run_id', '=', runId)
    .where('door', '=', door)
    .where('position', '<', before)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ position: row.position, door: row.door as Door, image: row.image }));
}

/** Of how many people an import keeps what they were. */
export async function countOfPeople(db: Db, runId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(case jsonb_typeof(image) when 'array' then jsonb_array_length(image) else 1 end), 0)::int as count
      from import_change where run_id = ${runId} and door = 'people'`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What imports that came later and stand have changed, with the first of them to do so; and the first of them all. */
export interface Later {
  readonly first: string | undefined;
  readonly of: (door: Door) => ReadonlyMap<string, string>;
}

export async function laterThan(db: Db, runId: string): Promise<Later> {
  const standing = await sql<{ id: string }>`
    select id from imports.standing_after(${runId}) order by applied_at, id limit 1`.execute(db);
  const { rows } = await sql<{ door: Door; id: string; run_id: string }>`
    select door, id, run_id from imports.changed_since(${runId})`.execute(db);
  const byDoor = new Map(
    [...Map.groupBy(rows, ({ door }) => door)].map(([door, of]) => [
      door,
      new Map(of.map(({ id, run_id }) => [id, run_id])),
    ]),
  );
  return { first: standing.rows[0]?.id, of: (door) => byDoor.get(door) ?? new Map() };
}

/** Images that an undo had to leave are tried again after those of a later import. */
export async function handOver(
  db: Db,
  runId: string,
  heirId: string,
  door: Door,
  images: readonly unknown[],
): Promise<void> {
  await sql`select imports.hand_over(${runId}, ${heirId}, ${door}, ${JSON.stringify(images)}::jsonb)`.execute(db);
}

/** Images past their keeping time go; the import stays in the list and can no longer be undone. */
export async function forgetOldChanges(db: Db, appliedBefore: Date): Promise<void> {
  await db
    .deleteFrom('import_change')
    .where('run_id', 'in', db.selectFrom('import_run').select('id').where('applied_at', '<', appliedBefore))
    .execute();
}
