import { readWholeSpreadsheet } from '@yilu/platform/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { errorFile, type ImportRun, mapSheet } from '../contract/index.ts';
import { type Office, openOffice } from './office.ts';
import { type Format, type Shape, saved, shapeOf, type Table } from './saved.ts';

vi.setConfig({ testTimeout: 120_000 });
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

async function returned(run: ImportRun, sheet = 0) {
  const sheetId = run.files[0]?.sheets[sheet]?.id;
  const answer = await office.administrator.exchange(errorFile, { importId: run.id, ...(sheetId && { sheetId }) });
  expect(answer.statusCode).toBe(200);
  const [back] = await readWholeSpreadsheet(answer.rawPayload);
  if (!back) throw new Error('no sheet came back');
  return { ...back, table: back.rows.map(({ cells }) => cells.map(plain)), bytes: answer.rawPayload };
}

const plain = (cell: unknown): string | number | null =>
  typeof cell === 'string' || typeof cell === 'number' ? cell : null;

/** Who owns what, as somebody reads it off the houses. */
async function owners(projectId: string): Promise<string[]> {
  const rows = await office.house.sql<{ line: string }>(
    `select concat_ws(' ', building.name, room.number, person.name,
                      (select string_agg(number, '/' order by number) from person_phone where person_id = person.id)) as line
       from room join building on building.id = room.building_id
       join room_party on room_party.room_id = room.id join person on person.id = room_party.person_id
      where building.project_id = '${projectId}' order by 1`,
  );
  return rows.map(({ line }) => line);
}

const drop = (name: string, bytes: Buffer, projectId: string) =>
  office.drop(office.administrator, { [name]: bytes }, projectId);
const bringIn = async (name: string, bytes: Buffer, projectId: string) =>
  office.bringIn(office.administrator, await drop(name, bytes, projectId));

const grouped: Table = [
  ['云栖里业主台账（2024年）', null, null, null, null, null, null, null],
  ['房产', null, '租户', null, '业主', null, null, '备注'],
  ['楼栋', '房号', '姓名', '电话', '姓名', '电话', '入住日期', null],
  ['3栋', '0101', null, null, '张三', '13800138001', 45292, '007'],
  [null, '0102', null, null, null, '13800138002', 45293, '=1+1'],
  [null, '0103', null, null, '王五', '13800138003', 45294, null],
  ['5栋', '0101', null, null, '赵六', 13800138004, 45295, '@SUM(1)'],
  [null, '0102', null, null, null, '13800138005', '2024.1.6', '00123'],
  ['合计', null, null, null, null, null, null, 5],
];
const groupedShape: Shape = {
  merged: ['A1:H1', 'A2:B2', 'C2:D2', 'E2:G2', 'H2:H3', 'A4:A6', 'A7:A8'],
  dates: ['G4', 'G5', 'G6', 'G7'],
};

test.each<[Format, string]>([
  ['xlsx', '台账.xlsx'],
  ['biff8', '台账.xls'],
])('the rows refused of %s come back as they stood, and go in once they are mended', async (format, name) => {
  const projectId = await office.house.project(`云栖里 ${format}`);
  const run = await bringIn(name, saved(format, grouped, groupedShape), projectId);
  expect(run.counts).toMatchObject({ created: 3, rejected: 2 });

  const back = await returned(run);
  expect(back.name).toBe('业主台账');
  expect(back.merged.map(({ fromRow, fromColumn, toRow, toColumn }) => [fromRow, fromColumn, toRow, toColumn])).toEqual(
    expect.arrayContaining([
      [0, 0, 0, 7],
      [1, 2, 1, 3],
      [1, 4, 1, 6],
      [1, 7, 2, 7],
    ]),
  );
  expect(back.rows.map(({ cells }) => cells)).toEqual([
    ['云栖里业主台账（2024年）'],
    ['房产', null, '租户', null, '业主', null, null, '备注'],
    ['楼栋', '房号', '姓名', '电话', '姓名', '电话', '入住日期', null, '退回原因'],
    // What it shared with a row that is not here is written out.
    ['3栋', '0102', null, null, null, '13800138002', '2024-01-02', '=1+1', expect.stringContaining('姓名')],
    ['5栋', '0102', null, null, null, '13800138005', '2024.1.6', '00123', expect.stringContaining('姓名')],
  ]);

  const mended = back.table.map((row, at) => (at > 2 ? row.with(4, `新业${at}`) : row));
  mended[3] = mended[3]?.with(2, '何租').with(3, '13800138009') ?? [];
  const again = await bringIn(`mended-${name}`, saved(format, mended, shapeOf(back.merged)), projectId);
  expect(again.counts).toMatchObject({ rows: 2, created: 2, rejected: 0 });
  expect(await owners(projectId)).toEqual([
    '3栋 101 张三 13800138001',
    '3栋 102 何租 13800138009',
    '3栋 102 新业3 13800138002',
    '3栋 103 王五 13800138003',
    '5栋 101 赵六 13800138004',
    '5栋 102 新业4 13800138005',
  ]);
});

