import { randomBytes } from 'node:crypto';
import { openDatabase, type TestDatabase } from '@yilu/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import {
  type Capability,
  type Engine,
  type Enter,
  inTransaction,
  jobInSteps,
  newId,
  openEngine,
  startWorkers,
} from '../index.ts';

/** Longer than anybody waits for a server to end. */
const forEver = 3_600;
const patience = { timeout: 120_000, interval: 50 };
vi.setConfig({ testTimeout: 240_000 });

let database: TestDatabase;
let begun = 0;
/** Set for the server that comes after. */
let isShort = false;

const countingJob = (name: string, long: (db: import('kysely').Kysely<unknown>) => Promise<void>) =>
  jobInSteps(name, z.object({}), (begin) =>
    begin(async (work) => {
      const db = work.db as import('kysely').Kysely<unknown>;
      await sql`insert into did (what) values (${name})`.execute(db);
      begun += 1;
      if (!isShort) await long(db);
    }),
  );
/** As an import is: thousands of statements. */
const many = countingJob('longs.many', async (db) => {
  for (;;) await sql`select 1`.execute(db);
});
/** As the recompute of everybody is: few, but long ones. */
const one = countingJob('longs.one', async (db) => {
  await sql`select pg_sleep(${forEver})`.execute(db);
});
const longs: Capability = { name: 'longs', routes: [], listeners: [], jobs: [many, one] };

const enter: Enter = (client) => ({
  actor: client.query('select 1').then(() => ({
    kind: 'system' as const,
    accountId: newId(),
    name: 'system',
    roles: [],
    permissions: new Set(),
    projects: [],
    ownOnly: false,
    isGroup: true,
    sides: [],
  })),
});

const open = (): Promise<Engine> =>
  openEngine({
    databaseUrl: database.url,
    capabilities: [longs],
    recurring: [],
    enter,
    keys: { current: 'k1', keys: new Map([['k1', randomBytes(32)]]), lookup: randomBytes(32) },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });

beforeAll(async () => {
  database = await openDatabase();
  await database.sql('create table did (what text not null)');
});
afterAll(() => database?.drop());

test('a server that is told to end gives up what would take it long, and the next one does it from the beginning', async () => {
  const server = await open();
  await inTransaction(server, { entry: { as: 'system' }, requestId: 'test' }, async (work) => {
    await work.later(many, {});
    await work.later(one, {});
  });
  await startWorkers(server);
  await expect.poll(() => begun, patience).toBe(2);
  await server.close();
  expect(await database.sql('select what from did')).toEqual([]);
  expect(
    await database.sql("select name from jobs.job where name like 'longs.%' and state = 'retry' order by name"),
  ).toEqual([{ name: 'longs.many' }, { name: 'longs.one' }]);

  isShort = true;
  const next = await open();
  await startWorkers(next);
  await expect
    .poll(() => database.sql('select what from did order by what'), patience)
    .toEqual([{ what: 'longs.many' }, { what: 'longs.one' }]);
  await next.close();
});
