import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice, workbook } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office.house.close());

const homes = { 'microcommunity-hc.xlsx': workbook('microcommunity-hc.xlsx') };

test('what the first reading of a workbook found is brought in without parsing it again', async () => {
  const { administrator, house, projectId } = office;
  const run = await office.drop(administrator, homes, projectId);
  // The file itself is no longer there to be parsed.
  await house.sql('delete from import_file_part where part >= 0');
  const applied = await office.bringIn(administrator, run);
  expect(applied).toMatchObject({ phase: 'applied', counts: run.counts });
  expect(applied.counts.created).toBeGreaterThan(0);
  await office.takeBack(administrator, applied);
});

test('where another reader read it, before the server was renewed, the file is parsed again', async () => {
  const { administrator, house, projectId } = office;
  const run = await office.drop(administrator, homes, projectId);
  await house.sql('update import_file_part set reader = reader - 1 where part < 0');
  expect(await office.bringIn(administrator, run)).toMatchObject({ phase: 'applied', counts: run.counts });
});

test('what was read is as secret as the file and goes with it', async () => {
  const { administrator, house, projectId } = office;
  await house.sql('delete from import_file_part');
  const files = { '业主.csv': '业主姓名,手机号\n赵一,13800138011\n', '坏.xlsx': 'PK\u0003\u0004' };
  await office.drop(administrator, files, projectId);
  const kept = await house.sql<{ sheet: number | null; sealed: string }>(
    'select sheet, sealed from import_file_part order by file_id, part desc',
  );
  expect(kept.map(({ sheet }) => sheet)).toEqual([null, 0, 0, null]);
  expect(kept.every(({ sealed }) => /^k\d+\./.test(sealed))).toBe(true);

  house.setClock('2027-12-20T02:00:00Z');
  await house.strike('imports.forget-old');
  expect(await office.count('import_file_part')).toBe(0);
});

test('while files are read it is seen how many rows have been', async () => {
  const { administrator, house } = office;
  await house.project('翠湖湾');
  const lines = [
    '业主姓名,手机号',
    ...Array.from({ length: 300 }, (_, n) => `业主${n},138001${String(n).padStart(5, '0')}`),
  ];
  const run = await office.drop(administrator, { '业主.csv': lines.join('\n') });
  expect(run.phase).toBe('asking');
  const told = await house.sql('select step, done, total from import_progress where run_id = $1', [run.id]);
  expect(told).toEqual([{ step: 'read', done: 301, total: 0 }]);
});
