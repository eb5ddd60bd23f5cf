import { CFB, write as writeOld } from '@e965/xlsx';
import { readWholeSpreadsheet } from '@yilu/platform/server';
import { sheetXml, textCell, workbookOf } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorFile } from '../contract/index.ts';
import { importFiles } from '../server/index.ts';
import { type Office, openOffice, workbook } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const owners = '业主姓名,手机号,房号\n赵一,13800144011,1-1-101\n';
const encrypted = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(600),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

/** An old workbook whose stream says, right after its first record, that it needs a password. */
function lockedXls(): Buffer {
  const sheet = { '!ref': 'A1:A1', A1: { t: 's', v: '姓名' } };
  const plain = writeOld({ SheetNames: ['业主'], Sheets: { 业主: sheet } } as never, {
    type: 'buffer',
    bookType: 'biff8',
  });
  const container = CFB.read(plain, { type: 'buffer' });
  const stream = CFB.find(container, 'Workbook');
  if (!stream) throw new Error('no stream');
  const content = Buffer.from(stream.content as Uint8Array);
  const first = 4 + content.readUInt16LE(2);
  const filePass = Buffer.alloc(4 + 54);
  filePass.writeUInt16LE(0x2f, 0);
  filePass.writeUInt16LE(54, 2);
  filePass.writeUInt16LE(1, 4);
  filePass.writeUInt16LE(1, 6);
  filePass.writeUInt16LE(1, 8);
  stream.content = Buffer.concat([content.subarray(0, first), filePass, content.subarray(first)]);
  stream.size = stream.content.length;
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(400, 'IDAT')]);

/** What Word and archives are: a zip without a workbook in it. */
function packed(path: string): Buffer {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, path, Buffer.from('业主姓名 手机号 房号'));
  return Buffer.from(CFB.write(container, { fileType: 'zip', type: 'buffer' } as never) as Uint8Array);
}

const blankRows = Array.from({ length: 1_100_000 }, (_, n) => `<row r="${n + 1}"/>`).join('');
const manyRows = `${owners}${Array.from({ length: 100_000 }, (_, n) => `客户${n},139${String(n).padStart(8, '0')},2-1-${n}`).join('\n')}\n`;

/** What a file is, and the code of the one sentence that it gets. */
const refusedFiles: readonly (readonly [string, string, () => Buffer | string, RegExp])[] = [
  ['设了密码.xlsx', 'spreadsheet.encrypted', () => encrypted, /密码.*去掉密码/],
  ['设了密码.xls', 'spreadsheet.encrypted', lockedXls, /密码.*去掉密码/],
  ['损坏.xlsx', 'spreadsheet.damaged', () => workbook('microcommunity-hc.xlsx').subarray(0, 5_000), /损坏.*另存/],
  ['带宏.xlsm', 'spreadsheet.macros', withMacros, /宏.*另存/],
  ['其实是文档.xlsx', 'spreadsheet.wrong_type', () => '%PDF-1.7 …', /不是能识别的表格.*\.xlsx/],
  ['照片.png', 'spreadsheet.wrong_type', () => png, /不是能识别的表格.*\.xlsx/],
  ['照片.csv', 'spreadsheet.wrong_type', () => png, /不是能识别的表格.*\.xlsx/],
  ['通知.docx', 'spreadsheet.wrong_type', () => packed('/word/document.xml'), /不是能识别的表格.*\.xlsx/],
  ['通知改了名.xlsx', 'spreadsheet.wrong_type', () => packed('/word/document.xml'), /不是能识别的表格.*\.xlsx/],
  ['照片们.zip', 'spreadsheet.wrong_type', () => packed('/照片/1.jpg'), /不是能识别的表格.*\.xlsx/],
  ['空的.csv', 'spreadsheet.empty', () => '', /空的.*保存完整/],
  ['三百多列.csv', 'spreadsheet.too_many_columns', () => `${'列,'.repeat(305)}列\n`, /300 列.*删掉/],
  ['两百万空行.csv', 'spreadsheet.too_many_empty_rows', () => `姓名\n${',\n'.repeat(2_000_000)}`, /空行.*删掉/],
  [
    '一百多万空行.xlsx',
    'spreadsheet.too_many_empty_rows',
    () => xlsx(`${blankRows}<row r="1100001">${textCell('A1100001', 'x')}</row>`),
    /空行.*删掉/,
  ],
  [
    '压缩炸弹.xlsx',
    'spreadsheet.unpacks_too_big',
    () => Buffer.from(workbookOf(Buffer.alloc(640 * 1024 * 1024, ' '))),
    /600 MB.*另存/,
  ],
  ['十万零一行.csv', 'imports.too_many_rows', () => manyRows, /100001 行.*100000 行.*拆成/],
];

