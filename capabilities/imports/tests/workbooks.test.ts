import { readFileSync } from 'node:fs';
import { day } from '@yilu/platform/contract';
import { readWholeSpreadsheet } from '@yilu/platform/server';
import { expect, test } from 'vitest';
import type { ReadRow } from '../contract/read-row.ts';
import { contextOf } from '../rules/recognise/context.ts';
import { mappedColumns, recogniseSheet } from '../rules/recognise/sheet.ts';
import { tableReader } from '../rules/recognise/table-rows.ts';
import { readRow } from '../rules/rows/read-row.ts';

const fixture = (name: string) => readFileSync(new URL(`workbooks/${name}`, import.meta.url));
const expected = JSON.parse(fixture('expected.json').toString('utf8'));

interface Understood {
  readonly name: string;
  readonly kind: string;
  readonly headerRow: number | undefined;
  readonly sorts: Readonly<Record<string, number>>;
  readonly rows: readonly ReadRow[];
}

/** A file as the importer understands it before anything is asked of the database. */
async function understand(file: string): Promise<Understood[]> {
  return (await readWholeSpreadsheet(fixture(file))).flatMap(({ name, merged, rows }) =>
    recogniseSheet(name || file, rows, merged).map(({ kind, table, columns }) => {
      if (!table || kind === 'ignored') return { name, kind, headerRow: undefined, sorts: {}, rows: [] };
      const sorts: Record<string, number> = {};
      const meant = tableReader({ table, merged, kind, columns });
      const data = rows
        .filter(({ number }) => number > table.headerRow)
        .map(meant)
        .filter(({ sort }) => {
          sorts[sort] = (sorts[sort] ?? 0) + 1;
          return sort === 'data';
        });
      const context = contextOf(name || file, table.above.join(' '));
      const reader = { kind, columns: mappedColumns(columns), today: day('2026-11-21'), context };
      return { name, kind, headerRow: table.headerRow, sorts, rows: data.map(({ row }) => readRow(row, reader)) };
    }),
  );
}

const personKeys = (rows: readonly ReadRow[]) =>
  new Set(rows.flatMap(({ people }) => people.map(({ name, phones }) => `${name} ${phones[0] ?? ''}`)));
const roomKeys = (rows: readonly ReadRow[]) =>
  new Set(rows.flatMap(({ room }) => (room?.number ? [`${room.building}-${room.unit}-${room.number}`] : [])));

test('the call and visit register of 正合 is understood', async () => {
  const facts = expected['zhenghe-calls-and-visits.xlsx'];
  const [sheet] = await understand('zhenghe-calls-and-visits.xlsx');
  expect(sheet).toMatchObject({
    kind: facts.kind,
    headerRow: facts.headerRow,
    sorts: { data: facts.dataRows, total: 1 },
  });
  const rows = sheet?.rows ?? [];
  const rejected = rows.filter(({ rejections }) => rejections.length > 0);
  expect(rejected.map(({ row, rejections }) => ({ row, column: rejections[0]?.column }))).toEqual(facts.rejected);
  const accepted = rows.filter(({ rejections }) => rejections.length === 0);
  expect(personKeys(accepted).size).toBe(facts.distinctPeople);
  expect(accepted.length - facts.distinctPeople).toBe(facts.repeatRows);
  expect(accepted.every(({ contacts, problems }) => contacts.length === 1 && problems.length === 0)).toBe(true);
  expect(accepted.every(({ people }) => people[0]?.sex && people[0].birthYear)).toBe(true);
});

