import type { House } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addApiKey,
  addRole,
  addStaff,
  beginDemoEstate,
  closeAccount,
  editRole,
  editStaff,
  grantRole,
  listApiKeys,
  listRoles,
  listStaff,
  openAuditEntry,
  readDemoEstate,
  readMe,
  readStaff,
  removeRole,
  resetPassword,
  roleDescriptions,
  searchAudit,
  withdrawGrant,
} from '../contract/index.ts';
import {
  type Arrived,
  administratorPassword,
  arrive,
  type ColleagueArrived,
  colleague,
  firstAdministrator,
  groupId,
  openRealHouse,
} from './arrivals.ts';

let house: House;
let administrator: Arrived;
let group: string;
let lake: string;
let hill: string;
let agent: ColleagueArrived;

beforeAll(async () => {
  house = await openRealHouse();
  administrator = await firstAdministrator(house);
  group = await groupId(house);
  lake = await house.project('湖畔');
  hill = await house.project('山居');
});
afterAll(() => house.close());

test('the roles of the database are those of the contract, in both languages', async () => {
  const { roles } = await administrator.ask(listRoles, {});
  expect(roles.map(({ id, title, about, side, suggestsOwn }) => [id, { title, about, side, suggestsOwn }])).toEqual(
    Object.entries(roleDescriptions),
  );
});

test('a project manager manages the own project, and nobody above or beside it', async () => {
  const manager = await colleague(house, administrator, 'manager', [
    { roleId: 'projectManager', nodeId: lake, ownOnly: false },
  ]);
  const { staff } = await manager.ask(addStaff, {
    username: 'keeper',
    name: '管小家',
    grants: [{ roleId: 'housekeeper', nodeId: lake, ownOnly: true }],
  });
  expect((await manager.ask(listStaff, { q: 'gxj' })).items.map(({ name }) => name)).toEqual(['管小家']);
  expect(
    await manager.refused(addStaff, {
      username: 'x1',
      name: 'x',
      grants: [{ roleId: 'housekeeper', nodeId: hill, ownOnly: true }],
    }),
  ).toMatchObject({
    code: 'identity.beyond_own_reach',
  });
  expect(
    await manager.refused(grantRole, { staffId: staff.id, roleId: 'administrator', nodeId: lake, ownOnly: true }),
  ).toMatchObject({
    code: 'identity.beyond_own_reach',
  });
  expect(await house.sql("select 1 from staff where username = 'x1'")).toEqual([]);

  const { id: top } = await administrator.ask(readMe, {});
  const beside = await colleague(house, administrator, 'beside', [
    { roleId: 'housekeeper', nodeId: hill, ownOnly: true },
  ]);
  expect(await manager.refused(resetPassword, { staffId: top })).toMatchObject({
    status: 403,
    code: 'identity.beyond_own_reach',
  });
  expect(await manager.refused(readStaff, { staffId: beside.staffId })).toMatchObject({ status: 404 });
  const names = (await manager.ask(listStaff, {})).items.map(({ username }) => username);
  expect(names).toContain('keeper');
  expect(names).not.toContain('beside');
});

test('grants of one account are all limited to the own portfolio or none', async () => {
  const { staff } = await administrator.ask(addStaff, {
    username: 'mixed',
    name: '杂',
    grants: [{ roleId: 'housekeeper', nodeId: lake, ownOnly: true }],
  });
  const more = { staffId: staff.id, roleId: 'serviceAgent', nodeId: hill };
  expect(await administrator.refused(grantRole, { ...more, ownOnly: false })).toMatchObject({
    code: 'identity.mixed_own_portfolio',
  });
  const line = await administrator.ask(grantRole, { ...more, ownOnly: true });
  expect(line.grants.length).toBe(2);
  expect(await administrator.refused(grantRole, { ...more, ownOnly: true })).toMatchObject({
    code: 'identity.already_granted',
  });
  const [first] = line.grants;
  expect((await administrator.ask(withdrawGrant, { staffId: staff.id, grantId: first?.id ?? '' })).grants.length).toBe(
    1,
  );
});

test('a username is one person for ever, and edits need the present version', async () => {
  expect(await administrator.refused(addStaff, { username: 'MIXED', name: '又', grants: [] })).toMatchObject({
    status: 422,
    fields: [{ path: 'username' }],
  });
  const [line] = (await administrator.ask(listStaff, { q: 'mixed' })).items;
  const staffId = line?.id ?? '';
  await administrator.ask(editStaff, { staffId, version: 1, name: '杂七' });
  expect(await administrator.refused(editStaff, { staffId, version: 1, name: '杂八' })).toMatchObject({
    status: 409,
    current: { name: '杂七' },
  });
});

