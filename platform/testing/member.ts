import type { RoleId } from '../contract/index.ts';
import type { Actor, Capability, Enter, Entry } from '../server/index.ts';
import { idOfSystem, nobody } from '../server/index.ts';
import type { TestDatabase } from './database.ts';

/** Somebody who works in a test's house. What is not said is open: all projects, both sides, everything and not only one's own. */
export interface Member {
  readonly role: RoleId;
  readonly accountId?: string;
  readonly name?: string;
  readonly projects?: readonly string[];
  readonly ownOnly?: boolean;
  readonly isGroup?: boolean;
  readonly sides?: readonly ('developer' | 'property')[];
  /** Instead of those that the role has as shipped. */
  readonly permissions?: readonly string[];
  readonly kind?: 'staff' | 'apiKey';
  /** A second role, on other projects. */
  readonly also?: { readonly role: RoleId; readonly projects: readonly string[] };
}

/** Recognises members by their account id as session token; others are left to identity's own way in. */
export function memberEnter(
  members: ReadonlyMap<string, Member>,
  capabilities: readonly Capability[],
  otherwise: Enter | undefined,
): Enter {
  return (client, entry, now) => {
    const id = idOf(entry);
    const member = id === undefined ? undefined : members.get(id);
    if (!member && otherwise) return otherwise(client, entry, now);
    if (!member && entry.as !== 'system' && entry.as !== 'nobody') return { actor: Promise.resolve(undefined) };
    return { actor: enterAs(member ?? entry.as, { client, capabilities, now }) };
  };
}

async function enterAs(
  who: Member | Entry['as'],
  { client, capabilities, now }: { client: Connection; capabilities: readonly Capability[]; now: Date },
): Promise<Actor> {
  const all = async () => {
    const { rows } = await client.query<{ id: string }>("select id from company_node where kind = 'project'");
    return rows.map((row) => row.id);
  };
  const actor =
    typeof who === 'object' ? await actorOf(who, capabilities, all) : who === 'system' ? await system(all) : nobody;
  await client.query('select scope.enter($1, $2, $3, $4, $5)', [
    actor.kind === 'nobody' ? null : actor.accountId,
    actor.projects,
    actor.ownOnly,
    actor.isGroup,
    actor.sides,
  ]);
  await client.query("select set_config('yilu.now', $1, true)", [now.toISOString()]);
  return actor;
}

type Connection = Parameters<Enter>[0];

function idOf(entry: Entry): string | undefined {
  if (entry.as === 'account') return entry.accountId;
  return entry.as === 'credentials' ? (entry.credentials.sessionToken ?? entry.credentials.apiKey) : undefined;
}

async function actorOf(
  member: Member,
  capabilities: readonly Capability[],
  all: () => Promise<string[]>,
): Promise<Actor> {
  const roles = [member.role, ...(member.also ? [member.also.role] : [])];
  const shipped = capabilities
    .flatMap(({ permissions = [] }) => permissions)
    .filter(({ grantedTo }) => roles.some((role) => role === 'administrator' || grantedTo.includes(role)))
    .map(({ id }) => id);
  return {
    kind: member.kind ?? 'staff',
    accountId: member.accountId ?? '',
    name: member.name ?? member.role,
    roles,
    permissions: new Set(member.permissions ?? shipped),
    projects: [...new Set([...(member.projects ?? (await all())), ...(member.also?.projects ?? [])])],
    ownOnly: member.ownOnly ?? false,
    isGroup: member.isGroup ?? member.projects === undefined,
    sides: member.sides ?? ['developer', 'property'],
  };
}

async function system(all: () => Promise<string[]>): Promise<Actor> {
  return {
    ...nobody,
    kind: 'system',
    accountId: idOfSystem,
    name: '系统',
    projects: await all(),
    ownOnly: false,
    isGroup: true,
    sides: ['developer', 'property'],
  };
}

/** Rows elsewhere refer to staff, so a member stands in the staff list, with the role on its projects, where there is one. */
export async function enrol(sql: TestDatabase['sql'], member: Member & { accountId: string }): Promise<void> {
  const [known] = await sql<{ staff: boolean }>("select to_regclass('public.staff') is not null as staff");
  if (!known?.staff || member.kind === 'apiKey') return;
  const { accountId, role, also, name = role } = member;
  await sql(
    `insert into staff (id, username, name, name_key, added_at) values ($1, $2, $3, lower($3), now()) on conflict do nothing`,
    [accountId, `m${accountId.replaceAll('-', '').slice(-16)}`, name],
  );
  for (const grant of [{ role, projects: member.projects }, ...(also ? [also] : [])])
    await sql(
      `insert into staff_grant (id, staff_id, role_id, node_id, own_only, granted_at, granted_by)
     select gen_random_uuid(), $1, role.id, node.id, $4, now(), $1
       from role, company_node node
      where role.id = $2 and ($3::uuid[] is null and node.kind = 'group' or node.id = any ($3::uuid[]))
     on conflict do nothing`,
      [accountId, grant.role, grant.projects ?? null, member.ownOnly ?? false],
    );
}
