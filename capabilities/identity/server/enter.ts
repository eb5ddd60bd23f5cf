import type { Permission } from '@yilu/platform/contract';
import {
  type Actor,
  type Capability,
  type Credentials,
  type Enter,
  type Entry,
  idOfNobody,
  nobody,
} from '@yilu/platform/server';
import { permissionsOfRoles, type RoleDifferences } from '../rules/index.ts';
import { type Entered, enterAs } from '../store/enter.ts';
import { hashOfToken } from './secrets.ts';

/** The way in for this composition: which permissions there are is what its capabilities declare. */
export function enterWith(capabilities: readonly Capability[]): Enter {
  const declared = capabilities.flatMap(({ permissions = [] }) => permissions);
  const permissionsOf = remembering(declared);
  return async (client, entry, now) => {
    const who = await enterAs(client, { ...keyOf(entry), now });
    return who && actorOf(who, who.kind === 'system' ? declared.map(({ id }) => id) : permissionsOf(who.roles));
  };
}

function keyOf(entry: Entry): { how: string; secret?: Buffer; accountId?: string } {
  if (entry.as === 'account') return { how: 'account', accountId: entry.accountId };
  return entry.as === 'credentials' ? secretOf(entry.credentials) : { how: entry.as };
}

function secretOf({ apiKey, sessionToken = '' }: Credentials): { how: string; secret: Buffer } {
  return apiKey === undefined
    ? { how: 'session', secret: hashOfToken(sessionToken) }
    : { how: 'apiKey', secret: hashOfToken(apiKey) };
}

function actorOf(who: Entered, permissions: Iterable<string>): Actor {
  if (who.kind === 'nobody') return nobody;
  return {
    kind: who.kind,
    accountId: who.accountId ?? idOfNobody,
    name: who.name ?? '',
    roles: who.roles.map(({ id }) => id),
    permissions: permissions instanceof Set ? permissions : new Set(permissions),
    projects: who.projects,
    ownOnly: who.ownOnly,
    isGroup: who.isGroup,
    sides: who.sides,
    sessionId: who.sessionId,
    mustChangePassword: who.mustChangePassword,
  };
}

const mostCombinations = 1_000;

/** Few combinations of roles ask again and again; their permissions are worked out once. */
function remembering(declared: readonly Permission[]): (roles: readonly RoleDifferences[]) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (roles) => {
    const key = JSON.stringify(roles);
    const found = known.get(key);
    if (found) return found;
    if (known.size >= mostCombinations) known.clear();
    const permissions = permissionsOfRoles(roles, declared);
    known.set(key, permissions);
    return permissions;
  };
}