test('the last administrator can neither leave nor resign', async () => {
  const { id } = await administrator.ask(readMe, {});
  const { grants } = await administrator.ask(readStaff, { staffId: id });
  const own = { staffId: id, grantId: grants[0]?.id ?? '' };
  expect(await administrator.refused(withdrawGrant, own)).toMatchObject({ code: 'identity.last_administrator' });
  expect(await administrator.refused(closeAccount, { staffId: id })).toMatchObject({ code: 'identity.not_yourself' });
  const second = await colleague(house, administrator, 'second', [
    { roleId: 'administrator', nodeId: group, ownOnly: false },
  ]);
  const theirs = (await administrator.ask(readStaff, { staffId: second.staffId })).grants[0]?.id ?? '';
  const answers = await Promise.all([
    administrator.exchange(withdrawGrant, { staffId: second.staffId, grantId: theirs }),
    second.exchange(withdrawGrant, own),
  ]);
  expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBe(1);
  const [left] = await house.sql<{ holders: number }>(
    "select count(*)::int as holders from staff_grant where role_id = 'administrator'",
  );
  expect(left?.holders).toBe(1);
  await house.sql(
    "insert into staff_grant values (gen_random_uuid(), $1, 'administrator', $2, false, now(), $1) on conflict do nothing",
    [id, group],
  );
  administrator = await arrive(house, 'zhouning', administratorPassword);
});

test('a changed role works with the next request, and can be put back', async () => {
  agent = await colleague(house, administrator, 'agent', [{ roleId: 'serviceAgent', nodeId: lake, ownOnly: false }]);
  const role = async () => (await administrator.ask(listRoles, {})).roles.find(({ id }) => id === 'serviceAgent');
  const before = await role();
  expect(await agent.refused(listStaff, {})).toMatchObject({ status: 403 });
  const changed = await administrator.ask(editRole, {
    roleId: 'serviceAgent',
    version: before?.version ?? 0,
    permissions: [...(before?.permissions ?? []), 'identity.see_staff'],
  });
  expect(changed.changed).toEqual({ added: ['identity.see_staff'], removed: [] });
  expect((await agent.ask(listStaff, {})).items.length).toBeGreaterThan(0);
  const restored = await administrator.ask(editRole, {
    roleId: 'serviceAgent',
    version: changed.version,
    permissions: before?.permissions ?? [],
  });
  expect(restored.changed).toEqual({ added: [], removed: [] });
  expect(
    await administrator.refused(editRole, { roleId: 'serviceAgent', version: restored.version, side: 'both' }),
  ).toMatchObject({ code: 'identity.role_is_shipped' });
  expect(await administrator.refused(editRole, { roleId: 'administrator', version: 1, permissions: [] })).toMatchObject(
    { code: 'identity.administrator_is_fixed' },
  );
});

test('a company makes its own role from another, and removes it when nobody has it', async () => {
  const role = await administrator.ask(addRole, {
    title: { zh: '夜班管家', en: 'Night housekeeper' },
    about: { zh: '夜里值守', en: 'On duty at night' },
    side: 'property',
    likeRoleId: 'projectManager',
  });
  const keeper = await colleague(house, administrator, 'night', [{ roleId: role.id, nodeId: lake, ownOnly: false }]);
  expect((await keeper.ask(readMe, {})).permissions).toEqual([...role.permissions].sort());
  expect(await administrator.refused(removeRole, { roleId: role.id })).toMatchObject({
    code: 'identity.role_in_use',
    params: { holders: 1 },
  });
  const named = await administrator.ask(editRole, {
    roleId: role.id,
    version: role.version,
    title: { zh: '值夜管家', en: 'Night housekeeper' },
  });
  expect(named.title.zh).toBe('值夜管家');
  // Whoever grants a role sees its title only.
  const words = { about: { zh: '', en: '' }, side: 'property' as const };
  for (const [title, field] of [
    [{ zh: '值夜管家', en: 'Night watch' }, 'title.zh'],
    [{ zh: '值夜', en: 'night housekeeper' }, 'title.en'],
  ] as const)
    expect(await administrator.refused(addRole, { ...words, title })).toMatchObject({
      status: 422,
      code: 'identity.role_title_taken',
      fields: [{ path: field }],
    });
  const taken = { roleId: role.id, version: named.version, title: { zh: '管家', en: 'Keeper at night' } };
  expect(await administrator.refused(editRole, taken)).toMatchObject({ code: 'identity.role_title_taken' });
  // Also of two that are made at the same moment only one has the title.
  const twin = { ...words, title: { zh: '夜班', en: 'Late shift' } };
  await Promise.allSettled([0, 1, 2].map(() => administrator.ask(addRole, twin)));
  const { roles } = await administrator.ask(listRoles, {});
  expect(roles.filter(({ title }) => title.zh === '夜班')).toHaveLength(1);
  await administrator.ask(closeAccount, { staffId: keeper.staffId });
  await administrator.ask(removeRole, { roleId: role.id });
});

