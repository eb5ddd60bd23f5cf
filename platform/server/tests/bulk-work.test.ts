import { refusal } from '@yilu/platform/contract';
import { type House, openHouse } from '@yilu/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused } from '../../contract/index.ts';
import { inTransaction, type Work } from '../index.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ capabilities: [] });
});
afterAll(() => house.close());

const begin = <Result>(act: (work: Work) => Promise<Result>) =>
  inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'bulk' }, act);
// Any table that everybody may write will do.
let place = 0;
const write = async ({ db }: Work, text: string) => {
  await sql`insert into rate_window (key, started_at, count) values (${text}, now(), ${++place})`.execute(db);
};
const written = async (like: string) =>
  (await house.sql<{ key: string }>('select key from rate_window where key like $1 order by count', [like])).map(
    ({ key }) => key,
  );
const noNonsense = refusal('bulk.nonsense', { zh: '不收胡话。', en: 'No nonsense.' });

test('bulk work does meanwhile what it was given, in that order, and all of it before its end', async () => {
  await begin((work) =>
    work.writingBehind(async (behind) => {
      for (const n of [1, 2, 3]) {
        await write(behind, `rows ${n}`);
        await behind.meanwhile(() => write(behind, `words ${n}`));
        await sql`select 1`.execute(behind.db);
      }
    }),
  );
  expect(await written('rows %')).toEqual(['rows 1', 'rows 2', 'rows 3']);
  expect(await written('words %')).toEqual(['words 1', 'words 2', 'words 3']);
});

test('bulk work that breaks off sends nothing more, and leaves nothing', async () => {
  const broken = begin((work) =>
    work.writingBehind(async (behind) => {
      for (const n of [1, 2, 3]) {
        await behind.meanwhile(async () => {
          await sql`select pg_sleep(0.02)`.execute(behind.db);
          await write(behind, `late ${n}`);
        });
      }
      throw new Refused(noNonsense);
    }),
  );
  await expect(broken).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await written('late %')).toEqual([]);
});

test('bulk work fails when what it does meanwhile fails', async () => {
  const failing = begin((work) =>
    work.writingBehind((behind) =>
      behind.meanwhile(async () => {
        await sql`select 1 / 0`.execute(behind.db);
      }),
    ),
  );
  await expect(failing).rejects.toThrow(/division by zero/);
});

test('work that is no bulk work does it at once', async () => {
  await begin((work) => work.meanwhile(() => write(work, 'at once')));
  expect(await written('at once')).toEqual(['at once']);
});
