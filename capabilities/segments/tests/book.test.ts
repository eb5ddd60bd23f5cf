import { identity } from '@yilu/identity/server';
import { newId, type Work } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BookRow,
  type Condition,
  changeBookSettings,
  changeView,
  columnKeys,
  countBook,
  countViews,
  type FilterGroup,
  listViews,
  pinView,
  readBook,
  readBookSettings,
  removeView,
  type SortKey,
  saveView,
} from '../contract/index.ts';
import { markAll, recomputeMarked, segments } from '../server/index.ts';
import type { Tables } from '../store/tables.ts';
import { begin, estate } from './estate.ts';

let house: House;
let project: string;
let neighbour: string;
const keeper = newId();
const people: string[] = [];

beforeAll(async () => {
  house = await openHouse({ capabilities: [settings, identity, segments], at: '2026-11-22T02:00:00Z' });
  project = await house.project('澜山府');
  neighbour = await house.project('西岸');
  const made = estate(house);
  await house
    .as({
      role: 'housekeeper',
      accountId: keeper,
      name: '林晓',
      projects: [project],
      ownOnly: true,
      sides: ['property'],
    })
    .ask(readBook, {});
  const names = [
    '何雨桐',
    '许静安',
    '陆明远',
    '沈国栋',
    '周以宁',
    '顾长风',
    '唐秋',
    '方谨言',
    '秦小满',
    '郑书瑶',
    '黎初',
    '纪文',
  ];
  for (const [index, name] of names.entries()) {
    const id = await made.person(project, {
      name,
      pinyin: `p${String.fromCharCode(97 + index)}`,
      phone: `1380000${String(1000 + index)}`,
      bornOn: `19${80 + index}-${index % 2 === 0 ? '11' : '01'}-15`,
    });
    people.push(id);
    if (index % 3 !== 2)
      await made.visit(project, id, `2026-${String((index % 10) + 1).padStart(2, '0')}-10T03:00:00Z`);
  }
  const room = await made.room(project, '3-2-1801');
  await made.party(project, room, people[1] ?? '', 'owner', '2026-01-01');
  await made.entrust(project, keeper, 'room', room);
  await made.entrust(project, keeper, 'person', people[4] ?? '');
  const stranger = await made.person(neighbour, { name: '邻项目的人', pinyin: 'linxiang', phone: '13911112222' });
  await made.visit(neighbour, stranger, '2026-11-01T03:00:00Z');
  await begin(house)((work) => markAll(work as Work<Tables>));
  await recomputeMarked(begin(house));
});
afterAll(() => house.close());

const manager = () => house.as({ role: 'projectManager', projects: [project] });
const inFilter = (filter: FilterGroup) => ({ filter: JSON.stringify(filter) });
const found = async (filter: FilterGroup) =>
  (await manager().ask(readBook, { ...inFilter(filter), sort: 'name' })).items.map(({ name }) => name);

describe('paging', () => {
  const sorts = columnKeys.flatMap((key): SortKey[] => [key, `-${key}`]);
  test.each(sorts)('by %s gives every row once, however small the pages', async (sort) => {
    const asker = manager();
    const seen: BookRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await asker.ask(readBook, { sort, limit: 5, ...(cursor && { cursor }) });
      seen.push(...page.items);
      cursor = page.next;
    } while (cursor);
    const whole = await asker.ask(readBook, { sort, limit: 200, total: 'true' });
    expect(whole.total).toBe(12);
    expect(seen.map(({ personId }) => personId)).toEqual(whole.items.map(({ personId }) => personId));
    expect(new Set(seen.map(({ personId }) => personId)).size).toBe(12);
  });

  const labelled: Condition[] = [
    { field: 'activity', is: 'in', value: ['COOLING', 'ACTIVE', 'COOLING', 'DORMANT'] },
    { field: 'activity', is: 'in', value: ['NO_RECORD', 'SILENT'] },
    { field: 'lifecycle', is: 'in', value: ['POTENTIAL', 'LOST', 'CLOSED'] },
    { field: 'value', is: 'in', value: ['UNCLASSIFIED'] },
  ];
  test.each(
    labelled.flatMap((condition) =>
      (['lastContactOn', '-lastContactOn'] as const).map((sort) => ({ condition, sort })),
    ),
  )('of a label by $sort holds what the whole book holds: $condition.field $condition.value', async (of) => {
    const asker = manager();
    const { condition, sort } = of;
    const filter = JSON.stringify({ match: 'all', of: [condition] });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await asker.ask(readBook, { projectId: project, filter, sort, limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ personId }) => personId));
      cursor = page.next;
    } while (cursor);
    const { items } = await asker.ask(readBook, { sort, limit: 200 });
    const values = condition.value as string[];
    const wanted = items.filter((row) => values.includes(row[condition.field as 'activity'] ?? ''));
    expect(seen).toEqual(wanted.map(({ personId }) => personId));
  });

  test('rows without a value come last in both directions', async () => {
    for (const sort of ['lastContactOn', '-lastContactOn'] as const) {
      const { items } = await manager().ask(readBook, { sort, limit: 200 });
      const known = items.map(({ lastContactOn }) => lastContactOn !== undefined);
      expect(known).toEqual([...known].sort((one, other) => Number(other) - Number(one)));
    }
  });
});

