import { join } from 'node:path';
import { type Address, joinEmbeddedPostgres } from '@yilu/platform/postgres';

/** The data folder a developer works on: `DATA_DIR`, else `data` in the project. */
export const dataFolder = process.env.DATA_DIR ?? join(import.meta.dirname, '../../data');

/** Runs with the database that `npm start` would use: `DATABASE_URL`, else the embedded one of the data folder. */
export async function withDatabase<Result>(run: (to: Address | string) => Promise<Result>): Promise<Result> {
  if (process.env.DATABASE_URL) return run(process.env.DATABASE_URL);
  const postgres = await joinEmbeddedPostgres({ folder: dataFolder });
  try {
    return await run(postgres.address);
  } finally {
    await postgres.leave();
  }
}
