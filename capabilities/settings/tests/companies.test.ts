import { inTransaction } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { createGroup, settings } from '@yilu/settings/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCompany, deleteCompany, editCompany, listCompanies } from '../contract/index.ts';

let house: House;
let groupId: string;
beforeAll(async () => {
  house = await openHouse({ capabilities: [settings] });
  const group = await inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'set-up' }, (work) =>
    createGroup(work, { name: '和光集团' }),
  );
  groupId = group.id;
});
afterAll(() => house.close());

test('a group grows down to its projects, and each knows its path and its letters', async () => {
  const administrator = house.as('administrator');
  const region = await administrator.ask(createCompany, { kind: 'region', parentId: groupId, name: '华东区域' });
  const city = await administrator.ask(createCompany, { kind: 'city', parentId: region.id, name: '苏州公司' });
  const project = await administrator.ask(createCompany, {
    kind: 'project',
    parentId: city.id,
    name: '澜山府',
    code: 'lsf',
    developer: '和光置业',
    propertyCompany: '和光物业',
  });
  expect(project).toMatchObject({
    code: 'LSF',
    pinyin: 'lan shan fu',
    path: [groupId, region.id, city.id, project.id],
  });

  const { items } = await administrator.ask(listCompanies, {});
  expect(items.map(({ name }) => name)).toEqual(['和光集团', '华东区域', '苏州公司', '澜山府']);
});

test('there is one group', async () => {
  const again = inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'again' }, (work) =>
    createGroup(work, { name: '另一个集团' }),
  );
  await expect(again).rejects.toMatchObject({ refusal: { code: 'settings.group_exists' } });
});

test('names are told apart at one level, short codes in the whole group', async () => {
  const administrator = house.as('administrator');
  await administrator.ask(createCompany, { kind: 'project', parentId: groupId, name: '清和园', code: 'QHY' });
  const sameName = { kind: 'project', parentId: groupId, name: '清和园' } as const;
  expect(await administrator.refused(createCompany, sameName)).toMatchObject({
    status: 422,
    code: 'settings.name_taken',
  });
  const sameCode = { kind: 'project', parentId: groupId, name: '清和园二期', code: 'QHY' } as const;
  expect(await administrator.refused(createCompany, sameCode)).toMatchObject({
    status: 422,
    code: 'settings.code_taken',
  });
});

test('a moved region takes its projects along, and nothing moves below itself', async () => {
  const administrator = house.as('administrator');
  const north = await administrator.ask(createCompany, { kind: 'region', parentId: groupId, name: '华北区域' });
  const south = await administrator.ask(createCompany, { kind: 'region', parentId: groupId, name: '华南区域' });
  const city = await administrator.ask(createCompany, { kind: 'city', parentId: north.id, name: '流动公司' });
  const site = await administrator.ask(createCompany, { kind: 'project', parentId: city.id, name: '随迁里' });

  await administrator.ask(editCompany, { nodeId: city.id, name: '流动公司', parentId: south.id, version: 1 });
  const { items } = await administrator.ask(listCompanies, {});
  expect(items.find(({ id }) => id === site.id)?.path).toEqual([groupId, south.id, city.id, site.id]);
  const under = await house.sql(
    'select 1 from settings_published.project_under where node_id = $1 and project_id = $2',
    [south.id, site.id],
  );
  expect(under).toHaveLength(1);

  const into = { nodeId: south.id, name: '华南区域', parentId: city.id, version: 1 };
  expect((await administrator.refused(editCompany, into)).code).toBe('settings.own_descendant');
});

test('a stale edit is refused with the record as it is now', async () => {
  const administrator = house.as('administrator');
  const site = await administrator.ask(createCompany, { kind: 'project', parentId: groupId, name: '版本里' });
  await administrator.ask(editCompany, { nodeId: site.id, name: '版本里一期', version: 1 });
  const problem = await administrator.refused(editCompany, { nodeId: site.id, name: '旧名', version: 1 });
  expect(problem).toMatchObject({ status: 409, current: { name: '版本里一期', version: 2 } });
});

test('a company is deleted only when nothing stands below it', async () => {
  const administrator = house.as('administrator');
  const region = await administrator.ask(createCompany, { kind: 'region', parentId: groupId, name: '西南区域' });
  const site = await administrator.ask(createCompany, { kind: 'project', parentId: region.id, name: '空地' });
  expect((await administrator.refused(deleteCompany, { nodeId: region.id })).code).toBe('settings.company_in_use');
  await administrator.ask(deleteCompany, { nodeId: site.id });
  await administrator.ask(deleteCompany, { nodeId: region.id });
  expect((await administrator.refused(deleteCompany, { nodeId: groupId })).code).toBe('settings.group_stays');
});

test('whoever has one project sees it and the companies above, and cannot touch the neighbour', async () => {
  const administrator = house.as('administrator');
  const mine = await administrator.ask(createCompany, { kind: 'project', parentId: groupId, name: '我的项目' });
  const theirs = await administrator.ask(createCompany, { kind: 'project', parentId: groupId, name: '邻家项目' });
  const manager = house.as({
    role: 'projectManager',
    projects: [mine.id],
    permissions: ['settings.see', 'settings.edit_companies'],
  });
  const { items } = await manager.ask(listCompanies, {});
  expect(items.map(({ name }) => name)).toEqual(['和光集团', '我的项目']);
  expect(await manager.refused(editCompany, { nodeId: theirs.id, name: '改名', version: 1 })).toMatchObject({
    status: 404,
  });
  expect(await manager.refused(editCompany, { nodeId: groupId, name: '改名', version: 1 })).toMatchObject({
    status: 404,
  });

  const housekeeper = house.as({ role: 'housekeeper', projects: [mine.id] });
  expect(await housekeeper.refused(editCompany, { nodeId: mine.id, name: '改名', version: 1 })).toMatchObject({
    status: 403,
  });
});

test('of two who save the same page at once, one is told', async () => {
  const administrator = house.as('administrator');
  const { id: nodeId } = await administrator.ask(createCompany, { kind: 'project', parentId: groupId, name: '双击里' });
  const names = ['双击一期', '双击二期', '双击三期'];
  // Each on a connection that is open already, so that they meet.
  await Promise.all(names.map(() => administrator.ask(listCompanies, {})));
  const answers = await Promise.all(
    names.map((name) => administrator.exchange(editCompany, { nodeId, name, version: 1 })),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
});
