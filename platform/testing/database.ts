import { Client } from 'pg';
import { inject } from 'vitest';
import { type Address, connectionUrl } from '../server/postgres/index.ts';

/** A database of a test's own, as migrated as production's. */
export interface TestDatabase {
  readonly address: Address;
  readonly url: string;
  /** As the owner, past row-level security. */
  readonly sql: <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** As the application's role with this scope: what a member of staff could see, whatever the code forgets. */
  readonly asApp: <Row>(scope: Scope, text: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly drop: () => Promise<void>;
}

/** What the server says about the actor at the start of a transaction; nothing said, nothing visible. */
export interface Scope {
  readonly actor?: string;
  readonly projects?: readonly string[];
  readonly own?: boolean;
  readonly isGroup?: boolean;
  readonly sides?: readonly ('developer' | 'property')[];
}

let count = 0;

/** Clones the migrated template. The name carries the process, since files run in several. */
export async function openDatabase(): Promise<TestDatabase> {
  const template = inject('postgres');
  const name = `test_${process.pid}_${++count}`;
  await alone({ ...template, database: 'postgres' }, `create database ${name} template ${template.database}`);

  const address = { ...template, database: name };
  const client = new Client(address);
  client.on('error', () => undefined);
  await client.connect();
  const inTurn = oneAfterAnother();
  return {
    address,
    url: connectionUrl(address),
    sql: (text, values) => inTurn(async () => (await client.query(text, values && [...values])).rows),
    asApp: (scope, text, values) =>
      inTurn(async () => {
        await client.query('begin');
        try {
          await client.query('select scope.enter($1, $2, $3, $4, $5)', [
            scope.actor ?? null,
            scope.projects ?? null,
            scope.own ?? false,
            scope.isGroup ?? false,
            scope.sides ?? null,
          ]);
          return (await client.query(text, values && [...values])).rows;
        } finally {
          await client.query('rollback');
        }
      }),
    drop: async () => {
      await client.end();
      await alone({ ...template, database: 'postgres' }, `drop database if exists ${name} with (force)`);
    },
  };
}

/** A test may ask several things at once; on its one connection a transaction of another scope must not slip in between. */
function oneAfterAnother(): <Result>(act: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const result = last.then(act, act);
    last = result;
    return result;
  };
}

async function alone(address: Address, statement: string): Promise<void> {
  const client = new Client(address);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
