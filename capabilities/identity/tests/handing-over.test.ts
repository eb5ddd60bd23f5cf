import { permission } from '@yilu/platform/contract';
import { newId, slot, when } from '@yilu/platform/server';
import type { House } from '@yilu/platform/testing';
import { createCompany, editCompany, listCompanies } from '@yilu/settings/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  changeGrant,
  closeAccount,
  editRole,
  entrust,
  listColleagues,
  listRoles,
  listStaff,
  portfolioTransferred,
  readLeaving,
  readMe,
  readPortfolio,
  readStaff,
  reopenAccount,
  transferPortfolio,
  withdrawGrant,
} from '../contract/index.ts';
import { holding, leavingWork, subjectTitles } from '../server/index.ts';
import { type Arrived, arrive, colleague, firstAdministrator, openRealHouse } from './arrivals.ts';

/** What a capability above asks of whoever looks after somebody. */
const lookAfter = permission('above.look', { zh: '看', en: 'Look' }, ['salesSiteManager', 'housekeeper']);
let house: House;
let administrator: Arrived;
let lake: string;
let hill: string;
let openTasks = 0;
/** A room that nobody here sees. */
const unseen = { kind: 'room' as const, id: newId() };
const told: { toStaffId: string; subjects: number }[] = [];

beforeAll(async () => {
  house = await openRealHouse([
    {
      name: 'above',
      permissions: [lookAfter],
      contributes: [
        leavingWork.with({
          needs: lookAfter,
          obstacle: async () =>
            openTasks > 0
              ? { kind: 'tasks', count: openTasks, sentence: { zh: `还有 ${openTasks} 项任务`, en: 'tasks' } }
              : undefined,
          handOver: async () => {
            openTasks = 0;
          },
        }),
        holding.with(lookAfter),
        subjectTitles.with({
          kind: 'room',
          titles: async (_, ids) => new Map(ids.filter((id) => id !== unseen.id).map((id) => [id, '3-2-1801'])),
        }),
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
  lake = await house.project('湖畔');
  hill = await house.project('山居');
});
afterAll(() => house.close());

const rooms = (count: number, projectId: string) =>
  Array.from({ length: count }, () => ({ kind: 'room' as const, id: newId(), projectId }));

test('whoever is handed somebody works for a side that hands over, and sees customers', async () => {
  const of = (username: string, roleId: string) =>
    colleague(house, administrator, username, [{ roleId, nodeId: lake, ownOnly: false }]);
  const [head, keeper, cashier] = [
    await of('head-of-site', 'salesSiteManager'),
    await of('keeper', 'housekeeper'),
    await of('cashier', 'developerCashier'),
  ];
  const subjects = rooms(1, lake);
  expect(await head.refused(entrust, { staffId: keeper.staffId, subjects })).toMatchObject({
    code: 'identity.receiver_on_other_side',
  });
  expect(await administrator.refused(entrust, { staffId: cashier.staffId, subjects })).toMatchObject({
    code: 'identity.receiver_cannot_hold',
  });
  expect(await administrator.ask(entrust, { staffId: keeper.staffId, subjects })).toEqual({ entrusted: 1 });
  expect(
    await administrator.refused(entrust, { staffId: keeper.staffId, subjects: [{ ...unseen, projectId: lake }] }),
  ).toMatchObject({ status: 404, code: 'identity.no_such_subject' });
  expect(await administrator.refused(entrust, { staffId: newId(), subjects })).toMatchObject({ status: 404 });
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

test('a role is withdrawn or narrowed once what lies there is handed over, with it or before (ORG-16)', async () => {
  const both = [lake, hill].map((nodeId) => ({ roleId: 'housekeeper', nodeId, ownOnly: true }));
  const mover = await colleague(house, administrator, 'mover', both);
  const heir = await colleague(house, administrator, 'mover-heir', both.slice(0, 1));
  const { staffId } = mover;
  await administrator.ask(entrust, { staffId, subjects: [...rooms(3, lake), ...rooms(2, hill)] });
  const grantIn = async (nodeId: string) => {
    const { grants } = await administrator.ask(readStaff, { staffId });
    return { staffId, grantId: grants.find((grant) => grant.nodeId === nodeId)?.id ?? '' };
  };
  const held = async (one: string) => (await administrator.ask(readStaff, { staffId: one })).portfolioCount;
  openTasks = 4;
  const refused = await administrator.refused(withdrawGrant, await grantIn(lake));
  expect(refused).toMatchObject({
    status: 409,
    title: '在收回的范围里还有工作没有移交：名下还有 3 个客户或房屋；还有 4 项任务。请选择接收的同事，一起移交。',
  });
  // Nothing is done by halves: who cannot take the rooms does not get the tasks either.
  const wrong = await administrator.refused(withdrawGrant, { ...(await grantIn(hill)), handOverTo: heir.staffId });
  expect(wrong).toMatchObject({ status: 422, fields: [{ path: 'handOverTo' }] });
  expect([openTasks, await held(staffId)]).toEqual([4, 5]);
  const oneself = await administrator.refused(withdrawGrant, { ...(await grantIn(hill)), handOverTo: staffId });
  expect(oneself).toMatchObject({ status: 422, code: 'identity.same_holder' });

  await administrator.ask(withdrawGrant, { ...(await grantIn(lake)), handOverTo: heir.staffId });
  expect([openTasks, await held(staffId), await held(heir.staffId)]).toEqual([0, 2, 3]);

  // Another role in the same place keeps everything; one that sees no customers keeps none.
  const cashier = { roleId: 'propertyCashier', nodeId: hill, ownOnly: true };
  expect(await administrator.refused(changeGrant, { ...(await grantIn(hill)), ...cashier })).toMatchObject({
    code: 'identity.still_holds_there',
  });
  const wider = { roleId: 'housekeeper', nodeId: hill, ownOnly: false };
  expect(await administrator.ask(changeGrant, { ...(await grantIn(hill)), ...wider })).toMatchObject({
    grants: [wider],
    portfolioCount: 2,
  });
  expect(await administrator.refused(withdrawGrant, { staffId, grantId: newId() })).toMatchObject({ status: 404 });
});

test('a role keeps the permission to look after customers while somebody has them only by it (ORG-16)', async () => {
  const here = { roleId: 'housekeeper', nodeId: hill, ownOnly: true };
  const [one, other, second] = [
    await colleague(house, administrator, 'by-role-one', [here]),
    await colleague(house, administrator, 'by-role-two', [here]),
    await colleague(house, administrator, 'by-two-roles', [here, { ...here, roleId: 'salesSiteManager' }]),
  ];
  for (const { staffId } of [one, other, second])
    await administrator.ask(entrust, { staffId, subjects: rooms(2, hill) });
  const role = async () => {
    const { roles } = await administrator.ask(listRoles, {});
    const { version = 0, permissions = [] } = roles.find(({ id }) => id === 'housekeeper') ?? {};
    return { roleId: 'housekeeper', version, permissions: permissions.filter((id) => id !== lookAfter.id) };
  };
  const refused = await administrator.refused(editRole, await role());
  expect(refused).toMatchObject({ status: 409, code: 'identity.would_leave_behind' });
  // Those of the tests above are named as well; whoever keeps the permission by another role is not.
  expect(refused.title).toContain('by-role-one（名下还有 2 个客户或房屋）、by-role-two（名下还有 2 个客户或房屋）');
  expect(refused.title).not.toContain('by-two-roles');
  expect((await role()).version).toBe(1);
});

test('a region goes elsewhere once nobody is left with customers there (ORG-16)', async () => {
  const { items: nodes } = await administrator.ask(listCompanies, {});
  const parentId = nodes.find(({ kind }) => kind === 'group')?.id ?? '';
  const region = (name: string) => administrator.ask(createCompany, { kind: 'region', parentId, name });
  const [north, south] = [await region('北区'), await region('南区')];
  const site = await administrator.ask(createCompany, { kind: 'project', parentId: north.id, name: '随迁里' });
  const of = (username: string, nodeId: string) =>
    colleague(house, administrator, username, [{ roleId: 'housekeeper', nodeId, ownOnly: true }]);
  const [ofRegion, ofSite] = [await of('of-region', north.id), await of('of-site', site.id)];
  for (const { staffId } of [ofRegion, ofSite])
    await administrator.ask(entrust, { staffId, subjects: rooms(1, site.id) });

  const move = { nodeId: site.id, name: '随迁里', parentId: south.id, version: 1 };
  const refused = await administrator.refused(editCompany, move);
  expect(refused).toMatchObject({ status: 409, code: 'identity.would_leave_behind' });
  expect(refused.title).toBe(
    '这样改，下面的同事就管不到手里的工作了：of-region（名下还有 1 个客户或房屋）。请先到“员工与权限”里把这些移交给同事，或给他们别的角色，再来改。',
  );
  expect((await administrator.ask(listCompanies, {})).items.find(({ id }) => id === site.id)?.path).toContain(north.id);

  await administrator.ask(transferPortfolio, { fromStaffId: ofRegion.staffId, toStaffId: ofSite.staffId });
  expect(await administrator.ask(editCompany, move)).toMatchObject({ parentId: south.id });
});

test('what was handed over before it began keeps nobody', async () => {
  const one = { roleId: 'housekeeper', nodeId: lake, ownOnly: true };
  const early = await colleague(house, administrator, 'early', [one]);
  const late = await colleague(house, administrator, 'late', [one]);
  const subjects = rooms(1, lake);
  await administrator.ask(entrust, { staffId: early.staffId, subjects, from: '2026-12-20' as never });
  await administrator.ask(transferPortfolio, { fromStaffId: early.staffId, toStaffId: late.staffId });
  expect((await administrator.ask(readLeaving, { staffId: early.staffId })).obstacles).toEqual([]);
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
