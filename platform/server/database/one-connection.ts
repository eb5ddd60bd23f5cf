import { createHash } from 'node:crypto';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type pg from 'pg';

/**
 * Kysely over one connection on which a transaction has begun; it neither begins nor ends anything itself.
 * `onWrite` is called after each statement that changes rows.
 */
export function kyselyOn<Tables>(client: pg.PoolClient, onWrite: () => void = () => {}): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => driverOn(client, onWrite),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });
}

function driverOn(client: pg.PoolClient, onWrite: () => void): Driver {
  const connection = preparing(client, onWrite);
  const nothing = () => Promise.resolve();
  const refuse = () => Promise.reject(new Error('a Work is one transaction; it cannot be nested'));
  return {
    init: nothing,
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: nothing,
    destroy: nothing,
  };
}

function preparing(client: pg.PoolClient, onWrite: () => void): DatabaseConnection {
  return {
    executeQuery: async <Row>(query: CompiledQuery) => {
      const name = nameOf(query.sql);
      const result = await client.query({ text: query.sql, values: [...query.parameters], ...(name && { name }) });
      const changed = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
      if (changed) onWrite();
      return { rows: result.rows as Row[], ...(changed && { numAffectedRows: BigInt(result.rowCount ?? 0) }) };
    },
    streamQuery: () => {
      throw new Error('read long results by keyset pages');
    },
  };
}

// Prepared statements make id look-ups 1.3 to 1.6 times as fast. Only texts that come back are worth a name, and a filter
// editor can make endless texts, so the list is bounded; what does not fit runs unnamed.
const mostNames = 1_000;
const seen = new Map<string, string | undefined>();

function nameOf(text: string): string | undefined {
  const known = seen.get(text);
  if (known) return known;
  const isSecondTime = seen.has(text);
  if (!isSecondTime && seen.size >= mostNames) return undefined;
  const name = isSecondTime ? createHash('sha1').update(text).digest('base64url') : undefined;
  seen.set(text, name);
  return name;
}
