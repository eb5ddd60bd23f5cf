import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readImport } from '../contract/index.ts';
import { importFiles } from '../server/index.ts';
import { everything } from './everything.ts';
import { type Office, openOffice } from './office.ts';

const runs = Number(process.env.IMPORT_SHEETS ?? 6);

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  // People and homes that were here before, so that sheets find some of their rows known.
  const before = [0, 1, 2, 3].map((n) => `${names[n]},${phones[n]},1-1-10${n},男,`).join('\n');
  await bring(`${headings}\n${before}`, false);
}, 60_000);
afterAll(() => office.house.close());

const headings = '业主姓名,手机号码,房号,性别,生日';
const names = ['王伟', '李芳', '张娜', '刘敏', '陈静', '杨丽'];
const phones = ['13800139001', '13800139002', '13800139003', '13800139004', '13800139005'];

/** Few names, phones and homes, so that rows share them; co-owners; cells that are empty or broken. */
const row = fc
  .record({
    name: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...names) },
      {
        weight: 2,
        arbitrary: fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map((two) => two.join('、')),
      },
      { weight: 1, arbitrary: fc.constantFrom('', '-') },
    ),
    phone: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...phones) },
      {
        weight: 2,
        arbitrary: fc.tuple(fc.constantFrom(...phones), fc.constantFrom(...phones)).map((two) => two.join(';')),
      },
      { weight: 2, arbitrary: fc.constantFrom('', '1380013', '13800138000x', '无') },
    ),
    room: fc.oneof(
      {
        weight: 6,
        arbitrary: fc
          .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 0, max: 5 }))
          .map(([b, n]) => `${b}-1-10${n}`),
      },
      { weight: 1, arbitrary: fc.constantFrom('', '不详', '3-2') },
    ),
    sex: fc.constantFrom('男', '女', '1', '2', '', '?'),
    birth: fc.constantFrom('1980-02-29', '1975-05-06', '32780', '1981-02-30', ''),
  })
  .map(({ name, phone, room, sex, birth }) => [name, phone, room, sex, birth].join(','));
const sheet = fc.array(row, { minLength: 1, maxLength: 25 }).map((rows) => [headings, ...rows].join('\n'));

/** The second row gives the first one's home to a namesake who was here before: coming again, the first is still itself. */
const twoOfOneName = `${headings}\n${names[3]},,1-1-100,,32780\n${names[3]},${phones[3]},1-1-100,男,`;

/** The second row gives a phone of the first one's person to a namesake who was here before and has a smaller id. */
const onePhoneOfTwo = `${headings}\n${names[3]},${phones[0]},2-1-105,男,1975-05-06\n${names[3]},${phones[3]};${phones[0]},1-1-100,,`;

test('a rehearsal writes nothing, an import twice is an import once, and its undo is as if it had never been', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async (text) => {
      const before = await everything(office.house);
      const rehearsed = await bring(text, true);
      expect(await everything(office.house)).toEqual(before);

      const report = await bring(text, false);
      const after = await everything(office.house);
      expect(countsOf(report)).toEqual(countsOf(rehearsed));
      expect(report.records).toEqual(rehearsed.records);

      const again = await bring(text, false);
      expect(await everything(office.house)).toEqual(after);
      const { created, updated, rejected } = countsOf(again);
      expect({ created, updated, rejected }).toEqual({ created: 0, updated: 0, rejected: countsOf(report).rejected });

      for (const { importId } of [again, report]) await takeBack(importId);
      expect(await everything(office.house)).toEqual(before);
    }),
    {
      examples: [[twoOfOneName], [onePhoneOfTwo]],
      numRuns: runs,
      seed: Number(process.env.SOAK_SEED ?? 11),
      endOnFailure: process.env.CI !== undefined,
    },
  );
}, 1_800_000);

function bring(text: string, dryRun: boolean) {
  return importFiles(office.begin, {
    files: [{ name: '业主.csv', bytes: Buffer.from(text) }],
    project: office.projectId,
    as: 'owners',
    dryRun,
  });
}

function countsOf({ files }: Awaited<ReturnType<typeof bring>>) {
  const { rows = 0, created = 0, updated = 0, unchanged = 0, rejected = 0 } = files[0]?.sheets[0] ?? {};
  expect(created + updated + unchanged + rejected).toBe(rows);
  return { rows, created, updated, unchanged, rejected };
}

/** An import of which no row could go in was not kept, and there is nothing to take back. */
async function takeBack(importId: string): Promise<void> {
  const { administrator } = office;
  const [run] = await office.house.sql<{ phase: string }>('select phase from import_run where id = $1', [importId]);
  if (!run) return;
  const undone = await office.takeBack(administrator, await administrator.ask(readImport, { importId }));
  expect(undone).toMatchObject({ phase: 'undone', kept: [] });
}
