import type { Db } from './tables.ts';

export interface SecondFactor {
  /** Encrypted. */
  readonly secret: string;
  readonly lastStep: number;
}

/** Locked until the transaction ends, so that two requests cannot use the same code. */
export async function secondFactorForUpdate(db: Db, staffId: string): Promise<SecondFactor | undefined> {
  const row = await db
    .selectFrom('auth.second_factor')
    .select(['secret', 'last_step'])
    .where('staff_id', '=', staffId)
    .forUpdate()
    .executeTakeFirst();
  return row && { secret: row.secret, lastStep: row.last_step };
}

export async function hasSecondFactor(db: Db, staffId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth.second_factor')
    .select('staff_id')
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function rememberStep(db: Db, staffId: string, step: number): Promise<void> {
  await db.updateTable('auth.second_factor').set({ last_step: step }).where('staff_id', '=', staffId).execute();
}

export async function offerSecret(db: Db, staffId: string, secret: string, offeredAt: Date): Promise<void> {
  await db
    .insertInto('auth.second_factor_offer')
    .values({ staff_id: staffId, secret, offered_at: offeredAt })
    .onConflict((known) => known.column('staff_id').doUpdateSet({ secret, offered_at: offeredAt }))
    .execute();
}

export async function offeredSecret(db: Db, staffId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth.second_factor_offer')
    .select('secret')
    .where('staff_id', '=', staffId)
    .forUpdate()
    .executeTakeFirst();
  return row?.secret;
}

export async function insertSecondFactor(
  db: Db,
  given: { staffId: string; secret: string; confirmedAt: Date; lastStep: number },
): Promise<void> {
  await db.deleteFrom('auth.second_factor_offer').where('staff_id', '=', given.staffId).execute();
  await db
    .insertInto('auth.second_factor')
    .values({
      staff_id: given.staffId,
      secret: given.secret,
      confirmed_at: given.confirmedAt,
      last_step: given.lastStep,
    })
    .execute();
}

/** Whether there was one. */
export async function deleteSecondFactor(db: Db, staffId: string): Promise<boolean> {
  await db.deleteFrom('auth.backup_code').where('staff_id', '=', staffId).execute();
  const gone = await db
    .deleteFrom('auth.second_factor')
    .where('staff_id', '=', staffId)
    .returning('staff_id')
    .executeTakeFirst();
  return gone !== undefined;
}

export async function replaceBackupCodes(db: Db, staffId: string, hashes: readonly string[]): Promise<void> {
  await db.deleteFrom('auth.backup_code').where('staff_id', '=', staffId).execute();
  await db
    .insertInto('auth.backup_code')
    .values(hashes.map((hash) => ({ staff_id: staffId, code_hash: hash })))
    .execute();
}

/** Whether this call was the one that used it up. */
export async function useBackupCode(db: Db, staffId: string, hash: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('auth.backup_code')
    .where('staff_id', '=', staffId)
    .where('code_hash', '=', hash)
    .returning('code_hash')
    .executeTakeFirst();
  return gone !== undefined;
}
