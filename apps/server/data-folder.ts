import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Refused, refusalWith } from '@yilu/platform/contract';

/** The layout of a data folder; raised when code of an older version must not touch it. */
const format = 1;
const MB = 2 ** 20;
/** A new database with its write-ahead log, or the room in which an existing one can still work and be repaired. */
const neededBytes = { new: 200 * MB, existing: 48 * MB };

/** Refuses a folder that is not ours to touch, before anything in it is touched. */
export function refuseUnusable(folder: string): void {
  const known = nearestExisting(folder);
  const written = readFormat(folder);
  if (written > format) throw new Refused(newerFolder({ folder, written, format }));
  try {
    accessSync(known, constants.W_OK);
  } catch {
    throw new Refused(notWritable({ folder }));
  }
  const { bavail, bsize } = statfsSync(known);
  const needed = existsSync(join(folder, 'postgres')) ? neededBytes.existing : neededBytes.new;
  if (bavail * bsize < needed) {
    throw new Refused(diskFull({ folder, freeMB: Math.floor((bavail * bsize) / MB), neededMB: needed / MB }));
  }
}

/** Makes the folder, closed to other people, and says who wrote it. */
export function openDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'format.json');
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify({ format })}\n`);
}

function readFormat(folder: string): number {
  try {
    return Number((JSON.parse(readFileSync(join(folder, 'format.json'), 'utf8')) as { format?: unknown }).format ?? 0);
  } catch {
    return 0;
  }
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(join(folder, '..'));
}

/** Held by a running server, and by what must not happen beside one. */
export interface FolderLock {
  readonly release: () => Promise<void>;
}

/**
 * Takes the folder for this process, or refuses. The lock is a listening socket without a file (Linux) or a loopback port
 * derived from the folder: the system drops it with the process, so a kill -9 leaves nothing to clear away.
 */
export async function lockDataFolder(folder: string): Promise<FolderLock> {
  const { dev, ino } = statSync(folder);
  const server = createServer((socket) => socket.destroy());
  const where =
    process.platform === 'linux'
      ? { path: `\0yilu-${dev}-${ino}` }
      : { host: '127.0.0.1', port: 49_152 + ((dev * 31 + ino) % 16_000), exclusive: true };
  try {
    await listen(server, where);
  } catch {
    throw new Refused(folderInUse({ folder }));
  }
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Refuses a port that somebody listens on, before anything is started that would have to be stopped again. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    await listen(server, { host, port, exclusive: true });
  } catch (error) {
    throw portRefusal(error, host, port) ?? error;
  }
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

export function portRefusal(error: unknown, host: string, port: number): Refused | undefined {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return new Refused(portInUse({ host, port }));
  if (code === 'EACCES') return new Refused(portForbidden({ port }));
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new Refused(notOurAddress({ host }));
  return undefined;
}

function listen(server: Server, where: object): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, resolve);
  });
}

const newerFolder = refusalWith<{ folder: string; written: number; format: number }>('launch.newer_folder', {
  zh: ({ folder, written, format }) =>
    `数据目录 ${folder} 由更新的一路写成（格式 ${written}，这个版本只认识 ${format}）；请安装更新的版本，数据没有改动。`,
  en: ({ folder, written, format }) =>
    `The data folder ${folder} was written by a newer Yilu (format ${written}, this version knows ${format}); install the newer version. Nothing was changed.`,
});
const notWritable = refusalWith<{ folder: string }>('launch.not_writable', {
  zh: ({ folder }) => `数据目录 ${folder} 不可写；请检查它的所有者和权限，或用 DATA_DIR 指定别处。`,
  en: ({ folder }) =>
    `The data folder ${folder} is not writable; check its owner and permissions or name another in DATA_DIR.`,
});
const diskFull = refusalWith<{ folder: string; freeMB: number; neededMB: number }>('launch.disk_full', {
  zh: ({ folder, freeMB, neededMB }) =>
    `磁盘已满：${folder} 所在的磁盘只剩 ${freeMB} MB，至少需要 ${neededMB} MB；请腾出空间后再启动，数据没有改动。`,
  en: ({ folder, freeMB, neededMB }) =>
    `The disk is full: ${folder} has ${freeMB} MB left and needs at least ${neededMB} MB; free some space and start again. Nothing was changed.`,
});
const folderInUse = refusalWith<{ folder: string }>('launch.folder_in_use', {
  zh: ({ folder }) => `数据目录 ${folder} 正被另一个一路使用；请先停止它，或用 DATA_DIR 指定别的目录。`,
  en: ({ folder }) =>
    `The data folder ${folder} is in use by another Yilu; stop that one first or name another folder in DATA_DIR.`,
});
const portInUse = refusalWith<{ host: string; port: number }>('launch.port_in_use', {
  zh: ({ host, port }) =>
    `端口 ${port}（${host}）已被占用；请停止占用它的程序，或用 PORT 指定别的端口，例如 PORT=${port + 1} npm start。`,
  en: ({ host, port }) =>
    `Port ${port} (${host}) is in use; stop the program that uses it or name another, for example PORT=${port + 1} npm start.`,
});
const portForbidden = refusalWith<{ port: number }>('launch.port_forbidden', {
  zh: ({ port }) => `没有权限使用端口 ${port}；请用 1024 以上的端口，例如 PORT=8080 npm start。`,
  en: ({ port }) =>
    `Port ${port} may not be used without special rights; take one above 1024, for example PORT=8080 npm start.`,
});
const notOurAddress = refusalWith<{ host: string }>('launch.not_our_address', {
  zh: ({ host }) => `HOST ${host} 不是这台机器的地址；本机用 127.0.0.1，整个局域网用 0.0.0.0。`,
  en: ({ host }) =>
    `HOST ${host} is not an address of this machine; use 127.0.0.1 for this machine only, 0.0.0.0 for the network.`,
});
