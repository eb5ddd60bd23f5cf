import { changePerson, readPerson } from '@yilu/customers/contract';
import { editRoom, readRoom, recordMilestone } from '@yilu/properties/contract';
import { editDeal, readDeal } from '@yilu/sales/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportRun, readImport } from '../contract/index.ts';
import { importFiles } from '../server/index.ts';
import { everything, type Tables } from './everything.ts';
import { type Office, openOffice } from './office.ts';

// Decision 22 with two imports about the same homes, people and deals, and people at work in between.

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office.house.close());

type Files = Readonly<Record<string, string>>;
async function bring(files: Files): Promise<string> {
  await later();
  const { importId } = await importFiles(office.begin, {
    files: Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    project: office.projectId,
    dryRun: false,
  });
  return importId;
}
const takeBack = async (importId: string): Promise<ImportRun | undefined> => {
  await later();
  const [applied] = await office.house.sql(`select from import_run where id = $1 and phase = 'applied'`, [importId]);
  if (!applied) return undefined;
  return office.takeBack(office.administrator, await office.administrator.ask(readImport, { importId }));
};
/** Imports follow one another by the clock. */
let minutes = 0;
const later = async () =>
  office.house.setClock(new Date(Date.parse('2026-11-22T02:00:00Z') + 60_000 * ++minutes).toISOString());
const idOf = async (query: string, ...given: unknown[]) =>
  (await office.house.sql<{ id: string }>(query, given))[0]?.id ?? '';
const room = (code: string) => idOf('select id from room where display_code = $1', code);
const person = (name: string) => idOf('select id from person where name = $1', name);
const deal = (key: string) => idOf('select id from deal where source_key = $1', key);
const told = (run: ImportRun | undefined, door: string) =>
  run?.kept
    ?.filter((line) => line.door === door)
    .map(({ count, who, why }) => [count, who?.map((one) => one.name), why.zh]);

const rooms = (...lines: string[]) => ['房号,建筑面积,户型,交房日期', ...lines].join('\n');
const owners = (...lines: string[]) => ['业主姓名,手机号码,房号,性别', ...lines].join('\n');
const deals = (...lines: string[]) => ['协议编号,客户姓名,联系电话,房号,签约日期,合同总价', ...lines].join('\n');

const subscriptions = (...lines: string[]) =>
  ['协议编号,客户姓名,联系电话,房号,认购日期,认购总价', ...lines].join('\n');

test('a home that a later import, a household or a person changed stays, and is told with the reason', async () => {
  const first = await bring({
    '房间.csv': rooms('8-1-101,89', '8-1-102,89', '8-1-103,89', '8-1-104,89', '8-1-105,89'),
  });
  const second = await bring({ '房间.csv': rooms('8-1-101,95'), '业主.csv': owners('卫八,13800138071,8-1-102,男') });
  const roomId = await room('8-1-103');
  const { version } = await office.administrator.ask(readRoom, { roomId });
  await office.administrator.ask(editRoom, { roomId, version, number: '113' });
  const reached = { kind: 'HANDED_OVER', reachedOn: '2026-11-01' } as const;
  await office.administrator.ask(recordMilestone, { roomId: await room('8-1-104'), ...reached });

  const undone = await takeBack(first);
  expect(told(undone, 'rooms')).toEqual(
    expect.arrayContaining([
      [1, ['8-1-101'], '之后的导入改过'],
      [expect.any(Number), ['8-1-102'], '已有别的记录用到'],
      [2, expect.arrayContaining(['8-1-113', '8-1-104']), '之后有人改过'],
    ]),
  );
  expect(await room('8-1-105')).toBe('');
  expect(await office.administrator.ask(readRoom, { roomId: await room('8-1-101') })).toMatchObject({ grossArea: 95 });

  // What stayed for the second import only goes with it; what people changed stays.
  await takeBack(second);
  const left = await office.house.sql('select display_code as code from room order by 1');
  expect(left).toEqual([{ code: '8-1-104' }, { code: '8-1-113' }]);
}, 180_000);

