import type pg from 'pg';
import { type Language, Refused } from '../../contract/index.ts';
import { recordAudit } from '../audit.ts';
import { type Behind, kyselyOn, openBehind } from '../database/one-connection.ts';
import type { Engine } from '../engine.ts';
import { enqueue, enqueueListeners } from '../jobs/enqueue.ts';
import { signInFirst } from '../refusals.ts';
import { contributionsTo } from '../slot.ts';
import type { Entry } from './enter.ts';
import { remembering } from './once-per-work.ts';
import type { Work } from './work.ts';

export interface Circumstances {
  readonly entry: Entry;
  readonly language?: Language;
  readonly requestId: string;
  /** A request that only reads is answered before its commit has come back, unless it did write (a logged look-up). */
  readonly isReading?: boolean;
}

/**
 * Begin, enter as the actor, do, commit. A refusal rolls back, unless it asks to keep what was written (`keep`: counted
 * failures must survive their refusal).
 */
export async function inTransaction<Result>(
  engine: Engine,
  { entry, language = 'zh', requestId, isReading = false }: Circumstances,
  act: (work: Work) => Promise<Result>,
): Promise<Result> {
  const client = await engine.pool.connect();
  const now = engine.clock();
  let broken: Error | undefined;
  try {
    // Not awaited: it travels in the same packet as the entry behind it.
    const begun = client.query('begin');
    const entered = engine.enter(client, entry, now);
    await Promise.all([begun, entered]);
    const actor = await entered;
    if (!actor) throw new Refused(signInFirst, 401);

    const writes = { any: false };
    const work = workOn(engine, client, writes, { actor, now, language, requestId });
    const result = await act(work);
    const committed = client.query('commit');
    if (isReading && !writes.any) committed.catch(() => {});
    else await committed;
    return result;
  } catch (error) {
    const keeps = error instanceof Refused && error.detail.keep === true;
    await client.query(keeps ? 'commit' : 'rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function workOn(
  engine: Engine,
  client: pg.PoolClient,
  writes: { any: boolean },
  given: Pick<Work, 'actor' | 'now' | 'language' | 'requestId'>,
  behind?: Behind,
): Work {
  const noteWrite = () => {
    writes.any = true;
  };
  const db = kyselyOn<unknown>(client, noteWrite, behind);
  // Within, the outer work may have changed what is remembered; bulk work asks once for itself.
  if (!behind) remembering(db, engine.remembered);
  const work: Work = {
    ...given,
    db,
    keys: engine.keys,
    capabilities: engine.capabilities,
    // Nobody hears of it before the commit.
    tell: (kind, payload) => work.meanwhile(() => enqueueListeners(engine, client, kind, payload)),
    later: (kind, payload, when) => enqueue(engine, client, kind, payload, when),
    audit: (entry) => recordAudit(work, entry),
    contributions: (to) => contributionsTo(engine.contributions, to),
    meanwhile: async (act) => (behind ? behind.meanwhile(act) : act()),
    writingBehind: async (act) => {
      const lane = openBehind();
      try {
        const result = await act(workOn(engine, client, writes, given, lane));
        await lane.settled();
        return result;
      } catch (error) {
        lane.abandon();
        throw error;
      }
    },
  };
  return work;
}
