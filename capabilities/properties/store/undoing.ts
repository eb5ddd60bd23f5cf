import { sql } from 'kysely';
import type { Db } from './tables.ts';

export async function milestonesByIds(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; roomId: string; reachedOn: string; entered: boolean }[]> {
  return db
    .selectFrom('room_milestone')
    .select(['id', 'room_id as roomId', 'reached_on as reachedOn', 'entered'])
    .where('id', '=', sql<string>`any(${[...ids]})`)
    .execute();
}

/** Which of these people have renamed or moved since they were made. */
export async function editedOf(
  db: Db,
  table: 'building_unit' | 'building' | 'phase',
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where id = any(${[...ids]}::uuid[]) and version > 1`.execute(db);
  return rows.map(({ id }) => id);
}
