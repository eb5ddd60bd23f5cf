import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Who owns a room today. */
export async function partiesOfRoom(db: Db, roomId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from customers_published.room_party
     where room_id = ${roomId} and role in ('owner', 'coOwner') and ended_on is null limit 50`.execute(db);
  return rows.map(({ id }) => id);
}
