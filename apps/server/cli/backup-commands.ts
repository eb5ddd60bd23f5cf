import { resolve } from 'node:path';
import { backUp } from '../backup/back-up.ts';
import { type Manifest, readManifest } from '../backup/manifest.ts';
import { restoreCluster } from '../backup/restore-cluster.ts';
import { importTables } from '../backup/tables.ts';
import { lockDataFolder, openDataFolder, refuseUnusable } from '../data-folder.ts';
import { openDatabase } from '../database.ts';
import { type Command, declined, type Given } from './command.ts';

const keyAdvice = (keyFile: string) => ({
  zh: `备份不含密钥文件 ${keyFile}：请另外保管一份，和备份分开放；没有它，证件号、敏感字段和审计中的旧值无法读出。`,
  en: `The key file ${keyFile} is not in the backup: keep a copy of it, apart from the backups; without it ID numbers, sensitive fields and old values in the audit cannot be read.`,
});

export const backupCommand: Command = {
  name: 'backup',
  takes: 'DIR',
  about: {
    zh: '把数据库和文件备份到一个新目录，服务器可以照常运行',
    en: 'Back database and files up into a new folder, while the server goes on',
  },
  options: {},
  leastPositionals: 1,
  run: async ({ config, positionals, say }) => {
    refuseUnusable(config.dataFolder);
    openDataFolder(config.dataFolder);
    const to = resolve(positionals[0] ?? '');
    const database = await openDatabase(config);
    try {
      const manifest = await backUp({ ...database, dataFolder: config.dataFolder }, to, new Date());
      say(keyAdvice(config.keyFile));
      const bytes = sizeOf(manifest);
      return {
        data: { folder: to, kind: manifest.kind, files: manifest.files.length, bytes, keyFile: config.keyFile },
        lines: [`${to}  ${(bytes / 2 ** 20).toFixed(1)} MB`],
      };
    } finally {
      await database.close();
    }
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  takes: 'DIR',
  about: {
    zh: '用备份恢复数据目录；服务器必须先停止，原有数据移到一边而不删除',
    en: 'Restore the data folder from a backup; the server must be stopped, what was there is moved aside and not deleted',
  },
  options: {},
  leastPositionals: 1,
  run: async (given) => {
    const { config, positionals, say } = given;
    const from = resolve(positionals[0] ?? '');
    const manifest = readManifest(from);
    if (!manifest) throw notABackup(from);
    refuseUnusable(config.dataFolder);
    openDataFolder(config.dataFolder);
    // While we hold it, no server can start in the middle.
    const lock = await lockDataFolder(config.dataFolder);
    try {
      const movedAside = await putBack(given, from, manifest);
      say(keyAdvice(config.keyFile));
      return {
        data: { from, takenAt: manifest.takenAt, files: manifest.files.length, movedAside },
        lines: [`${from} → ${config.databaseUrl ? 'DATABASE_URL' : config.dataFolder}`, ...movedAside],
      };
    } finally {
      await lock.release();
    }
  },
};

async function putBack({ config }: Given, from: string, manifest: Manifest): Promise<readonly string[]> {
  if (manifest.kind === 'cluster') {
    if (config.databaseUrl) throw wrongKind('cluster');
    const { movedAside } = await restoreCluster(from, manifest, config.dataFolder, new Date());
    // Reads the log to its end and brings an older backup forward, so that a backup that cannot be used says so now.
    await (await openDatabase(config)).close();
    return movedAside;
  }
  if (!config.databaseUrl) throw wrongKind('tables');
  await importTables(from, manifest, config.databaseUrl);
  return [];
}

function sizeOf({ files }: Manifest): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

function notABackup(folder: string) {
  return declined('not_a_backup', {
    zh: `${folder} 不是完整的备份（没有 manifest.json）。`,
    en: `${folder} is not a complete backup (it has no manifest.json).`,
  });
}

function wrongKind(kind: Manifest['kind']) {
  return declined(
    'backup_of_other_kind',
    kind === 'cluster'
      ? {
          zh: '这是内置 PostgreSQL 的备份；请不要设置 DATABASE_URL，用 DATA_DIR 指定要恢复到的目录。',
          en: 'This is a backup of the embedded PostgreSQL; unset DATABASE_URL and name the folder to restore into in DATA_DIR.',
        }
      : {
          zh: '这是外部数据库的备份；请用 DATABASE_URL 指定一个空的数据库。',
          en: 'This is a backup of a database of its own; name an empty one in DATABASE_URL.',
        },
  );
}
