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

test('the next step is one of the reader’s own side, on the page and in the file (ORG-08)', async () => {
  const made = (assigneeId: string, title: string, day: string) =>
    begin(house)((work) =>
      createTasks(work, [
        {
          projectId: project,
          kind: 'followUp',
          subject: { kind: 'person', id: personId },
          title: { zh: title, en: title },
          why: { zh: '约好', en: 'agreed' },
          origin: 'test',
          occurrence: title,
          dueAt: new Date(`${day}T16:00:00Z`),
          assigneeId,
        },
      ]),
    );
  await made(consultant, '底价谈到 620 万', '2026-11-23');
  await made(keeper, '送年货上门', '2026-11-26');
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));

  const side = (role: 'propertyManager' | 'salesSiteManager', of: 'property' | 'developer') =>
    house.as({ role, name: role, projects: [project], sides: [of] });
  const cases = [
    [side('salesSiteManager', 'developer'), '2026-11-23', '底价谈到 620 万'],
    [side('propertyManager', 'property'), '2026-11-26', '送年货上门'],
  ] as const;
  for (const [reader, day, title] of cases) {
    const [row] = (await reader.ask(readBook, { search: '陆明远' })).items;
    expect(row).toMatchObject({ nextTaskOn: day, nextTask: title });
    const asked = {
      sort: 'name' as const,
      reason: '周会核对',
      selection: { search: '陆明远' },
      columns: ['nextTaskOn' as const],
      format: 'csv' as const,
    };
    const file = await reader.exchange(fetchExport, { exportId: (await reader.ask(askExport, asked)).id });
    const rows = (await readWholeSpreadsheet(file.rawPayload))[0]?.rows.map(({ cells }) => cells);
    expect(rows?.[1]?.[0]).toBe(`${day} ${title}`);
  }
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
