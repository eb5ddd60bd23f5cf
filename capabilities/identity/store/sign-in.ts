import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Whoever may be signing in; nobody acts yet, so a function of the database answers exactly this. */
export interface Candidate {
  readonly staffId: string;
  readonly hash: string;
  /** Set by another than its bearer. */
  readonly isPasswordForeign: boolean;
  readonly hasSecondFactor: boolean;
}

export async function candidateNamed(db: Db, username: string): Promise<Candidate | undefined> {
  const { rows } = await sql<{ staff_id: string; hash: string; set_by: string; has_second_factor: boolean }>`
    select staff_id, hash, set_by, has_second_factor from auth.candidate(${username})`.execute(db);
  const [row] = rows;
  return (
    row && {
      staffId: row.staff_id,
      hash: row.hash,
      isPasswordForeign: row.set_by !== row.staff_id,
      hasSecondFactor: row.has_second_factor,
    }
  );
}

export async function anybodyCanSignIn(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    anybody_can_sign_in: boolean;
  }>`select auth.anybody_can_sign_in() as anybody_can_sign_in`.execute(db);
  return rows[0]?.anybody_can_sign_in === true;
}

/** Two who set up at once do so one after the other. */
export async function lockSetUp(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('identity.set_up', 0))`.execute(db);
}

export interface Password {
  readonly hash: string;
  readonly isForeign: boolean;
}

export async function passwordOf(db: Db, staffId: string): Promise<Password | undefined> {
  const row = await db
    .selectFrom('auth.password')
    .select(['hash', 'set_by'])
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return row && { hash: row.hash, isForeign: row.set_by !== staffId };
}

export async function setPassword(
  db: Db,
  { staffId, hash, setAt, setBy }: { staffId: string; hash: string; setAt: Date; setBy: string },
): Promise<void> {
  const set = { hash, set_at: setAt, set_by: setBy };
  await db
    .insertInto('auth.password')
    .values({ staff_id: staffId, ...set })
    .onConflict((known) => known.column('staff_id').doUpdateSet(set))
    .execute();
}

/** A new ticket ends the earlier ones of the same account. */
export async function insertTicket(
  db: Db,
  { hash, staffId, expiresAt }: { hash: Buffer; staffId: string; expiresAt: Date },
): Promise<void> {
  await db.deleteFrom('auth.sign_in_ticket').where('staff_id', '=', staffId).execute();
  await db
    .insertInto('auth.sign_in_ticket')
    .values({ token_hash: hash, staff_id: staffId, expires_at: expiresAt })
    .execute();
}

export async function staffOfTicket(db: Db, hash: Buffer, now: Date): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth.sign_in_ticket')
    .select('staff_id')
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.staff_id;
}

/** Whether this call was the one that used it up. */
export async function useTicket(db: Db, hash: Buffer): Promise<boolean> {
  const gone = await db
    .deleteFrom('auth.sign_in_ticket')
    .where('token_hash', '=', hash)
    .returning('staff_id')
    .executeTakeFirst();
  return gone !== undefined;
}