const listed: Table = [
  ['姓名', '联系方式', '住址', '收楼日期', '说明'],
  ['梅园', null, null, null, null],
  ['3栋', null, null, null, null],
  ['甲一', '13800138101', '1单元0101', '13/1/2024', '007'],
  [null, '13800138102', '1单元0102', '2/1/2024', '=cmd|calc'],
  ['5栋', null, null, null, null],
  ['丙三', '13800138103', '1单元0101', '14/1/2024', null],
  [null, '13800138104', '1单元0103', '3/1/2024', '+1'],
  [null, '〃', '1单元0104', '4/1/2024', null],
  ['兰园', null, null, null, null],
  ['3栋', null, null, null, null],
  ['戊五', '13800138105', '1单元0101', '15/1/2024', null],
  [null, '13800138106', '1单元0102', '5/1/2024', null],
];

test.each<Format>(['utf-8', 'gbk'])(
  'lines that say where rows stand come back with them, from a CSV in %s',
  async (format) => {
    const projectId = await office.house.project(`梅兰里 ${format}`);
    const first = await drop('住户.csv', saved(format, listed), projectId);
    const sheet = first.files[0]?.sheets[0];
    expect(sheet?.columns.map(({ heading, field }) => [heading, field])).toMatchObject([
      ['姓名', 'name'],
      ['联系方式', 'phone'],
      ['住址', 'room'],
      ['收楼日期', 'handedOverOn'],
      ['说明', 'note'],
    ]);
    const run = await office.bringIn(office.administrator, first);
    expect(run.counts).toMatchObject({ created: 3, rejected: 4 });
    const back = await returned(run);
    expect(back.name).toBe('住户');
    expect(back.table.map((row) => row.slice(0, 5))).toEqual([
      ['姓名', '联系方式', '住址', '收楼日期', '说明'],
      ['梅园'],
      ['3栋'],
      [null, '13800138102', '1单元0102', '2024-01-02', '=cmd|calc'],
      ['5栋'],
      [null, '13800138104', '1单元0103', '2024-01-03', '+1'],
      [null, '13800138104', '1单元0104', '2024-01-04', null],
      ['兰园'],
      ['3栋'],
      [null, '13800138106', '1单元0102', '2024-01-05', null],
    ]);
    const mended = back.table.map((row) => (row[0] === null ? row.with(0, `补名${row[2]?.toString().at(-1)}`) : row));
    const again = await bringIn('住户-退回.csv', saved(format, mended), projectId);
    expect(again.counts).toMatchObject({ rows: 4, created: 4, rejected: 0 });
    const whole = await office.house.project(`梅兰里全 ${format}`);
    const names = ['补名2', '补名3', '补名4', '补名2'];
    await bringIn(
      '住户.csv',
      saved(
        format,
        listed.map((row) => (row[0] === null ? row.with(0, names.shift() ?? null) : row)),
      ),
      whole,
    );
    expect(await owners(projectId)).toEqual(await owners(whole));
  },
);

test('what is refused a second time comes back with one reason, the new one', async () => {
  const projectId = await office.house.project('松园里');
  const table: Table = [
    ['姓名', '手机号', '房号'],
    [null, '13800138201', '1-1-101'],
  ];
  const back = await returned(await drop('a.csv', saved('utf-8', table), projectId));
  const run = await drop('a-退回.xlsx', back.bytes, projectId);
  expect(run.counts).toMatchObject({ rows: 1, rejected: 1 });
  expect((await returned(run)).table).toEqual(back.table);
});

test('what was decided about the columns of a file holds for the rows that came back of it', async () => {
  const projectId = await office.house.project('柏园里');
  const table: Table = [
    ['姓名', '手机号', '房号', '内部号'],
    ['甲一', '13800138301', '1-1-101', '13800138302'],
    [null, '13800138303', '1-1-102', '13800138304'],
  ];
  const run = await drop('a.csv', saved('utf-8', table), projectId);
  const sheet = run.files[0]?.sheets[0];
  await office.administrator.ask(mapSheet, {
    importId: run.id,
    sheetId: sheet?.id ?? '',
    kind: 'owners',
    columns: [{ column: 3, field: 'tenantPhone' }],
  });
  await office.house.settle();
  const back = await returned(run);
  const again = await drop('a-退回.xlsx', back.bytes, projectId);
  expect(again.files[0]?.sheets[0]?.columns.map(({ heading, field }) => [heading, field])).toEqual([
    ['姓名', 'name'],
    ['手机号', 'phone'],
    ['房号', 'room'],
    ['内部号', 'tenantPhone'],
    ['退回原因', undefined],
  ]);
});

