import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionUrl, isRunning, joinEmbeddedPostgres, throwawayPostgres } from '@yilu/platform/postgres';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../cli/commands.ts';
import { withClient, yiluAt } from './command.ts';
import { type Started, start } from './started.ts';

let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yilu-cli-'));
  data = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const yilu = (words: readonly string[], env: Record<string, string> = {}) => yiluAt(data, words, env);

describe('without a server', () => {
  test('help is complete in both languages and wrong words are exit code 2', async () => {
    for (const LANG of ['zh_CN.UTF-8', 'en_US.UTF-8']) {
      for (const { name } of commands) {
        const { code, out } = await yilu([...name.split(' '), '--help'], { LANG });
        expect([name, code]).toEqual([name, 0]);
        expect(out).toContain(`yilu -- ${name}`);
      }
    }
    expect(await yilu(['fly'])).toMatchObject({ code: 2, out: '' });
    expect((await yilu(['user', 'add', 'wang', '--wings'])).code).toBe(2);
    expect((await yilu(['api-key', 'create', '--role', 'administrator'])).err).toContain('--name');
  });

  test('a user is added, gets a new password, and the database is left as it was found: at rest', async () => {
    const added = await yilu(['user', 'add', 'Wang', '--name', '王芳', '--role', 'administrator', '--json']);
    expect(added.answer()).toMatchObject({ username: 'wang', password: expect.stringMatching(/^\S{8,}$/) });
    const again = await yilu(['user', 'add', 'wang', '--name', '王芳', '--role', 'administrator']);
    expect(again).toMatchObject({ code: 1, out: '' });
    const reset = await yilu(['password', 'reset', 'wang', '--json']);
    expect(reset.answer().password).not.toBe(added.answer().password);
    expect(isRunning(join(data, 'postgres'))).toBe(false);
  }, 60_000);

  test('an unknown role and an unknown project are explained', async () => {
    const role = await yilu(['api-key', 'create', '--name', 'x', '--role', 'astronaut']);
    expect(role.code).toBe(1);
    const project = await yilu(['api-key', 'create', '--name', 'x', '--role', 'housekeeper', '--project', '月球']);
    expect(project).toMatchObject({ code: 1, err: expect.stringContaining('月球') });
  }, 60_000);
});

test('a database whose user may not make roles is refused before anything is made in it', async () => {
  const foreign = await throwawayPostgres();
  const owner = new Client(foreign.address);
  try {
    await owner.connect();
    await owner.query("create role plain login password 'plain'");
    await owner.query('create database plain owner plain');
    const DATABASE_URL = connectionUrl({ ...foreign.address, user: 'plain', password: 'plain', database: 'plain' });
    const refused = await yilu(['doctor'], { DATA_DIR: join(folder, 'plain'), DATABASE_URL });
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('CREATEROLE') });
    await owner.query('alter role plain createrole');
    expect((await yilu(['doctor'], { DATA_DIR: join(folder, 'plain'), DATABASE_URL })).code).toBe(0);
  } finally {
    await owner.end();
    await foreign.leave();
  }
}, 60_000);

describe('beside a running server', () => {
  let server: Started;
  beforeAll(async () => {
    server = await start({ DATA_DIR: data });
  }, 120_000);
  afterAll(() => server.stop());

  test('an API key made on the command line opens the API at once', async () => {
    const { answer } = await yilu(['api-key', 'create', '--name', '测试', '--role', 'administrator', '--json']);
    const asked = await fetch(`${server.address}/api/companies`, {
      headers: { authorization: `Bearer ${answer().key}` },
    });
    expect(asked.status).toBe(200);
    expect((await fetch(`${server.address}/api/companies`)).status).toBe(401);
  }, 60_000);

  test('the doctor finds a healthy house with a running server', async () => {
    const { code, answer } = await yilu(['doctor', '--json']);
    expect(answer()).toMatchObject({
      ok: true,
      findings: expect.arrayContaining([{ check: 'server', ok: true, detail: 'running' }]),
    });
    expect(code).toBe(0);
  }, 60_000);

  test('restore refuses, and the server goes on', async () => {
    const to = join(folder, 'backup-of-running');
    expect((await yilu(['backup', to])).code).toBe(0);
    expect(await yilu(['restore', to])).toMatchObject({ code: 1, err: expect.stringContaining('正被另一个一路使用') });
    expect((await fetch(`${server.address}/api/health`)).status).toBe(200);
  }, 60_000);
});

