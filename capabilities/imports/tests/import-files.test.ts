import { Refused } from '@yilu/platform/contract';
import { listNotices, readNotices } from '@yilu/tasks/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listImports, readImport } from '../contract/index.ts';
import { importFiles } from '../server/index.ts';
import { type Office, openOffice, workbook } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  // As the command line does: in process, as the system.
});
afterAll(() => office.house.close());

const given = (name: string) => ({ name, bytes: workbook(name) });

test('a dry run answers the same as the import and writes nothing', async () => {
  const files = [given('owners-gbk.csv'), given('zhenghe-calls-and-visits.xlsx')];
  const dry = await importFiles(office.begin, { files, dryRun: true });
  expect(await office.count('person')).toBe(0);
  const { importId, ...report } = await importFiles(office.begin, { files });
  expect(report).toEqual({ files: dry.files, records: dry.records });
  expect(importId).not.toBe(dry.importId);
  expect(report.records).toMatchObject({ rooms: 400, contacts: 312, deals: 0 });
  expect(report.files.map(({ file, sheets }) => [file, sheets[0]?.kind, sheets[0]?.rows, sheets[0]?.rejected])).toEqual(
    [
      ['owners-gbk.csv', 'owners', 400, 0],
      ['zhenghe-calls-and-visits.xlsx', 'contacts', 320, 8],
    ],
  );
  expect(report.files[0]?.sheets[0]?.problems).toHaveLength(12);
  expect(report.files[1]?.sheets[0]?.rejections[0]).toEqual({
    row: 41,
    column: '客户姓名',
    reason: '没有姓名，分不清是谁',
  });
  for (const { rows, created, updated, unchanged, rejected } of report.files.flatMap(({ sheets }) => sheets)) {
    expect(created + updated + unchanged + rejected).toBe(rows);
  }
}, 120_000);

test('a project made for files of which nothing went in is not left behind', async () => {
  const nodes = () => office.house.sql<{ name: string }>('select name from company_node order by name');
  const before = await nodes();
  const dry = await importFiles(office.begin, {
    files: [given('microcommunity-hc.xlsx')],
    project: '只看一看',
    dryRun: true,
  });
  expect(dry.records.rooms).toBeGreaterThan(0);
  const rejected = { name: 'nobody.csv', bytes: Buffer.from('姓名,手机号\n,13800001111\n,13800002222\n') };
  const { records } = await importFiles(office.begin, { files: [rejected], project: '谁也没来' });
  expect(records.people).toBe(0);
  expect(await nodes()).toEqual(before);
}, 120_000);

test('a project is made by name, and a file that names none is refused when there are several', async () => {
  const hc = given('microcommunity-hc.xlsx');
  const report = await importFiles(office.begin, { files: [hc], project: '新城' });
  expect(report.records).toEqual({ people: 5, rooms: 8, contacts: 0, deals: 0 });
  const refused = await importFiles(office.begin, { files: [hc] }).catch((problem) => problem);
  expect(refused).toBeInstanceOf(Refused);
  expect(refused.refusal.code).toBe('imports.project_needed');
  const problems = report.files[0]?.sheets.flatMap(({ problems: of }) => of.map(({ reason }) => reason)) ?? [];
  expect(problems.filter((reason) => reason.startsWith('业主编号'))).toHaveLength(3);
  expect(problems.filter((reason) => reason.includes('同一个证件号码'))).toHaveLength(5);
}, 60_000);

test('a file of which no row can go in leaves nothing behind', async () => {
  const runs = await office.count('import_run');
  const text = '业主姓名,手机号\n钱二,1380013\n孙三,1390013\n';
  const report = await importFiles(office.begin, {
    files: [{ name: 'o.csv', bytes: Buffer.from(text) }],
    project: '新城',
  });
  expect(report.files[0]?.sheets[0]).toMatchObject({ rows: 2, created: 0, rejected: 2 });
  expect(report.files[0]?.sheets[0]?.rejections).toHaveLength(2);
  expect(await office.count('import_run')).toBe(runs);
}, 60_000);

test('a file that cannot be read is told in the report', async () => {
  const report = await importFiles(office.begin, {
    files: [{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4') }],
    project: '新城',
  });
  expect(report.files).toEqual([
    { file: 'a.pdf', sheets: [], refused: '这不是能识别的表格。请导入 .xlsx、.xls 或 .csv 文件。' },
  ]);
});

test('what the command line brought in is told to the administrators, what failed there to nobody', async () => {
  const bell = async () => (await office.administrator.ask(listNotices, {})).items;
  await office.administrator.ask(readNotices, { ids: 'all' });
  const owners = (rows: string) => ({ name: 'owners.csv', bytes: Buffer.from(`姓名,手机号,房号\n${rows}`) });
  const { importId } = await importFiles(office.begin, {
    files: [owners('韩梅,13800138071,9-1-101\n')],
    project: '新城',
  });
  const [line] = (await office.administrator.ask(listImports, {})).items;
  expect(line).toMatchObject({ id: importId, startedByName: '命令行（yilu import）' });
  expect((await office.administrator.ask(readImport, { importId })).startedByName).toBe('命令行（yilu import）');
  const unread = (await bell()).filter(({ readAt }) => readAt === undefined);
  expect(unread).toMatchObject([
    {
      title: {
        zh: '导入完成：新增 1，更新 0，退回 0 行',
        en: 'Import finished: 1 created, 0 updated, 0 rejected',
      },
      path: `/imports/${importId}`,
    },
  ]);
  await office.administrator.ask(readNotices, { ids: 'all' });
  const damaged = { name: 'damaged.xlsx', bytes: Buffer.from('not a workbook') };
  await importFiles(office.begin, { files: [damaged], project: '新城' }).catch(() => undefined);
  expect((await bell()).filter(({ readAt }) => readAt === undefined)).toEqual([]);
  expect(await office.house.sql('select from notice where account_id not in (select id from staff)')).toEqual([]);
});
