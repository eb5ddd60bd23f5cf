// npm run db:reset: throws the embedded database of DATA_DIR away and builds it anew. For developers only: it asks for
// `--yes`, refuses DATABASE_URL (somebody else's database) and a folder whose PostgreSQL runs (somebody works on it).
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, migrate } from '@yilu/platform/postgres';
import { dataFolder, withDatabase } from './developer-database.ts';

const cluster = join(dataFolder, 'postgres');
const objection = refusalToReset();
if (objection) {
  process.stderr.write(`${objection}\n`);
  process.exit(1);
}
rmSync(cluster, { recursive: true, force: true });
const { applied } = await withDatabase((to) => migrate(to));
process.stdout.write(`${cluster}: a new database with ${applied.length} migrations\n`);

function refusalToReset(): string | undefined {
  if (process.env.DATABASE_URL) return 'DATABASE_URL is set: a database that may be shared is not reset from here.';
  if (isRunning(cluster)) return `PostgreSQL runs on ${cluster}: stop the server first.`;
  if (!process.argv.includes('--yes')) return `This deletes every record in ${cluster}. Run: npm run db:reset -- --yes`;
  return undefined;
}