test('a deal that a later import changed or a person took money for stays, and is told with the reason', async () => {
  const first = await bring({
    '签约.csv': deals(
      'X1,蒋九,13800138072,9-1-101,2026-11-01,2380000',
      'X2,沈十,13800138073,9-1-102,2026-11-01,2380000',
      'X3,韩一,13800138074,9-1-103,2026-11-01,2380000',
    ),
  });
  const second = await bring({ '签约.csv': deals('X1,蒋九,13800138072,9-1-101,2026-11-01,2400000') });
  const dealId = await deal('X2');
  const { version, buyers, ...terms } = await office.administrator.ask(readDeal, { dealId });
  await office.administrator.ask(editDeal, {
    ...(terms as object),
    dealId,
    version,
    state: 'CONTRACT_SIGNED',
    buyers: buyers.map(({ personId }) => ({ personId })),
    payments: [{ kind: 'DOWN_PAYMENT', amountFen: 50_000_000, receivedOn: '2026-11-02' }],
  });
  const undone = await takeBack(first);
  expect(told(undone, 'deals')).toEqual(
    expect.arrayContaining([
      [1, ['蒋九'], '之后的导入改过'],
      [1, ['沈十'], '之后有人改过'],
    ]),
  );
  expect(await deal('X3')).toBe('');
  expect(await office.administrator.ask(readDeal, { dealId: await deal('X1') })).toMatchObject({
    amountFen: 240_000_000,
  });
  await takeBack(second);
  expect(await deal('X1')).toBe('');
  expect(await person('蒋九')).toBe('');
}, 180_000);

test('a deal of a file marks its home as one that is entered does, and its undo takes that back', async () => {
  const stageOf = async () => office.administrator.ask(readRoom, { roomId: await room('7-1-101') });
  const home = await bring({ '房间.csv': rooms('7-1-101,89') });
  const line = 'Y1,蒋九,13800138072,7-1-101';
  const subscribed = await bring({ '认购.csv': subscriptions(`${line},2026-10-01,2380000`) });
  expect(await stageOf()).toMatchObject({ stage: 'SUBSCRIBED' });
  const signed = await bring({ '签约.csv': deals(`${line},2026-11-01,2380000`) });
  expect(await stageOf()).toMatchObject({ stage: 'SIGNED' });
  await takeBack(signed);
  expect(await stageOf()).toMatchObject({ stage: 'SUBSCRIBED' });
  await takeBack(subscribed);
  expect(await stageOf()).toMatchObject({ stage: 'NOT_FOR_SALE', milestones: [] });
  await takeBack(home);
}, 180_000);

const names = ['王伟', '李芳', '张娜'];
const phones = ['13800139001', '13800139002', '13800139003'];
const who = fc.nat(2).map((n) => `${names[n]},${phones[n]}`);
const home = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 })).map(([b, n]) => `${b}-1-10${n}`);
const files = fc.record({
  '房间.csv': fc
    .array(
      fc
        .tuple(
          home,
          fc.constantFrom('', '89', '95'),
          fc.constantFrom('', '三室两厅'),
          fc.constantFrom('', '2026-05-01', '2026-06-01'),
        )
        .map((cells) => cells.join(',')),
      { minLength: 1, maxLength: 3 },
    )
    .map((lines) => rooms(...lines)),
  '业主.csv': fc
    .array(
      fc.tuple(who, fc.oneof(home, fc.constant('')), fc.constantFrom('', '男')).map((cells) => cells.join(',')),
      { minLength: 1, maxLength: 3 },
    )
    .map((lines) => owners(...lines)),
  '签约.csv': fc
    .array(
      fc
        .tuple(
          fc.constantFrom('K1', 'K2'),
          who,
          home,
          fc.constantFrom('', '2026-11-01'),
          fc.constantFrom('2380000', '2400000'),
        )
        .map((cells) => cells.join(',')),
      { minLength: 1, maxLength: 2 },
    )
    .map((lines) => deals(...lines)),
});
const edit = fc.constantFrom(
  'number' as const,
  'area' as const,
  'milestone' as const,
  'sex' as const,
  'payment' as const,
);

