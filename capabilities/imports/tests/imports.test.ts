import { readWholeSpreadsheet } from '@yilu/platform/server';
import { listNotices } from '@yilu/tasks/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  chooseProject,
  discardImport,
  errorFile,
  type ImportRun,
  type ImportSheet,
  importTemplate,
  listImportRows,
  listImports,
  mapSheet,
  matchStaff,
  readImport,
  repairRow,
  sheetKinds,
  startImport,
} from '../contract/index.ts';
import { recogniseSheet } from '../rules/index.ts';
import { multipart, type Office, openOffice, workbook } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const firstSheet = (run: ImportRun): ImportSheet => {
  const sheet = run.files[0]?.sheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
};
const owners = '业主姓名,手机号,房号\n赵一,13800138011,1-1-101\n钱二,13800138,\n孙三,13800138013,1-1-103\n';

test('a file that names no project is asked about, and may get a new one', async () => {
  const other = await office.house.project('云栖里');
  const { administrator } = office;
  const asking = await office.drop(administrator, { 'owners.csv': owners });
  expect(asking).toMatchObject({ phase: 'asking', counts: { rows: 0 } });
  await administrator.ask(chooseProject, { importId: asking.id, projectId: other });
  await office.house.settle();
  const run = await administrator.ask(readImport, { importId: asking.id });
  expect(run).toMatchObject({ phase: 'previewed', project: { name: '云栖里' }, counts: { rows: 3, rejected: 1 } });

  const named = await office.drop(administrator, {
    'more.csv': '项目,姓名,电话,房号\n望江台,李四,13800138020,1-1-1\n',
  });
  expect(named).toMatchObject({ phase: 'asking', suggestedProject: '望江台' });
  await administrator.ask(chooseProject, { importId: named.id, newProject: '望江台' });
  await office.house.settle();
  expect(await administrator.ask(readImport, { importId: named.id })).toMatchObject({
    phase: 'previewed',
    counts: { created: 1 },
  });
});

test('a file of several unknown projects is asked about all of them in one step, also of those far below', async () => {
  const { administrator, house } = office;
  const there = await house.project('松涛苑');
  const line = (project: string, n: number) => `${project},客户${n},139${String(n).padStart(8, '4')},1-1-${100 + n}`;
  const far = Array.from({ length: 900 }, (_, n) => line('湖心岛', n + 10));
  const file = `项目名称,姓名,电话,房号\n${[...far, line('松涛苑', 1), line('云顶', 2), line('松涛苑二', 3)].join('\n')}\n`;
  const asking = await office.drop(administrator, { '业主.csv': file, '无.csv': owners });
  expect(asking).toMatchObject({
    phase: 'asking',
    asks: [{ name: '湖心岛', sheets: ['业主'] }, { name: '云顶' }, { name: '松涛苑二' }, { sheets: ['无'] }],
  });
  await administrator.ask(chooseProject, {
    importId: asking.id,
    names: [
      { name: '湖心岛', newProject: '湖心岛' },
      { name: '云顶', newProject: '湖心岛' },
      { name: '松涛苑二', projectId: there },
    ],
    projectId: there,
  });
  await house.settle();
  const run = await administrator.ask(readImport, { importId: asking.id });
  expect(run).toMatchObject({ phase: 'previewed', counts: { rows: 906, created: 905, rejected: 1 } });
  const applied = await office.bringIn(administrator, run);
  const homes = await house.sql<{ told: string }>(
    `select project.name || ' ' || count(*) as told from room join settings_published.project on project.id = room.project_id
      where project.name in ('湖心岛', '松涛苑') group by project.name order by 1`,
  );
  expect(homes.map(({ told }) => told)).toEqual(['松涛苑 2', '湖心岛 901']);
  await office.takeBack(administrator, applied);
}, 120_000);

test('a corrected mapping is previewed again and remembered for the next file with these headings', async () => {
  const { administrator, projectId } = office;
  const file =
    '甲,乙,丙\n周一,13800138031,2-1-101\n吴二,13800138032,2-1-102\n郑三,13800138033,2-1-103\n王四,13800138034,2-1-104\n';
  const headed = file.replace('甲,乙,丙', '名号,手机号,房号');
  const run = await office.drop(administrator, { 'a.csv': headed }, projectId);
  const sheet = firstSheet(run);
  expect(sheet.columns[0]?.field).toBeUndefined();
  await administrator.ask(mapSheet, {
    importId: run.id,
    sheetId: sheet.id,
    kind: 'owners',
    columns: [{ column: 0, field: 'name' }],
  });
  await office.house.settle();
  expect(await administrator.ask(readImport, { importId: run.id })).toMatchObject({
    phase: 'previewed',
    counts: { created: 4 },
  });

  const next = await office.drop(administrator, { 'b.csv': headed.replaceAll('1380013803', '1380013804') }, projectId);
  expect(firstSheet(next)).toMatchObject({ kind: 'owners' });
  expect(firstSheet(next).rememberedAt).toBeDefined();
  expect(next.counts.created).toBe(4);
  const twice = await administrator.refused(mapSheet, {
    importId: next.id,
    sheetId: firstSheet(next).id,
    columns: [{ column: 1, field: 'name' }],
  });
  expect(twice).toMatchObject({ status: 422, code: 'imports.field_taken_twice' });
});

