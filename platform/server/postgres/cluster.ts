import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { SystemUser } from './system-user.ts';
import { PostgresUnavailable } from './unavailable.ts';

/** The owner of everything in the embedded cluster; the application works as `yilu_app`. */
export const owner = 'yilu';

const passwordFile = 'yilu-password';

/**
 * The path under which a child process reaches a folder that we opened for it as its descriptor `fd`.
 *
 * As root we run PostgreSQL as another user, and folders above the data (root's home, a private temporary folder) may be
 * closed to that user. Through an open descriptor the child needs rights on the folder itself only. The same path also keeps
 * the socket's name within the 107 bytes that the kernel allows.
 */
export function pathForChild(folder: string, fd: number): string {
  return process.platform === 'linux' ? `/proc/self/fd/${fd}` : folder;
}

/** Opens the folder for a child, runs, closes again. On other systems there is nothing to open. */
export function withOpenFolder<Result>(folder: string, run: (descriptor: number | 'ignore') => Result): Result {
  if (process.platform !== 'linux') return run('ignore');
  const descriptor = openSync(folder, 'r');
  try {
    return run(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes the cluster in one move: a folder of this name is always a whole one, whoever else makes it at the same time. */
export function createCluster(cluster: string, programs: Binaries, user: SystemUser | undefined): void {
  mkdirSync(dirname(cluster), { recursive: true });
  const draft = mkdtempSync(`${cluster}.new-`);
  try {
    initdb(draft, programs, user);
    renameSync(join(draft, 'data'), cluster);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function initdb(draft: string, programs: Binaries, user: SystemUser | undefined): void {
  const password = randomBytes(24).toString('base64url');
  mkdirSync(join(draft, 'data'), { mode: 0o700 });
  writeFileSync(join(draft, 'password'), password, { mode: 0o600 });
  if (user) for (const path of ['.', 'data', 'password']) chownSync(join(draft, path), user.uid, user.gid);
  chmodSync(draft, 0o700);

  const made = withOpenFolder(draft, (descriptor) => {
    const place = pathForChild(draft, 3);
    const run = (locale: string[]) =>
      spawnSync(
        programs.initdb,
        [
          `--pgdata=${place}/data`,
          `--pwfile=${place}/password`,
          `--username=${owner}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          '--data-checksums',
          '--no-instructions',
          ...locale,
        ],
        { ...user, cwd: '/', env: childEnvironment(), stdio: ['ignore', 'pipe', 'pipe', descriptor], encoding: 'utf8' },
      );
    // PostgreSQL's own C.UTF-8 orders as the system's does and compares bytes, where the system's is asked about each pair: indexes
    // of text are built a sixth sooner. Trigrams ask the system what a letter is, and its plain C does not know Chinese.
    const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const first = run([...builtin, '--locale=C.UTF-8']);
    // Systems without C.UTF-8: old glibc, Windows, macOS.
    return first.status === 0 ? first : run([...builtin, '--locale=C']);
  });

  if (made.status !== 0) {
    const line = `${made.error?.message ?? ''} ${made.stderr ?? ''}`.trim().split('\n').at(-1) ?? '';
    if (/no space left/i.test(made.stderr ?? ''))
      throw new PostgresUnavailable('disk_full', { folder: dirname(draft) });
    throw new PostgresUnavailable('no_initdb', { line });
  }
  // The password lies inside the cluster, so that a copy of the folder is complete.
  renameSync(join(draft, 'password'), join(draft, 'data', passwordFile));
}

export function clusterExists(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION'));
}

/**
 * A folder that was copied belongs to whoever copied it and may be open to others; PostgreSQL starts with neither. As root we
 * give it back to the user who runs PostgreSQL.
 */
export function takePossession(cluster: string, user: SystemUser | undefined): void {
  const { uid, mode } = statSync(cluster);
  if (user && uid !== user.uid) {
    for (const path of ['.', ...readdirSync(cluster, { recursive: true, encoding: 'utf8' })])
      lchownSync(join(cluster, path), user.uid, user.gid);
  }
  // On Windows modes say nothing.
  if (process.platform !== 'win32' && (mode & 0o027) !== 0) chmodSync(cluster, 0o700);
}

export function clusterPassword(cluster: string): string {
  return readFileSync(join(cluster, passwordFile), 'utf8').trim();
}

/** A cluster of another major version cannot be read by these programs; better one sentence than PostgreSQL's own. */
export function refuseOtherVersion(cluster: string, programs: Binaries): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== programs.major) throw new PostgresUnavailable('newer_cluster', { found, known: programs.major });
}

/** Nothing of ours may lead PostgreSQL astray (PGDATA, PGPORT, LD_PRELOAD …). */
export function childEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return { PATH, SystemRoot, TEMP, TMP, LC_ALL: 'C' };
}
