import { type Day, dayOf, found, insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { type GivenGrant, noSuchNode, noSuchRole, noSuchStaff, type Side } from '../contract/index.ts';
import { permissionsOfRoles, type Reach, refusalToManage } from '../rules/index.ts';
import { reachOfNode, resolvedStaff } from '../store/grants.ts';
import { roleById } from '../store/roles.ts';
import { type StaffRow, staffById, staffIsWithin } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';

export function declaredPermissions({ capabilities }: Pick<Work, 'capabilities'>) {
  return capabilities.flatMap(({ permissions = [] }) => permissions);
}

export function today({ now }: Pick<Work, 'now'>): Day {
  return dayOf(now);
}

/** How far an account goes; nowhere when it is closed. */
export async function reachOfStaff(work: Work<Tables>, staffId: string): Promise<Reach> {
  const resolved = await resolvedStaff(work.db, staffId);
  return {
    permissions: permissionsOfRoles(resolved?.roles ?? [], declaredPermissions(work)),
    projects: resolved?.projects ?? [],
    isGroup: resolved?.isGroup ?? false,
    ownOnly: resolved?.ownOnly ?? true,
    sides: resolved?.sides ?? [],
  };
}

/** How far a grant would go. */
export async function reachOfGrant(work: Work<Tables>, { roleId, nodeId, ownOnly }: GivenGrant): Promise<Reach> {
  const role = found(await roleById(work.db, roleId), noSuchRole);
  const node = found(await reachOfNode(work.db, nodeId), noSuchNode);
  return {
    permissions: permissionsOfRoles([role], declaredPermissions(work)),
    projects: node.projects,
    // A node without projects yet lies in the reach of the group only.
    isGroup: (node.isGroup || node.projects.length === 0) && !ownOnly,
    ownOnly,
    sides: sidesOf(role.side),
  };
}

export async function reachOfGrants(work: Work<Tables>, grants: readonly GivenGrant[]): Promise<Reach[]> {
  const each: Reach[] = [];
  for (const grant of grants) each.push(await reachOfGrant(work, grant));
  return each;
}

/** What a role may, reaching nothing: a key without nodes. */
export async function reachOfRole(work: Work<Tables>, roleId: string): Promise<Reach> {
  const role = found(await roleById(work.db, roleId), noSuchRole);
  const permissions = permissionsOfRoles([role], declaredPermissions(work));
  return { permissions, projects: [], isGroup: false, ownOnly: true, sides: sidesOf(role.side) };
}

/** The organisations for which a role of this side works (ORG-08). */
export function sidesOf(side: Side): readonly ('developer' | 'property')[] {
  return side === 'both' ? ['developer', 'property'] : [side];
}

export async function visibleStaff(work: Work<Tables>, staffId: string): Promise<StaffRow> {
  return found(await seenStaff(work, staffId), noSuchStaff);
}

/** Whom the actor may see; the group sees everybody. */
export async function seenStaff(work: Work<Tables>, staffId: string): Promise<StaffRow | undefined> {
  const { db, actor } = work;
  const staff = await staffById(db, staffId, today(work));
  const isWithin = actor.isGroup || staffId === actor.accountId || (await staffIsWithin(db, staffId, actor.projects));
  return isWithin ? staff : undefined;
}

/** Whom the actor may manage. */
export async function managedStaff(work: Work<Tables>, staffId: string): Promise<StaffRow> {
  const staff = await visibleStaff(work, staffId);
  insist(refusalToManage(work.actor, await reachOfStaff(work, staffId)), 403);
  return staff;
}