test('a rejected row comes back in its original layout, and can be mended here', async () => {
  const { administrator, projectId } = office;
  const run = await office.drop(administrator, { 'owners.csv': owners }, projectId);
  const sheet = firstSheet(run);
  const { items } = await administrator.ask(listImportRows, { importId: run.id, outcome: 'rejected' });
  expect(items).toMatchObject([
    {
      row: 3,
      name: '钱二',
      reasons: [{ column: '手机号', code: 'imports.phone_wrong_length', given: '13800138', columnIndex: 1 }],
    },
  ]);

  const answer = await administrator.exchange(errorFile, { importId: run.id });
  expect(answer.statusCode).toBe(200);
  const [back] = await readWholeSpreadsheet(answer.rawPayload);
  expect(back?.rows.map(({ cells }) => cells)).toEqual([
    ['业主姓名', '手机号', '房号', '退回原因'],
    ['钱二', '13800138', null, '手机号：手机号有 8 位，应为 11 位'],
  ]);
  const colleague = office.house.as('administrator');
  expect((await colleague.exchange(errorFile, { importId: run.id })).statusCode).toBe(403);

  await administrator.ask(repairRow, {
    importId: run.id,
    sheetId: sheet.id,
    row: 3,
    cells: [{ column: 1, text: '13800138012' }],
  });
  await office.house.settle();
  expect(await administrator.ask(readImport, { importId: run.id })).toMatchObject({
    counts: { rows: 3, rejected: 0, created: 3 },
  });
  await administrator.ask(discardImport, { importId: run.id });
  expect(await administrator.refused(readImport, { importId: run.id })).toMatchObject({ status: 404 });
});

test('the error file is gone after its days', async () => {
  const { administrator, projectId } = office;
  const run = await office.drop(administrator, { 'owners.csv': owners }, projectId);
  office.house.setClock('2026-12-20T02:00:00Z');
  await office.house.strike('imports.forget-old');
  expect((await administrator.exchange(errorFile, { importId: run.id })).statusCode).toBe(404);
  const { items } = await administrator.ask(listImportRows, { importId: run.id, outcome: 'rejected' });
  expect(items[0]?.reasons[0]?.given).toBeUndefined();
  office.house.setClock('2026-12-01T02:00:00Z');
});

