import { type House, openHouse } from '@yilu/platform/testing';
import { dealsChanged } from '@yilu/sales/contract';
import { sales } from '@yilu/sales/server';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recomputeDue, recomputeEverybody, segments } from '../server/index.ts';
import { begin, estate } from './estate.ts';

// SEG-08: the night ranks anew where deals have changed, and nowhere else.

let house: House;
let here: string;
let there: string;
let people: string[];
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, sales, segments], at: '2026-11-22T18:00:00Z' });
  [here, there] = [await house.project('澜山府'), await house.project('望江台')];
  const made = estate(house);
  people = await Promise.all([here, there].flatMap((project) => [made.person(project), made.person(project)]));
  for (const [nth, person] of people.entries()) {
    const project = nth < 2 ? here : there;
    await made.signed(project, person, (nth + 1) * 100_000_000, '2025-01-01', await made.room(project, `1-1-10${nth}`));
  }
  await recomputeEverybody(begin(house));
});
afterAll(() => house.close());

let nights = 0;
/** The projects that the next night ranks. */
async function rankedByNight(): Promise<string[]> {
  nights += 1;
  const at = new Date(Date.UTC(2026, 10, 22 + nights, 18));
  house.setClock(at);
  await recomputeDue(begin(house));
  const rows = await house.sql<{ id: string }>('select project_id as id from value_scale where computed_at = $1', [at]);
  return rows.map(({ id }) => id).sort();
}

const sign = (nth: number, million: number) =>
  house.sql(
    `update deal set amount_fen = $2, changed_at = $3 where id = (select deal_id from deal_buyer where person_id = $1)`,
    [people[nth], million * 100_000_000, new Date(Date.UTC(2026, 10, 22 + nights, 20))],
  );
const classOf = async (nth: number) => {
  const [row] = await house.sql<{ value: string }>('select value from customer_fact where person_id = $1', [
    people[nth],
  ]);
  return row?.value;
};

test('a night after a day without deals ranks nobody', async () => {
  expect(await rankedByNight()).toEqual([]);
});

test('a night ranks the project in which a deal changed without anybody telling of it, and marks whose place moved', async () => {
  expect(await classOf(0)).not.toBe('HIGH_NET_WORTH');
  await sign(0, 90);
  expect(await rankedByNight()).toEqual([here]);
  expect(await classOf(0)).toBe('HIGH_NET_WORTH');
  expect(await rankedByNight()).toEqual([]);
});

test('where the group is ranked, a deal anywhere moves everybody: by the night at the latest', async () => {
  await house.sql(
    `insert into parameter_override (key, node_id, value, changed_by, changed_by_name, changed_at)
     select 'value.highNetWorth.scope', id, '"group"', gen_random_uuid(), 'x', now() from company_node where kind = 'group'`,
  );
  await recomputeEverybody(begin(house));
  expect(await classOf(3)).not.toBe('HIGH_NET_WORTH');
  await sign(3, 100);
  await begin(house)((work) => work.tell(dealsChanged, { personIds: people.slice(3) }));
  await house.settle();
  expect(await rankedByNight()).toEqual([here, there].sort());
  expect(await classOf(3)).toBe('HIGH_NET_WORTH');
  expect(await classOf(0)).not.toBe('HIGH_NET_WORTH');
  expect(await rankedByNight()).toEqual([]);
});
