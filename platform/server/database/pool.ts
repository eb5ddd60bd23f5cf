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
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
