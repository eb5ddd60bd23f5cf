import type { Writable } from 'node:stream';
import pg from 'pg';
import { parsers } from './types-of-postgres.ts';

/**
 * Connections to the database as its owner; each transaction then steps down to `yilu_app` (see scope.enter).
 * Pipelined: `begin` and the entry of the actor travel together, and a reading request does not wait for its commit.
 */
export function openPool(url: string, most: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    types: parsers,
    pipeline: true,
    application_name: 'yilu',
    // A query that nobody waits for any more must not hold its connection for ever.
    statement_timeout: 120_000,
    idle_in_transaction_session_timeout: 180_000,
  } as pg.PoolConfig);
  // An idle connection that breaks (PostgreSQL restarted) must not end the process; the pool opens another.
  pool.on('error', onError);
  // One that breaks while a transaction holds it fails that transaction's queries; its own event must find a listener too.
  pool.on('connect', (client) => {
    client.on('error', onError);
    sendTogether(client);
  });
  return pool;
}

/**
 * What is asked in one go travels in one packet: a page asks for everything at once, and a write to the socket for each question
 * costs both sides more than the question.
 */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  let isHeld = false;
  const query = client.query;
  const release = () => {
    if (!isHeld) return;
    isHeld = false;
    stream.uncork();
  };
  client.query = function asked(this: pg.PoolClient, ...given: unknown[]) {
    if (!isHeld) {
      isHeld = true;
      stream.cork();
      // After all promises that are due now have run, and with them everything that asks at this moment.
      process.nextTick(release);
    }
    return Reflect.apply(query, this, given);
  } as typeof query;
  releases.set(client, release);
}

const releases = new WeakMap<pg.PoolClient, () => void>();

/** Bulk work goes on working after it has asked, so that what it asked would wait until it takes its next breath. */
export function sendNow(client: pg.PoolClient): void {
  releases.get(client)?.();
}
