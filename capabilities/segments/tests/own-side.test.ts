import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { newId, readWholeSpreadsheet, type Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';
import { createTasks, tasks } from '@yilu/tasks/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askExport,
  countBook,
  countViews,
  type FilterGroup,
  fetchExport,
  listViews,
  pinView,
  readBook,
  type SortKey,
  saveView,
} from '../contract/index.ts';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;
let personId: string;
const [keeper, consultant] = [newId(), newId()];

beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, identity, tasks, properties, customers, segments],
    at: '2026-11-22T02:00:00Z',
  });
  project = await house.project('澜山府');
  const projects = [project];
  await house.as({ role: 'housekeeper', accountId: keeper, projects, sides: ['property'] }).ask(readBook, {});
  await house.as({ role: 'salesConsultant', accountId: consultant, projects, sides: ['developer'] }).ask(readBook, {});
  personId = await estate(house).person(project, { name: '陆明远', pinyin: 'lumingyuan' });
});
afterAll(() => house.close());

function followUp(about: string, assigneeId: string, title: string, day: string) {
  return begin(house)((work) =>
    createTasks(work, [
      {
        projectId: project,
        kind: 'followUp',
        subject: { kind: 'person', id: about },
        title: { zh: title, en: title },
        why: { zh: '约好', en: 'agreed' },
        origin: 'test',
        occurrence: title,
        dueAt: new Date(`${day}T16:00:00Z`),
        assigneeId,
      },
    ]),
  );
}

async function reckon() {
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
}

const reader = (
  role: 'propertyManager' | 'salesSiteManager' | 'projectManager',
  ...sides: ('developer' | 'property')[]
) => house.as({ role, name: role, projects: [project], sides });

test('the next step is one of the reader’s own side, on the page and in the file (ORG-08)', async () => {
  await followUp(personId, consultant, '底价谈到 620 万', '2026-11-23');
  await followUp(personId, keeper, '送年货上门', '2026-11-26');
  await reckon();

  const cases = [
    [reader('salesSiteManager', 'developer'), '2026-11-23', '底价谈到 620 万'],
    [reader('propertyManager', 'property'), '2026-11-26', '送年货上门'],
    [reader('projectManager', 'developer', 'property'), '2026-11-23', '底价谈到 620 万'],
  ] as const;
  for (const [asker, day, title] of cases) {
    const [row] = (await asker.ask(readBook, { search: '陆明远' })).items;
    expect(row).toMatchObject({ nextTaskOn: day, nextTask: title });
    const asked = {
      sort: 'name' as const,
      reason: '周会核对',
      selection: { search: '陆明远' },
      columns: ['nextTaskOn' as const],
      format: 'csv' as const,
    };
    const file = await asker.exchange(fetchExport, { exportId: (await asker.ask(askExport, asked)).id });
    const rows = (await readWholeSpreadsheet(file.rawPayload))[0]?.rows.map(({ cells }) => cells);
    expect(rows?.[1]?.[0]).toBe(`${day} ${title}`);
  }
});

