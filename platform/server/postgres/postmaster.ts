import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { childEnvironment, pathForChild, withOpenFolder } from './cluster.ts';
import { type Purpose, serverSettings } from './settings.ts';
import type { SystemUser } from './system-user.ts';

/** What `postmaster.pid` tells about a running server. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const socketPort = 5432;
/** Larger than any system hands out: PostgreSQL takes the file's process for dead and goes on to check its shared memory. */
const deadPid = 2_147_483_646;

/** The server that runs on this cluster, started by whomever, if one does. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const lines = pidFile(cluster);
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0 || !livesOn(cluster, pid)) return undefined;
  return { pid, port: Number(lines[3] ?? socketPort) };
}

export function isRunning(cluster: string): boolean {
  return runningPostmaster(cluster) !== undefined;
}

function pidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

/**
 * Whether this process is the server of this cluster. A pid alone proves nothing: after a kill -9 and a restart of the machine
 * another program may have it, and in a container without an init process the dead server stays as a zombie that `kill 0` finds.
 */
function livesOn(cluster: string, pid: number): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Lets PostgreSQL see that the process named in a leftover `postmaster.pid` is gone; its own check of shared memory stays. */
function disarmLeftover(cluster: string): void {
  const lines = pidFile(cluster);
  if (!lines || process.platform !== 'linux') return;
  try {
    writeFileSync(join(cluster, 'postmaster.pid'), [deadPid, ...lines.slice(1)].join('\n'));
  } catch {
    // Gone in the meantime: its owner has just stopped.
  }
}

/** A started server: it lives on when we die, so that others may adopt it. */
export interface Started {
  /** Settles when the server ends, however it ends. */
  readonly ended: Promise<void>;
}

export async function spawnPostmaster(given: {
  cluster: string;
  logFile: string;
  programs: Binaries;
  user: SystemUser | undefined;
  purpose: Purpose;
}): Promise<Started> {
  const { cluster, logFile, programs, user, purpose } = given;
  if (!runningPostmaster(cluster)) disarmLeftover(cluster);
  const port = process.platform === 'linux' ? socketPort : await freePort();
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, isTooLong(logFile) ? 'w' : 'a', 0o600);
  try {
    const child = withOpenFolder(cluster, (descriptor) => {
      const place = pathForChild(cluster, 3);
      const where =
        process.platform === 'linux'
          ? { unix_socket_directories: place, unix_socket_permissions: '0700', listen_addresses: '' }
          : { listen_addresses: '127.0.0.1', unix_socket_directories: '' };
      const settings = Object.entries({ ...serverSettings(purpose), ...where, port: String(port) });
      return spawn(
        programs.postgres,
        ['-D', place, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        {
          ...user,
          cwd: '/',
          env: childEnvironment(),
          // Its own session: Ctrl+C in the terminal is for us, PostgreSQL stops when the last of its users leaves.
          detached: true,
          stdio: ['ignore', log, log, descriptor],
          windowsHide: true,
        },
      );
    });
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    child.unref();
    return { ended };
  } finally {
    closeSync(log);
  }
}

function isTooLong(logFile: string): boolean {
  try {
    return statSync(logFile).size > 10 * 2 ** 20;
  } catch {
    return false;
  }
}

/** Loopback only, for systems where the client library knows no Unix sockets. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Stops the server and waits until its folder is at rest. `atOnce` forgets unwritten pages: for throwaway clusters only. */
export async function stopPostmaster(cluster: string, programs: Binaries, how: 'cleanly' | 'atOnce'): Promise<void> {
  const running = runningPostmaster(cluster);
  if (!running) return;
  if (process.platform === 'win32') {
    const mode = how === 'cleanly' ? 'fast' : 'immediate';
    spawnSync(programs.pgCtl, ['stop', '-D', cluster, '-m', mode, '-w'], { windowsHide: true });
    return;
  }
  process.kill(running.pid, how === 'cleanly' ? 'SIGINT' : 'SIGQUIT');
  while (runningPostmaster(cluster)?.pid === running.pid) await pause(5);
}

/** The last line that PostgreSQL wrote, for a sentence to people. */
export function lastLine(logFile: string): string {
  try {
    const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
    return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '';
  } catch {
    return '';
  }
}
