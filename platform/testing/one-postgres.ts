import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { type Address, migrate, throwawayPostgres } from '../server/postgres/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The PostgreSQL of this run, as its owner; its database is the migrated template. */
    postgres: Address;
  }
}

/** One PostgreSQL for a whole run of tests, migrated once; each file clones the template in some ten milliseconds. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await throwawayPostgres();
  await migrate(postgres.address);
  const template = { ...postgres.address, database: 'yilu' };
  const client = new Client({ ...template, database: 'postgres' });
  await client.connect();
  // A template must have no connections, or cloning it fails; this keeps a careless test from opening one.
  await client.query('alter database yilu allow_connections false');
  await client.end();
  project.provide('postgres', template);
  return () => postgres.leave();
}
