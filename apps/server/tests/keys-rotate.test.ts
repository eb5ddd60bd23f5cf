import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinEmbeddedPostgres } from '@yilu/platform/postgres';
import { decryptField, type Keys, readOrMakeKeys } from '@yilu/platform/server';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../cli/commands.ts';
import { runCommand } from '../cli/run.ts';

let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yilu-rotation-'));
  data = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what an import keeps of its files comes under the new key and still opens', async () => {
  const file = join(folder, 'owners.csv');
  writeFileSync(file, '业主姓名,手机号,房号\n周一,13800138031,2-1-101\n吴二,1380013,\n');
  await yilu('import', file, '--project', '云栖里', '--json');
  await yilu('keys', 'rotate', '--json');

  const keys = readOrMakeKeys(join(data, 'keys', 'yilu-keys.json'));
  const onlyNew: Keys = { ...keys, keys: new Map([...keys.keys].filter(([id]) => id === keys.current)) };
  const postgres = await joinEmbeddedPostgres({ folder: data });
  const owner = new Client(postgres.address);
  await owner.connect();
  try {
    const opened = async (table: string, bound: string, column: string) => {
      const { rows } = await owner.query(`select ${bound}::text as bound, ${column} as sealed from ${table}`);
      return rows.map(({ bound: to, sealed }) => decryptField(onlyNew, sealed, to));
    };
    expect(await opened('import_file_part', 'file_id', 'sealed')).toEqual([readFileSync(file).toString('base64')]);
    const [noted] = await opened('import_row', 'sheet_id', 'sealed');
    expect(JSON.parse(noted ?? '')).toMatchObject({ name: '吴二' });
    expect(await opened('person_key', 'person_id', 'wrapped_key')).toHaveLength(1);
  } finally {
    await owner.end();
    await postgres.leave();
  }
}, 120_000);

async function yilu(...words: string[]): Promise<void> {
  const code = await runCommand(commands, words, {
    out: () => undefined,
    err: () => undefined,
    env: { DATA_DIR: data },
  });
  expect(code).toBe(0);
}
