import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFiles } from '../server/index.ts';
import { type Office as House, openOffice } from './office.ts';
import { deals } from './offices/deals.ts';
import { homes } from './offices/homes.ts';
import { registers } from './offices/registers.ts';
import { mergedRangeOf, type Office, sheetOf } from './offices/understanding.ts';

let house: House;
beforeAll(async () => {
  house = await openOffice();
});
afterAll(() => house.house.close());

const all: readonly Office[] = [...homes, ...deals, ...registers];

/** A workbook of these sheets, as an office would save it. */
async function workbookOf(...whats: readonly string[]): Promise<Buffer> {
  const sheets = whats.map((what) => {
    const office = all.find((one) => one.what === what);
    if (!office) throw new Error(`no such office: ${what}`);
    const { name, rows, merged = [] } = sheetOf(office);
    const merges = merged.map(mergedRangeOf).map(({ fromRow, fromColumn, toRow, toColumn }) => ({
      startRow: fromRow,
      startCol: fromColumn,
      endRow: toRow,
      endCol: toColumn,
    }));
    return { name, rows: rows.map((cells) => [...cells]) as never, merges };
  });
  return Buffer.from(await writeXlsx({ sheets }));
}

async function bringIn(...whats: readonly string[]) {
  const preview = await house.drop(house.administrator, { 'office.xlsx': await workbookOf(...whats) }, house.projectId);
  expect(preview.failure).toBeUndefined();
  const applied = await house.bringIn(house.administrator, preview);
  expect(applied).toMatchObject({ phase: 'applied', counts: preview.counts, records: preview.records });
  return applied;
}

const parties = () =>
  house.house.sql<{ told: string }>(
    `select r.display_name || ' ' || p.name || ' ' || rp.role as told from room_party rp
       join room r on r.id = rp.room_id join person p on p.id = rp.person_id order by 1`,
  );

test('a parking ledger links spaces and homes to their owners, and keeps their plates', async () => {
  const run = await bringIn('a parking ledger with owners, homes and plates');
  expect((await parties()).map(({ told }) => told)).toEqual([
    '3栋2单元1203 张伟 owner',
    '3栋2单元1204 李娜 owner',
    '车位B2-033 张伟 owner',
    '车位B2-034 李娜 owner',
  ]);
  const plates = await house.house.sql<{ value: string }>(
    `select a.value::text as value from dossier_answer a join person p on p.id = a.person_id where a.field = 'carPlates' order by p.name desc`,
  );
  expect(plates.map(({ value }) => value).sort()).toEqual(['["粤B12345"]', '["粤BD12345", "粤B54321"]'].sort());
  expect((await house.takeBack(house.administrator, run)).kept).toEqual([]);
  expect(await house.count('room_party')).toBe(0);
});

test('buyers in merged rows are buyers of one contract, each with a share', async () => {
  const run = await bringIn('contracts with two heading rows and a co-buyer in merged rows');
  expect(run.records).toMatchObject({ deals: 2, people: 3, rooms: 2 });
  const buyers = await house.house.sql<{ told: string }>(
    `select d.contract_number || ' ' || p.name || ' ' || coalesce(b.share::text, '-') as told from deal_buyer b
       join deal d on d.id = b.deal_id join person p on p.id = b.person_id order by 1`,
  );
  expect(buyers.map(({ told }) => told.replace(/\.?0+$/, '')).sort()).toEqual([
    'HT-001 张伟 0.5',
    'HT-001 李娜 0.5',
    'HT-002 王芳 1',
  ]);
  const again = await bringIn('contracts with two heading rows and a co-buyer in merged rows');
  expect(again.counts).toMatchObject({ created: 0, updated: 0 });
  expect((await house.takeBack(house.administrator, run)).kept).toEqual([]);
});

test('several tables of one sheet go in each as what it is', async () => {
  const run = await bringIn('calls and visits under each other on one sheet');
  expect(run.files[0]?.sheets.map(({ name, kind, counts }) => [name, kind, counts?.rows])).toEqual([
    ['三月登记 · 来电登记', 'contacts', 2],
    ['三月登记 · 来访登记', 'contacts', 2],
  ]);
  const kinds = await house.house.sql<{ kind: string }>('select kind from interaction order by contacted_at');
  expect(kinds.map(({ kind }) => kind)).toEqual(['CALL_IN', 'CALL_IN', 'VISIT_IN', 'VISIT_IN']);
  expect((await house.takeBack(house.administrator, run)).kept).toEqual([]);
});

test('rooms in every notation are few rooms, and a household lives in one', async () => {
  const run = await bringIn('rooms in every notation', 'households with relations, the room on the first row only');
  const told = (await parties()).map((one) => one.told);
  expect(told.filter((one) => one.startsWith('1栋1单元101 '))).toHaveLength(14);
  expect(told).toContain('1栋1单元101 张小宝 family');
  expect(told).toContain('商铺S-12 甲七 owner');
  expect(told).toContain('1栋1单元102 乙七 owner');
  expect((await house.takeBack(house.administrator, run)).kept).toEqual([]);
});

test('a tenancy that is over leaves no tenant in the room', async () => {
  const run = await bringIn('a tenancy ledger with owners beside the tenants');
  expect((await parties()).map(({ told }) => told.replace(/^\S+ /, '')).sort()).toEqual([
    '张伟 owner',
    '李娜 owner',
    '王芳 owner',
  ]);
  expect((await house.takeBack(house.administrator, run)).kept).toEqual([]);
});

test('a file of several projects brings each row into its own', async () => {
  const bytes = await workbookOf('a developer’s export with two projects in a column');
  const report = await importFiles(house.begin, { files: [{ name: '导出.xlsx', bytes }] });
  expect(report.files[0]?.sheets[0]).toMatchObject({ rows: 2, created: 2, rejected: 0 });
  const rooms = await house.house.sql<{ told: string }>(
    `select pr.name || ' ' || r.display_name as told from room r join settings_published.project pr on pr.id = r.project_id
       join deal d on d.room_id = r.id order by 1`,
  );
  expect(rooms.map(({ told }) => told)).toEqual(['云栖里 2栋2单元203', '锦绣花园 1栋1单元101']);
  const named = await house.drop(
    house.administrator,
    { '导出.csv': '项目,姓名,电话,房号\n锦绣花园,张一,13800138071,1-1-1\n别处,张二,13800138072,1-1-2\n' },
    house.projectId,
  );
  expect(named.counts).toMatchObject({ created: 1, rejected: 1 });
});