test('rows of a list without headings come back below headings that we know', async () => {
  const projectId = await office.house.project('竹园里');
  const table: Table = [
    ['竹园里通讯录', null, null, null],
    ['赵一', '13800138401', '1栋1单元101', 'x'],
    ['钱二', '13800138402', '1栋1单元102', 'y'],
    ['孙三', '13800138403', '1栋1单元103', 'x'],
    [null, '13800138404', '1栋1单元104', 'y'],
  ];
  const run = await drop('a.csv', saved('utf-8', table), projectId);
  const sheet = run.files[0]?.sheets[0];
  await office.administrator.ask(mapSheet, {
    importId: run.id,
    sheetId: sheet?.id ?? '',
    kind: 'owners',
    columns: [
      { column: 0, field: 'name' },
      { column: 1, field: 'phone' },
      { column: 2, field: 'room' },
    ],
  });
  await office.house.settle();
  const back = await returned(run);
  expect(back.table.map((row) => row.slice(0, 4))).toEqual([
    ['竹园里通讯录'],
    ['姓名', '电话', '房间', '第D列'],
    [null, '13800138404', '1栋1单元104', 'y'],
  ]);
  const mended = back.table.map((row) => (row[0] === null ? row.with(0, '李四') : row));
  const again = await bringIn('a-退回.csv', saved('utf-8', mended), projectId);
  expect(again.counts).toMatchObject({ rows: 1, created: 1 });
  expect(await owners(projectId)).toEqual(['1栋 104 李四 13800138404']);
});

test('of two lists beside each other only what was refused of the one comes back', async () => {
  const projectId = await office.house.project('桂园里');
  const headings = ['姓名', '手机号', '房号'];
  const table: Table = [
    ['桂园里业主', null, null, null, null, null],
    [...headings, ...headings],
    ['甲一', '13800138501', '1-1-101', null, '13800138502', '1-1-102'],
    ['丙三', '13800138503', '1-1-103', '丁四', '13800138504', '1-1-104'],
  ];
  const run = await drop('a.csv', saved('utf-8', table), projectId);
  const back = await returned(run, 1);
  expect(back.table.map((row) => row.slice(0, 6))).toEqual([
    ['桂园里业主'],
    [null, null, null, ...headings],
    [null, null, null, null, '13800138502', '1-1-102'],
  ]);
  const mended = back.table.map((row, at) => (at === 2 ? row.with(3, '乙二') : row));
  const again = await bringIn('a-退回.csv', saved('utf-8', mended), projectId);
  expect(again.counts).toMatchObject({ rows: 1, created: 1 });
  expect(await owners(projectId)).toEqual(['1栋 102 乙二 13800138502']);
});

test('a person without a home is nobody of the home that came back above them', async () => {
  const projectId = await office.house.project('樟园里');
  const table: Table = [
    ['序号', '姓名', '手机号', '房号'],
    [1, null, '13800138601', '1-1-101'],
    [2, '乙二', '1380013', null],
  ];
  const back = await returned(await drop('a.csv', saved('utf-8', table), projectId));
  // A blank row stands between the two.
  expect(back.rows.map(({ number }) => number)).toEqual([1, 2, 4]);
  const [head = [], first = [], second = []] = back.table;
  const mended = [head, first.with(1, '甲一').with(0, null), [], second.with(2, '13800138602').with(0, null)];
  const again = await bringIn('a-退回.csv', saved('utf-8', mended), projectId);
  expect(again.counts).toMatchObject({ rows: 2, created: 2 });
  expect(await owners(projectId)).toEqual(['1栋 101 甲一 13800138601']);
});

test('very many refused rows come back below one row of headings that says what the two said', async () => {
  const projectId = await office.house.project('榕园里');
  const many = Array.from({ length: 5_001 }, (_, n) => ['3栋', String(1001 + n), null, null, null, null]);
  const table: Table = [
    ['榕园里台账', null, null, null, null, null],
    ['楼栋', '房号', '租户', null, '业主', null],
    [null, null, '姓名', '电话', '姓名', '电话'],
    ...many.map((row) => row.with(5, '1380013')),
  ];
  const merged = ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'];
  const run = await drop('a.xlsx', saved('xlsx', table, { merged }), projectId);
  expect(run.counts).toMatchObject({ rows: 5_001, rejected: 5_001 });
  const back = await returned(run);
  expect(back.table.slice(0, 3)).toEqual([
    ['榕园里台账'],
    ['楼栋', '房号', '租户·姓名', '租户·电话', '业主·姓名', '业主·电话', '退回原因'],
    ['3栋', '1001', null, null, null, '1380013', expect.any(String)],
  ]);
  const again = await drop('a-退回.xlsx', back.bytes, projectId);
  const fields = (of: ImportRun) => of.files[0]?.sheets[0]?.columns.map(({ heading, field }) => [heading, field]);
  expect(fields(again)?.slice(0, 6)).toEqual(fields(run));
});
