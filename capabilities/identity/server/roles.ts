import { isDeepStrictEqual } from 'node:util';
import { found, insist } from '@yilu/platform/contract';
import { insistVersion, newId, type Work } from '@yilu/platform/server';
import { insistGroup } from '@yilu/settings/server';
import {
  administratorIsFixed,
  beyondOwnReach,
  noSuchPermission,
  noSuchRole,
  type PermissionLine,
  type Role,
  roleDescriptions,
  roleInUse,
  roleIsShipped,
  roleTitleTaken,
  type Side,
} from '../contract/index.ts';
import { administrator, differencesFor, permissionsOfRole } from '../rules/index.ts';
import { staffWithGrants } from '../store/grants.ts';
import {
  allRoles,
  deleteRole,
  type Holders,
  holdersByRole,
  insertRole,
  type RoleRow,
  roleById,
  roleForUpdate,
  roleToEdit,
  updateRole,
  usesOfRole,
} from '../store/roles.ts';
import type { Tables } from '../store/tables.ts';
import { leavingNobodyBehind } from './left-behind.ts';
import { declaredPermissions, sidesOf } from './reach.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Shipped roles in their order, then the company's own. */
export async function listRoles(work: Work<Tables>): Promise<{ roles: Role[]; permissions: PermissionLine[] }> {
  const holdersOf = await holdersByRole(work.db, work.now);
  const order = Object.keys(roleDescriptions);
  const place = ({ id }: RoleRow) => (order.includes(id) ? order.indexOf(id) : order.length);
  const rows = (await allRoles(work.db)).sort((a, b) => place(a) - place(b));
  return {
    roles: rows.map((row) => roleOf(work, row, holdersOf(row.id))),
    permissions: declaredPermissions(work).map(({ id, title }) => ({ id, capability: id.split('.')[0] ?? id, title })),
  };
}

export async function addRole(
  work: Work<Tables>,
  { title, about, side, likeRoleId }: { title: Words; about: Words; side: Side; likeRoleId?: string | undefined },
): Promise<Role> {
  insistGroup(work);
  const declared = declaredPermissions(work);
  const like = likeRoleId === undefined ? undefined : found(await roleById(work.db, likeRoleId), noSuchRole);
  const permissions = like ? permissionsOfRole(like, declared) : [];
  insistOwn(work, permissions);
  insistOwnSides(work, side);
  await insistOwnTitle(work, title);
  const row: RoleRow = {
    id: `own${newId().replaceAll('-', '')}`,
    title,
    about,
    side,
    suggestsOwn: like?.suggestsOwn ?? false,
    added: permissions,
    removed: [],
    version: 1,
  };
  await insertRole(work.db, row);
  await work.audit({
    action: 'identity.role_added',
    subject: { kind: 'role', id: row.id },
    after: { title, side, permissions },
  });
  return roleOf(work, row, { staff: 0, keys: 0 });
}

export async function editRole(
  work: Work<Tables>,
  {
    roleId,
    version,
    permissions,
    ...words
  }: {
    roleId: string;
    version: number;
    title?: Words | undefined;
    about?: Words | undefined;
    side?: Side | undefined;
    permissions?: readonly string[] | undefined;
  },
): Promise<Role> {
  const { db } = work;
  insistGroup(work);
  const before = found(await roleToEdit(db, roleId), noSuchRole);
  const changesWords = words.title !== undefined || words.about !== undefined || words.side !== undefined;
  insist(roleId === administrator ? administratorIsFixed : undefined);
  insist(changesWords && isShipped(roleId) ? roleIsShipped : undefined);
  insistVersion(before, version);
  if (words.side !== undefined && words.side !== before.side) insistOwnSides(work, words.side);
  if (words.title && !isDeepStrictEqual(words.title, before.title)) await insistOwnTitle(work, words.title, roleId);

  const after: RoleRow = {
    ...before,
    title: words.title ?? before.title,
    about: words.about ?? before.about,
    side: words.side ?? before.side,
    ...(permissions && wantedDifferences(work, before, permissions)),
  };
  const declared = declaredPermissions(work);
  const kept = permissionsOfRole(after, declared);
  const had = permissionsOfRole(before, declared);
  if (isDeepStrictEqual(wordsOf(before, had), wordsOf(after, kept)))
    return roleOf(work, before, (await holdersByRole(db, work.now))(roleId));
  const isNarrower = had.some((id) => !kept.includes(id));
  await leavingNobodyBehind(work, isNarrower ? await staffWithGrants(db, { roleId }) : [], () => updateRole(db, after));
  await work.audit({
    action: 'identity.role_changed',
    subject: { kind: 'role', id: roleId },
    before: { title: before.title, side: before.side, permissions: had },
    after: { title: after.title, side: after.side, permissions: kept },
  });
  return roleOf(work, { ...after, version: before.version + 1 }, (await holdersByRole(db, work.now))(roleId));
}

