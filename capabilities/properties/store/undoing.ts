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
