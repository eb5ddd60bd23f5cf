import { write as writeOld } from '@e965/xlsx';
import { writeXlsx as writeNew } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { Refused } from '../../contract/index.ts';
import { notCalculated } from './formulas.ts';
import { readSpreadsheet, readWholeSpreadsheet } from './read-spreadsheet.ts';
import { sheetXml, textCell, workbookOf, zipOf } from './zip-for-tests.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const cellsOf = async (bytes: Uint8Array) => (await readWholeSpreadsheet(bytes))[0]?.rows.map(({ cells }) => cells);

async function refusalOf(bytes: Uint8Array, limits = {}): Promise<{ code: string; status: number } | undefined> {
  try {
    for await (const _ of readSpreadsheet(bytes, limits));
    return undefined;
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    expect(problem.refusal.message.zh).toMatch(/[。！]$/);
    expect(problem.refusal.message.en).toMatch(/\.$/);
    return { code: problem.refusal.code, status: problem.status };
  }
}

const namesAndPhones = '姓名,电话\r\n张三,13800138000\r\n';
// 姓名,电话 / 张三,138 as GB 18030 bytes.
const gbk = new Uint8Array([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31, 0x33, 0x38,
]);

test.each<[string, Uint8Array, unknown[][]]>([
  [
    'UTF-8',
    utf8(namesAndPhones),
    [
      ['姓名', '电话'],
      ['张三', '13800138000'],
    ],
  ],
  [
    'UTF-8 with a byte-order mark',
    utf8(`\uFEFF${namesAndPhones}`),
    [
      ['姓名', '电话'],
      ['张三', '13800138000'],
    ],
  ],
  [
    'GBK',
    gbk,
    [
      ['姓名', '电话'],
      ['张三', '138'],
    ],
  ],
  [
    'UTF-8 and GBK glued together',
    Buffer.concat([utf8(namesAndPhones), gbk.subarray(10)]),
    [
      ['姓名', '电话'],
      ['张三', '13800138000'],
      ['张三', '138'],
    ],
  ],
  [
    'UTF-16',
    Buffer.from(`\uFEFF${namesAndPhones}`, 'utf16le'),
    [
      ['姓名', '电话'],
      ['张三', '13800138000'],
    ],
  ],
  [
    'tabs',
    utf8('姓名\t电话\n张三\t138,139\n'),
    [
      ['姓名', '电话'],
      ['张三', '138,139'],
    ],
  ],
  [
    'semicolons',
    utf8('姓名;电话\n张三;"138;139"\n李四;1'),
    [
      ['姓名', '电话'],
      ['张三', '138;139'],
      ['李四', '1'],
    ],
  ],
  [
    'line ends inside quotes',
    utf8('姓名,备注\n张三,"第一行\n第""二""行"\n'),
    [
      ['姓名', '备注'],
      ['张三', '第一行\n第"二"行'],
    ],
  ],
  [
    'text forced by a formula',
    utf8('编号,名\n="0012",张三\n'),
    [
      ['编号', '名'],
      ['0012', '张三'],
    ],
  ],
  [
    'Excel’s line of which delimiter follows',
    utf8('sep=;\n姓名;电话\n张三;138\n'),
    [
      ['姓名', '电话'],
      ['张三', '138'],
    ],
  ],
  [
    'fields padded with NUL',
    utf8('姓名,电话\n张三\0\0,138\n'),
    [
      ['姓名', '电话'],
      ['张三', '138'],
    ],
  ],
  [
    'old line ends',
    utf8('a,b\rc,d'),
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
])('a CSV in %s is read', async (_, bytes, rows) => {
  expect(await cellsOf(bytes)).toEqual(rows);
});

test('empty rows are left out and keep their numbers', async () => {
  const [sheet] = await readWholeSpreadsheet(utf8('a,b\n,\n\nc,d\n'));
  expect(sheet?.rows).toEqual([
    { number: 1, cells: ['a', 'b'] },
    { number: 4, cells: ['c', 'd'] },
  ]);
});

test('a workbook keeps text, numbers, dates, hidden sheets and merged ranges', async () => {
  const bytes = await writeNew({
    sheets: [
      {
        name: '来访 & 来电',
        rows: [['标题'], ['姓名', '日期'], ['张三', new Date(Date.UTC(2025, 5, 14))], ['007', 45822]],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
        columns: [{}, {}],
        cells: new Map([['2,1', { style: { numFmt: 'yyyy/m/d' } }]]),
      },
      { name: '隐藏', rows: [['x']], hidden: true },
    ],
  });
  const [visits, hidden] = await readWholeSpreadsheet(bytes);
  expect(visits?.rows.map(({ cells }) => cells)).toEqual([
    ['标题'],
    ['姓名', '日期'],
    ['张三', { day: '2025-06-14' }],
    ['007', 45822],
  ]);
  expect(visits?.merged).toEqual([{ fromRow: 0, fromColumn: 0, toRow: 0, toColumn: 1 }]);
  expect(hidden).toMatchObject({ name: '隐藏', hidden: true });
});

test('an old .xls and HTML saved as .xls are read', async () => {
  const sheet = {
    '!ref': 'A1:B2',
    A1: { t: 's', v: '姓名' },
    B1: { t: 's', v: '生日' },
    A2: { t: 's', v: '张三' },
    B2: { t: 'n', v: 45822, z: 'yyyy-mm-dd' },
  };
  const old = writeOld({ SheetNames: ['业主'], Sheets: { 业主: sheet } }, { type: 'buffer', bookType: 'biff8' });
  expect(await cellsOf(new Uint8Array(old))).toEqual([
    ['姓名', '生日'],
    ['张三', { day: '2025-06-14' }],
  ]);
  expect(await cellsOf(utf8('<html><table><tr><td>姓名</td></tr><tr><td>张三</td></tr></table></html>'))).toEqual([
    ['姓名'],
    ['张三'],
  ]);
});

test('the cells of a web page stay the text that they are, and SpreadsheetML is read', async () => {
  const page = `<!-- export --><html><table><tr><td>房号</td><td>身份证号</td><td>日期</td></tr>
    <tr><td>3-2-12</td><td>440301199908181311</td><td>3/5</td></tr></table></html>`;
  expect(await cellsOf(utf8(page))).toEqual([
    ['房号', '身份证号', '日期'],
    ['3-2-12', '440301199908181311', '3/5'],
  ]);
  const workbook = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="业主"><Table><Row><Cell><Data ss:Type="String">3-2-12</Data></Cell><Cell><Data ss:Type="DateTime">2024-03-05T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>`;
  expect(await cellsOf(utf8(workbook))).toEqual([['3-2-12', { day: '2024-03-05' }]]);
});

test('a formula’s failure is told from an empty cell, in both formats', async () => {
  const failing = sheetXml(
    '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>1+1</f></c><c r="C1"><v>3</v></c></row>',
  );
  expect(await cellsOf(workbookOf(failing))).toEqual([['#N/A', notCalculated, 3]]);
  const sheet = { '!ref': 'A1:B1', A1: { t: 'e', v: 42 }, B1: { t: 's', v: '张三' } };
  const old = writeOld({ SheetNames: ['业主'], Sheets: { 业主: sheet } } as never, {
    type: 'buffer',
    bookType: 'biff8',
  });
  expect(await cellsOf(new Uint8Array(old))).toEqual([['#N/A', '张三']]);
});

test('a formula saved without its result is told from an empty cell, however long the sheet', async () => {
  const filler = Array.from(
    { length: 8_000 },
    (_, n) =>
      `<row r="${n + 2}">${textCell(`A${n + 2}`, `张${n}`)}<c r="B${n + 2}"><f>A${n + 2}&amp;"x"</f><v></v></c></row>`,
  ).join('');
  const head = `<row r="1"><c r="A1"><f t="shared" si="0"/></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>1+1</f><v>2</v></c></row>`;
  const rows = (await cellsOf(workbookOf(sheetXml(head + filler)))) ?? [];
  expect(rows[0]).toEqual([notCalculated, null, 2]);
  expect(rows).toHaveLength(8_001);
  expect(rows.slice(1).every(([, second]) => second === notCalculated)).toBe(true);
}, 30_000);

const ok = sheetXml(`<row r="1">${textCell('A1', '姓名')}</row>`);
const encrypted = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(600),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);
const million = (count: number) => Array.from({ length: count }, (_, n) => `<row r="${n + 1}"/>`).join('');

test.each<[string, () => Uint8Array, string, object?]>([
  ['an empty file', () => new Uint8Array(), 'spreadsheet.empty'],
  ['an encrypted workbook', () => encrypted, 'spreadsheet.encrypted'],
  [
    'a workbook whose entries are encrypted',
    () => workbookOf(ok, [{ name: 'x', content: 'y', flags: 1 }]),
    'spreadsheet.encrypted',
  ],
  [
    'a workbook with macros',
    () => workbookOf(ok, [{ name: 'xl/vbaProject.bin', content: 'Sub Auto_Open' }]),
    'spreadsheet.macros',
  ],
  ['half a workbook', () => workbookOf(ok).slice(0, 400), 'spreadsheet.damaged'],
  ['a workbook with broken contents', () => Buffer.from(workbookOf(ok)).fill(0xaa, 60, 200), 'spreadsheet.damaged'],
  [
    'a zip that is no workbook',
    () => zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
    'spreadsheet.wrong_type',
  ],
  ['a PDF named .xlsx', () => utf8('%PDF-1.7 …'), 'spreadsheet.wrong_type'],
  [
    'a sign-in page named .xls',
    () => utf8('<!DOCTYPE html><html><body>请登录</body></html>'),
    'spreadsheet.page_without_table',
  ],
  ['some other XML', () => utf8('<?xml version="1.0"?><note/>'), 'spreadsheet.wrong_type'],
  ['a web archive', () => utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related'), 'spreadsheet.web_archive'],
  ['one line of 40 MB', () => new Uint8Array(40_000_000).fill(97), 'spreadsheet.cell_too_long'],
  ['one line of 20 million cells', () => utf8('a,'.repeat(20_000_000)), 'spreadsheet.too_many_columns'],
  ['a program', () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'spreadsheet.wrong_type'],
  [
    'a zip bomb',
    () => workbookOf(Buffer.alloc(40_000_000, ' ')),
    'spreadsheet.unpacks_too_big',
    { unpackedBytes: 10_000_000 },
  ],
  [
    'a zip bomb that lies about its size',
    () => workbookOf(ok, [{ name: 'xl/media/a.xml', content: Buffer.alloc(40_000_000), statedSize: 10 }]),
    'spreadsheet.unpacks_too_big',
    { unpackedBytes: 10_000_000 },
  ],
  ['2 million empty rows in a CSV', () => utf8(`姓名\n${',\n'.repeat(2_000_000)}`), 'spreadsheet.too_many_empty_rows'],
  ['too many rows', () => utf8('张三,1\n'.repeat(200)), 'spreadsheet.too_many_rows', { rows: 100 }],
  ['too many columns', () => utf8(`${'a,'.repeat(400)}b\n`), 'spreadsheet.too_many_columns'],
  ['a quote never closed', () => utf8('姓名,备注\n张三,"没有结束\n李四,x\n'), 'spreadsheet.unclosed_quote'],
  ['a file above the size limit', () => new Uint8Array(2_000), 'spreadsheet.too_big', { fileBytes: 1_000 }],
  ['a file that takes too long', () => utf8('张三,1\n'.repeat(80_000)), 'spreadsheet.too_slow', { milliseconds: 1 }],
])('%s is refused with a sentence', async (_, bytes, code, limits) => {
  expect((await refusalOf(bytes(), limits))?.code).toBe(code);
});

test('a workbook with 2 million empty rows is refused or read as its content, and the next file is read', async () => {
  const refused = await refusalOf(
    workbookOf(sheetXml(`${million(2_000_000)}<row r="2000001">${textCell('A2000001', 'x')}</row>`)),
  );
  expect(refused?.code).toMatch(/^spreadsheet\.(too_many_empty_rows|damaged)$/);
  expect(await cellsOf(utf8(namesAndPhones))).toHaveLength(2);
}, 60_000);

test('a bomb of nested entities is not expanded', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${textCell('A1', '&b;')}</row></sheetData></worksheet>`;
  const text = JSON.stringify((await cellsOf(workbookOf(bomb)).catch(() => [])) ?? []);
  expect(text.length).toBeLessThan(100);
});

test('a caller that stops listening ends the thread', async () => {
  for await (const part of readSpreadsheet(utf8('张三,1\n'.repeat(50_000)))) if (part.part === 'rows') break;
  expect(await cellsOf(utf8(namesAndPhones))).toHaveLength(2);
});
