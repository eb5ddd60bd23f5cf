import { randomBytes } from 'node:crypto';
import { endpoint, event, permission, Refused, refusal } from '@yilu/platform/contract';
import { openDatabase, type TestDatabase } from '@yilu/platform/testing';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type Actor,
  answer,
  buildServer,
  type Capability,
  drainJobs,
  type Engine,
  type Enter,
  insistRate,
  newId,
  openEngine,
  when,
} from '../index.ts';

// A capability of notes, small enough to see through: one table, in scope by project.
const here = newId();
const elsewhere = newId();
const write = permission('notes.write', { zh: '写', en: 'write' }, []);
const Note = z.object({ id: z.uuid(), text: z.string(), at: z.coerce.date() });
const written = event('notes.written', z.object({ noteId: z.uuid() }));
const add = endpoint({
  method: 'POST',
  path: '/notes',
  body: z.object({ projectId: z.uuid(), text: z.string().min(1) }),
  answer: Note,
  permission: write,
  summary: 'Write.',
  tag: 'notes',
});
const list = endpoint({
  method: 'GET',
  path: '/notes',
  answer: z.array(Note),
  permission: 'signedIn',
  summary: 'List.',
  tag: 'notes',
});
const forbidden = endpoint({
  method: 'GET',
  path: '/forbidden',
  permission: permission('notes.burn', { zh: '烧', en: 'burn' }, []),
  summary: 'Never.',
  tag: 'notes',
});
const failures = endpoint({
  method: 'POST',
  path: '/failures',
  permission: 'signedIn',
  summary: 'Count a failure, then refuse.',
  tag: 'notes',
});
const noNonsense = refusal('notes.nonsense', { zh: '不收胡话。', en: 'No nonsense.' });

const notes: Capability = {
  name: 'notes',
  routes: [
    answer(add, async (work, { projectId, text }) => {
      const id = newId();
      if (text === 'too much')
        await sql`do $$ begin raise exception 'no space' using errcode = 'disk_full'; end $$`.execute(work.db);
      await sql`insert into note values (${id}, ${projectId}, ${text}, ${work.now})`.execute(work.db);
      if (text === 'nonsense') throw new Refused(noNonsense);
      await work.tell(written, { noteId: id });
      await work.audit({
        action: 'notes.written',
        subject: { kind: 'note', id },
        projectId,
        personId: id,
        after: { text },
      });
      return { id, text, at: work.now, secret: 'stays inside' };
    }),
    answer(
      list,
      async ({ db }) =>
        (await sql<{ id: string; text: string; at: Date }>`select * from note order by at, id`.execute(db)).rows,
    ),
    answer(forbidden, () => Promise.resolve()),
    answer(failures, async (work) => {
      await insistRate(work, { key: `failures:${work.actor.accountId}`, most: 2, perSeconds: 60 });
      throw new Refused(noNonsense, 409, { keep: true });
    }),
  ],
  listeners: [
    when(written, 'notes.count', async ({ db }: { db: import('kysely').Kysely<unknown> }, { noteId }) => {
      await sql`insert into counted values (${noteId}) on conflict do nothing`.execute(db);
    }),
  ],
};

// Any session token is a member of staff of `here`.
const staff = newId();
const enter: Enter = (client, entry) => {
  if (entry.as === 'credentials' && entry.credentials.sessionToken !== 'good')
    return { actor: Promise.resolve(undefined) };
  return { actor: enterAsStaff(client) };
};

async function enterAsStaff(client: Parameters<Enter>[0]): Promise<Actor> {
  await client.query('select scope.enter($1, $2, false, false, $3)', [staff, [here], ['property']]);
  return {
    kind: 'staff',
    accountId: staff,
    name: '林晓',
    roles: [],
    permissions: new Set(['notes.write']),
    projects: [here],
    ownOnly: false,
    isGroup: false,
    sides: ['property'],
  };
}

let database: TestDatabase;
let engine: Engine;
let app: FastifyInstance;
const logged: object[] = [];

beforeAll(async () => {
  database = await openDatabase();
  await database.sql(`create table note (id uuid primary key, project_id uuid not null, text text not null, at timestamptz not null);
    alter table note enable row level security;
    create policy in_scope on note using (project_id = any ((select scope.projects())::uuid[]));
    create table counted (note_id uuid primary key)`);
  const log = { info: () => {}, warn: () => {}, error: (facts: object) => void logged.push(facts) };
  engine = await openEngine({
    databaseUrl: database.url,
    capabilities: [notes],
    recurring: [],
    enter,
    keys: { current: 'k1', keys: new Map([['k1', randomBytes(32)]]), lookup: randomBytes(32) },
    log,
    takesJobs: false,
  });
  app = await buildServer(engine, { version: 'test' });
});
afterAll(async () => {
  await app?.close();
  await engine?.close();
  await database?.drop();
});

const as = { cookie: 'yilu_session=good' };
const post = (payload: object, headers: object = {}) =>
  app.inject({ method: 'POST', url: '/api/notes', payload, headers: { ...as, ...headers } });
const count = async () => (await database.sql<{ n: number }>('select count(*)::int as n from note'))[0]?.n;

test('a write is answered in its declared shape, told to listeners and audited', async () => {
  const response = await post({ projectId: here, text: '许姐来电' });
  expect(response.statusCode).toBe(200);
  expect(Object.keys(response.json()).sort()).toEqual(['at', 'id', 'text']);
  await drainJobs(engine);
  expect(await database.sql('select note_id from counted')).toEqual([{ note_id: response.json().id }]);
  const [line] = await database.sql<{ action: string; actor_name: string; after_image: string }>(
    'select * from audit_entry',
  );
  expect(line).toMatchObject({ action: 'notes.written', actor_name: '林晓' });
  expect(line?.after_image).not.toContain('许姐');
});