test('what was edited since the import stays when it is undone, and is listed', async () => {
  const { administrator, projectId } = office;
  const file = '业主姓名,手机号,房号,性别\n冯五,13800138051,5-1-101,男\n陈六,13800138052,5-1-102,女\n';
  const applied = await office.bringIn(administrator, await office.drop(administrator, { 'o.csv': file }, projectId));
  expect(applied).toMatchObject({ phase: 'applied', counts: { created: 2 } });
  const contact = `姓名,电话,来访日期,意向级别\n冯五,13800138051,2026-11-20,B\n`;
  const visit = await office.bringIn(administrator, await office.drop(administrator, { 'v.csv': contact }, projectId));
  expect(visit).toMatchObject({ counts: { created: 1, joined: 1 }, records: { contacts: 1, people: 1 } });

  const undone = await office.takeBack(administrator, applied);
  expect(undone.phase).toBe('undone');
  expect(undone.kept?.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(0);
  expect(undone.kept?.find(({ door }) => door === 'people')?.who).toMatchObject([{ name: '冯五' }]);
  const left = await office.house.sql<{ name: string }>("select name from person where name in ('冯五', '陈六')");
  expect(left).toEqual([{ name: '冯五' }]);
});

test('files that cannot be read are refused each with its sentence, beside those that can', async () => {
  const { administrator, projectId } = office;
  const run = await office.drop(
    administrator,
    {
      'report.xlsx': '%PDF-1.7',
      'locked.xlsx': Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'half.xlsx': workbook('microcommunity-hc.xlsx').subarray(0, 5_000),
      'good.csv': owners,
    },
    projectId,
  );
  expect(run.phase).toBe('previewed');
  expect(run.files.map(({ refusal }) => refusal?.code)).toEqual([
    'spreadsheet.wrong_type',
    'spreadsheet.encrypted',
    'spreadsheet.damaged',
    undefined,
  ]);
  expect(run.counts.rows).toBe(3);
});

test('whoever may not import is refused, and a neighbour sees nothing of it', async () => {
  const { administrator, house, projectId } = office;
  const run = await office.drop(administrator, { 'owners.csv': owners }, projectId);
  const { payload, headers } = multipart({ 'owners.csv': owners });
  const housekeeper = house.as({ role: 'housekeeper', projects: [projectId] });
  expect((await housekeeper.exchange(startImport, {}, headers, payload)).statusCode).toBe(403);

  const neighbour = house.as({ role: 'projectManager', projects: [await house.project('邻家')], isGroup: false });
  expect(await neighbour.refused(readImport, { importId: run.id })).toMatchObject({ status: 404 });
  expect((await neighbour.ask(listImports, {})).items).toEqual([]);
  expect((await neighbour.exchange(startImport, { projectId }, headers, payload)).statusCode).toBe(422);
  const theirs = await office.drop(neighbour, { 'o.csv': '项目,姓名,电话,房号\n锦绣花园,李四,13800138060,1-1-1\n' });
  expect(theirs.phase).toBe('asking');

  const scope = { actor: neighbour.accountId, projects: [], isGroup: false };
  for (const table of [
    'import_run',
    'import_file',
    'import_file_part',
    'import_sheet',
    'import_row',
    'import_change',
  ]) {
    const [seen] = await house.asApp<{ count: number }>(scope, `select count(*)::int as count from ${table}`);
    const [own] = await house.sql<{ count: number }>(
      `select count(*)::int as count from ${table} ${table === 'import_run' ? 'where started_by = $1' : table === 'import_file_part' ? 'where file_id in (select id from import_file where run_id = $1)' : 'where run_id = $1'}`,
      [table === 'import_run' ? neighbour.accountId : theirs.id],
    );
    expect(seen).toEqual(own);
  }
});

test('names of staff are matched once and remembered', async () => {
  const { administrator, projectId } = office;
  const colleague = office.house.as({ role: 'salesConsultant', name: '陈顾问', projects: [projectId] });
  await colleague.exchange(readImport, { importId: projectId });
  const file = '姓名,电话,来访日期,置业顾问\n褚七,13800138071,2026-11-20,小陈\n';
  const run = await office.drop(administrator, { 'v.csv': file }, projectId);
  expect(run.staffNames).toEqual([{ name: '小陈', decided: false }]);
  await administrator.ask(matchStaff, { importId: run.id, names: [{ name: '小陈', staffId: colleague.accountId }] });
  await office.house.settle();
  await office.bringIn(administrator, await administrator.ask(readImport, { importId: run.id }));
  const [row] = await office.house.sql<{ recorded_by: string }>(
    "select recorded_by from interaction where person_id in (select id from person where name = '褚七')",
  );
  expect(row?.recorded_by).toBe(colleague.accountId);
  const next = await office.drop(
    administrator,
    { 'w.csv': file.replaceAll('褚七', '卫八').replace('38071', '38072') },
    projectId,
  );
  expect(next.staffNames).toEqual([{ name: '小陈', staffId: colleague.accountId, calledNow: '陈顾问', decided: true }]);
});

test.each(sheetKinds.filter((kind) => kind !== 'ignored'))(
  'the blank template of %s is recognised as such',
  async (kind) => {
    const answer = await office.administrator.exchange(importTemplate, { kind });
    expect(answer.statusCode).toBe(200);
    const [sheet] = await readWholeSpreadsheet(answer.rawPayload);
    const [found] = recogniseSheet(sheet?.name ?? '', sheet?.rows ?? [], []);
    expect(found?.kind).toBe(kind);
    expect(found?.columns.filter(({ field }) => !field)).toEqual([]);
  },
);

test('whoever started an import is told by the bell how it ended, and led to it', async () => {
  const { administrator, projectId } = office;
  const mine = async () => (await administrator.ask(listNotices, {})).items;
  const run = await office.drop(
    administrator,
    { 'c.csv': '姓名,手机号,房号\n蒋十,13800138091,7-1-101\n,13800138092,\n' },
    projectId,
  );
  await office.bringIn(administrator, run);
  const notices = (await mine()).filter(({ path }) => path === `/imports/${run.id}`);
  expect(notices.map(({ title }) => title)).toEqual([
    { zh: '导入完成：新增 1，更新 0，退回 1 行', en: 'Import finished: 1 created, 0 updated, 1 rejected' },
  ]);
  const colleague = office.house.as({ role: 'projectManager', projects: [projectId] });
  expect((await colleague.ask(listNotices, {})).items).toEqual([]);
});
