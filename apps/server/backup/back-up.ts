import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { declined } from '../cli/command.ts';
import { backupCluster } from './cluster.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { bytesOfBackup, freeIn, insistOnRoom, thoseInTheWay } from './room.ts';
import { exportTables } from './tables.ts';

/** How many days an automatic backup is kept. */
const keptDays = 7;
const automatic = /^(daily|before-migration)-/;

interface Source {
  readonly url: string;
  /** The embedded cluster's folder; undefined for DATABASE_URL. */
  readonly cluster: string | undefined;
  readonly dataFolder: string;
}

/** Writes a backup of database and files into a new folder, while everything goes on. The key file is not in it (SEC-01). */
export async function backUp({ url, cluster, dataFolder }: Source, to: string, now: Date): Promise<Manifest> {
  if (existsSync(to) && readdirSync(to).length > 0) throw notEmpty(to);
  insistOnRoom(to, await bytesOfBackup({ url, cluster, dataFolder }));
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const filesFolder = join(dataFolder, 'files');
  try {
    return cluster
      ? await backupCluster({ url, cluster, filesFolder, to, now })
      : await exportTables({ url, filesFolder, to, now });
  } catch (error) {
    // Half a backup is worse than none: somebody might trust it.
    rmSync(to, { recursive: true, force: true });
    throw error;
  }
}

/** Into DATA_DIR/backups, named by the day (Shanghai) and the occasion; older automatic ones go, sooner when the disk is small. */
export async function backUpByItself(
  source: Source,
  occasion: 'daily' | 'before-migration',
  now: Date,
): Promise<string> {
  const home = join(source.dataFolder, 'backups');
  const stamp = now.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).replace(' ', '-').replaceAll(':', '');
  const to = join(home, `${occasion}-${stamp}`);
  const room = { freeBytes: freeIn(home), neededBytes: await bytesOfBackup(source) };
  for (const path of thoseInTheWay(automaticOnes(home), room)) rmSync(path, { recursive: true, force: true });
  await backUp(source, to, now);
  dropOld(home, now);
  return to;
}

/** When the latest daily backup was taken; undefined while there is none that can be read. */
export function lastDailyBackup(dataFolder: string): Date | undefined {
  const home = join(dataFolder, 'backups');
  const names = existsSync(home) ? readdirSync(home).filter((name) => name.startsWith('daily-')) : [];
  return names
    .flatMap((name) => readManifest(join(home, name))?.takenAt ?? [])
    .sort((one, other) => one.getTime() - other.getTime())
    .at(-1);
}

/** The whole ones among the automatic backups. */
function automaticOnes(home: string) {
  const names = existsSync(home) ? readdirSync(home).filter((name) => automatic.test(name)) : [];
  return names.flatMap((name) => {
    const path = join(home, name);
    const manifest = readManifest(path);
    const bytes = manifest?.files.reduce((sum, file) => sum + file.bytes, 0) ?? 0;
    return manifest ? [{ path, takenAt: manifest.takenAt, bytes }] : [];
  });
}

function dropOld(home: string, now: Date): void {
  for (const name of readdirSync(home)) {
    if (!automatic.test(name)) continue;
    const taken = readManifest(join(home, name))?.takenAt;
    const ageDays = taken ? (now.getTime() - taken.getTime()) / 86_400_000 : Number.POSITIVE_INFINITY;
    if (ageDays > keptDays) rmSync(join(home, name), { recursive: true, force: true });
  }
}

function notEmpty(folder: string) {
  return declined('backup_folder_not_empty', {
    zh: `${folder} 不是空目录；请给备份一个新的目录。`,
    en: `${folder} is not empty; give the backup a new folder.`,
  });
}