test('a refusal takes back what was written before it', async () => {
  const before = await count();
  const response = await post({ projectId: here, text: 'nonsense' });
  expect(response.statusCode).toBe(409);
  expect(response.json()).toMatchObject({
    code: 'notes.nonsense',
    title: '不收胡话。',
    requestId: response.headers['x-request-id'],
  });
  expect(await count()).toBe(before);
});

test('a counted failure survives its refusal, and the third is too many', async () => {
  const fail = () => app.inject({ method: 'POST', url: '/api/failures', headers: as });
  expect([(await fail()).statusCode, (await fail()).statusCode, (await fail()).statusCode]).toEqual([409, 409, 429]);
});

test('the neighbouring project cannot be written to', async () => {
  const before = await count();
  expect((await post({ projectId: elsewhere, text: 'x' })).statusCode).toBe(500);
  expect(await count()).toBe(before);
});

test('two clicks with one key are one note, and both get the same answer', async () => {
  const before = Number(await count());
  const [first, second] = await Promise.all(
    [1, 2].map(() => post({ projectId: here, text: 'once' }, { 'idempotency-key': 'k' })),
  );
  expect(first?.json()).toEqual(second?.json());
  expect(await count()).toBe(before + 1);
  const other = await post({ projectId: here, text: 'another' }, { 'idempotency-key': 'k' });
  expect([other.statusCode, other.json().code]).toEqual([409, 'platform.idempotency_key_reused']);
});

test('a page that asks for one account is declined once the cookie is another’s', async () => {
  const before = await count();
  const mine = await post({ projectId: here, text: 'mine' }, { 'yilu-account': staff });
  const notMine = await post({ projectId: here, text: 'not mine' }, { 'yilu-account': newId() });
  expect([mine.statusCode, notMine.statusCode, notMine.json().code]).toEqual([200, 409, 'platform.someone_else']);
  expect(await count()).toBe((before ?? 0) + 1);
});

test.each([
  ['nobody is signed in', {}, 401, 'platform.sign_in_first'],
  ['a session that is not ours', { cookie: 'yilu_session=bad' }, 401, 'platform.sign_in_first'],
  ['a role without the permission', as, 403, 'platform.not_permitted'],
])('%s: refused', async (_, headers, status, code) => {
  const response = await app.inject({ method: 'GET', url: '/api/forbidden', headers });
  expect([response.statusCode, response.json().code]).toEqual([status, code]);
});

test('a page of another site cannot write with our cookie', async () => {
  expect((await post({ projectId: here, text: 'x' }, { origin: 'https://elsewhere.example' })).json().code).toBe(
    'platform.foreign_origin',
  );
  expect(
    (await post({ projectId: here, text: 'x' }, { origin: 'http://localhost:8080', host: 'localhost:8080' }))
      .statusCode,
  ).toBe(200);
});

test('wrong input names its fields in the language asked for', async () => {
  const zh = await post({ projectId: 'nowhere', text: '' });
  expect(zh.statusCode).toBe(422);
  expect(zh.json().fields.map(({ path }: { path: string }) => path)).toEqual(['projectId', 'text']);
  expect(zh.json().title).toContain('有误');
  expect((await post({}, { 'accept-language': 'en' })).json().title).toContain('not right');
});

test('what is wrong with a field is said without words of programs', async () => {
  const zh = await post({ projectId: 'nowhere' });
  expect(zh.json().fields).toEqual([
    { path: 'projectId', message: '编号不对。' },
    { path: 'text', message: '请填写这一项。' },
  ]);
});

test.each([
  ['PUT', '/api/notes', {}, '', 405, 'platform.not_this_way'],
  ['GET', '/api/nothing', {}, '', 404, 'platform.no_such_address'],
  ['DELETE', '/api/nothing', {}, '', 404, 'platform.no_such_address'],
  ['GET', '/api/%ZZ', {}, '', 400, 'platform.address_unreadable'],
  ['POST', '/api/notes', { 'content-type': 'text/plain' }, 'hello', 415, 'platform.not_this_type'],
  ['POST', '/api/notes', { 'content-type': 'application/json' }, '{"a":', 400, 'platform.unreadable'],
  ['POST', '/api/notes', { 'content-type': 'application/json' }, 'x'.repeat(3_000_000), 413, 'platform.too_large'],
] as const)('%s %s with %j is a problem in words', async (method, url, headers, payload, status, code) => {
  const response = await app.inject({ method, url, headers: { ...headers, authorization: 'Bearer staff' }, payload });
  expect([response.statusCode, response.json().code]).toEqual([status, code]);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.headers['x-request-id']).toBe(response.json().requestId);
  if (status === 405) expect(response.headers.allow).toBe('GET, POST');
});

test('the API document names every endpoint', async () => {
  const document = (await app.inject('/api/openapi.json')).json();
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toContain('/api/notes');
  expect(JSON.stringify(document.paths['/api/notes'].post.parameters)).toContain('within 28 days');
  expect((await app.inject('/api/docs')).body).toContain('/api/notes');
});

test('a full disk is told as such, and the server goes on', async () => {
  const full = await post({ projectId: here, text: 'too much' });
  expect(full.statusCode).toBe(507);
  expect(full.json()).toMatchObject({ code: 'platform.disk_full', requestId: expect.any(String) });
  expect((await post({ projectId: here, text: 'less' })).statusCode).toBe(200);
});

test('a lost database is told as such and recovers', async () => {
  await database.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'yilu' and datname = current_database()`,
  );
  const statuses = [];
  for (let attempt = 0; attempt < 4; attempt++)
    statuses.push((await app.inject({ method: 'GET', url: '/api/notes', headers: as })).statusCode);
  expect(statuses.at(-1)).toBe(200);
  expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
});
