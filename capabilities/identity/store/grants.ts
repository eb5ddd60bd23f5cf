import { sql } from 'kysely';
import type { GivenGrant } from '../contract/index.ts';
import type { RoleDifferences } from '../rules/index.ts';
import type { Db } from './tables.ts';

/** What the database resolves for an account: its roles, and its projects over the tree. */
export interface ResolvedActor {
  readonly name: string;
  readonly roles: readonly RoleDifferences[];
  readonly projects: readonly string[];
  readonly ownOnly: boolean;
  readonly isGroup: boolean;
  readonly sides: readonly ('developer' | 'property')[];
}

/** Undefined once the account is closed. */
export async function resolvedStaff(db: Db, staffId: string): Promise<ResolvedActor | undefined> {
  const { rows } = await sql<{ who: ResolvedActor | null }>`select auth.staff_actor(${staffId}) as who`.execute(db);
  return rows[0]?.who ?? undefined;
}

/** What a node of the tree reaches; undefined when there is no such node. */
export async function reachOfNode(
  db: Db,
  nodeId: string,
): Promise<{ projects: string[]; isGroup: boolean } | undefined> {
  const node = await db
    .selectFrom('settings_published.company')
    .select('kind')
    .where('id', '=', nodeId)
    .executeTakeFirst();
  if (!node) return undefined;
  const rows = await db
    .selectFrom('settings_published.project_under')
    .select('project_id')
    .where('node_id', '=', nodeId)
    .execute();
  return { projects: rows.map((row) => row.project_id ?? ''), isGroup: node.kind === 'group' };
}

export async function groupNodeId(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('settings_published.company')
    .select('id')
    .where('kind', '=', 'group')
    .executeTakeFirst();
  return row?.id ?? undefined;
}

/** The roles of an account, each with the projects that its grants reach. */
export async function rolesPerProject(
  db: Db,
  staffId: string,
): Promise<{ readonly role: RoleDifferences; readonly projects: readonly string[] }[]> {
  const { rows } = await sql<RoleDifferences & { readonly projects: readonly string[] }>`
    select role.id, role.added, role.removed, array_agg(distinct project.project_id) as projects
      from staff_grant given
      join role on role.id = given.role_id
      join settings_published.project_under project on project.node_id = given.node_id
     where given.staff_id = ${staffId}
     group by role.id`.execute(db);
  return rows.map(({ projects, ...role }) => ({ role, projects }));
}

/** Whoever works here and reaches some of these projects whole: per colleague and role, which of them. */
export async function rolesReaching(
  db: Db,
  projectIds: readonly string[],
): Promise<{ readonly staffId: string; readonly role: RoleDifferences; readonly projects: readonly string[] }[]> {
  const { rows } = await sql<RoleDifferences & { readonly staff_id: string; readonly projects: readonly string[] }>`
    select given.staff_id, role.id, role.added, role.removed, array_agg(distinct project.project_id) as projects
      from staff_grant given
      join role on role.id = given.role_id
      join settings_published.project_under project on project.node_id = given.node_id
     where project.project_id = any (${projectIds}::uuid[])
       and not given.own_only
       and not exists (select from staff_leaving gone where gone.staff_id = given.staff_id)
     group by given.staff_id, role.id`.execute(db);
  return rows.map(({ staff_id, projects, ...role }) => ({ staffId: staff_id, role, projects }));
}

/** Whoever works here and was granted this role, or something on one of these nodes. */
export async function staffWithGrants(
  db: Db,
  { roleId, nodeIds = [] }: { readonly roleId?: string; readonly nodeIds?: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ staff_id: string }>`
    select distinct staff_id from staff_grant given
     where (role_id = ${roleId ?? null} or node_id = any (${[...nodeIds]}::uuid[]))
       and not exists (select from staff_leaving gone where gone.staff_id = given.staff_id)`.execute(db);
  return rows.map((row) => row.staff_id);
}

export interface NewGrant extends GivenGrant {
  readonly id: string;
  readonly staffId: string;
  readonly grantedAt: Date;
  readonly grantedBy: string;
}

/** Whether it was new. */
export async function insertGrant(db: Db, grant: NewGrant): Promise<boolean> {
  const row = await db
    .insertInto('staff_grant')
    .values({
      id: grant.id,
      staff_id: grant.staffId,
      role_id: grant.roleId,
      node_id: grant.nodeId,
      own_only: grant.ownOnly,
      granted_at: grant.grantedAt,
      granted_by: grant.grantedBy,
    })
    .onConflict((known) => known.columns(['staff_id', 'role_id', 'node_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteGrant(db: Db, grantId: string): Promise<void> {
  await db.deleteFrom('staff_grant').where('id', '=', grantId).execute();
}

export async function deleteGrantsOf(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom('staff_grant').where('staff_id', '=', staffId).execute();
}

/** Other working administrators of the whole group, locked so that two cannot resign at once. */
export async function otherAdministrators(db: Db, staffId: string, grantId?: string | undefined): Promise<number> {
  const rows = await db
    .selectFrom('staff_grant as grant')
    .innerJoin('settings_published.company as node', 'node.id', 'grant.node_id')
    .select('grant.id')
    .where('grant.role_id', '=', 'administrator')
    .where('node.kind', '=', 'group')
    .where('grant.own_only', '=', false)
    .where((grant) =>
      grantId === undefined ? grant('grant.staff_id', '!=', staffId) : grant('grant.id', '!=', grantId),
    )
    .where((grant) =>
      grant.not(
        grant.exists(
          grant
            .selectFrom('staff_leaving as leaving')
            .select('leaving.staff_id')
            .whereRef('leaving.staff_id', '=', 'grant.staff_id'),
        ),
      ),
    )
    .limit(2)
    .execute();
  return rows.length;
}

/** Two who withdraw the last two administrators meet here. */
export async function lockAdministrators(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('identity.administrators', 0))`.execute(db);
}