test('the audit tells who did what, and keeps personal values sealed', async () => {
  const { items } = await administrator.ask(searchAudit, { action: 'identity.role_granted', limit: 1 });
  expect(items[0]).toMatchObject({ actorName: '周宁', subjectKind: 'staff', isSealed: false });
  expect(items[0]?.after).toMatchObject({ roleId: expect.any(String) });
  expect((await administrator.ask(searchAudit, { to: '2026-11-30' as never })).items).toEqual([]);
  expect(await agent.refused(searchAudit, {})).toMatchObject({
    status: 403,
  });
  const entry = await administrator.ask(openAuditEntry, { entryId: items[0]?.id ?? '' });
  expect(entry.id).toBe(items[0]?.id);
});

test('without a maker no demo estate is offered', async () => {
  expect(await administrator.ask(readDemoEstate, {})).toEqual({ state: 'unavailable' });
  expect(await administrator.refused(beginDemoEstate, {})).toMatchObject({ code: 'identity.no_demo_possible' });
});

test('what the system did stands in the audit too', async () => {
  const { items } = await administrator.ask(searchAudit, { action: 'identity.set_up' });
  expect(items[0]).toMatchObject({ actorKind: 'system', isSealed: false });
});

test('whoever sees an own portfolio only gives nobody a whole project, the own account neither', async () => {
  const ofOwn = await colleague(house, administrator, 'ofown', [
    { roleId: 'projectManager', nodeId: lake, ownOnly: true },
  ]);
  const newcomer = { username: 'wider', name: '宽' };
  const whole = { roleId: 'housekeeper', nodeId: lake, ownOnly: false };
  expect(await ofOwn.refused(addStaff, { ...newcomer, grants: [whole] })).toMatchObject({
    status: 403,
    code: 'identity.beyond_own_reach',
  });
  await ofOwn.ask(addStaff, { ...newcomer, grants: [{ ...whole, ownOnly: true }] });
});

test('what holds for the whole group is not changed by whoever reaches a part of it', async () => {
  const local = await colleague(house, administrator, 'local', [
    { roleId: 'administrator', nodeId: lake, ownOnly: false },
  ]);
  const { roles } = await local.ask(listRoles, {});
  const { id: roleId, version } = roles.find(({ id }) => id === 'housekeeper') ?? { id: '', version: 0 };
  const refusal = { status: 403, code: 'settings.group_decides' };
  expect(await local.refused(editRole, { roleId, version, permissions: [] })).toMatchObject(refusal);
  expect(await local.refused(removeRole, { roleId: 'own1' })).toMatchObject(refusal);
  expect(await local.refused(listApiKeys, {})).toMatchObject(refusal);
  expect(await local.refused(addApiKey, { name: 'x', roleId: 'housekeeper', nodeIds: [lake] })).toMatchObject(refusal);
});

test('a key never may what its maker may not, though it reaches nothing', async () => {
  const { id: roleId, version } = await administrator.ask(addRole, {
    title: { zh: '接口管理', en: 'Keeper of keys' },
    about: { zh: '', en: '' },
    side: 'both',
  });
  await administrator.ask(editRole, { roleId, version, permissions: ['identity.manage_keys'] });
  const keeper = await colleague(house, administrator, 'keysonly', [{ roleId, nodeId: group, ownOnly: false }]);
  expect(await keeper.refused(addApiKey, { name: 'x', roleId: 'groupManager' })).toMatchObject({
    status: 403,
    code: 'identity.beyond_own_reach',
  });
  await keeper.ask(addApiKey, { name: 'x', roleId });
});