describe('import', () => {
  const place = () => ({ DATA_DIR: join(folder, 'import') });
  const file = () => {
    const path = join(folder, '业主.csv');
    writeFileSync(
      path,
      '\uFEFF楼栋,单元,房号,业主姓名,联系电话\n3栋,1,1201,王芳,13812345678\n3栋,1,1202,李强,1391234\n',
    );
    return path;
  };

  test('brings good rows in and says what is wrong with the bad one; once more changes nothing', async () => {
    const first = await yilu(['import', file(), '--project', '云栖里', '--json'], place());
    expect(first).toMatchObject({ code: 0 });
    expect(first.answer()).toMatchObject({ records: { rooms: 2 }, importId: expect.any(String) });
    const again = await yilu(['import', file(), '--project', '云栖里', '--json'], place());
    expect(again.answer().files[0].sheets[0]).toMatchObject({ created: 0, updated: 0 });
  }, 120_000);

  test('a file that is no table is a failure with a sentence, and the others go in all the same', async () => {
    const env = { DATA_DIR: join(folder, 'no-table') };
    const picture = join(folder, '照片.png');
    writeFileSync(picture, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(400)]));
    const alone = await yilu(['import', picture, '--project', '云栖里'], env);
    expect(alone.code).toBe(1);
    expect(alone.out).toContain('照片.png: 这不是能识别的表格。请导入 .xlsx、.xls 或 .csv 文件。');
    const beside = await yilu(['import', file(), picture, '--project', '云栖里', '--json'], env);
    expect(beside.code).toBe(1);
    expect(beside.answer()).toMatchObject({ records: { rooms: 2 }, files: [{}, { refused: expect.any(String) }] });
  }, 120_000);

  test('a preview writes nothing; a missing file and an unknown kind are explained', async () => {
    const env = { DATA_DIR: join(folder, 'preview') };
    expect((await yilu(['import', file(), '--project', '云栖里', '--dry-run'], env)).code).toBe(0);
    await withClient(env.DATA_DIR, async (owner) => {
      expect((await owner.query('select from room')).rowCount).toBe(0);
    });
    expect((await yilu(['import', join(folder, 'none.xlsx')], env)).code).toBe(1);
    expect((await yilu(['import', file(), '--as', 'dreams'], env)).code).toBe(2);
  }, 120_000);
});

