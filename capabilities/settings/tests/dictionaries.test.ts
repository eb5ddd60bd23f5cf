import { inTransaction } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { insistEntry, settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addEntry,
  editEntry,
  listDictionaries,
  orderEntries,
  readDictionary,
  restoreEntry,
  retireEntry,
  sources,
} from '../contract/index.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings] });
});
afterAll(() => house.close());
const key = sources.key;

test('every shared list is there for whoever fills in a form', async () => {
  await house.project();
  const { items } = await house.as('salesConsultant').ask(listDictionaries, {});
  expect(items.map((list) => list.key)).toContain(key);
  expect(items.find((list) => list.key === key)?.entries.map(({ zh }) => zh)).toContain('小红书');
});

test('an administrator adds, renames, sorts and retires; ids in records stay', async () => {
  const administrator = house.as('administrator');
  const added = await administrator.ask(addEntry, { key, zh: '楼盘直播间', synonyms: ['直播间'] });
  expect(added).toMatchObject({ en: '楼盘直播间', shipped: false });

  const renamed = await administrator.ask(editEntry, {
    key,
    entryId: 'WALK_BY',
    zh: '自然到访',
    en: 'Walk-in',
    synonyms: ['路过'],
    version: 0,
  });
  expect(renamed).toMatchObject({ id: 'WALK_BY', zh: '自然到访', shipped: true, version: 1 });
  expect((await administrator.refused(editEntry, { key, entryId: 'WALK_BY', zh: '旧', version: 0 })).status).toBe(409);

  const before = await administrator.ask(readDictionary, { key });
  const ids = before.entries.map(({ id }) => id);
  const sorted = await administrator.ask(orderEntries, { key, entryIds: ids.toReversed() });
  expect(sorted.entries.map(({ id }) => id)).toEqual(ids.toReversed());
  expect((await administrator.refused(orderEntries, { key, entryIds: ids.slice(1) })).code).toBe(
    'settings.order_incomplete',
  );

  expect((await administrator.ask(retireEntry, { key, entryId: added.id })).retiredAt).toBeInstanceOf(Date);
  expect((await administrator.ask(restoreEntry, { key, entryId: added.id })).retiredAt).toBeUndefined();
  const after = await administrator.ask(readDictionary, { key });
  expect(after.entries).toHaveLength(sources.entries.length + 1);
});

test('no two choices answer to the same word', async () => {
  const problem = await house.as('administrator').refused(addEntry, { key, zh: '链 家' });
  expect(problem).toMatchObject({ status: 422, code: 'settings.entry_name_taken', fields: [{ path: 'zh' }] });
});

test('whoever may not edit lists cannot, and a choice that is not in the list is refused', async () => {
  expect((await house.as('housekeeper').refused(addEntry, { key, zh: '新的' })).status).toBe(403);
  const local = house.as({ role: 'administrator', projects: [await house.project()] });
  expect(await local.refused(addEntry, { key, zh: '新的' })).toMatchObject({
    status: 403,
    code: 'settings.group_decides',
  });
  expect((await house.as('administrator').refused(readDictionary, { key: 'no.such' })).status).toBe(404);
  const asking = inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'x' }, (work) =>
    insistEntry(work, sources, 'NOPE', 'sourceId'),
  );
  await expect(asking).rejects.toMatchObject({ status: 422, detail: { field: 'sourceId' } });
});
