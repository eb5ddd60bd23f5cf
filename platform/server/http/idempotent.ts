import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Refused } from '../../contract/index.ts';
import { decryptField, encryptField } from '../crypto/field.ts';
import { keyUsedDifferently } from '../refusals.ts';
import type { Work } from '../work/work.ts';

export interface Once {
  readonly key: string;
  /** Method, path and body: the same key for anything else is refused. */
  readonly request: readonly unknown[];
}

/**
 * Do it once: a repeated request waits for the first one's transaction, then gets its answer.
 * The row is written before the work, so two clicks meet at its primary key. Answers are in the shape of JSON.
 */
export async function onlyOnce(work: Work, { key, request }: Once, act: () => Promise<unknown>): Promise<unknown> {
  const { db, actor, now, keys } = work;
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  const { rows: mine } = await sql`
    insert into idempotent_answer (account_id, key, request_hash, status, answer, at)
    values (${actor.accountId}, ${key}, ${hash}, 0, '', ${now})
    on conflict do nothing
    returning key`.execute(db);
  if (mine.length === 0) return earlierAnswer(work, key, hash);

  const answer = await act().catch(async (error: unknown) => {
    // What is kept of a refusal is what was counted, never the mark that the request was answered.
    if (error instanceof Refused && error.detail.keep)
      await sql`delete from idempotent_answer where account_id = ${actor.accountId} and key = ${key}`.execute(db);
    throw error;
  });
  const sealed = encryptField(keys, JSON.stringify({ answer }), key);
  await sql`update idempotent_answer set status = 200, answer = ${sealed} where account_id = ${actor.accountId} and key = ${key}`.execute(
    db,
  );
  return answer;
}

async function earlierAnswer({ db, actor, keys }: Work, key: string, hash: string): Promise<unknown> {
  const { rows } = await sql<{ request_hash: string; answer: string }>`
    select request_hash, answer from idempotent_answer where account_id = ${actor.accountId} and key = ${key}`.execute(
    db,
  );
  const [earlier] = rows;
  if (!earlier || earlier.request_hash !== hash) throw new Refused(keyUsedDifferently, 409);
  return (JSON.parse(decryptField(keys, earlier.answer, key)) as { answer?: unknown }).answer;
}
