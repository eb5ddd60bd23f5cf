import type { Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import { readBook } from '../server/read-book.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, segments], at: '2026-11-22T02:00:00Z' });
  const project = await house.project('澜山府');
  const made = estate(house);
  for (let nth = 0; nth < 40; nth++) {
    const id = await made.person(project, { name: `客户${nth}` });
    await made.visit(project, id, `2026-${String((nth % 10) + 1).padStart(2, '0')}-10T03:00:00Z`);
  }
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
});
afterAll(() => house.close());

test('a page stays in its order however the planner joins its rows with names', async () => {
  const { items } = await begin(house)(async (work) => {
    // What it does by itself right after an import: put the page into a hash and read the colleagues past it.
    await sql`select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(
      work.db,
    );
    return readBook(work as Work<Tables>, { sort: '-lastContactOn', limit: 30 });
  });
  const days = items.map(({ lastContactOn }) => lastContactOn);
  expect(days).toHaveLength(30);
  expect(days).toEqual(days.toSorted().toReversed());
});
