import { createPerson } from '@yilu/customers/contract';
import { addStaff, changePassword } from '@yilu/identity/contract';
import { createBuilding, createUnit, generateRooms, searchRooms } from '@yilu/properties/contract';
import { createCompany, listCompanies } from '@yilu/settings/contract';
import type { APIRequestContext } from 'playwright-core';
import { call } from './call.ts';
import { administrator, type House } from './house.ts';

/** A project with one small building and one owner in it. */
export interface Estate {
  readonly projectId: string;
  readonly roomId: string;
  readonly personId: string;
}

export const owner = { name: '许静安', phone: '13800002046', masked: '138••••2046' };

export async function makeEstate(house: House): Promise<Estate> {
  const request = await house.requestOf(administrator);
  const { items } = await call(request, listCompanies, {});
  const group = items[0];
  if (!group) throw new Error('the house has no group');
  const project = await call(request, createCompany, { kind: 'project', parentId: group.id, name: '澜山府一期' });
  const building = await call(request, createBuilding, { projectId: project.id, name: '3' });
  const unit = await call(request, createUnit, { buildingId: building.id, name: '2' });
  await call(request, generateRooms, {
    buildingId: building.id,
    unitId: unit.id,
    firstFloor: 1,
    lastFloor: 6,
    roomsPerFloor: 4,
  });
  const rooms = await call(request, searchRooms, { projectId: project.id, text: '0101' });
  const roomId = rooms.items[0]?.id;
  if (!roomId) throw new Error('the room was not made');
  const { person } = await call(request, createPerson, {
    projectId: project.id,
    name: owner.name,
    sex: 'female',
    phones: [{ number: owner.phone }],
    room: { roomId, role: 'owner' },
  });
  return { projectId: project.id, roomId, personId: person.id };
}

/** Somebody with a role in a project, who has signed in and chosen a password. */
export async function hire(
  house: House,
  { username, name, roleId, nodeId }: { username: string; name: string; roleId: string; nodeId: string },
): Promise<{ readonly username: string; readonly password: string }> {
  const request = await house.requestOf(administrator);
  const { password: given } = await call(request, addStaff, {
    username,
    name,
    grants: [{ roleId, nodeId, ownOnly: false }],
  });
  const password = 'Qingshan-7-liushui';
  await firstSignIn(await house.window().then((page) => page.request), { username, given, password });
  return { username, password };
}

async function firstSignIn(
  request: APIRequestContext,
  { username, given, password }: { username: string; given: string; password: string },
): Promise<void> {
  const entered = await request.post('/api/session', { data: { username, password: given } });
  if (!entered.ok()) throw new Error(await entered.text());
  await call(request, changePassword, { current: given, next: password });
}
