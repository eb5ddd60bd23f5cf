import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const script = join(import.meta.dirname, '../scripts/start.mjs');

/** A server in a process of its own, as `npm start` runs it. */
export interface Started {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export async function start(given: Record<string, string>): Promise<Started> {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, ...(TMPDIR && { TMPDIR }), PORT: String(await freePort()), ...given };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk) => {
    words += String(chunk);
  });
  // A story whose set-up never came to its end has nobody to stop it.
  const stopAtLast = () => void child.kill('SIGTERM');
  process.once('exit', stopAtLast);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void ended.then(() => process.off('exit', stopAtLast));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const found = /^ready (\S+)/m.exec(String(chunk));
      if (found?.[1]) resolve(found[1]);
    });
    void ended.then(() => reject(new Error(`the server ended: ${words}`)));
  });
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
