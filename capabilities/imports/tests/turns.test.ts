import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyImport, type ImportRun, listImports, readImport, waitingWords } from '../contract/index.ts';
import { importFiles } from '../server/index.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const owners = (name: string, phone: string, home: string) => `姓名,联系电话,房号\n${name},${phone},${home}\n`;

/** Everything done meanwhile is done with an import of the administrator at work that gets no further. */
async function whileOneIsAtWork(run: ImportRun, act: (job: Promise<void>) => Promise<void>): Promise<void> {
  const { administrator, house } = office;
  let ready: Promise<void> = Promise.resolve();
  await office.begin(async (work) => {
    await sql`lock table person in exclusive mode`.execute(work.db);
    await administrator.ask(applyImport, { importId: run.id });
    ready = house.settle();
    await expect
      .poll(
        async () => {
          const held = await house.sql(`select 1 from pg_locks where relation = 'person'::regclass and not granted`);
          return held.length;
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await act(ready);
  });
  await ready;
}

test('an import that waits says for whose, and how many are before it, also to somebody who may not see that one', async () => {
  const { administrator, house, projectId } = office;
  const colleague = house.as({ role: 'salesSiteManager', projects: [projectId] });
  const first = await office.drop(administrator, { '甲.csv': owners('张一', '13800141001', '1-1-101') }, projectId);
  const second = await office.drop(colleague, { '乙.csv': owners('李二', '13800141002', '1-1-102') }, projectId);
  const third = await office.drop(administrator, { '丙.csv': owners('王三', '13800141003', '1-1-103') }, projectId);

  await whileOneIsAtWork(first, async () => {
    expect(await administrator.ask(readImport, { importId: first.id })).not.toHaveProperty('waiting');
    await colleague.ask(applyImport, { importId: second.id });
    await administrator.ask(applyImport, { importId: third.id });

    const waits = await colleague.ask(readImport, { importId: second.id });
    expect(waits).toMatchObject({
      phase: 'applying',
      waiting: { before: 1, startedByName: first.startedByName, startedAt: first.startedAt },
    });
    expect(waits).not.toHaveProperty('progress');
    const last = await administrator.ask(readImport, { importId: third.id });
    expect(last).toMatchObject({ waiting: { before: 2, startedByName: first.startedByName } });
    const { items } = await administrator.ask(listImports, { limit: 10 });
    expect(items.map(({ id, waiting }) => [id, waiting?.before])).toEqual(
      expect.arrayContaining([
        [first.id, undefined],
        [third.id, 2],
      ]),
    );
  });
  await house.settle();
  for (const [caller, { id }] of [
    [colleague, second],
    [administrator, third],
  ] as const) {
    const run = await caller.ask(readImport, { importId: id });
    expect(run).toMatchObject({ phase: 'applied', counts: { created: 1 } });
    expect(run).not.toHaveProperty('waiting');
  }
}, 180_000);

test('the command line says whom it waits for, and goes on when its turn has come', async () => {
  const { administrator, projectId } = office;
  const first = await office.drop(administrator, { '丁.csv': owners('赵四', '13800141004', '1-1-104') }, projectId);
  const said: string[] = [];
  let report: ReturnType<typeof importFiles> | undefined;
  await whileOneIsAtWork(first, async () => {
    report = importFiles(office.begin, {
      files: [{ name: '戊.csv', bytes: Buffer.from(owners('钱五', '13800141005', '1-1-105')) }],
      project: '锦绣花园',
      onWait: (waiting) => said.push(waitingWords(waiting).zh),
    });
    await expect.poll(() => said.length, { timeout: 60_000 }).toBe(1);
    const [line] = said;
    expect(line).toMatch(new RegExp(`^在等 ${first.startedByName} \\d\\d:\\d\\d 开始的导入做完，前面共 1 个。`));
  });
  expect(await report).toMatchObject({ files: [{ sheets: [{ created: 1 }] }] });
}, 180_000);
