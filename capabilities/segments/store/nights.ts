import type { Db } from './tables.ts';

/** Whether the night's recompute was begun at or after this instant. */
export async function hadNightSince(db: Db, due: Date): Promise<boolean> {
  const night = await db.selectFrom('label_night').select('begun_at').where('begun_at', '>=', due).executeTakeFirst();
  return night !== undefined;
}

export async function noteNight(db: Db, at: Date): Promise<void> {
  await db
    .insertInto('label_night')
    .values({ begun_at: at })
    .onConflict((already) => already.doNothing())
    .execute();
}