function withMacros(): Buffer {
  const content = sheetXml(`<row r="1">${textCell('A1', '姓名')}</row>`);
  return Buffer.from(workbookOf(content, [{ name: 'xl/vbaProject.bin', content: 'Sub Auto_Open' }]));
}

function xlsx(rows: string): Buffer {
  return Buffer.from(workbookOf(sheetXml(rows)));
}

test('every bad file gets one sentence of what, why and what to do, on the page and at the command line, and good ones go on', async () => {
  const { administrator, projectId } = office;
  const before = process.memoryUsage().rss;
  const bad = refusedFiles.map(([name, , content]) => [name, Buffer.from(content())] as const);
  const files = Object.fromEntries([...bad, ['好的.csv', Buffer.from(owners)]]);
  const run = await office.drop(administrator, files, projectId);
  expect(run.phase).toBe('previewed');
  expect(run.counts).toMatchObject({ rows: 1, created: 1 });
  expect(run.files.map(({ name, refusal }) => [name, refusal?.code])).toEqual([
    ...refusedFiles.map(([name, code]) => [name, code]),
    ['好的.csv', undefined],
  ]);
  for (const [at, [, , , sentence]] of refusedFiles.entries()) {
    const { zh = '', en = '' } = run.files[at]?.refusal?.message ?? {};
    expect(zh).toMatch(sentence);
    expect(en).toMatch(/^[A-Z“].*\.$/);
  }

  const report = await importFiles(office.begin, {
    files: Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
    project: projectId,
    dryRun: true,
    language: 'en',
  });
  expect(report.files.map(({ refused }) => refused)).toEqual(run.files.map(({ refusal }) => refusal?.message.en));
  // What was read is gone again; a bomb would have left hundreds of megabytes.
  expect(process.memoryUsage().rss - before).toBeLessThan(900 * 1024 * 1024);
}, 600_000);

test.each([
  ['a title alone', '2024年工作总结\n', /只有标题.*没有数据/],
  ['headings alone', '姓名,电话,房号\n', /只有表头.*没有数据/],
  ['no headings', '赵一,13800144011,1-1-101\n钱二,13800144012,1-1-102\n', /没有表头.*补上/],
  ['a list of colleagues', '工号,姓名,部门,手机\n001,赵一,客服部,13800144011\n', /员工名单/],
])('a sheet of %s says why nothing of it goes in', async (_, text, sentence) => {
  const run = await office.drop(office.administrator, { '表.csv': text }, office.projectId);
  expect(run.files[0]?.sheets[0]?.remark?.zh).toMatch(sentence);
  expect(run.counts.rows).toBe(0);
});

test('lines in two encodings are each read in their own, and lost characters are told', async () => {
  const gbk = Buffer.from('c7aeb6fe2c31333830303134343032312c312d312d3130320a', 'hex');
  const mixed = Buffer.concat([Buffer.from(owners), gbk, Buffer.from('孙�,13800144022,1-1-103\n')]);
  const run = await office.drop(office.administrator, { '混.csv': mixed }, office.projectId);
  expect(run.files[0]).toMatchObject({ encoding: 'utf-8 and gbk' });
  expect(run.counts).toMatchObject({ rows: 3, created: 3, rejected: 0 });
});

test('what looks like a formula stays text on its way in and comes out harmless', async () => {
  const { administrator, house, projectId } = office;
  const text = '业主姓名,手机号,房号,备注\n=甲乙,13800144031,1-1-201,"=cmd|\' /C calc\'!A0"\n钱二,138,,@SUM(1)\n';
  const run = await office.bringIn(administrator, await office.drop(administrator, { '表.csv': text }, projectId));
  expect(run.counts).toMatchObject({ created: 1, rejected: 1 });
  const [person] = await house.sql<{ name: string }>("select name from person where name like '=%'");
  expect(person?.name).toBe('=甲乙');
  const answer = await administrator.exchange(errorFile, { importId: run.id });
  const [back] = await readWholeSpreadsheet(answer.rawPayload);
  expect(back?.rows[1]?.cells.slice(0, 4)).toEqual(['钱二', '138', null, '@SUM(1)']);
});
