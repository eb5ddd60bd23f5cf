import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Whom an import waits for: who is at work, or else who comes next. */
export interface Ahead {
  /** How many imports are before this one. */
  readonly before: number;
  readonly startedBy: string;
  readonly startedByName: string;
  readonly startedAt: Date;
}

/** From here to the end of the transaction this import is the one at work, in the eyes of those that wait. */
export async function beAtWork(db: Db, runId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('imports.at_work'), hashtext(${runId}))`.execute(db);
}

/**
 * Imports one after the other: two at once would wait for each other's rows in different order. Told when it is another's turn,
 * before waiting for it.
 */
export async function waitForTurn(db: Db, runId: string, onWait?: (ahead: Ahead) => void): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('imports.in_line'), hashtext(${runId}))`.execute(db);
  const { rows } = await sql<{ had: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('imports.apply')) as had`.execute(db);
  if (!rows[0]?.had) {
    const ahead = (await aheadOf(db, [runId])).get(runId);
    if (ahead) onWait?.(ahead);
    await sql`select pg_advisory_xact_lock(hashtext('imports.apply'))`.execute(db);
  }
  await beAtWork(db, runId);
}

/** Of these imports those that wait. */
export async function aheadOf(db: Db, runIds: readonly string[]): Promise<ReadonlyMap<string, Ahead>> {
  if (runIds.length === 0) return new Map();
  const { rows } = await sql<Ahead & { id: string }>`
    select id, before, started_by as "startedBy", started_by_name as "startedByName", started_at as "startedAt"
      from imports.ahead_of(${[...runIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...ahead }) => [id, ahead]));
}
