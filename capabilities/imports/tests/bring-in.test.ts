import { afterAll, beforeAll, expect, test } from 'vitest';
import { listImportRows } from '../contract/index.ts';
import { type Office, openOffice, workbook } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

/** Everything that an import may touch; equal before and after an import and its undo. */
async function everything() {
  const tables = [
    'person',
    'room',
    'building',
    'building_unit',
    'room_party',
    'interaction',
    'deal',
    'dossier_answer',
    'person_phone',
    'room_milestone',
  ];
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await office.count(table)])));
}

test.each([
  ['owners-gbk.csv', { people: 413, rooms: 400, contacts: 0, deals: 0 }, { rows: 400, rejected: 0, withProblems: 12 }],
  ['zhenghe-calls-and-visits.xlsx', { people: 270, rooms: 0, contacts: 312, deals: 0 }, { rows: 320, rejected: 8 }],
  ['mingyuan-subscriptions.xls', { people: 203, rooms: 180, contacts: 0, deals: 180 }, { rows: 180, rejected: 0 }],
  ['microcommunity-hc.xlsx', { people: 5, rooms: 8, contacts: 0, deals: 0 }, { rows: 40, rejected: 0 }],
  [
    'microcommunity-assets.xlsx',
    { people: 1, rooms: 1, contacts: 0, deals: 0 },
    { rows: 1, rejected: 0, withProblems: 1 },
  ],
])(
  '%s goes in as previewed, again changes nothing, and is taken back whole',
  async (file, records, counts) => {
    const { administrator } = office;
    const before = await everything();
    const preview = await office.drop(administrator, { [file]: workbook(file) });
    expect(preview.failure).toBeUndefined();
    expect(preview).toMatchObject({ phase: 'previewed', counts, records });
    expect(await everything()).toEqual(before);

    const applied = await office.bringIn(administrator, preview);
    expect(applied).toMatchObject({ phase: 'applied', counts, records });
    expect(applied.counts).toEqual(preview.counts);
    const after = await everything();
    expect(after.person - before.person).toBe(records.people);
    expect(after.interaction - before.interaction).toBe(records.contacts);
    expect(after.deal - before.deal).toBe(records.deals);

    const again = await office.bringIn(administrator, await office.drop(administrator, { [file]: workbook(file) }));
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: counts.rows - counts.rejected });
    expect(again.records).toEqual(records);
    expect(await everything()).toEqual(after);

    const undone = await office.takeBack(administrator, applied);
    expect(undone).toMatchObject({ phase: 'undone', kept: [] });
    expect(await everything()).toEqual(before);
  },
  120_000,
);

test('the rejected rows of the register name row, column and reason', async () => {
  const run = await office.drop(office.administrator, { 'register.xlsx': workbook('zhenghe-calls-and-visits.xlsx') });
  const { items, total } = await office.administrator.ask(listImportRows, {
    importId: run.id,
    outcome: 'rejected',
    total: 'true',
  });
  expect(total).toBe(8);
  expect(items.map(({ row, reasons }) => [row, reasons[0]?.column])).toEqual([
    [41, '客户姓名'],
    [79, '联系电话'],
    [117, '客户姓名'],
    [155, '联系电话'],
    [193, '客户姓名'],
    [231, '联系电话'],
    [269, '客户姓名'],
    [307, '联系电话'],
  ]);
  expect(items.every(({ reasons }) => reasons[0]?.message.zh && reasons[0].message.en)).toBe(true);
}, 60_000);