function wordsOf({ title, about, side }: RoleRow, permissions: readonly string[]) {
  return { title, about, side, permissions: permissions.toSorted() };
}

export async function removeRole(work: Work<Tables>, { roleId }: { roleId: string }): Promise<void> {
  const { db } = work;
  insistGroup(work);
  const role = found(await roleForUpdate(db, roleId), noSuchRole);
  insist(isShipped(roleId) ? roleIsShipped : undefined);
  const holders = await usesOfRole(db, roleId);
  insist(holders > 0 ? roleInUse({ holders }) : undefined);
  await deleteRole(db, roleId);
  await work.audit({
    action: 'identity.role_removed',
    subject: { kind: 'role', id: roleId },
    before: { title: role.title },
  });
}

function wantedDifferences(work: Work<Tables>, role: RoleRow, wanted: readonly string[]) {
  const declared = declaredPermissions(work);
  const known = new Set(declared.map(({ id }) => id));
  insist(wanted.some((id) => !known.has(id)) ? noSuchPermission : undefined, 422, { field: 'permissions' });
  const present = permissionsOfRole(role, declared);
  insistOwn(
    work,
    wanted.filter((id) => !present.includes(id)),
  );
  return differencesFor(role.id, wanted, declared);
}

/** Whoever may change roles cannot give through them what they do not have. */
function insistOwn({ actor }: Work<Tables>, permissions: readonly string[]): void {
  insist(permissions.some((id) => !actor.permissions.has(id)) ? beyondOwnReach : undefined, 403);
}

/** Whoever grants a role sees its title only: two of one title cannot be told apart. */
async function insistOwnTitle({ db }: Work<Tables>, title: Words, roleId?: string): Promise<void> {
  const others = (await allRoles(db)).filter(({ id }) => id !== roleId);
  for (const language of ['zh', 'en'] as const) {
    const isTaken = others.some((other) => other.title[language].toLowerCase() === title[language].toLowerCase());
    insist(isTaken ? roleTitleTaken : undefined, 422, { field: `title.${language}` });
  }
}

function insistOwnSides({ actor }: Work<Tables>, side: Side): void {
  insist(sidesOf(side).every((one) => actor.sides.includes(one)) ? undefined : beyondOwnReach, 403);
}

function roleOf(work: Work<Tables>, row: RoleRow, holders: Holders): Role {
  const shipped = isShipped(row.id);
  return {
    id: row.id,
    title: row.title,
    about: row.about,
    side: row.side,
    isShipped: shipped,
    suggestsOwn: row.suggestsOwn,
    permissions: permissionsOfRole(row, declaredPermissions(work)),
    changed: shipped ? { added: [...row.added], removed: [...row.removed] } : { added: [], removed: [] },
    holders: holders.staff,
    keys: holders.keys,
    version: row.version,
  };
}

function isShipped(roleId: string): boolean {
  return Object.hasOwn(roleDescriptions, roleId);
}
