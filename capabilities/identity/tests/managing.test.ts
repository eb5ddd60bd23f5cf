import { newId, slot, when } from '@yilu/platform/server';
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
  entrust,
  grantRole,
  listApiKeys,
  listColleagues,
  listRoles,
  listStaff,
  openAuditEntry,
  portfolioTransferred,
  readDemoEstate,
  readLeaving,
  readMe,
  readPortfolio,
  readStaff,
  removeRole,
  reopenAccount,
  resetPassword,
  revokeApiKey,
  roleDescriptions,
  searchAudit,
  transferPortfolio,
  withdrawGrant,
} from '../contract/index.ts';
import { leavingObstacles, subjectTitles } from '../server/index.ts';
import {
  type Arrived,
  administratorPassword,
  arrive,
  type ColleagueArrived,
  colleague,
  firstAdministrator,
  groupId,
  openRealHouse,
  withHeaders,
} from './arrivals.ts';

let house: House;
let administrator: Arrived;
let group: string;
let lake: string;
let hill: string;
let openTasks = 0;
let agent: ColleagueArrived;
const told: { toStaffId: string; subjects: number }[] = [];

beforeAll(async () => {
  house = await openRealHouse([
    {
      name: 'above',
      contributes: [
        leavingObstacles.with(async () =>
          openTasks > 0
            ? { kind: 'tasks', count: openTasks, sentence: { zh: `还有 ${openTasks} 项任务`, en: 'tasks' } }
            : undefined,
        ),
        subjectTitles.with({ kind: 'room', titles: async (_, ids) => new Map(ids.map((id) => [id, '3-2-1801'])) }),
        slot<number>('somebody-elses').with(1),
      ],
      listeners: [
        when(portfolioTransferred, 'above.hear-transfer', async (_, { toStaffId, subjects }) => {
          told.push({ toStaffId, subjects: subjects.length });
        }),
      ],
    },
  ]);
  administrator = await firstAdministrator(house);
  group = await groupId(house);
  lake = await house.project('湖畔');
  hill = await house.project('山居');
});
afterAll(() => house.close());

const rooms = (count: number, projectId: string) =>
  Array.from({ length: count }, () => ({ kind: 'room' as const, id: newId(), projectId }));

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

test('a whole portfolio changes hands in one request, and is told in parts of a thousand', async () => {
  const [from, to, elsewhere] = [
    await colleague(house, administrator, 'giver', [{ roleId: 'housekeeper', nodeId: lake, ownOnly: true }]),
    await colleague(house, administrator, 'taker', [{ roleId: 'housekeeper', nodeId: lake, ownOnly: true }]),
    await colleague(house, administrator, 'elsewhere', [{ roleId: 'housekeeper', nodeId: hill, ownOnly: true }]),
  ];
  for (const part of [rooms(1_000, lake), rooms(500, lake)]) {
    expect(await administrator.ask(entrust, { staffId: from.staffId, subjects: part })).toEqual({
      entrusted: part.length,
    });
    expect(await administrator.ask(entrust, { staffId: from.staffId, subjects: part })).toEqual({ entrusted: 0 });
  }
  expect(
    await administrator.refused(transferPortfolio, { fromStaffId: from.staffId, toStaffId: elsewhere.staffId }),
  ).toMatchObject({
    code: 'identity.receiver_cannot_reach',
  });
  await house.settle();
  told.length = 0;
  const given = { fromStaffId: from.staffId, toStaffId: to.staffId };
  expect(await administrator.ask(transferPortfolio, given)).toEqual({ transferred: 1_500 });
  await house.settle();
  expect(told.toSorted((a, b) => b.subjects - a.subjects)).toEqual([
    { toStaffId: to.staffId, subjects: 1_000 },
    { toStaffId: to.staffId, subjects: 500 },
  ]);
  const portfolio = await administrator.ask(readPortfolio, { staffId: to.staffId, total: 'true' });
  expect(portfolio.total).toBe(1_500);
  expect(portfolio.items[0]).toMatchObject({ kind: 'room', title: '3-2-1801', from: '2026-12-01' });
  expect((await administrator.ask(readPortfolio, { staffId: from.staffId })).items).toEqual([]);
  expect((await administrator.ask(readStaff, { staffId: to.staffId })).portfolioCount).toBe(1_500);
});

