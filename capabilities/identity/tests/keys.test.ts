import type { House } from '@yilu/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addApiKey, listApiKeys, listRoles, listStaff, readMe, revokeApiKey } from '../contract/index.ts';
import { type Arrived, colleague, firstAdministrator, openRealHouse, withHeaders } from './arrivals.ts';

let house: House;
let administrator: Arrived;
let lake: string;
let hill: string;

beforeAll(async () => {
  house = await openRealHouse();
  administrator = await firstAdministrator(house);
  lake = await house.project('湖畔');
  hill = await house.project('山居');
  await colleague(house, administrator, 'beside', [{ roleId: 'housekeeper', nodeId: hill, ownOnly: true }]);
});
afterAll(() => house.close());

test('a key carries its role and projects, until it ends', async () => {
  const made = await administrator.ask(addApiKey, {
    name: '呼叫中心',
    roleId: 'projectManager',
    nodeIds: [lake],
    expiresAt: new Date('2026-12-02T00:00:00Z'),
  });
  const managers = async () =>
    (await administrator.ask(listRoles, {})).roles.find(({ id }) => id === 'projectManager')?.keys;
  // A key is nobody: the roles count it beside their people, as long as it opens something.
  expect(await managers()).toBe(1);
  const key = withHeaders(house, { authorization: `Bearer ${made.key}` });
  const me = await key.ask(readMe, {});
  expect(me).toMatchObject({ kind: 'apiKey', name: '呼叫中心', projects: [lake], ownOnly: false });
  expect((await key.ask(listStaff, {})).items.map(({ username }) => username)).not.toContain('beside');
  expect((await administrator.ask(listApiKeys, {}))[0]).toMatchObject({
    prefix: made.key.slice(0, 12),
    lastUsedAt: new Date('2026-12-01T02:00:00Z'),
  });
  house.setClock('2026-12-02T00:00:00Z');
  // Not "sign in again": a system cannot.
  expect(await key.refused(readMe, {})).toMatchObject({ status: 401, code: 'platform.key_refused' });
  expect(await managers()).toBe(0);
  house.setClock('2026-12-01T02:00:00Z');
  await administrator.ask(revokeApiKey, { keyId: made.apiKey.id });
  expect(await key.refused(readMe, {})).toMatchObject({ status: 401, code: 'platform.key_refused' });
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
