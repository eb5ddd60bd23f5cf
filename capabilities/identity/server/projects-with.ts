import type { Permission } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { permissionsOfRole } from '../rules/index.ts';
import { rolesPerProject } from '../store/grants.ts';
import type { Tables } from '../store/tables.ts';
import { declaredPermissions } from './reach.ts';

/**
 * The projects in which the actor has a permission. Roles and reach of an account are summed up over its grants, so whoever leads one
 * project and looks at another has both in reach and the permission; where it matters whose grant gave it, this says it.
 */
export async function projectsWith<Theirs>(work: Work<Theirs>, permission: Permission): Promise<ReadonlySet<string>> {
  const { actor } = work;
  if (!actor.permissions.has(permission.id)) return new Set();
  // Of one role every grant gives the same.
  if (actor.kind !== 'staff' || actor.roles.length <= 1) return new Set(actor.projects);
  const declared = declaredPermissions(work as Work);
  const given = await rolesPerProject((work as unknown as Work<Tables>).db, actor.accountId);
  const giving = given.filter(({ role }) => permissionsOfRole(role, declared).includes(permission.id));
  return new Set(giving.flatMap(({ projects }) => projects));
}
