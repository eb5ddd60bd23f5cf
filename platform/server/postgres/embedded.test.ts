import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type EmbeddedPostgres, isRunning, joinEmbeddedPostgres } from './index.ts';
import { runningPostmaster } from './postmaster.ts';

// A busy machine takes its time over initdb and fsync.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let parts: EmbeddedPostgres[];

beforeEach(() => {
  // A private folder: as root, PostgreSQL runs as a user who may not walk into it.
  folder = mkdtempSync(join(tmpdir(), 'yilu-embedded-'));
  parts = [];
});
afterEach(async () => {
  for (const part of parts) await part.leave();
  rmSync(folder, { recursive: true, force: true });
});

const joinIt = async () => {
  const part = await joinEmbeddedPostgres({ folder });
  parts.push(part);
  return part;
};

async function ask<Row>(part: EmbeddedPostgres, text: string): Promise<Row[]> {
  const client = new Client(part.address);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('the first to come starts it, the last to leave stops it, and the data is there at the next start', async () => {
  const first = await joinIt();
  const second = await joinIt();
  expect([first.isNew, second.isNew]).toEqual([true, false]);
  await ask(first, 'create table household (name text)');
  await ask(second, "insert into household values ('王家')");

  await first.leave();
  expect(isRunning(first.cluster)).toBe(true);
  await second.leave();
  expect(isRunning(first.cluster)).toBe(false);

  expect(await ask(await joinIt(), 'select name from household')).toEqual([{ name: '王家' }]);
});

test('a data folder that somebody copied elsewhere starts where it now lies', async () => {
  const original = await joinIt();
  await ask(original, 'create table household (name text)');
  await original.leave();
  const copy = join(folder, 'copy');
  // As `cp -r` does: everything belongs to whoever copies and is as open as their umask says.
  cpSync(original.cluster, join(copy, 'postgres'), { recursive: true });
  chmodSync(join(copy, 'postgres'), 0o755);

  const part = await joinEmbeddedPostgres({ folder: copy });
  parts.push(part);
  expect(await ask(part, 'select count(*)::int from household')).toEqual([{ count: 0 }]);
});

test('two that come at the same moment share one new server', async () => {
  const both = await Promise.all([joinIt(), joinIt()]);
  const [one, other] = await Promise.all(
    both.map((part) => ask(part, 'select pg_postmaster_start_time()::text as at')),
  );
  expect(one).toEqual(other);
});

test('a search by Chinese name has trigrams to look up', async () => {
  const part = await joinIt();
  await ask(part, 'create extension pg_trgm');
  const [row] = await ask<{ trigrams: string[] }>(part, "select show_trgm('万科') as trigrams");
  expect(row?.trigrams.length).toBeGreaterThan(0);
});

test('a server that was killed under us comes back with every acknowledged row', async () => {
  const part = await joinIt();
  await ask(part, 'create table call (n int)');
  await ask(part, 'insert into call select generate_series(1, 1000)');
  const killed = runningPostmaster(part.cluster);
  if (killed) process.kill(killed.pid, 'SIGKILL');

  await expect
    .poll(() => ask(part, 'select count(*)::int as n from call').catch(() => 'away'), { timeout: 150_000 })
    .toEqual([{ n: 1000 }]);
});

test('a leftover postmaster.pid that names another living process does not keep us out', async () => {
  const part = await joinIt();
  await part.leave();
  writeFileSync(join(part.cluster, 'postmaster.pid'), `${process.pid}\n/somewhere\n1795301527\n5432\n\n\n\n`);
  expect(await ask(await joinIt(), 'select 1 as one')).toEqual([{ one: 1 }]);
});