test('a transfer from a later day leaves everything in place until then', async () => {
  const [line] = (await administrator.ask(listStaff, { q: 'taker' })).items;
  const [back] = (await administrator.ask(listStaff, { q: 'giver' })).items;
  const [fromStaffId, toStaffId] = [line?.id ?? '', back?.id ?? ''];
  const { items } = await administrator.ask(readPortfolio, { staffId: fromStaffId, limit: 3 });
  const subjects = items.map(({ kind, id }) => ({ kind, id }));
  expect(
    await administrator.ask(transferPortfolio, { fromStaffId, toStaffId, subjects, from: '2026-12-05' as never }),
  ).toEqual({ transferred: 3 });
  const held = async (staffId: string, on: string) =>
    (await administrator.ask(readPortfolio, { staffId, on: on as never, total: 'true' })).total;
  expect([await held(fromStaffId, '2026-12-04'), await held(toStaffId, '2026-12-04')]).toEqual([1_500, 0]);
  expect([await held(fromStaffId, '2026-12-05'), await held(toStaffId, '2026-12-05')]).toEqual([1_497, 3]);
});

test('an account closes when nothing is left in its hands (ORG-16)', async () => {
  const leaver = await colleague(house, administrator, 'leaver', [
    { roleId: 'housekeeper', nodeId: lake, ownOnly: true },
  ]);
  const heir = await colleague(house, administrator, 'heir', [{ roleId: 'housekeeper', nodeId: lake, ownOnly: true }]);
  await administrator.ask(entrust, { staffId: leaver.staffId, subjects: rooms(12, lake) });
  openTasks = 2;
  const refused = await administrator.refused(closeAccount, { staffId: leaver.staffId });
  expect(refused.title).toBe('还有工作没有移交：名下还有 12 个客户或房屋；还有 2 项任务。请先移交，再办理离职。');
  await administrator.ask(transferPortfolio, { fromStaffId: leaver.staffId, toStaffId: heir.staffId });
  expect((await administrator.ask(readLeaving, { staffId: leaver.staffId })).obstacles.map(({ kind }) => kind)).toEqual(
    ['tasks'],
  );
  openTasks = 0;
  const line = await administrator.ask(closeAccount, { staffId: leaver.staffId });
  expect(line).toMatchObject({ grants: [], leftAt: new Date('2026-12-01T02:00:00Z') });
  expect(await leaver.refused(readMe, {})).toMatchObject({ status: 401 });
  await expect(arrive(house, 'leaver', leaver.password)).rejects.toThrow('identity.wrong_credentials');
  expect((await administrator.ask(listStaff, { state: 'left' })).items.map(({ username }) => username)).toEqual([
    'leaver',
  ]);
  expect((await administrator.ask(listColleagues, {})).map(({ name }) => name)).not.toContain('leaver');

  const { password } = await administrator.ask(reopenAccount, { staffId: leaver.staffId });
  expect(await (await arrive(house, 'leaver', password)).ask(readMe, {})).toMatchObject({
    mustChangePassword: true,
    projects: [],
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
  await administrator.ask(closeAccount, { staffId: keeper.staffId });
  await administrator.ask(removeRole, { roleId: role.id });
});

test('a key carries its role and projects, until it ends', async () => {
  const made = await administrator.ask(addApiKey, {
    name: '呼叫中心',
    roleId: 'projectManager',
    nodeIds: [lake],
    expiresAt: new Date('2026-12-02T00:00:00Z'),
  });
  const key = withHeaders(house, { authorization: `Bearer ${made.key}` });
  const me = await key.ask(readMe, {});
  expect(me).toMatchObject({ kind: 'apiKey', name: '呼叫中心', projects: [lake], ownOnly: false });
  expect((await key.ask(listStaff, {})).items.map(({ username }) => username)).not.toContain('beside');
  expect((await administrator.ask(listApiKeys, {}))[0]).toMatchObject({
    prefix: made.key.slice(0, 12),
    lastUsedAt: new Date('2026-12-01T02:00:00Z'),
  });
  house.setClock('2026-12-02T00:00:00Z');
  expect(await key.refused(readMe, {})).toMatchObject({ status: 401 });
  house.setClock('2026-12-01T02:00:00Z');
  await administrator.ask(revokeApiKey, { keyId: made.apiKey.id });
  expect(await key.refused(readMe, {})).toMatchObject({ status: 401 });
  expect(await house.sql("select 1 from auth.api_key where key_hash::text like '%yilu_%'")).toEqual([]);
});

test('without projects an administrator’s key reaches the group, any other nothing (decision 9)', async () => {
  const projectsOf = async (roleId: string) => {
    const { key } = await administrator.ask(addApiKey, { name: roleId, roleId });
    return (await withHeaders(house, { authorization: `Bearer ${key}` }).ask(readMe, {})).projects.toSorted();
  };
  expect(await projectsOf('administrator')).toEqual([lake, hill].toSorted());
  expect(await projectsOf('projectManager')).toEqual([]);
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
