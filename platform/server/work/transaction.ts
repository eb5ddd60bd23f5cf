import type pg from 'pg';
import { type Language, Refused } from '../../contract/index.ts';
import { recordAudit } from '../audit.ts';
import { type Behind, kyselyOn, openBehind } from '../database/one-connection.ts';
import type { Engine } from '../engine.ts';
import { enqueue, enqueueListeners } from '../jobs/enqueue.ts';
import { keyRefused, signInFirst } from '../refusals.ts';
import { contributionsTo } from '../slot.ts';
import type { Actor } from './actor.ts';
import type { Entry } from './enter.ts';
import { remembering } from './once-per-work.ts';
import type { Work } from './work.ts';

export interface Circumstances {
  readonly entry: Entry;
  readonly language?: Language;
  readonly requestId: string;
  /** A request that only reads is answered before its commit has come back, unless it did write (a logged look-up). */
  readonly isReading?: boolean;
  /** Nobody waits for it: it ends with the server, at its next statement. */
  readonly isInterruptible?: boolean;
}

/**
 * Begin, enter as the actor, do, commit. A refusal rolls back, unless it asks to keep what was written (`keep`: counted
 * failures must survive their refusal).
 */
export async function inTransaction<Result>(
  engine: Engine,
  circumstances: Circumstances,
  act: (work: Work) => Promise<Result>,
): Promise<Result> {
  const { isInterruptible = false } = circumstances;
  if (isInterruptible) engine.interruption.insist();
  const client = await engine.pool.connect();
  const ended = isInterruptible ? engine.interruption.began(client) : undefined;
  let broken: Error | undefined;
  try {
    for (;;) {
      const done = await once(engine, client, circumstances, act);
      if (done) return done.result;
      // Somebody was expected who is no longer, and was forgotten over it.
      await client.query('rollback');
    }
  } catch (error) {
    const keeps = error instanceof Refused && error.detail.keep === true;
    await client.query(keeps ? 'commit' : 'rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    ended?.();
    client.release(broken);
  }
}

interface Watch {
  hasWritten: boolean;
  /** Throws when this work is to end. */
  readonly insist: () => void;
}

function isKey(entry: Entry): boolean {
  return entry.as === 'credentials' && entry.credentials.apiKey !== undefined;
}

/** Nothing when who was expected does not hold any more. */
async function once<Result>(
  engine: Engine,
  client: pg.PoolClient,
  { entry, language = 'zh', requestId, isReading = false, isInterruptible = false }: Circumstances,
  act: (work: Work) => Promise<Result>,
): Promise<{ readonly result: Result } | undefined> {
  const now = engine.clock();
  const watch: Watch = { hasWritten: false, insist: isInterruptible ? engine.interruption.insist : () => {} };
  const doAs = async (actor: Actor) => act(workOn(engine, client, watch, { actor, now, language, requestId }));
  // Not awaited: it travels in the same packet as the entry behind it, and with them what a reading request asks.
  const begun = client.query('begin');
  const { expected, actor: entered } = engine.enter(client, entry, now);
  const ahead = expected && isReading ? settled(doAs(expected)) : undefined;
  const [, actor] = await Promise.all([begun, entered]).finally(() => ahead);
  if (!actor && expected) return undefined;
  if (!actor) throw new Refused(isKey(entry) ? keyRefused : signInFirst, 401);
  const result = await (ahead ? outcomeOf(await ahead) : doAs(actor));
  const committed = client.query('commit');
  if (isReading && !watch.hasWritten) committed.catch(() => {});
  else await committed;
  return { result };
}

/** Nobody waits for it yet, and it must not fail unheard. */
async function settled<Result>(doing: Promise<Result>): Promise<PromiseSettledResult<Result>> {
  const [outcome] = await Promise.allSettled([doing]);
  return outcome;
}

function outcomeOf<Result>(outcome: PromiseSettledResult<Result>): Result {
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}

function workOn(
  engine: Engine,
  client: pg.PoolClient,
  watch: Watch,
  given: Pick<Work, 'actor' | 'now' | 'language' | 'requestId'>,
  behind?: Behind,
): Work {
  const noteWrite = () => {
    watch.hasWritten = true;
  };
  const db = kyselyOn<unknown>(client, { onAsk: watch.insist, onWrite: noteWrite, behind });
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
        const result = await act(workOn(engine, client, watch, given, lane));
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
