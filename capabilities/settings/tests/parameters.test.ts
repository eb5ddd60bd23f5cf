import { parameter } from '@yilu/platform/contract';
import { inTransaction, newId } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings, valueInEachProject, valueOf, valuesOf } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { listParameters, parameterHistory, resetParameter, setParameter } from '../contract/index.ts';

const minChars = parameter({
  key: 'test.minChars',
  shape: z.int().min(1).max(500),
  default: 30,
  title: { zh: '最少字数', en: 'Least characters' },
  affects: { zh: '少于它不能保存。', en: 'Shorter ones are not saved.' },
  unit: { zh: '字', en: 'characters' },
  source: 'DOS-41',
});
const scope = parameter({
  key: 'test.scope',
  shape: z.enum(['total', 'feedback']),
  default: 'feedback',
  title: { zh: '计数范围', en: 'What counts' },
  affects: { zh: '哪些字算数。', en: 'Which characters count.' },
  source: 'DOS-44',
});

let house: House;
let groupId: string;
let regionId: string;
let site: string;
let other: string;
beforeAll(async () => {
  house = await openHouse({
    capabilities: [settings, { name: 'test', parameters: [minChars, scope] }],
    at: '2026-12-01T02:00:00Z',
  });
  other = await house.project('西岸');
  site = await house.project('东岸');
  const [group] = await house.sql<{ id: string }>("select id from company_node where kind = 'group'");
  groupId = group?.id ?? '';
  regionId = newId();
  await house.sql("insert into company_node (id, kind, parent_id, name) values ($1, 'region', $2, '东区')", [
    regionId,
    groupId,
  ]);
  await house.sql('update company_node set parent_id = $1 where id = $2', [regionId, site]);
});
afterAll(() => house.close());

const reading = <Result>(read: Parameters<typeof inTransaction<Result>>[2]) =>
  inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'reading' }, read);

test('a figure is the shipped one until somebody says otherwise; the nearest company wins', async () => {
  const administrator = house.as({ role: 'administrator', name: '周敏' });
  expect(await reading((work) => valueOf(work, minChars, { projectId: site }))).toBe(30);

  await administrator.ask(setParameter, { key: minChars.key, nodeId: groupId, value: 40 });
  expect(await reading((work) => valueOf(work, minChars, { projectId: site }))).toBe(40);
  expect(await reading((work) => valueOf(work, minChars))).toBe(40);

  await administrator.ask(setParameter, { key: minChars.key, nodeId: regionId, value: 50, reason: '总部要求' });
  const atSite = await administrator.ask(setParameter, { key: minChars.key, nodeId: site, value: 60 });
  expect(atSite).toMatchObject({ value: 60, default: 30, from: { nodeId: site, name: '东岸' }, changedBy: '周敏' });
  expect(await reading((work) => valueOf(work, minChars, { projectId: other }))).toBe(40);

  const inherits = await administrator.ask(resetParameter, { key: minChars.key, nodeId: site });
  expect(inherits).toMatchObject({ value: 50, from: { nodeId: regionId } });

  expect(await reading((work) => valuesOf(work, { minChars, scope }, { projectId: site }))).toEqual({
    minChars: 50,
    scope: 'feedback',
  });
  const inEach = await reading((work) => valueInEachProject(work, minChars));
  expect([inEach(site), inEach(other), inEach(undefined)]).toEqual([50, 40, 40]);
});

test('the page lists every parameter of every capability with its unit, effect, shape and origin', async () => {
  const { items } = await house.as('administrator').ask(listParameters, { nodeId: site });
  expect(items.find(({ key }) => key === minChars.key)).toMatchObject({
    capability: 'test',
    unit: minChars.unit,
    affects: minChars.affects,
    default: 30,
    value: 50,
    from: { nodeId: regionId, name: '东区' },
    shape: { type: 'integer', minimum: 1, maximum: 500 },
  });
  expect(items.find(({ key }) => key === scope.key)).toMatchObject({
    value: 'feedback',
    shape: { enum: ['total', 'feedback'] },
  });
});

test('a value that does not fit is refused in words', async () => {
  const problem = await house.as('administrator').refused(setParameter, { key: minChars.key, nodeId: site, value: 0 });
  expect(problem).toMatchObject({ status: 422, code: 'settings.unfit_value' });
  expect(
    (await house.as('administrator').refused(setParameter, { key: 'no.such', nodeId: site, value: 1 })).status,
  ).toBe(404);
});

test('the history tells who changed what from what to what, latest first, page by page', async () => {
  const administrator = house.as('administrator');
  const first = await administrator.ask(parameterHistory, { key: minChars.key, limit: 2 });
  const second = await administrator.ask(parameterHistory, { key: minChars.key, limit: 2, cursor: first.next });
  const all = [...first.items, ...second.items];
  expect(all.map(({ before, after }) => [before, after])).toEqual([
    [60, undefined],
    [undefined, 60],
    [undefined, 50],
    [undefined, 40],
  ]);
  expect(all[2]).toMatchObject({ reason: '总部要求', node: { name: '东区' }, changedBy: '周敏' });
  expect(second.next).toBeUndefined();
  await expect(house.asApp({}, 'delete from parameter_change')).rejects.toThrow();
});

test('a project manager decides for the own project only, and not for the region it stands in', async () => {
  const manager = house.as({
    role: 'projectManager',
    projects: [site],
    permissions: ['settings.see_parameters', 'settings.edit_parameters'],
  });
  await manager.ask(setParameter, { key: minChars.key, nodeId: site, value: 35 });
  expect((await manager.refused(setParameter, { key: minChars.key, nodeId: other, value: 35 })).status).toBe(404);
  expect((await manager.refused(setParameter, { key: minChars.key, nodeId: groupId, value: 35 })).status).toBe(404);
  const history = await manager.ask(parameterHistory, { key: minChars.key });
  expect(history.items[0]).toMatchObject({ after: 35 });

  const asShipped = house.as({ role: 'projectManager', projects: [site] });
  expect((await asShipped.refused(setParameter, { key: minChars.key, nodeId: site, value: 35 })).status).toBe(403);
});
