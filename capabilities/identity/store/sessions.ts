import type { Session } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly staffId: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly idleDays: number;
  readonly device: string;
  readonly address: string;
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('auth.session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      staff_id: session.staffId,
      opened_at: session.openedAt,
      last_seen_at: session.openedAt,
      expires_at: session.expiresAt,
      idle_days: session.idleDays,
      device: session.device,
      address: session.address,
    })
    .execute();
}

export async function sessionsOf(db: Db, staffId: string, thisOne: string | undefined, now: Date): Promise<Session[]> {
  const rows = await db
    .selectFrom('auth.session')
    .select(['id', 'opened_at', 'last_seen_at', 'expires_at', 'device', 'address'])
    .where('staff_id', '=', staffId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    isThisOne: row.id === thisOne,
    openedAt: row.opened_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    device: row.device,
    address: row.address,
  }));
}

export async function deleteSession(db: Db, staffId: string, sessionId: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('auth.session')
    .where('id', '=', sessionId)
    .where('staff_id', '=', staffId)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** End all sessions of an account, but for one when it is named; answers how many. */
export async function deleteSessionsOf(db: Db, staffId: string, exceptId?: string | undefined): Promise<number> {
  const gone = await db
    .deleteFrom('auth.session')
    .where('staff_id', '=', staffId)
    .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
    .returning('id')
    .execute();
  return gone.length;
}

export async function deleteTicketsOf(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom('auth.sign_in_ticket').where('staff_id', '=', staffId).execute();
}

/** What has ended by itself needs no row any more. */
export async function deleteExpired(db: Db, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - 86_400_000);
  await db.deleteFrom('auth.session').where('expires_at', '<=', now).execute();
  await db.deleteFrom('auth.sign_in_ticket').where('expires_at', '<=', now).execute();
  await db.deleteFrom('auth.second_factor_offer').where('offered_at', '<=', dayAgo).execute();
  // A lock lasts a day at most.
  await db.deleteFrom('auth.failed_tries').where('last_at', '<=', dayAgo).execute();
}
