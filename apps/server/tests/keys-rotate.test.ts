import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decryptField, type Keys, readOrMakeKeys } from '@yilu/platform/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient, yiluAt } from './command.ts';

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
  expect(await yiluAt(data, ['import', file, '--project', '云栖里'])).toMatchObject({ code: 0 });
  // Of whoever was here already an undo needs what was filled in, sealed with the person's own key.
  const more = join(folder, 'more.csv');
  writeFileSync(more, '业主姓名,手机号,性别\n周一,13800138031,女\n');
  expect(await yiluAt(data, ['import', more, '--project', '云栖里'])).toMatchObject({ code: 0 });
  expect(await yiluAt(data, ['keys', 'rotate'])).toMatchObject({ code: 0 });

  const keys = readOrMakeKeys(join(data, 'keys', 'yilu-keys.json'));
  const onlyNew: Keys = { ...keys, keys: new Map([...keys.keys].filter(([id]) => id === keys.current)) };
  await withClient(data, async (owner) => {
    const opened = async (table: string, bound: string, column: string) => {
      const { rows } = await owner.query(
        `select ${bound}::text as bound, ${column} as sealed from ${table} order by ${bound}`,
      );
      return rows.map(({ bound: to, sealed }) => decryptField(onlyNew, sealed, to));
    };
    expect(await opened('import_file_part where part >= 0', 'file_id', 'sealed')).toEqual(
      [file, more].map((one) => readFileSync(one).toString('base64')),
    );
    // Of each file a sheet and its rows.
    expect(await opened('import_file_part where part < 0', 'file_id', 'sealed')).toHaveLength(4);
    const [noted] = await opened('import_row', 'sheet_id', 'sealed');
    expect(JSON.parse(noted ?? '')).toMatchObject({ name: '吴二' });
    expect(await opened('person_key', 'person_id', 'wrapped_key')).toHaveLength(1);
  });
}, 120_000);
