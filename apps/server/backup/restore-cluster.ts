import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, systemUser } from '@yilu/platform/postgres';
import { declined } from '../cli/command.ts';
import { copyFile, flushToDisk, listFolder } from './copy-files.ts';
import type { Manifest } from './manifest.ts';

/** What lay in the data folder before, moved aside and never deleted here. */
export interface Restored {
  readonly movedAside: readonly string[];
}

/** Puts the files of a backup into a data folder that nobody uses. Checks every file before anything is moved. */
export async function restoreCluster(
  from: string,
  manifest: Manifest,
  dataFolder: string,
  now: Date,
): Promise<Restored> {
  const cluster = join(dataFolder, 'postgres');
  if (isRunning(cluster)) throw stopFirst(dataFolder);
  const draft = join(dataFolder, 'restoring');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(join(draft, 'postgres'), { recursive: true, mode: 0o700 });
  try {
    for (const folder of manifest.folders) mkdirSync(join(draft, folder), { recursive: true, mode: 0o700 });
    for (const file of manifest.files) {
      const copied = await copyFile(from, draft, file.path);
      if (copied?.sha256 !== file.sha256) throw damaged(file.path);
    }
    giveToServer(join(draft, 'postgres'));
    await flushToDisk(draft);
    const movedAside = ['postgres', 'files'].flatMap((name) => moveAside(dataFolder, name, now));
    for (const name of ['postgres', 'files']) {
      if (existsSync(join(draft, name))) renameSync(join(draft, name), join(dataFolder, name));
    }
    return { movedAside };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function giveToServer(cluster: string): void {
  chmodSync(cluster, 0o700);
  const user = systemUser(cluster);
  if (!user) return;
  const { files, folders } = listFolder(cluster);
  for (const path of ['.', ...folders, ...files]) chownSync(join(cluster, path), user.uid, user.gid);
}

function moveAside(dataFolder: string, name: string, now: Date): string[] {
  const place = join(dataFolder, name);
  if (!existsSync(place)) return [];
  const aside = `${place}.before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(place, aside);
  return [aside];
}

function stopFirst(folder: string) {
  return declined('restore_needs_rest', {
    zh: `数据目录 ${folder} 正在使用；请先停止服务器（和其他命令）再恢复。`,
    en: `The data folder ${folder} is in use; stop the server (and other commands) before restoring.`,
  });
}

function damaged(path: string) {
  return declined('backup_damaged', {
    zh: `备份中的 ${path} 缺失或已损坏，没有恢复任何内容。`,
    en: `${path} in the backup is missing or damaged; nothing was restored.`,
  });
}
