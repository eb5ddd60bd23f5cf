import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const script = join(root, 'scripts/start.mjs');

/** A server in a process of its own, as `npm start` runs it. */
export interface Started {
  readonly process: ChildProcess;
  readonly address: string;
  /** What it said on stdout. */
  readonly words: () => string;
  /** From spawning to `ready`. */
  readonly milliseconds: number;
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export interface Refusing {
  readonly code: number | null;
  readonly words: string;
}

export function start(env: Record<string, string>, args: readonly string[] = []): Promise<Started> {
  return startBy(process.execPath, [script, ...args], env);
}

/** As a person does, in a process group of its own as a terminal makes one for each command. */
export function startByNpm(env: Record<string, string>): Promise<Started> {
  return startBy('npm', ['start'], env);
}

async function startBy(command: string, words: readonly string[], env: Record<string, string>): Promise<Started> {
  const port = env.PORT ?? String(await freePort());
  const begunAt = performance.now();
  const child = spawn(command, words, {
    cwd: root,
    env: { ...cleanEnvironment(), ...env, PORT: port },
    stdio: 'pipe',
    detached: command === 'npm',
  });
  const ended = endOf(child);
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const found = /^ready (\S+)/m.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    void ended.then(({ code, words }) => reject(new Error(`ended with ${code}: ${words}`)));
  });
  return {
    process: child,
    address,
    words: () => said,
    milliseconds: performance.now() - begunAt,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return (await ended).code;
    },
  };
}

/** A start that is expected to refuse. */
export function startAndRefuse(env: Record<string, string>, args: readonly string[] = []): Promise<Refusing> {
  return endOf(spawn(process.execPath, [script, ...args], { env: { ...cleanEnvironment(), ...env }, stdio: 'pipe' }));
}

/** Runs to its end and gives its exit code with what it said on stderr. */
function endOf(child: ChildProcess): Promise<Refusing> {
  let words = '';
  child.stderr?.on('data', (chunk) => {
    words += String(chunk);
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, words })));
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR && { TMPDIR }) };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
