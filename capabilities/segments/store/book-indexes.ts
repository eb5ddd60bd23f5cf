import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** If the book is empty, its indexes wait until it is full; answers whether they do. */
export async function putIndexesAside(db: Db): Promise<boolean> {
  const { rows } = await sql<{ aside: boolean }>`select segments.put_indexes_aside() as aside`.execute(db);
  return rows[0]?.aside ?? false;
}

/** Build what was put aside, if anything was, however long it takes; readers are not kept waiting. */
export async function buildIndexes(db: Db): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(db);
  await sql`select segments.build_indexes()`.execute(db);
}
