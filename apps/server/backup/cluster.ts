import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { version } from '../version.ts';
import { type CopiedFile, copyFile, flushToDisk, listFolder } from './copy-files.ts';
import { type Manifest, writeManifest } from './manifest.ts';

// What a copy must not have (the running server's own marks) or need not have (caches made anew at every start).
const left = [
  /^postmaster\.(pid|opts)$/,
  /^\.s\.PGSQL\./,
  /^pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\//,
  /(^|\/)pgsql_tmp/,
  /(^|\/)pg_internal\.init/,
  /^backup_(label|manifest)$/,
];

function isKept(path: string): boolean {
  return !left.some((pattern) => pattern.test(path));
}

/**
 * Copies the embedded cluster while it works. PostgreSQL promises that such a copy, together with the write-ahead log from its
 * start to its stop, is the state at the stop; the log is therefore copied last.
 */
export async function backupCluster(given: {
  url: string;
  cluster: string;
  filesFolder: string;
  to: string;
  now: Date;
}): Promise<Manifest> {
  const { url, cluster, filesFolder, to, now } = given;
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const copied: CopiedFile[] = [];
  const copyAll = async (from: string, below: string, paths: readonly string[]) => {
    for (const path of paths) {
      const one = await copyFile(from, join(to, below), path);
      if (one) copied.push({ ...one, path: `${below}/${path}` });
    }
  };
  try {
    // Without a slot, a checkpoint in the middle of a long copy could recycle log that the copy needs.
    await client.query(`select pg_create_physical_replication_slot('yilu_backup_${process.pid}', true, true)`);
    await client.query("select pg_backup_start('yilu', fast => true)");
    const { files, folders } = listFolder(cluster);
    await copyAll(cluster, 'postgres', files.filter(isKept));
    const stopped = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop(wait_for_archive => false)',
    );
    await copyAll(
      cluster,
      'postgres',
      listFolder(cluster).files.filter((path) => path.startsWith('pg_wal/')),
    );
    copied.push(writeLabel(to, stopped.rows[0]?.labelfile ?? ''));

    // After the database: a file is written before the row that names it.
    if (existsSync(filesFolder)) await copyAll(filesFolder, 'files', listFolder(filesFolder).files);
    const { rows } = await client.query<{ name: string }>('select name from migrations.applied order by name');
    const manifest: Manifest = {
      format: 1,
      kind: 'cluster',
      yilu: version,
      postgres: readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim(),
      takenAt: now,
      migrations: rows.map(({ name }) => name),
      files: copied,
      // Not the slot's own folder: PostgreSQL will not start with a slot that has no state.
      folders: folders.filter(isKept).map((path) => `postgres/${path}`),
    };
    await flushToDisk(to);
    writeManifest(to, manifest);
    return manifest;
  } finally {
    await client.end();
  }
}

/** Tells the restored server where to begin reading the log. */
function writeLabel(to: string, label: string): CopiedFile {
  writeFileSync(join(to, 'postgres/backup_label'), label, { mode: 0o600, flush: true });
  const sha256 = createHash('sha256').update(label).digest('hex');
  return { path: 'postgres/backup_label', bytes: Buffer.byteLength(label), sha256 };
}