test('the owner list in GBK is understood, with its broken fields reported', async () => {
  const facts = expected['owners-gbk.csv'];
  const [sheet] = await understand('owners-gbk.csv');
  expect(sheet).toMatchObject({ kind: facts.kind, sorts: { data: facts.dataRows } });
  const rows = sheet?.rows ?? [];
  expect(rows.filter(({ rejections }) => rejections.length > 0)).toEqual([]);
  const problems = rows.flatMap(({ row, problems }) => problems.map(({ column }) => ({ row, column })));
  expect(problems).toEqual(
    facts.fieldProblems.map(({ row, column }: { row: number; column: string }) => ({ row, column })),
  );
  expect(personKeys(rows).size).toBe(facts.distinctPeople);
  expect(roomKeys(rows).size).toBe(facts.distinctRooms);
  const couple = rows.find(({ row }) => row === 5);
  expect(couple?.people).toMatchObject([
    { name: '丁涵博', phones: ['13955784584'], role: 'owner' },
    { name: '陆强宇', phones: ['17733644711'], role: 'coOwner' },
  ]);
  expect(rows[0]?.people[0]?.phones).toEqual(['18634007895', '13891605781']);
});

test('the subscriptions of 明源 add up to the fen', async () => {
  const facts = expected['mingyuan-subscriptions.xls'];
  const [sheet] = await understand('mingyuan-subscriptions.xls');
  expect(sheet).toMatchObject({ kind: facts.kind, sorts: { data: facts.dataRows } });
  const rows = sheet?.rows ?? [];
  expect(rows.flatMap(({ problems, rejections }) => [...problems, ...rejections])).toEqual([]);
  const total = (some: readonly ReadRow[]) => some.reduce((sum, { deal }) => sum + (deal?.agreedPriceFen ?? 0), 0);
  expect(total(rows)).toBe(facts.totalFenWithCancelled);
  const live = rows.filter(({ deal }) => !deal?.cancelledBecause);
  expect(rows.length - live.length).toBe(facts.cancelled);
  expect(total(live)).toBe(facts.totalFenLiveDeals);
  expect(rows.filter(({ deal }) => deal?.referrer).length).toBe(facts.withReferrer);
  expect(personKeys(rows).size).toBe(facts.distinctBuyers);
  expect(roomKeys(rows).size).toBe(facts.distinctRooms);
  expect(new Set(rows.map(({ deal }) => deal?.discount))).toEqual(new Set([0.98]));
});

test('the linked sheets of HC小区 are understood, notes and instructions left aside', async () => {
  const sheets = await understand('microcommunity-hc.xlsx');
  expect(sheets.map(({ kind, sorts }) => [kind, sorts.data ?? 0])).toEqual([
    ['rooms', 26],
    ['owners', 5],
    ['ignored', 0],
    ['rooms', 8],
    ['parking', 1],
  ]);
  const [buildings, owners, , rooms, parking] = sheets;
  expect(new Set(buildings?.rows.map(({ room }) => room?.building)).size).toBe(13);
  expect(owners?.rows.every(({ rejections }) => rejections.length === 0)).toBe(true);
  expect(owners?.rows[0]?.people[0]).toMatchObject({
    name: '吴学文',
    phones: [],
    identity: { number: '632126199109162011' },
  });
  expect(rooms?.rows.map(({ personKey }) => personKey)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  expect(rooms?.rows[0]?.room).toMatchObject({
    building: '1',
    unit: '1',
    number: '1011',
    builtArea: 94.56,
    roomType: '住宅',
  });
  expect(parking?.rows[0]?.space).toMatchObject({ lot: '1', code: 'C0001', kind: '地上停车位' });
});

test('the asset list of HC小区 gives one room, one person and one problem', async () => {
  const [sheet] = await understand('microcommunity-assets.xlsx');
  expect(sheet?.kind).toBe('assets');
  expect(sheet?.rows).toHaveLength(1);
  expect(sheet?.rows[0]).toMatchObject({
    people: [{ name: '吴学文', phones: ['18909711443'], role: 'owner' }],
    room: { building: '1', unit: '1', number: '1001', state: 'movedIn' },
    problems: [{ column: '身份证号', reason: { code: 'imports.id_check_digit' } }],
    rejections: [],
  });
});
