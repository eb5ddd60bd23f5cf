import type { Caller } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ImportRun, mapSheet, readImport } from '../contract/index.ts';
import { type Office, openOffice } from './office.ts';

vi.setConfig({ testTimeout: 120_000 });
let office: Office;
let administrator: Caller;
beforeAll(async () => {
  office = await openOffice();
  administrator = office.administrator;
});
afterAll(() => office.house.close());

const sheetOf = (run: ImportRun) => {
  const sheet = run.files[0]?.sheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
};
const columnsOf = (run: ImportRun) => sheetOf(run).columns.map(({ heading, field }) => `${heading} ${field ?? '-'}`);
const drop = (text: string) => office.drop(administrator, { '名单.csv': text }, office.projectId);
const map = async (run: ImportRun, given: Partial<Parameters<typeof administrator.ask<typeof mapSheet>>[1]>) => {
  await administrator.ask(mapSheet, { importId: run.id, sheetId: sheetOf(run).id, columns: [], ...given });
  await office.house.settle();
  return administrator.ask(readImport, { importId: run.id });
};

test('two columns of one heading are remembered each by itself, in whatever order the others stand', async () => {
  const rows = '1-1-101,张伟,13800190001,陈租,13800190002,老客';
  const run = await drop(`房号,业主,电话,租客,电话,称号\n${rows}\n`);
  expect(columnsOf(run)).toEqual(['房号 room', '业主 name', '电话 phone', '租客 tenant', '电话 tenantPhone', '称号 -']);
  await map(run, { columns: [{ column: 5, field: 'note' }] });

  const next = await drop('称号,业主,电话,租客,电话,房号\n老客,李娜,13800190003,赵租,13800190004,1-1-102\n');
  expect(sheetOf(next).rememberedAt).toBeDefined();
  expect(columnsOf(next)).toEqual([
    '称号 note',
    '业主 name',
    '电话 phone',
    '租客 tenant',
    '电话 tenantPhone',
    '房号 room',
  ]);
});

test('a remembered column is doubted where the values of another file do not fit it', async () => {
  const run = await drop('房号,业主,暗号\n2-1-101,张伟,13800190011\n2-1-102,李娜,13800190012\n');
  await map(run, { columns: [{ column: 2, field: 'phone' }] });
  const fitting = await drop('暗号,房号,业主\n13800190013,2-1-103,王芳\n');
  expect(sheetOf(fitting).columns[0]).toMatchObject({ field: 'phone', confidence: 1, fitting: 1 });
  const other = await drop('房号,业主,暗号\n2-1-104,赵敏,天王盖地虎\n2-1-105,周杰,宝塔镇河妖\n');
  expect(sheetOf(other).columns[2]).toMatchObject({ field: 'phone', confidence: 0.3, fitting: 0 });
  expect(other.counts).toMatchObject({ rows: 2, withProblems: 2, rejected: 0 });
});

test('said to be of another kind, a sheet names the columns that have no place there', async () => {
  const run = await drop('姓名,电话,房号,首访日期,意向级别\n张伟,13800190021,3-1-101,2026-01-05,A\n');
  expect(sheetOf(run)).toMatchObject({ kind: 'contacts' });
  const owners = await map(run, { kind: 'owners' });
  expect(columnsOf(owners)).toEqual(['姓名 name', '电话 phone', '房号 room', '首访日期 -', '意向级别 grade']);
  expect(owners.counts).toMatchObject({ rows: 1, created: 1 });
});

test('only what the person decided is remembered: a corrected column says nothing of what the sheet is', async () => {
  const run = await drop('姓名,电话,房号,楼盘来源,称谓词\n张伟,13800190031,4-1-101,,老板\n');
  expect(sheetOf(run)).toMatchObject({ kind: 'owners' });
  await map(run, { columns: [{ column: 4, field: 'note' }] });
  const [remembered] = await office.house.sql<{ kind: string | null; fields: object }>(
    `select kind, fields from import_mapping where fields->>'称谓词' = 'note'`,
  );
  expect(remembered).toEqual({ kind: null, fields: { 称谓词: 'note' } });

  // The same headings over a list of what happened: its file says so.
  const calls = await office.drop(
    administrator,
    { '来访登记.csv': '姓名,电话,房号,楼盘来源,称谓词\n李娜,13800190032,,朋友,老板娘\n' },
    office.projectId,
  );
  expect(sheetOf(calls).columns.at(-1)).toMatchObject({ heading: '称谓词', field: 'note', confidence: 1 });
  expect(sheetOf(calls).rememberedAt).toBeDefined();
});

test('a kind that was said stays said when a column is corrected later', async () => {
  const run = await drop('姓名,电话,房号,首访日期,暗语\n张伟,13800190041,5-1-101,2026-01-05,A\n');
  await map(run, { kind: 'owners' });
  await map(run, { columns: [{ column: 4, field: 'note' }] });
  const next = await drop('姓名,电话,房号,首访日期,暗语\n李娜,13800190042,5-1-102,2026-01-06,B\n');
  expect(sheetOf(next)).toMatchObject({ kind: 'owners' });
  expect(columnsOf(next)).toEqual(['姓名 name', '电话 phone', '房号 room', '首访日期 -', '暗语 note']);
});
