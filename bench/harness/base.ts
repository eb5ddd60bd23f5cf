import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Address, joinEmbeddedPostgres, migrate } from '@yilu/platform/postgres';
import pg from 'pg';
import { makeEstate } from '../../database/demo/make-estate.ts';
import { benchSize, sizeFor } from '../../database/demo/size.ts';
import type { BareOrder } from './bare.ts';
import type { CapturedStatement } from './server.ts';

export interface Base {
  readonly folder: string;
  readonly address: Address;
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly owner: pg.Client;
  readonly leave: () => Promise<void>;
}

/** A durable PostgreSQL of our own with estates in it. `households` for a quick look; without it each has the size of the bars. */
export async function openBase(
  households: number | undefined,
  say: (text: string) => void,
  estates = 1,
): Promise<Base> {
  const base = await openEmptyBase();
  const started = performance.now();
  for (let seed = 7; seed < 7 + estates; seed += 1) {
    await makeEstate(base.owner, {
      size: households ? sizeFor(households) : benchSize,
      seed,
      today: new Date().toISOString().slice(0, 10),
    });
    say(`${seed - 6} of ${estates} estates made in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  }
  return base;
}

/** The same with nothing in it but the tables. */
export async function openEmptyBase(): Promise<Base> {
  const folder = mkdtempSync(join(tmpdir(), 'yilu-bench-'));
  mkdirSync(join(folder, 'keys'));
  const postgres = await joinEmbeddedPostgres({ folder, purpose: 'durable' });
  await migrate(postgres.address);
  const databaseUrl = postgres.url;
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  return {
    folder,
    address: postgres.address,
    databaseUrl,
    keyFile: join(folder, 'keys', 'yilu-keys.json'),
    owner,
    leave: async () => {
      await owner.end();
      await postgres.leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface OurServer {
  readonly address: string;
  readonly process: ChildProcess;
  /** The statements that this request makes our server run. */
  readonly capture: (ask: () => Promise<void>) => Promise<readonly CapturedStatement[]>;
  readonly stop: () => void;
}

/** As scripts/start.mjs starts it. `isFirst`: as right after an installation, with nothing kept of an earlier start. */
export async function startOurs({ databaseUrl, keyFile }: Base, { isFirst = false } = {}): Promise<OurServer> {
  const child = fork(new URL('./server.ts', import.meta.url), {
    execArgv: ['--import', new URL('../../scripts/keep-compiled.mjs', import.meta.url).href],
    env: { ...process.env, ...(isFirst && { NODE_DISABLE_COMPILE_CACHE: '1' }) },
  });
  child.send({ start: { databaseUrl, keyFile } });
  const { address } = await told<{ address: string }>(child);
  return {
    address,
    process: child,
    capture: async (ask) => {
      child.send({ capture: true });
      await ask();
      child.send({ capture: false });
      return (await told<{ statements: CapturedStatement[] }>(child)).statements;
    },
    stop: () => void child.kill(),
  };
}

export async function startBare(order: BareOrder): Promise<{ address: string; stop: () => void }> {
  const child = fork(new URL('./bare.ts', import.meta.url));
  child.send(order);
  const { address } = await told<{ address: string }>(child);
  return { address, stop: () => void child.kill() };
}

function told<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a server of the bench ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });
}
