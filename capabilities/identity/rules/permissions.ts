import type { Permission } from '@yilu/platform/contract';

/** A role as stored: shipped permissions are declared with each permission, differences stand here. */
export interface RoleDifferences {
  readonly id: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export const administrator = 'administrator';

/** The permissions of a role: as shipped, plus what the company added, minus what it removed. Administrators have all. */
export function permissionsOfRole(role: RoleDifferences, declared: readonly Permission[]): string[] {
  const known = declared.map(({ id }) => id);
  if (role.id === administrator) return known;
  const shipped = new Set(shippedPermissions(role.id, declared));
  return known.filter((id) => (shipped.has(id) || role.added.includes(id)) && !role.removed.includes(id));
}

/** What several roles of one account allow together. */
export function permissionsOfRoles(roles: readonly RoleDifferences[], declared: readonly Permission[]): Set<string> {
  return new Set(roles.flatMap((role) => permissionsOfRole(role, declared)));
}

/** How the wanted permissions of a role differ from its shipped ones. */
export function differencesFor(
  roleId: string,
  wanted: readonly string[],
  declared: readonly Permission[],
): { added: string[]; removed: string[] } {
  const shipped = shippedPermissions(roleId, declared);
  return {
    added: [...new Set(wanted)].filter((id) => !shipped.includes(id)).sort(),
    removed: shipped.filter((id) => !wanted.includes(id)).sort(),
  };
}

function shippedPermissions(roleId: string, declared: readonly Permission[]): string[] {
  return declared.filter(({ grantedTo }) => grantedTo.includes(roleId)).map(({ id }) => id);
}
