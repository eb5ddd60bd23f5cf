import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf, yiluAt } from './command.ts';
import { freePort, type Started, start } from './started.ts';

// `npm test` kills once, in the midst of writing; `npm run soak` in every step, over and over, in a longer file.
const rounds = Math.max(1, Math.round(Number(process.env.SOAK_KILLS ?? 1) / 10));
const rows = process.env.SOAK_KILLS ? 30_000 : 4_000;
const dice = chance(Number(process.env.SOAK_SEED ?? 7));
/** A worker that died is missed within its heartbeat, and its job is taken up again. */
const patience = { timeout: 300_000, interval: 250 };

let folder: string;
let data: string;
let env: Record<string, string>;
let server: Started;
let said = '';
let authorization: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yilu-import-killing-'));
  data = join(folder, 'data');
  await yilu('doctor', '--json');
  await ask(
    `insert into company_node (id, kind, name) values ('0193a000-0000-7000-8000-000000000000', 'group', '远山集团');
     insert into company_node (id, kind, parent_id, name) values ('0193a000-0000-7000-8000-000000000001', 'project', '0193a000-0000-7000-8000-000000000000', '云栖里')`,
  );
  authorization = `Bearer ${(await yilu('api-key', 'create', '--name', 'killing', '--role', 'administrator', '--json')).key}`;
  env = { DATA_DIR: data, PORT: String(await freePort()) };
  server = await listened();
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test(`an import of ${rows.toLocaleString('en-US')} rows whose server is killed in its midst is there whole or not at all, and ends once`, async () => {
  for (let round = 0; round < rounds; round++) {
    const { id } = await importing('', { body: form(), method: 'POST' });
    if (round > 0) await endWhile(id, 'previewing', 'SIGKILL');
    const previewed = await resting(id);
    expect(previewed).toMatchObject({ phase: 'previewed', counts: { rows, created: rows, rejected: 0 } });
    expect(await records()).toEqual(nothing);

    await importing(`/${id}/application`, { method: 'POST' });
    await endWhile(id, 'applying', 'SIGKILL', async () => expect(await records()).toEqual(nothing));
    expect(await resting(id)).toMatchObject({ phase: 'applied', counts: { rows, created: rows } });
    expect(await records()).toEqual({ people: rows, phones: rows, rooms: rows, parties: rows, found: rows });
    expect(await ask(`select count(*)::int as n from audit_entry where action = 'imports.applied'`)).toEqual([
      { n: round + 1 },
    ]);

    await importing(`/${id}/undoing`, { method: 'POST' });
    if (round > 0) await endWhile(id, 'undoing', 'SIGKILL');
    expect(await resting(id)).toMatchObject({ phase: 'undone', kept: [] });
    expect(await records()).toEqual(nothing);
  }
  expect(await ask("select count(*)::int as n from jobs.job where state = 'failed'")).toEqual([{ n: 0 }]);
}, 3_600_000);

test('an import whose server is told to end goes on when the next one has started, to the same result, and so does its undo', async () => {
  const { id } = await importing('', { body: form(), method: 'POST' });
  await endWhile(id, 'previewing', 'SIGTERM');
  expect(await resting(id)).toMatchObject({ phase: 'previewed', counts: { rows, created: rows, rejected: 0 } });
  const applied = `select count(*)::int as n from audit_entry where action = 'imports.applied'`;
  const [before] = await ask<{ n: number }>(applied);

  await importing(`/${id}/application`, { method: 'POST' });
  await endWhile(id, 'applying', 'SIGTERM');
  expect(await resting(id)).toMatchObject({ phase: 'applied', counts: { rows, created: rows } });
  expect(await records()).toEqual({ people: rows, phones: rows, rooms: rows, parties: rows, found: rows });
  expect(await ask(applied)).toEqual([{ n: (before?.n ?? 0) + 1 }]);

  await importing(`/${id}/undoing`, { method: 'POST' });
  await endWhile(id, 'undoing', 'SIGTERM');
  expect(await resting(id)).toMatchObject({ phase: 'undone', kept: [] });
  expect(await records()).toEqual(nothing);
  expect(await ask("select count(*)::int as n from jobs.job where state = 'failed'")).toEqual([{ n: 0 }]);
}, 3_600_000);

test('nothing that stood in the file has been told to a log', () => {
  const logs = said + readFileSync(join(data, 'logs/postgres.log'), 'utf8');
  expect(logs.match(/138000\d{5}|赵钱孙\d*/g)).toBeNull();
});

/** Waits until the step is at work, ends the server some time later, and starts another. */
async function endWhile(
  id: string,
  phase: string,
  signal: 'SIGKILL' | 'SIGTERM',
  meanwhile?: () => Promise<void>,
): Promise<void> {
  const step = phase === 'previewing' ? 'preview' : 'apply';
  await expect
    .poll(async () => {
      const run = await importing(`/${id}`);
      // Quicker than we asked, it is past it: then there is nothing to disturb.
      if (run.phase === ended[phase]) return 'at work';
      if (run.phase !== phase) return run.phase;
      return phase === 'undoing' || (run.progress?.step === step && run.progress.done > 0) ? 'at work' : phase;
    }, patience)
    .toBe('at work');
  await new Promise((resolve) => setTimeout(resolve, dice.between(0, 200)));
  expect(await server.stop(signal)).toBe(signal === 'SIGTERM' ? 0 : null);
  await meanwhile?.();
  server = await listened();
}

const ended: Readonly<Record<string, string>> = { previewing: 'previewed', applying: 'applied', undoing: 'undone' };

interface Run {
  readonly id: string;
  readonly phase: string;
  readonly progress?: { readonly step: string; readonly done: number };
}

async function resting(id: string): Promise<Run> {
  await expect
    .poll(async () => (await importing(`/${id}`)).phase, patience)
    .toMatch(/^(previewed|applied|undone|failed)$/);
  return importing(`/${id}`);
}

async function importing(path: string, init: RequestInit = {}): Promise<Run> {
  const answer = await fetch(`${server.address}/api/imports${path}`, { ...init, headers: { authorization } });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<Run>;
}

function form(): FormData {
  const lines = Array.from(
    { length: rows },
    (_, n) => `${1 + (n % 40)}-1-${1 + Math.floor(n / 40)}01,赵钱孙${n},138000${String(n + 1).padStart(5, '0')}`,
  );
  const given = new FormData();
  given.append('file', new Blob([['房号,业主姓名,手机号码', ...lines].join('\n')]), 'owners.csv');
  return given;
}

const nothing = { people: 0, phones: 0, rooms: 0, parties: 0, found: 0 };

async function records(): Promise<unknown> {
  const [row] = await ask(
    `select (select count(*)::int from person) as people, (select count(distinct number)::int from person_phone) as phones,
            (select count(*)::int from room) as rooms, (select count(*)::int from room_party) as parties,
            (select count(*)::int from person_search) as found`,
  );
  return row;
}

async function listened(): Promise<Started> {
  const started = await start(env);
  const hear = (chunk: unknown) => {
    said += String(chunk);
  };
  started.process.stdout?.on('data', hear);
  started.process.stderr?.on('data', hear);
  return started;
}

const ask = <Row>(text: string) => rowsOf<Row>(data, text);

async function yilu(...words: string[]): Promise<{ key: string }> {
  const { code, answer } = await yiluAt(data, words);
  expect(code).toBe(0);
  return answer();
}
