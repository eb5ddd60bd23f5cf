import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** If the book is empty, its indexes wait until it is full; answers whether they do. */
export async function putIndexesAside(db: Db): Promise<boolean> {
  const { rows } = await sql<{ aside: boolean }>`select segments.put_indexes_aside() as aside`.execute(db);
  return rows[0]?.aside ?? false;
}

/** Build one index that was put aside and that nobody else is building, however long it takes; answers whether there was one. */
export async function buildNextIndex(db: Db): Promise<boolean> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(db);
  const { rows } = await sql<{ built: boolean }>`select segments.build_next_index() as built`.execute(db);
  return rows[0]?.built ?? false;
}

/** Where filling the book has ended and all its indexes stand, count it and let it be cleaned again. */
export async function endFilling(db: Db): Promise<void> {
  await sql`select segments.end_filling()`.execute(db);
}