test('an undo loses nothing that a later import or a person wrote; without edits both leave no trace, in either order', async () => {
  await fc.assert(
    fc.asyncProperty(files, files, fc.array(edit, { maxLength: 3 }), fc.boolean(), async (a, b, edits, lastFirst) => {
      await clear();
      const before = await everything(office.house);
      const first = await bring(a);
      const afterFirst = await everything(office.house);
      const second = await bring(b);
      if (edits.length === 0) {
        for (const importId of lastFirst ? [second, first] : [first, second]) await takeBack(importId);
        expect(await everything(office.house)).toEqual(before);
        return;
      }
      for (const one of edits) await work(one);
      const written = await everything(office.house);
      await takeBack(first);
      expect(lostOf(afterFirst, written, await everything(office.house))).toEqual([]);
    }),
    { numRuns: Number(process.env.IMPORT_SHEETS ?? 8), seed: Number(process.env.SOAK_SEED ?? 22), endOnFailure: true },
  );
}, 1_800_000);

/** What somebody at the console changes of the first that is there. */
async function work(what: typeof edit extends fc.Arbitrary<infer One> ? One : never): Promise<void> {
  const { administrator } = office;
  const roomId = await idOf('select id from room order by display_code limit 1');
  const dealId = await idOf('select id from deal order by source_key limit 1');
  const personId = await idOf('select id from person order by name limit 1');
  if (roomId && (what === 'number' || what === 'area')) {
    const { version, number, grossArea } = await administrator.ask(readRoom, { roomId });
    const said = what === 'number' ? { number: `${number}9` } : { grossArea: (grossArea ?? 0) + 100 };
    await administrator.ask(editRoom, { roomId, version, ...said });
  }
  if (roomId && what === 'milestone')
    await administrator.ask(recordMilestone, { roomId, kind: 'MOVED_IN', reachedOn: '2026-11-02' });
  if (personId && what === 'sex') {
    const { person: known } = await administrator.ask(readPerson, { personId });
    await administrator.ask(changePerson, { personId, version: known.version, sex: 'female' });
  }
  if (dealId && what === 'payment') {
    const { version, buyers, ...terms } = await administrator.ask(readDeal, { dealId });
    await administrator.ask(editDeal, {
      ...(terms as object),
      dealId,
      version,
      state: terms.signedOn ? 'CONTRACT_SIGNED' : 'INTENTION_PAID',
      ...(!terms.signedOn && { intentionPaidOn: '2026-11-01' }),
      buyers: buyers.map((buyer) => ({ personId: buyer.personId })),
      payments: [{ kind: 'OTHER', amountFen: 100, receivedOn: '2026-11-02' }],
    });
  }
}

/** Follow from the rest. */
const derived = ['primary_contact', 'words', 'stage'];

/** Rows and columns that came or changed between the first two looks and are not so at the third. */
function lostOf(first: Tables, written: Tables, now: Tables): unknown[] {
  return Object.entries(written).flatMap(([table, rows]) =>
    [...rows].flatMap(([key, row]) => {
      const was = first[table]?.get(key);
      const fresh = Object.entries(row).filter(
        ([column, value]) => !derived.includes(column) && JSON.stringify(was?.[column]) !== JSON.stringify(value),
      );
      const is = now[table]?.get(key);
      return fresh
        .filter(([column, value]) => JSON.stringify(is?.[column]) !== JSON.stringify(value))
        .map(([column, value]) => ({ table, key, column, value, is: is?.[column] }));
    }),
  );
}

async function clear(): Promise<void> {
  for (const table of ['deal', 'room_party', 'person_project', 'person', 'room', 'building_unit', 'building'])
    await office.house.sql(`delete from ${table}`);
}