test('a row says what the book shows: masked phone, room, labels, responsible', async () => {
  const { items } = await manager().ask(readBook, { search: '3-2-1801' });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    name: '许静安',
    phone: '138****1001',
    rooms: '3-2-1801',
    standing: 'owner',
    lifecycle: 'CLOSED',
    responsible: '林晓',
    project: '澜山府',
    birthday: '01-15',
    age: 45,
  });
});

test.each([
  ['静安', ['许静安']],
  ['pb', ['许静安']],
  ['1003', ['沈国栋']],
  ['没有这个人', []],
])('searching %s finds %j', async (search, expected) => {
  const { items } = await manager().ask(readBook, { search });
  expect(items.map(({ name }) => name)).toEqual(expected);
});

describe('filters', () => {
  test('nest all, any and none', async () => {
    const born: Condition = { field: 'birthday', is: 'within', value: 'thisMonth' };
    const owner: Condition = { field: 'standing', is: 'in', value: ['owner'] };
    expect(await found({ match: 'any', of: [born, owner] })).toHaveLength(7);
    expect(await found({ match: 'all', of: [born, { match: 'none', of: [owner] }] })).toHaveLength(6);
    expect(await found({ match: 'none', of: [born, owner] })).toHaveLength(5);
    expect(await found({ match: 'all', of: [] })).toHaveLength(12);
  });

  test.each<[FilterGroup['of'][number], number]>([
    [{ field: 'lastContactOn', is: 'within', value: 'last90' }, 1],
    [{ field: 'lastContactOn', is: 'before', value: '2026-02-01' }, 2],
    [{ field: 'lastContactOn', is: 'unknown' }, 4],
    [{ field: 'age', is: 'atLeast', value: 46 }, 1],
    [{ field: 'age', is: 'equals', value: 45 }, 1],
    [{ field: 'name', is: 'contains', value: '安' }, 1],
    [{ field: 'responsible', is: 'in', value: [keeper] }, 2],
    [{ field: 'responsible', is: 'unknown' }, 10],
    [{ field: 'activity', is: 'notIn', value: ['DORMANT'] }, 7],
    [{ field: 'rooms', is: 'known' }, 1],
    [{ field: 'visits', is: 'atMost', value: 0 }, 4],
    [{ field: 'name', is: 'contains', value: "%'; drop table customer_fact; --" }, 0],
  ])('%j holds for %i', async (condition, count) => {
    expect(await found({ match: 'all', of: [condition] })).toHaveLength(count);
    expect(await manager().ask(countBook, inFilter({ match: 'all', of: [condition] }))).toEqual({ customers: count });
  });

  test('what makes no sense is refused with its place', async () => {
    const wrong = inFilter({ match: 'all', of: [{ field: 'activity', is: 'atLeast', value: 1 }] });
    expect(await manager().refused(readBook, wrong)).toMatchObject({ status: 422, code: 'segments.wrong_filter' });
    expect(await manager().refused(readBook, { filter: '{' })).toMatchObject({ status: 422 });
    expect(await manager().refused(readBook, { sort: 'password' as SortKey })).toMatchObject({ status: 422 });
  });
});

