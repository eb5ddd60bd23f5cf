import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file of a backup, with what proves that it is whole. */
export interface CopiedFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Copies one file; see flushToDisk. Undefined when it vanished, as temporary files of a running PostgreSQL do. */
export async function copyFile(from: string, to: string, path: string): Promise<CopiedFile | undefined> {
  const source = await open(join(from, path)).catch(unlessMissing);
  if (!source) return undefined;
  mkdirSync(dirname(join(to, path)), { recursive: true, mode: 0o700 });
  const target = await open(join(to, path), 'w', 0o600);
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(2 ** 20);
  let bytes = 0;
  try {
    for (;;) {
      const { bytesRead } = await source.read(chunk, 0, chunk.length, bytes);
      if (bytesRead === 0) break;
      const part = chunk.subarray(0, bytesRead);
      hash.update(part);
      // Not `write`, which may write a part when the disk is nearly full.
      await target.writeFile(part);
      bytes += bytesRead;
    }
  } finally {
    await source.close();
    await target.close();
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/** Waits until everything below a folder is on the disk: in one call where there is one, since thousands of single ones take minutes. */
export async function flushToDisk(folder: string): Promise<void> {
  if (process.platform === 'linux' && spawnSync('sync', ['-f', folder]).status === 0) return;
  for (const path of listFolder(folder).files) {
    const file = await open(join(folder, path), 'r+');
    await file.sync();
    await file.close();
  }
}

/** All files below a folder and all folders, which PostgreSQL misses when they are empty; relative, in order. */
export function listFolder(folder: string): { files: string[]; folders: string[] } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const named = entries.map((entry) => ({ entry, path: relativePath(folder, entry.parentPath, entry.name) }));
  return {
    files: named
      .filter(({ entry }) => entry.isFile())
      .map(({ path }) => path)
      .sort(),
    folders: named
      .filter(({ entry }) => entry.isDirectory())
      .map(({ path }) => path)
      .sort(),
  };
}

function relativePath(folder: string, parent: string, name: string): string {
  return join(parent, name)
    .slice(folder.length + 1)
    .replaceAll('\\', '/');
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
