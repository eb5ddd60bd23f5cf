import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from '@yilu/platform/contract';
import { Client } from 'pg';
import { type Address, codeOf } from './address.ts';
import { PostgresUnavailable } from './unavailable.ts';

/** A step in the one history of the database. */
interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text with Unix line ends, so that a checkout on Windows is the same migration. */
  readonly checksum: string;
}

export interface Migrated {
  /** Names of what was applied just now, in order. */
  readonly applied: readonly string[];
}

/** Everything that processes of ours do one at a time in one database is behind a lock of this family. */
const migrationLock = 8_173_002;

/** The history that belongs to this code. */
export const migrationsFolder = join(import.meta.dirname, '../../../database/migrations');

interface HowToMigrate {
  readonly folder?: string;
  readonly beforeChanges?: () => Promise<void>;
  /** Only these, so that rows of an older backup find the tables they came from. */
  readonly upTo?: readonly string[];
}

/**
 * Brings a database forward to this code, each migration in a transaction of its own. Refuses a database that newer code has
 * written, and one whose applied migrations differ from ours. `beforeChanges` runs once, before the first change to a database
 * that already holds data.
 */
export async function migrate(
  to: Address | string,
  { folder = migrationsFolder, beforeChanges, upTo }: HowToMigrate = {},
): Promise<Migrated> {
  const known = readMigrations(folder).filter(({ name }) => upTo?.includes(name) ?? true);
  const client = new Client(typeof to === 'string' ? { connectionString: to } : { ...to });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const before = await appliedMigrations(client);
    refuseForeignHistory(known, before);
    const pending = known.filter(({ name }) => !before.has(name));
    if (pending.length > 0 && before.size > 0) await beforeChanges?.();
    if (pending.length > 0) await prepareLedger(client);
    for (const migration of pending) await apply(client, migration);
    await refuseBlindLocale(client);
    return { applied: pending.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}

/** What `migrate` would apply; for `doctor` and for refusing before anything is touched. */
export async function pendingMigrations(client: Client, folder = migrationsFolder): Promise<readonly string[]> {
  const known = readMigrations(folder);
  const applied = await appliedMigrations(client);
  refuseForeignHistory(known, applied);
  return known.filter(({ name }) => !applied.has(name)).map(({ name }) => name);
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      return { name: file.slice(0, -'.sql'.length), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function appliedMigrations(client: Client): Promise<ReadonlyMap<string, string>> {
  const ledger = await client.query("select to_regclass('migrations.applied') is not null as exists");
  if (!ledger.rows[0]?.exists) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations.applied',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function prepareLedger(client: Client): Promise<void> {
  await client.query(`
    create schema if not exists migrations;
    create table if not exists migrations.applied (
      name       text primary key,
      checksum   text not null,
      applied_at timestamptz not null default now(),
      took_ms    int not null
    );
    comment on table migrations.applied is 'The history of this database: one row per file of database/migrations.';
    comment on column migrations.applied.checksum is 'SHA-256 of the file, so that an edit of a landed migration is noticed.';
  `);
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = performance.now();
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migrations.applied (name, checksum, took_ms) values ($1, $2, $3)', [
      name,
      checksum,
      Math.round(performance.now() - startedAt),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationFailed(name, sql, error);
  }
}

/** Names file and line, which PostgreSQL gives as a position in the text. */
export class MigrationFailed extends Error {
  constructor(name: string, sql: string, cause: unknown) {
    const position = cause instanceof Error && 'position' in cause ? Number(cause.position) : 0;
    const line = position > 0 ? `:${sql.slice(0, position).split('\n').length}` : '';
    super(`${name}.sql${line}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'MigrationFailed';
  }
}

function refuseForeignHistory(known: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const ours = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    if (!ours.has(name)) throw newerDatabase(name);
    if (ours.get(name) !== checksum) throw editedMigration(name);
  }
}

function newerDatabase(name: string): Refused {
  return new Refused({
    code: 'database.newer',
    params: { migration: name },
    message: {
      zh: `数据由更新的一路写成（${name}），这个版本不认识；请安装更新的版本，数据没有改动。`,
      en: `The data was written by a newer Yilu (${name}) that this version does not know; install the newer version. Nothing was changed.`,
    },
  });
}

function editedMigration(name: string): Refused {
  return new Refused({
    code: 'database.edited_migration',
    params: { migration: name },
    message: {
      zh: `迁移文件 ${name} 在写入数据库之后被改过；请恢复原文件并另写一个新的迁移（开发时可以用 npm run db:reset 重来）。`,
      en: `The migration ${name} was edited after it had been applied; restore it and write a new one (while developing, npm run db:reset starts over).`,
    },
  });
}

/** With locale C the trigrams of Chinese are empty, and every search by name silently finds nobody. */
async function refuseBlindLocale(client: Client): Promise<void> {
  try {
    const { rows } = await client.query<{ blind: boolean }>("select show_trgm('万科') = '{}' as blind");
    if (rows[0]?.blind) throw new PostgresUnavailable('locale', {});
  } catch (error) {
    // The extension comes with the first migration; a history without it (in a test) has nothing to check.
    if (codeOf(error) !== '42883') throw error;
  }
}