describe('backups', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());

  test('a backup taken while clients write holds every write acknowledged before it, whole, and restores elsewhere', async () => {
    await withClient(data, async (owner) => {
      await owner.query('create table deposit (n int primary key, fen int not null)');
      await owner.query('create table withdrawal (n int primary key, fen int not null)');
    });
    const writing = await writeOn(data);
    stop = writing.stop;
    await expect.poll(writing.acknowledged, { timeout: 10_000 }).toBeGreaterThan(200);
    const before = writing.acknowledged();
    const to = join(folder, 'backup');
    expect((await yilu(['backup', to])).code).toBe(0);
    await writing.stop();
    stop = undefined;

    const elsewhere = join(folder, 'elsewhere');
    const restored = await yilu(['restore', to, '--json'], { DATA_DIR: elsewhere });
    expect(restored.code).toBe(0);
    await withClient(elsewhere, async (owner) => {
      const { rows } = await owner.query(
        `select (select count(*) from deposit)::int as deposits, (select count(*) from withdrawal)::int as withdrawals,
                (select sum(fen) from deposit) = (select sum(fen) from withdrawal) as balanced`,
      );
      expect(rows[0].deposits).toBeGreaterThanOrEqual(before);
      expect(rows[0]).toMatchObject({ withdrawals: rows[0].deposits, balanced: true });
      expect((await owner.query('select username from staff')).rows).toEqual([{ username: 'wang' }]);
    });
  }, 120_000);

  test('restoring over data moves it aside; a damaged backup changes nothing', async () => {
    const to = join(folder, 'backup');
    const broken = join(folder, 'broken');
    cpSync(to, broken, { recursive: true });
    const { files } = JSON.parse(readFileSync(join(to, 'manifest.json'), 'utf8'));
    writeFileSync(join(broken, files[5].path), 'scrambled');
    const refused = await yilu(['restore', broken]);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(files[5].path) });

    const restored = await yilu(['restore', to, '--json']);
    expect(restored.answer().movedAside).toEqual([expect.stringContaining('postgres.before-restore-')]);
  }, 120_000);

  test('of a PostgreSQL of its own: every table of one moment, restored into an empty database', async () => {
    const foreign = await throwawayPostgres();
    const other = { ...foreign.address, database: 'other' };
    const client = new Client(foreign.address);
    await client.connect();
    await client.query('create database other');
    const env = { DATA_DIR: join(folder, 'foreign'), DATABASE_URL: foreign.url };
    const elsewhere = { ...env, DATABASE_URL: connectionUrl(other) };
    try {
      expect((await yilu(['demo', '--households', '40', '--seed', '5'], env)).code).toBe(0);
      const to = join(folder, 'tables');
      expect((await yilu(['backup', to, '--json'], env)).answer()).toMatchObject({ kind: 'tables' });
      expect(await yilu(['restore', to], env)).toMatchObject({ code: 1, err: expect.stringContaining('已经有数据') });
      expect((await yilu(['restore', to], elsewhere)).err).toContain('密钥文件');

      const copy = new Client(other);
      await copy.connect();
      const tables = await client.query(
        "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth') order by 1",
      );
      for (const { name } of tables.rows) {
        const sum = `select '${name}' as name, count(*)::int as rows, md5(coalesce(string_agg(one::text, '' order by one::text), '')) as sum from ${name} one`;
        expect((await copy.query(sum)).rows).toEqual((await client.query(sum)).rows);
      }
      await copy.end();
    } finally {
      await client.end();
      await foreign.leave();
    }
  }, 180_000);

  test('a folder that is not a backup, and one that is not empty, are refused', async () => {
    expect(await yilu(['restore', folder])).toMatchObject({ code: 1, err: expect.stringContaining('manifest.json') });
    expect(await yilu(['backup', folder])).toMatchObject({ code: 1, err: expect.stringContaining('不是空目录') });
  }, 60_000);
});

test('after a rotation nothing that lasts is left under the old key, and everything still opens', async () => {
  expect((await yilu(['keys', 'rotate', '--json'])).answer()).toMatchObject({ current: 'k2' });
  await withClient(data, async (owner) => {
    const { rows: columns } = await owner.query(
      `select format('%I.%I', table_schema, table_name) as place, quote_ident(column_name) as name
         from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema in ('public', 'auth') and table_type = 'BASE TABLE' and data_type = 'text'
          and table_name <> 'idempotent_answer'`,
    );
    const left = [];
    for (const { place, name } of columns) {
      const { rows } = await owner.query(`select from ${place} where ${name} ^@ 'k1.' limit 1`);
      if (rows.length > 0) left.push(`${place}.${name}`);
    }
    expect(left).toEqual([]);
  });
  expect((await yilu(['doctor'])).code).toBe(0);
}, 60_000);

/** Clients who write one deposit and one withdrawal of the same amount per transaction, as fast as they are answered. */
async function writeOn(of: string) {
  const postgres = await joinEmbeddedPostgres({ folder: of });
  let next = 0;
  let acknowledged = 0;
  let goesOn = true;
  const clients = Array.from({ length: 4 }, () => new Client(postgres.address));
  await Promise.all(clients.map((client) => client.connect()));
  const writing = clients.map(async (client) => {
    while (goesOn) {
      next += 1;
      const n = next;
      await client.query('begin');
      await client.query('insert into deposit values ($1, $1)', [n]);
      await client.query('insert into withdrawal values ($1, $1)', [n]);
      await client.query('commit');
      acknowledged += 1;
    }
    await client.end();
  });
  return {
    acknowledged: () => acknowledged,
    stop: async () => {
      goesOn = false;
      await Promise.all(writing);
      await postgres.leave();
    },
  };
}
