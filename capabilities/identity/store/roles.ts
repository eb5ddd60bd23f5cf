import type { Selectable } from 'kysely';
import type { Side } from '../contract/index.ts';
import type { Db, Tables } from './tables.ts';

export interface RoleRow {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly about: { readonly zh: string; readonly en: string };
  readonly side: Side;
  readonly suggestsOwn: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly version: number;
}

export async function allRoles(db: Db): Promise<RoleRow[]> {
  const rows = await db.selectFrom('role').selectAll().orderBy('id').limit(500).execute();
  return rows.map(toRole);
}

export async function roleById(db: Db, id: string): Promise<RoleRow | undefined> {
  const row = await db.selectFrom('role').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRole(row);
}

export async function roleForUpdate(db: Db, id: string): Promise<RoleRow | undefined> {
  const row = await db.selectFrom('role').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toRole(row);
}

/** Held until the transaction ends; whoever is granted it meanwhile need not wait. */
export async function roleToEdit(db: Db, id: string): Promise<RoleRow | undefined> {
  const row = await db.selectFrom('role').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && toRole(row);
}

export interface Holders {
  readonly staff: number;
  readonly keys: number;
}

/** Working staff and keys that are valid at `now`, by role. */
export async function holdersByRole(db: Db, now: Date): Promise<(roleId: string) => Holders> {
  const staff = await db
    .selectFrom('staff_grant as grant')
    .leftJoin('staff_leaving as leaving', 'leaving.staff_id', 'grant.staff_id')
    .where('leaving.staff_id', 'is', null)
    .select((grant) => ['grant.role_id', grant.fn.count<number>('grant.staff_id').distinct().as('holders')])
    .groupBy('grant.role_id')
    .execute();
  const keys = await db
    .selectFrom('auth.api_key as key')
    .leftJoin('auth.api_key_revocation as revocation', 'revocation.key_id', 'key.id')
    .where('revocation.key_id', 'is', null)
    .where((key) => key.or([key('key.expires_at', 'is', null), key('key.expires_at', '>', now)]))
    .select((key) => ['key.role_id', key.fn.countAll<number>().as('holders')])
    .groupBy('key.role_id')
    .execute();
  const countIn = (rows: typeof staff, roleId: string) => rows.find(({ role_id }) => role_id === roleId)?.holders ?? 0;
  return (roleId) => ({ staff: countIn(staff, roleId), keys: countIn(keys, roleId) });
}

/** Grants and keys that name the role, those of the past included. */
export async function usesOfRole(db: Db, roleId: string): Promise<number> {
  const grant = await db
    .selectFrom('staff_grant')
    .select((grants) => grants.fn.countAll<number>().as('uses'))
    .where('role_id', '=', roleId)
    .executeTakeFirstOrThrow();
  const key = await db
    .selectFrom('auth.api_key')
    .select((keys) => keys.fn.countAll<number>().as('uses'))
    .where('role_id', '=', roleId)
    .executeTakeFirstOrThrow();
  return grant.uses + key.uses;
}

export async function insertRole(db: Db, role: RoleRow): Promise<void> {
  await db
    .insertInto('role')
    .values({ id: role.id, suggests_own: role.suggestsOwn, ...columnsOf(role) })
    .execute();
}

export async function updateRole(db: Db, role: RoleRow): Promise<void> {
  await db
    .updateTable('role')
    .set((now) => ({ ...columnsOf(role), version: now('version', '+', 1) }))
    .where('id', '=', role.id)
    .execute();
}

export async function deleteRole(db: Db, id: string): Promise<void> {
  await db.deleteFrom('role').where('id', '=', id).execute();
}

function columnsOf(role: RoleRow) {
  return {
    title_zh: role.title.zh,
    title_en: role.title.en,
    about_zh: role.about.zh,
    about_en: role.about.en,
    side: role.side,
    added: [...role.added],
    removed: [...role.removed],
  };
}

function toRole(row: Selectable<Tables['role']>): RoleRow {
  return {
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    about: { zh: row.about_zh, en: row.about_en },
    side: row.side as Side,
    suggestsOwn: row.suggests_own,
    added: row.added,
    removed: row.removed,
    version: row.version,
  };
}
