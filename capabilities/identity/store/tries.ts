import type { Tries } from '../rules/index.ts';
import type { Db } from './tables.ts';

/** The tries charged so far, locked until the transaction ends, so that parallel guesses are counted one after the other. */
export async function triesForUpdate(db: Db, key: string): Promise<Tries | undefined> {
  const row = await db
    .selectFrom('auth.failed_tries')
    .select(['count', 'last_at'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
  return row && { count: row.count, lastAt: row.last_at };
}

/** The first of several at once writes the row; the others learn that it is there, and must read it again. */
export async function beginTries(db: Db, key: string, { count, lastAt }: Tries): Promise<boolean> {
  const row = await db
    .insertInto('auth.failed_tries')
    .values({ key, count, last_at: lastAt })
    .onConflict((known) => known.column('key').doNothing())
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}

export async function setTries(db: Db, key: string, { count, lastAt }: Tries): Promise<void> {
  await db.updateTable('auth.failed_tries').set({ count, last_at: lastAt }).where('key', '=', key).execute();
}

/** Whether there were any. */
export async function forgetTries(db: Db, key: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('auth.failed_tries').where('key', '=', key).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** A try that succeeded was charged too; it is taken back. */
export async function takeBackTry(db: Db, key: string): Promise<void> {
  await db.deleteFrom('auth.failed_tries').where('key', '=', key).where('count', '<=', 1).execute();
  await db
    .updateTable('auth.failed_tries')
    .set((tries) => ({ count: tries('count', '-', 1) }))
    .where('key', '=', key)
    .execute();
}

export async function triesOf(db: Db, keys: readonly string[]): Promise<Map<string, Tries>> {
  const rows = await db
    .selectFrom('auth.failed_tries')
    .select(['key', 'count', 'last_at'])
    .where((tries) => tries('key', '=', tries.fn.any(tries.val([...keys]))))
    .execute();
  return new Map(rows.map((row) => [row.key, { count: row.count, lastAt: row.last_at }]));
}
