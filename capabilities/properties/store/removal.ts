import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Held until the end of the transaction: two imports into one project must not make the same building twice. */
export async function lockStructure(db: Db, projectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`properties:${projectId}`}, 0))`.execute(db);
}

/**
 * Delete these rows except those that something refers to, and answer which those are. Tried all at once and halved on
 * refusal: an undo mostly meets no refusal at all, and then is one statement.
 */
export async function deleteUnlessReferred(
  db: Db,
  table: 'room' | 'building_unit' | 'building' | 'phase',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  await sql`savepoint removal`.execute(db);
  try {
    await db
      .deleteFrom(table)
      .where('id', '=', sql<string>`any(${[...ids]})`)
      .execute();
    await sql`release savepoint removal`.execute(db);
    return [];
  } catch (error) {
    await sql`rollback to savepoint removal`.execute(db);
    await sql`release savepoint removal`.execute(db);
    if (!isStillReferred(error)) throw error;
  }
  if (ids.length === 1) return [...ids];
  const half = Math.ceil(ids.length / 2);
  return [
    ...(await deleteUnlessReferred(db, table, ids.slice(0, half))),
    ...(await deleteUnlessReferred(db, table, ids.slice(half))),
  ];
}

/** Foreign key violation, or PostgreSQL 18's own code for `restrict`. */
export function isStillReferred(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '23503' || error.code === '23001');
}