test('order, filter and count go by the next step that the reader is shown, page by page (ORG-08)', async () => {
  const made = estate(house);
  const early = await made.person(project, { name: '先约的' });
  const late = await made.person(project, { name: '后约的' });
  const salesOnly = await made.person(project, { name: '只有销售约的' });
  await made.person(project, { name: '谁也没约的' });
  await followUp(early, consultant, '带看样板间', '2026-12-20');
  await followUp(early, keeper, '上门检查', '2026-11-24');
  await followUp(late, consultant, '补签附件', '2026-11-22');
  await followUp(late, keeper, '交接钥匙', '2026-12-10');
  await followUp(salesOnly, consultant, '报价', '2026-11-25');
  await reckon();

  const names = ['先约的', '后约的', '只有销售约的', '谁也没约的'];
  const inOrder = async (asker: ReturnType<typeof reader>, sort: SortKey) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await asker.ask(readBook, { sort, limit: 1, ...(cursor && { cursor }) });
      found.push(...items.map(({ name }) => name));
      cursor = next;
    } while (cursor);
    return found.filter((name) => names.includes(name));
  };
  const until = (day: string): FilterGroup => ({
    match: 'all',
    of: [{ field: 'nextTaskOn', is: 'before', value: day }],
  });
  const some: FilterGroup = { match: 'all', of: [{ field: 'nextTaskOn', is: 'known' }] };

  const property = reader('propertyManager', 'property');
  const sales = reader('salesSiteManager', 'developer');
  const both = reader('projectManager', 'developer', 'property');
  const without = ['只有销售约的', '谁也没约的'];
  const first = await inOrder(property, 'nextTaskOn');
  expect(first.slice(0, 2)).toEqual(['先约的', '后约的']);
  expect(first.slice(2).toSorted()).toEqual(without.toSorted());
  expect((await inOrder(property, '-nextTaskOn')).slice(0, 2)).toEqual(['后约的', '先约的']);
  expect(await inOrder(sales, 'nextTaskOn')).toEqual(['后约的', '只有销售约的', '先约的', '谁也没约的']);
  expect((await inOrder(both, 'nextTaskOn')).slice(0, 3)).toEqual(['后约的', '先约的', '只有销售约的']);

  const counted = async (asker: ReturnType<typeof reader>, filter: FilterGroup) =>
    (await asker.ask(countBook, { filter: JSON.stringify(filter) })).customers;
  // With the one of the test before.
  expect(await counted(property, some)).toBe(3);
  expect(await counted(sales, some)).toBe(4);
  expect(await counted(both, some)).toBe(4);
  expect(await counted(property, until('2026-11-25'))).toBe(1);
  expect(await counted(sales, until('2026-11-25'))).toBe(2);
});

test('when a task changes sides with its holder’s roles, the book follows (ORG-08)', async () => {
  const moved = await estate(house).person(project, { name: '换岗客户' });
  await followUp(moved, keeper, '回访装修进度', '2026-11-27');
  await reckon();
  // What a change of roles does to the open tasks of whoever has them.
  await house.sql('alter table task disable trigger notes_sides');
  await house.sql("update task set sides = '{developer}' where occurrence = '回访装修进度'");
  await house.sql('alter table task enable trigger notes_sides');
  await recomputeMarked(begin(house));
  const shown = async (asker: ReturnType<typeof reader>) =>
    (await asker.ask(readBook, { search: '换岗客户' })).items[0]?.nextTask;
  expect(await shown(reader('propertyManager', 'property'))).toBeUndefined();
  expect(await shown(reader('salesSiteManager', 'developer'))).toBe('回访装修进度');
});

test('a shared view that asks for what only the developer’s side may see is no tab of the property company’s', async () => {
  const manager = house.as({ role: 'projectManager', projects: [project] });
  const shared = (name: string, filter: FilterGroup, sort: SortKey = 'name') =>
    manager.ask(saveView, { name, shared: true, definition: { filter, sort } });
  const rich = await shared('高总价', { match: 'all', of: [{ field: 'amount', is: 'atLeast', value: 500_000_000 }] });
  const score = await shared('按价值', { match: 'all', of: [] }, '-currentScore');
  const leads = await shared('意向', { match: 'all', of: [{ field: 'standing', is: 'in', value: ['lead'] }] });
  const keeper = house.as({ role: 'propertyManager', projects: [project], sides: ['property'] });
  const views = [rich.id, score.id, leads.id];
  const pinned = await keeper.ask(pinView, { views });
  expect(pinned.map(({ id }) => id).filter((id) => views.includes(id))).toEqual([leads.id]);
  expect(Object.keys(await keeper.ask(countViews, {}))).toEqual([leads.id]);
  expect((await manager.ask(listViews, {})).map(({ id }) => id)).toEqual(expect.arrayContaining(views));
});
