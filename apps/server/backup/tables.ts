import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { copyIn, copyOut, migrate } from '@yilu/platform/postgres';
import { Client } from 'pg';
import { declined } from '../cli/command.ts';
import { version } from '../version.ts';
import { type CopiedFile, copyFile, flushToDisk, listFolder } from './copy-files.ts';
import { writeGzip } from './gzip-file.ts';
import { type Manifest, writeManifest } from './manifest.ts';

/** Tables in an order in which each comes after those it refers to; a table may refer to itself. */
const tablesInOrder = `
  with recursive own as (
    select c.oid, n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'auth')
  ), after as (
    select oid, 0 as depth from own
    union
    select r.conrelid, a.depth + 1
      from after a join pg_constraint r on r.confrelid = a.oid and r.contype = 'f' and r.conrelid <> r.confrelid
     where a.depth < 50
  )
  select format('%I.%I', nspname, relname) as name, nspname || '.' || relname as file
    from own join after using (oid) group by oid, nspname, relname order by max(depth), 1`;

/**
 * A logical export for a PostgreSQL that is not ours to copy files from: every table of one moment, by COPY.
 * Waiting background jobs are not in it: they belong to a running system and what they compute is computed anew.
 */
export async function exportTables(given: {
  url: string;
  filesFolder: string;
  to: string;
  now: Date;
}): Promise<Manifest> {
  const { url, filesFolder, to, now } = given;
  const client = await connected(url);
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    mkdirSync(join(to, 'tables'), { mode: 0o700 });
    const files: CopiedFile[] = [];
    for (const { name, file } of await tablesOf(client)) {
      files.push(await exportTable(client, name, { to, path: `tables/${file}.copy.gz` }));
    }
    if (existsSync(filesFolder)) {
      for (const path of listFolder(filesFolder).files) {
        const copied = await copyFile(filesFolder, join(to, 'files'), path);
        if (copied) files.push({ ...copied, path: `files/${path}` });
      }
    }
    const applied = await client.query<{ name: string }>('select name from migrations.applied order by name');
    const server = await client.query<{ major: string }>("select current_setting('server_version') as major");
    const manifest: Manifest = {
      format: 1,
      kind: 'tables',
      yilu: version,
      postgres: server.rows[0]?.major ?? '',
      takenAt: now,
      migrations: applied.rows.map(({ name }) => name),
      files,
      folders: [],
    };
    await flushToDisk(to);
    writeManifest(to, manifest);
    return manifest;
  } finally {
    await client.end();
  }
}

async function exportTable(
  client: Client,
  name: string,
  { to, path }: { to: string; path: string },
): Promise<CopiedFile> {
  return { path, ...(await writeGzip(join(to, path), (take) => copyOut(client, `copy ${name} to stdout`, take))) };
}

/** Fills a database that holds no people yet: migrates it to where the backup was, then puts every row back in one transaction. */
export async function importTables(from: string, manifest: Manifest, url: string): Promise<void> {
  await migrate(url, { upTo: manifest.migrations });
  const client = await connected(url);
  try {
    const tables = await tablesOf(client);
    const { rows } = await client.query<{ present: boolean }>('select exists (select from staff) as present');
    if (rows[0]?.present) throw notEmpty();
    await client.query('begin');
    for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
    await client.query(
      `delete from ${tables
        .map(({ name }) => name)
        .toReversed()
        .join('; delete from ')}`,
    );
    for (const { name, file } of tables) {
      const place = join(from, `tables/${file}.copy.gz`);
      if (existsSync(place))
        await copyIn(client, `copy ${name} from stdin`, createReadStream(place).pipe(createGunzip()));
    }
    for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
    await client.query(restartCounters);
    await client.query('commit');
  } finally {
    await client.end();
  }
  await migrate(url);
}

/** Numbers handed out by the database go on where the rows stop. */
const restartCounters = `
  do $$ declare one record; begin
    for one in
      select pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) as counter,
             format('select max(%I) from %I.%I', column_name, table_schema, table_name) as question
        from information_schema.columns
       where table_schema in ('public', 'auth')
         and pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) is not null
    loop
      execute format('select setval(%L, coalesce((%s), 0) + 1, false)', one.counter, one.question);
    end loop;
  end $$`;

async function tablesOf(client: Client): Promise<{ name: string; file: string }[]> {
  const { rows } = await client.query<{ name: string; file: string }>(tablesInOrder);
  return rows;
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function notEmpty() {
  return declined('restore_needs_empty_database', {
    zh: 'DATABASE_URL 指向的数据库里已经有数据；请给恢复一个空的数据库。',
    en: 'The database of DATABASE_URL already holds data; restore into an empty one.',
  });
}
