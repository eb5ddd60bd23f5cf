import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { addDays, type Day, day } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { actOnLine, readToday } from '@yilu/tasks/contract';
import { tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBook } from '../contract/index.ts';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

const today = day('2026-11-22');
let house: House;
let project: string;
const people: string[] = [];

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, segments],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
  const { person } = estate(house);
  for (let nth = 0; nth < 40; nth++) people.push(await person(project, { name: `业主${nth}` }));
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
});
afterAll(() => house.close());

/** Computed lines are keyed by project and person. */
const personOf = ({ key }: { readonly key: string }) => key.split('/')[1];

/** After an import: 30 dossiers late for years, five due tomorrow, five due in six days, and all in one portfolio. */
async function entrustAll(accountId: string) {
  await house.sql(
    `update customer_fact set responsible_id = $1, staff_ids = array[$1::uuid], completeness = 12,
     completeness_line = 100, activity = null, activity_until = null`,
    [accountId],
  );
  const due = (nth: number): Day => (nth < 30 ? day('2021-07-02') : addDays(today, nth < 35 ? 1 : 6));
  for (const [nth, id] of people.entries()) {
    await house.sql('update customer_fact set completeness_due_on = $2 where person_id = $1', [id, due(nth)]);
  }
}

test('after an import the five most pressing dossiers stand on Today and one line leads to the others', async () => {
  const me = house.as({ role: 'propertyManager', projects: [project] });
  await entrustAll(me.accountId);
  const { lines, more, ahead } = await me.ask(readToday, {});
  expect(lines.slice(0, -1).map(personOf)).toEqual(people.slice(30, 35).sort());
  const others = lines.at(-1);
  expect(others).toMatchObject({
    title: { zh: '还有 30 户资料待补' },
    why: { zh: '30 户已过期；最要紧的 5 户已单独列出' },
    gathered: 30,
    outcomes: [{ id: 'list', effect: 'OPEN' }],
  });
  expect(more).toBe(0);
  // The five that stand here already and the line after them count on the day that they are due.
  expect(ahead.find(({ day: on }) => on === addDays(today, 1))?.count).toBe(6);
  expect(ahead.find(({ day: on }) => on === '2026-11-25')?.count).toBe(5);

  const address = new URL(others?.outcomes[0]?.path ?? '', 'http://console');
  expect(address.pathname).toBe('/customers');
  expect(address.searchParams.get('view')).toBe('incomplete');
  const book = await me.ask(readBook, { filter: address.searchParams.get('filter') ?? '' });
  expect(book.items).toHaveLength(35);
});

test('a dossier put off is no longer counted, and the next one stands in its place', async () => {
  const me = house.as({ role: 'propertyManager', projects: [project] });
  await entrustAll(me.accountId);
  const before = (await me.ask(readToday, {})).lines;
  await me.ask(actOnLine, { key: before[0]?.key ?? '', effect: 'POSTPONED', reason: '出差', until: day('2026-11-30') });
  const after = (await me.ask(readToday, {})).lines;
  expect(after).toHaveLength(6);
  expect(after.at(-1)?.gathered).toBe(29);
});

test('a team is counted as its lines stand there', async () => {
  const me = house.as({ role: 'propertyManager', projects: [project] });
  await entrustAll(me.accountId);
  const { lines, people: totals } = await me.ask(readToday, { scope: 'team' });
  const mine = lines.filter(({ assignee }) => assignee.id === me.accountId);
  expect(totals?.find(({ account }) => account.id === me.accountId)).toMatchObject({ open: mine.length, late: 1 });
});

test('of customers about to cool ten stand alone, the first to cool first', async () => {
  const me = house.as({ role: 'propertyManager', projects: [project] });
  await house.sql(
    `update customer_fact set responsible_id = $1, staff_ids = array[$1::uuid], completeness = 100, activity = 'ACTIVE',
     activity_until = '2026-11-24', last_contact_on = '2026-10-24'`,
    [me.accountId],
  );
  await house.sql("update customer_fact set activity_until = '2026-11-23' where person_id = $1", [people[39]]);
  const { lines } = await me.ask(readToday, {});
  expect(lines).toHaveLength(11);
  expect(lines.slice(0, 1).map(personOf)).toEqual([people[39]]);
  expect(lines.at(-1)?.title.zh).toBe('还有 30 位客户快要降温或正在降温');
});

test('who has cooled keeps a line until silent; who is silent has none', async () => {
  const me = house.as({ role: 'propertyManager', projects: [project] });
  const set = (nth: number, activity: string, until: string | null) =>
    house.sql(
      'update customer_fact set responsible_id = $4, staff_ids = array[$4::uuid], activity = $2, activity_until = $3 where person_id = $1',
      [people[nth], activity, until, me.accountId],
    );
  await house.sql(
    "update customer_fact set completeness = 100, activity = 'DORMANT', activity_until = null, last_contact_on = '2026-10-10'",
  );
  await set(0, 'COOLING', '2027-01-10');
  await set(1, 'COOLING', '2026-11-22');
  await set(2, 'SILENT', '2026-12-01');
  await set(3, 'ACTIVE', '2026-11-27');
  await set(4, 'ACTIVE', '2026-11-28');
  const { lines } = await me.ask(readToday, {});
  const care = lines.filter(({ kind }) => kind === 'care');
  expect(care.map(personOf)).toEqual([people[1], people[3], people[0]]);
  expect(care.map(({ why }) => why.zh)).toEqual([
    '43 天没有互动，已经降温，今天起变为沉默',
    '43 天没有互动，再过 5 天将变为降温',
    '43 天没有互动，已经降温，再过 49 天将变为沉默',
  ]);
});

test('whose activity counts from a milestone has no days without contact to tell', async () => {
  const me = house.as({ role: 'propertyManager', projects: [project] });
  await house.sql(
    `update customer_fact set completeness = 100, responsible_id = $1, staff_ids = array[$1::uuid], activity = 'COOLING', activity_until = '2026-12-08',
     last_contact_on = null where person_id = $2`,
    [me.accountId, people[0]],
  );
  const [line] = (await me.ask(readToday, {})).lines.filter(({ kind }) => kind === 'care');
  expect(line?.why.zh).toBe('还没有互动记录，已经降温，再过 16 天将变为沉默');
});

test('customers of nobody are one line for whoever may entrust them, with the list behind it', async () => {
  await house.sql("update customer_fact set responsible_id = null, staff_ids = '{}'");
  const lead = house.as({ role: 'propertyManager', projects: [project] });
  const ofNobody = (lines: readonly { key: string }[]) => lines.filter(({ key }) => key.includes('unentrusted'));
  for (const scope of ['own', 'team'] as const) {
    const [line, ...others] = ofNobody((await lead.ask(readToday, { scope })).lines);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ title: { zh: '40 位客户还没有负责人' }, gathered: 40 });
  }
  const { lines } = await lead.ask(readToday, {});
  const path = lines.find(({ key }) => key.includes('unentrusted'))?.outcomes[0]?.path ?? '';
  const filter = new URL(path, 'http://console').searchParams.get('filter') ?? '';
  expect((await lead.ask(readBook, { filter })).items).toHaveLength(40);

  const consultant = house.as({ role: 'salesConsultant', projects: [project] });
  expect(ofNobody((await consultant.ask(readToday, {})).lines)).toEqual([]);
  await house.sql('update customer_fact set responsible_id = $1, staff_ids = array[$1::uuid]', [lead.accountId]);
  expect(ofNobody((await lead.ask(readToday, {})).lines)).toEqual([]);
});
