import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, joinEmbeddedPostgres } from '@yilu/platform/postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort, type Started, start, startAndRefuse, startByNpm } from './started.ts';

// The first start builds the pages, and a busy machine takes its time over everything.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yilu-launch-'));
  data = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cluster = () => join(data, 'postgres');
const health = async ({ address }: Started) => (await fetch(`${address}/api/health`)).json();

describe('npm start', () => {
  let server: Started;

  test('makes everything it needs on the first start and says where it is ready', async () => {
    server = await start({ DATA_DIR: data, YILU_SETUP_USERNAME: 'zhang', YILU_SETUP_PASSWORD: 'river-lantern-42' });
    expect(await health(server)).toMatchObject({ status: 'ok' });
    expect(existsSync(join(data, 'keys/yilu-keys.json'))).toBe(true);
  });

  test('a second one on the same data folder is refused in one sentence, and the first goes on', async () => {
    const { code, words } = await startAndRefuse({ DATA_DIR: data, PORT: String(await freePort()) });
    expect(code).not.toBe(0);
    expect(words).toContain('正被另一个一路使用');
    expect(words).toContain('is in use by another Yilu');
    expect(words.trim().split('\n')).toHaveLength(2);
    expect(await health(server)).toMatchObject({ status: 'ok' });
  });

  test('a port in use is refused before anything is made', async () => {
    const elsewhere = join(folder, 'elsewhere');
    const { code, words } = await startAndRefuse({ DATA_DIR: elsewhere, PORT: new URL(server.address).port });
    expect(code).not.toBe(0);
    expect(words).toContain('已被占用');
    expect(words).toContain('is in use');
    expect(existsSync(elsewhere)).toBe(false);
  });

  test('the administrator named in the environment signs in without the set-up page', async () => {
    const asked = await fetch(`${server.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'zhang', password: 'river-lantern-42' }),
    });
    expect([asked.status, await asked.json()]).toEqual([200, { stage: 'signedIn', mustChangePassword: false }]);
    expect(await (await fetch(`${server.address}/api/set-up`)).json()).toEqual({ isNeeded: false });
  });

  test('SIGTERM answers the request that is being sent, then stops PostgreSQL and ends with 0', async () => {
    const half = slowRequest(new URL(server.address));
    await half.sent;
    const ending = server.stop();
    await half.finish();
    expect(await half.answered).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(await ending).toBe(0);
    expect(isRunning(cluster())).toBe(false);
  });

  test.each([
    ['npm alone, as by kill or a container', (pid: number) => process.kill(pid, 'SIGTERM')],
    ['all that npm started, as by Ctrl+C', (pid: number) => process.kill(-pid, 'SIGINT')],
    ['all that npm started, as by systemd', (pid: number) => process.kill(-pid, 'SIGTERM')],
  ])('a signal to %s stops PostgreSQL before npm ends', async (_, signal) => {
    server = await startByNpm({ DATA_DIR: data });
    const ended = new Promise((resolve) => server.process.once('close', resolve));
    signal(server.process.pid ?? 0);
    await ended;
    expect(isRunning(cluster())).toBe(false);
    await expect(health(server)).rejects.toThrow();
  });

  test('the second start takes less than five seconds', async () => {
    // The best of three: other tests share the machine, and it is the product that is measured.
    const times: number[] = [];
    while (times.length < 3 && !times.some((milliseconds) => milliseconds < 5_000)) {
      server = await start({ DATA_DIR: data });
      times.push(server.milliseconds);
      expect(await server.stop()).toBe(0);
    }
    expect(Math.min(...times)).toBeLessThan(5_000);
  });

  test('after a kill -9 the PostgreSQL left running is taken over', async () => {
    server = await start({ DATA_DIR: data });
    await server.stop('SIGKILL');
    expect(isRunning(cluster())).toBe(true);
    server = await start({ DATA_DIR: data });
    expect(await health(server)).toMatchObject({ status: 'ok' });
    await server.stop();
    expect(isRunning(cluster())).toBe(false);
  });

  test('a database that a newer version migrated is refused and stays as it is', async () => {
    const count = () => inDatabase('select count(*)::int as n from migrations.applied');
    const before = await inDatabase(
      "insert into migrations.applied (name, checksum, took_ms) values ('2999-01-01-0000-flying-cars', '', 0) returning name",
    ).then(count);
    const { code, words } = await startAndRefuse({ DATA_DIR: data, PORT: String(await freePort()) });
    expect(code).not.toBe(0);
    expect(words).toContain('更新的一路');
    expect(words).toContain('newer Yilu');
    expect(await count()).toEqual(before);
    expect(isRunning(cluster())).toBe(false);
  });

  test('a data folder of a newer format is refused untouched', async () => {
    const newer = join(folder, 'newer');
    mkdirSync(newer);
    writeFileSync(join(newer, 'format.json'), '{"format":99}\n');
    const { code, words } = await startAndRefuse({ DATA_DIR: newer, PORT: String(await freePort()) });
    expect(code).not.toBe(0);
    expect(words).toContain('newer Yilu');
    expect(readdirSync(newer)).toEqual(['format.json']);
  });

  test('a full disk is refused in one sentence', async ({ skip }) => {
    const small = join(folder, 'small');
    mkdirSync(small);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).status === 0;
    if (!mounted) skip('only root can mount a small disk');
    try {
      const { code, words } = await startAndRefuse({ DATA_DIR: join(small, 'data'), PORT: String(await freePort()) });
      expect(code).not.toBe(0);
      expect(words).toContain('磁盘已满');
      expect(words).toContain('The disk is full');
      expect(readdirSync(small)).toEqual([]);
    } finally {
      spawnSync('umount', [small]);
    }
  });

  test.each([
    ['PORT', 'eighty', 'PORT should be a whole number'],
    ['DATABASE_URL', 'mysql://root@localhost/crm', 'DATABASE_URL should look like'],
    ['DATABASE_URL', 'postgresql://nobody:x@127.0.0.1:1/none', 'cannot be reached'],
    ['YILU_SETUP_USERNAME', 'admin', 'or neither'],
  ])('a wrong %s is explained: %s', async (name, value, sentence) => {
    const port = String(await freePort());
    const { code, words } = await startAndRefuse({ DATA_DIR: join(folder, 'wrong'), PORT: port, [name]: value });
    expect(code).not.toBe(0);
    expect(words).toContain(sentence);
  });
});

async function inDatabase(text: string): Promise<unknown[]> {
  const postgres = await joinEmbeddedPostgres({ folder: data });
  const client = new Client(postgres.address);
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  await postgres.leave();
  return rows;
}

/** A request whose body comes in two halves, with whatever happens in between. */
function slowRequest({ hostname, port }: URL) {
  const body = JSON.stringify({ username: 'wang', password: 'not the password' });
  const socket = connect(Number(port), hostname);
  let said = '';
  socket.on('data', (chunk) => {
    said += String(chunk);
  });
  return {
    sent: new Promise<void>((resolve) => {
      socket.write(
        `POST /api/session HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\n` +
          `content-length: ${body.length}\r\nconnection: close\r\n\r\n${body.slice(0, 10)}`,
        () => setTimeout(resolve, 200),
      );
    }),
    finish: () =>
      new Promise<void>((resolve) => {
        setTimeout(() => socket.write(body.slice(10), () => resolve()), 300);
      }),
    answered: new Promise<string>((resolve) => socket.once('close', () => resolve(said))),
  };
}
