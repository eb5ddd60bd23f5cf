import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import type { Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { listNotices, readNotices, readToday } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import { tellMoves } from '../server/tell-moves.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;
const people: string[] = [];
beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, interactions, segments],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
  for (let nth = 0; nth < 3; nth++) people.push(await estate(house).person(project, { name: `业主${nth}` }));
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setClock('2026-11-22T02:00:00Z');
  await house.sql('delete from label_history');
  await house.sql("update customer_fact set staff_ids = '{}', responsible_id = null");
});

/** A label that moved, with its reckoning, of a customer who is in somebody's charge. */
async function moved(nth: number, staffId: string, at: string, label = 'activity', reasons: unknown = [[]]) {
  await house.sql('update customer_fact set staff_ids = array[$2::uuid], responsible_id = $2 where person_id = $1', [
    people[nth],
    staffId,
  ]);
  await house.sql(
    `insert into label_history (project_id, person_id, changed_at, labels, before, after, reasons)
     values ($1, $2, $3, array[$4], array['BEFORE'], array['COOLING'], $5::json)`,
    [project, people[nth], at, label, JSON.stringify(reasons)],
  );
}
const tell = () => tellMoves.run(begin(house), {});
const consultant = () => house.as({ role: 'salesConsultant', projects: [project], sides: ['developer'] });

test('customers whose labels moved today are one notice, told anew as they grow', async () => {
  const me = consultant();
  await moved(0, me.accountId, '2026-11-21T16:00:00Z');
  await moved(0, me.accountId, '2026-11-22T01:00:00Z');
  await moved(1, me.accountId, '2026-11-21T15:59:59Z');
  await tell();
  const titles = async () => (await me.ask(listNotices, {})).items.map(({ title }) => title.zh);
  expect(await titles()).toEqual(['今天有 1 位名下客户的标签变了']);
  await me.ask(readNotices, { ids: 'all' });
  await tell();
  expect((await me.ask(listNotices, {})).unread).toBe(0);
  await moved(2, me.accountId, '2026-11-22T01:30:00Z');
  await tell();
  expect(await titles()).toEqual(['今天有 2 位名下客户的标签变了']);
  expect((await me.ask(listNotices, {})).unread).toBe(1);
});

test('the customers of others and what is no change of a value are not told', async () => {
  const [me, other] = [consultant(), consultant()];
  await moved(0, other.accountId, '2026-11-22T01:00:00Z');
  await moved(1, me.accountId, '2026-11-22T01:00:00Z', 'completeness');
  await tell();
  expect((await me.ask(listNotices, {})).items).toEqual([]);
  expect((await other.ask(listNotices, {})).items).toHaveLength(1);
});

test('what changed on Today gives the property side no amounts and no wishes', async () => {
  const amount = [[['amountAmongTop', 1, 880_000_000, 700_000_000]]];
  const keeper = house.as({ role: 'housekeeper', projects: [project], sides: ['property'] });
  const seller = consultant();
  const why = async (of: typeof keeper) => {
    await moved(0, of.accountId, '2026-11-22T01:00:00Z', 'value', amount);
    const { changes } = await of.ask(readToday, {});
    await house.sql('delete from label_history');
    return changes[0]?.why.zh;
  };
  expect(await why(seller)).toMatch(/880/);
  expect(await why(keeper)).not.toMatch(/\d/);
});
