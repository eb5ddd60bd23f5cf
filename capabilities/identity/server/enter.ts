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
import { type Connection, type Entered, enterAgain, enterAs, type KnownScope } from '../store/enter.ts';
import { hashOfToken } from './secrets.ts';

/**
 * The way in for this composition: which permissions there are is what its capabilities declare. What was resolved for a
 * session or key is remembered with the edition of access it belongs to; the database says whether it still holds.
 */
export function enterWith(capabilities: readonly Capability[]): Enter {
  const declared = capabilities.flatMap(({ permissions = [] }) => permissions);
  const permissionsOf = remembering(declared);
  const known = new Map<string, { scope: KnownScope; actor: Actor }>();

  return (client, entry, now) => {
    const key = keyOf(entry);
    const memory = key.secret?.toString('base64');
    const before = memory === undefined ? undefined : known.get(memory);
    if (memory === undefined || !before) return { actor: enterAnew(client, { key, memory, now }) };
    const again = async () => {
      if (await enterAgain(client, before.scope, now)) return before.actor;
      if (known.get(memory) === before) known.delete(memory);
      return undefined;
    };
    return { expected: before.actor, actor: again() };
  };

  async function enterAnew(
    client: Connection,
    { key, memory, now }: { key: Key; memory: string | undefined; now: Date },
  ): Promise<Actor | undefined> {
    const who = await enterAs(client, { ...key, now });
    if (!who) return undefined;
    const actor = actorOf(who, who.kind === 'system' ? declared.map(({ id }) => id) : permissionsOf(who.roles));
    if (memory !== undefined && key.secret) remember(memory, scopeOf(who, key.how, key.secret), actor);
    return actor;
  }

  function remember(memory: string, scope: KnownScope, actor: Actor): void {
    if (known.size >= mostRemembered) known.clear();
    known.set(memory, { scope, actor });
  }
}

const mostRemembered = 5_000;

function scopeOf(who: Entered, how: string, secret: Buffer): KnownScope {
  const { accountId = idOfNobody, edition, projects, ownOnly, isGroup, sides, mustChangePassword = false } = who;
  return {
    how,
    secret,
    accountId,
    edition,
    projects: listOf(projects),
    ownOnly,
    isGroup,
    sides: listOf(sides),
    mustChangePassword,
  };
}

/** Ids and sides need no quotes. */
function listOf(words: readonly string[]): string {
  return `{${words.join(',')}}`;
}

interface Key {
  readonly how: string;
  readonly secret?: Buffer;
  readonly accountId?: string;
}

function keyOf(entry: Entry): Key {
  if (entry.as === 'account') return { how: 'account', accountId: entry.accountId };
  return entry.as === 'credentials' ? secretOf(entry.credentials) : { how: entry.as };
}

function secretOf({ apiKey, sessionToken = '' }: Credentials): Key {
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
    edition: who.edition,
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