describe('who sees whom', () => {
  test('another project is not there', async () => {
    const { items } = await manager().ask(readBook, { search: '1391111' });
    expect(items).toEqual([]);
    expect(await manager().ask(readBook, { projectId: neighbour })).toMatchObject({ items: [] });
  });

  test('with an own portfolio only what is entrusted is there, by room or by person', async () => {
    const own = house.as({
      role: 'housekeeper',
      accountId: keeper,
      projects: [project],
      ownOnly: true,
      sides: ['property'],
    });
    const { items } = await own.ask(readBook, { sort: 'name' });
    expect(items.map(({ name }) => name)).toEqual(['许静安', '周以宁']);
  });

  test('the database says so, whatever the code forgets', async () => {
    const count = (scope: Parameters<House['asApp']>[0]) =>
      house
        .asApp<{ count: number }>(scope, 'select count(*)::int as count from customer_fact')
        .then(([row]) => row?.count);
    expect(await count({})).toBe(0);
    expect(await count({ actor: keeper, projects: [project] })).toBe(12);
    expect(await count({ actor: keeper, projects: [neighbour] })).toBe(1);
    expect(await count({ actor: keeper, projects: [project], own: true })).toBe(2);
    expect(await count({ actor: newId(), projects: [project], own: true })).toBe(0);
    const history = await house.asApp<{ count: number }>(
      { actor: keeper, projects: [neighbour] },
      'select count(distinct person_id)::int as count from label_change',
    );
    expect(history[0]?.count).toBe(1);
  });

  test('the property side sees no intent, amounts or scores, and cannot ask for them', async () => {
    const property = house.as({ role: 'propertyManager', projects: [project], sides: ['property'] });
    const { items } = await property.ask(readBook, {});
    expect(items.every((row) => row.futureScore === undefined && row.amountFen === undefined)).toBe(true);
    const filter = inFilter({ match: 'all', of: [{ field: 'amount', is: 'atLeast', value: 1 }] });
    expect(await property.refused(readBook, filter)).toMatchObject({ status: 422 });
    expect(await property.refused(readBook, { sort: '-amount' })).toMatchObject({ status: 422 });
  });
});

describe('views', () => {
  const cooling: FilterGroup = { match: 'all', of: [{ field: 'activity', is: 'in', value: ['DORMANT'] }] };

  test('shipped ones are there from the first day, with their counts', async () => {
    const views = await manager().ask(listViews, {});
    expect(views.map(({ id }) => id)).toEqual(['all', 'mine', 'cooling', 'incomplete', 'birthdays', 'leads', 'owners']);
    expect(await manager().ask(countViews, { projectId: project })).toMatchObject({ all: 12, birthdays: 6, owners: 1 });
  });

  test('a private view is one’s own; a shared one is everybody’s and its maker’s to change', async () => {
    const maker = manager();
    const other = house.as({ role: 'salesConsultant', projects: [project] });
    const view = await maker.ask(saveView, { name: '久未联系', definition: { filter: cooling } });
    expect((await other.ask(listViews, {})).map(({ id }) => id)).not.toContain(view.id);
    const shared = await maker.ask(changeView, { viewId: view.id, shared: true, version: view.version });
    expect((await other.ask(listViews, {})).find(({ id }) => id === view.id)).toMatchObject({
      own: false,
      shared: true,
    });
    expect(await other.refused(changeView, { viewId: view.id, name: '我的', version: shared.version })).toMatchObject({
      status: 404,
    });
    expect(await other.refused(saveView, { name: '给大家', definition: {}, shared: true })).toMatchObject({
      status: 403,
    });
    expect(await maker.refused(changeView, { viewId: view.id, name: '旧', version: view.version })).toMatchObject({
      status: 409,
    });
    const pinned = await other.ask(pinView, { views: [view.id, 'all', 'nonsense'] });
    expect(pinned.filter((one) => one.pinned).map(({ id }) => id)).toEqual([view.id, 'all']);
    expect(await other.ask(countViews, { projectId: project })).toEqual({ [view.id]: 5, all: 12 });
    await maker.ask(removeView, { viewId: view.id });
    expect((await other.ask(listViews, {})).map(({ id }) => id)).not.toContain(view.id);
  });

  test('each keeps columns, widths and the first view', async () => {
    const one = manager();
    const kept = {
      columns: [{ key: 'name', width: 120 } as const, { key: 'tags', width: 90 } as const],
      defaultView: 'owners',
    };
    await one.ask(changeBookSettings, kept);
    expect(await one.ask(readBookSettings, {})).toEqual(kept);
    expect((await manager().ask(readBookSettings, {})).defaultView).toBe('all');
  });
});
