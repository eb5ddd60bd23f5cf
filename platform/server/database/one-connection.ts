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
import { sendNow } from './pool.ts';

/** Statements that were sent and that nobody waits for. They run in order, so whatever is asked later sees what they wrote. */
export interface Behind {
  readonly sent: (statement: Promise<unknown>) => void;
  /** Throws the first failure. */
  readonly insist: () => void;
  /** An answer that is waited for; when a statement before it failed, its failure, since this one only says that the transaction is lost. */
  readonly answered: <Answer>(statement: Promise<Answer>) => Promise<Answer>;
  /** Done whenever no statement is under way, one after the other. */
  readonly meanwhile: (act: () => Promise<void>) => void;
  /** Once all have been answered. */
  readonly settled: () => Promise<void>;
  /** The work failed: its connection belongs to others soon, so nothing more is sent. */
  readonly abandon: () => void;
}

export function openBehind(): Behind {
  const waiting = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const deferred: (() => Promise<void>)[] = [];
  let underWay = 0;
  let filling: Promise<void> | undefined;
  let isSettling = false;
  const insist = () => {
    if (failures.length > 0) throw failures[0];
  };
  const fill = () => {
    if (underWay > 0 || filling || isSettling || failures.length > 0) return;
    filling = deferred
      .shift()?.()
      .catch((failure) => void failures.push(failure))
      .finally(() => {
        filling = undefined;
        fill();
      });
  };
  const counted = (statement: Promise<unknown>) => {
    underWay += 1;
    const over = () => {
      underWay -= 1;
      fill();
    };
    statement.then(over, over);
  };
  return {
    sent: (statement) => {
      counted(statement);
      const answered: Promise<void> = statement.then(
        () => void waiting.delete(answered),
        (failure) => {
          failures.push(failure);
          waiting.delete(answered);
        },
      );
      waiting.add(answered);
    },
    insist,
    answered: (statement) => {
      counted(statement);
      return statement.catch((failure) => {
        insist();
        throw failure;
      });
    },
    meanwhile: (act) => {
      deferred.push(act);
      fill();
    },
    settled: async () => {
      isSettling = true;
      await filling;
      for (let next = deferred.shift(); next; next = deferred.shift()) {
        insist();
        await next();
      }
      await Promise.all(waiting);
      insist();
    },
    abandon: () => {
      deferred.length = 0;
      failures.push(new Error('this work has ended'));
    },
  };
}

interface Listening {
  readonly onAsk: () => void;
  readonly onWrite: () => void;
  readonly behind?: Behind | undefined;
}

/**
 * Kysely over one connection on which a transaction has begun; it neither begins nor ends anything itself.
 * `onAsk` is called before each statement, and may throw; `onWrite` after each that changes rows. With `behind`, inserts that
 * return nothing are not waited for.
 */
export function kyselyOn<Tables>(client: pg.PoolClient, listening: Listening): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => driverOn(client, listening),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });
}

function driverOn(client: pg.PoolClient, listening: Listening): Driver {
  const connection = preparing(client, listening);
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

function preparing(client: pg.PoolClient, { onAsk, onWrite, behind }: Listening): DatabaseConnection {
  return {
    executeQuery: async <Row>(query: CompiledQuery) => {
      onAsk();
      behind?.insist();
      const name = nameOf(query.sql);
      const asked = client.query({ text: query.sql, values: [...query.parameters], ...(name && { name }) });
      if (behind) sendNow(client);
      if (behind && isPlainInsert(query.sql)) {
        onWrite();
        behind.sent(asked);
        return { rows: [] };
      }
      const result = await (behind ? behind.answered(asked) : asked);
      const changed = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
      if (changed && !isLeftUndone(result, query.sql)) onWrite();
      return { rows: result.rows as Row[], ...(changed && { numAffectedRows: BigInt(result.rowCount ?? 0) }) };
    },
    streamQuery: () => {
      throw new Error('read long results by keyset pages');
    },
  };
}

/** What it would have inserted was there. */
function isLeftUndone({ rowCount }: pg.QueryResult, text: string): boolean {
  return rowCount === 0 && /^\s*insert\s.*\bon conflict\b/is.test(text);
}

function isPlainInsert(text: string): boolean {
  return /^\s*insert\s/i.test(text) && !/\breturning\b/i.test(text);
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
