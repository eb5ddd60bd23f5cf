import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { declined } from '../cli/command.ts';
import { listFolder } from './copy-files.ts';

const GB = 2 ** 30;
/** What a backup must leave free, so that the database beside it can go on writing. */
const reserveBytes = GB;

interface Source {
  readonly url: string;
  readonly cluster: string | undefined;
  readonly dataFolder: string;
}

/** About how many bytes a backup of this source takes. */
export async function bytesOfBackup({ url, cluster, dataFolder }: Source): Promise<number> {
  return bytesIn(join(dataFolder, 'files')) + (cluster ? bytesIn(cluster) : await bytesOfTables(url));
}

/** Refuses before a byte is written: a backup that fills the disk stops the database that it is made of. */
export function insistOnRoom(folder: string, neededBytes: number): void {
  const freeBytes = freeIn(folder);
  if (hasRoom(freeBytes, neededBytes)) return;
  const inGB = (bytes: number) => (bytes / GB).toFixed(1);
  const needed = inGB(neededBytes + reserveBytes);
  throw declined('backup_without_room', {
    zh: `${folder} 只剩 ${inGB(freeBytes)} GB，备份要留出 ${needed} GB；什么都没有写。请清出空间，或把旧的备份移到别的盘上，再试一次。`,
    en: `${folder} has ${inGB(freeBytes)} GB left and a backup needs ${needed} GB free; nothing was written. Make room or move older backups to another disk, then try again.`,
  });
}

/**
 * Which older backups have to go so that the next one finds room: the oldest first, no more than needed, and never the latest.
 * None when even that would not make room.
 */
export function thoseInTheWay(
  olds: readonly { readonly path: string; readonly takenAt: Date; readonly bytes: number }[],
  { freeBytes, neededBytes }: { readonly freeBytes: number; readonly neededBytes: number },
): string[] {
  const leaving: string[] = [];
  let free = freeBytes;
  for (const old of olds.toSorted((one, other) => one.takenAt.getTime() - other.takenAt.getTime()).slice(0, -1)) {
    if (hasRoom(free, neededBytes)) break;
    leaving.push(old.path);
    free += old.bytes;
  }
  return hasRoom(free, neededBytes) ? leaving : [];
}

/** Free bytes on the disk on which a folder is, or will be. */
export function freeIn(folder: string): number {
  if (!existsSync(folder)) return freeIn(join(folder, '..'));
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function hasRoom(freeBytes: number, neededBytes: number): boolean {
  return freeBytes >= neededBytes + reserveBytes;
}

function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  const sizes = listFolder(folder).files.map((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.size);
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

async function bytesOfTables(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ bytes: string }>(
      "select coalesce(sum(pg_table_size(oid)), 0) as bytes from pg_class where relkind = 'r' and relnamespace <> 'pg_catalog'::regnamespace",
    );
    return Number(rows[0]?.bytes ?? 0);
  } finally {
    await client.end();
  }
}
