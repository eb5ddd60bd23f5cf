import type { Permission } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { permissionsOfRole } from '../rules/index.ts';
import { rolesReaching } from '../store/grants.ts';
import type { Tables } from '../store/tables.ts';
import { declaredPermissions } from './reach.ts';

/** Accounts of the colleagues who hold a permission in all of these projects, as a rule or an outcome has to be told to them. */
export async function staffWith<Theirs>(
  work: Work<Theirs>,
  permission: Permission,
  projectIds: readonly string[],
): Promise<string[]> {
  const declared = declaredPermissions(work as Work);
  const reaching = await rolesReaching((work as unknown as Work<Tables>).db, projectIds);
  const giving = reaching.filter(({ role }) => permissionsOfRole(role, declared).includes(permission.id));
  const wanted = new Set(projectIds).size;
  return [...Map.groupBy(giving, ({ staffId }) => staffId)]
    .filter(([, grants]) => new Set(grants.flatMap(({ projects }) => projects)).size === wanted)
    .map(([staffId]) => staffId);
}
