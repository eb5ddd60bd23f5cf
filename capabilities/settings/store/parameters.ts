import { sql } from 'kysely';
import type { ParameterChange } from '../contract/index.ts';
import type { Db } from './tables.ts';

/** A value that a company or project set, and who did. */
export interface Override {
  readonly key: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly value: unknown;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** The nearest override of each key at or above a node (the group where no node is named); keys without one are absent. */
export async function nearestOverrides(db: Db, keys: readonly string[], nodeId?: string): Promise<Override[]> {
  const { rows } = await sql<Override>`
    select distinct on (override.key) override.key, override.node_id as "nodeId", above.name as "nodeName", override.value,
           override.changed_by_name as "changedBy", override.changed_at as "changedAt"
      from company_node here
      join parameter_override override on override.node_id = any (here.path)
      join company_node above on above.id = override.node_id
     where ${nodeId ? sql`here.id = ${nodeId}` : sql`here.kind = 'group'`} and override.key = any (${keys})
     order by override.key, array_position(here.path, override.node_id) desc`.execute(db);
  return rows;
}

/** Everything that is overridden at or above a node (the group where none is named): a few rows, read once per piece of work. */
export async function overridesAt(db: Db, nodeId?: string): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ key: string; value: unknown }>`
    select distinct on (override.key) override.key, override.value
      from company_node here
      join parameter_override override on override.node_id = any (here.path)
     where ${nodeId ? sql`here.id = ${nodeId}` : sql`here.kind = 'group'`}
     order by override.key, array_position(here.path, override.node_id) desc`.execute(db);
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/** What holds of one key in every project that has an override at or above it. */
export async function overrideOfEachProject(db: Db, key: string): Promise<{ projectId: string; value: unknown }[]> {
  const { rows } = await sql<{ projectId: string; value: unknown }>`
    select distinct on (project.id) project.id as "projectId", override.value
      from company_node project
      join parameter_override override on override.node_id = any (project.path) and override.key = ${key}
     where project.kind = 'project'
     order by project.id, array_position(project.path, override.node_id) desc
     limit 5000`.execute(db);
  return rows;
}

export async function overrideAt(db: Db, key: string, nodeId: string): Promise<{ value: unknown } | undefined> {
  return db
    .selectFrom('parameter_override')
    .select('value')
    .where('key', '=', key)
    .where('node_id', '=', nodeId)
    .forUpdate()
    .executeTakeFirst();
}

interface Change {
  readonly key: string;
  readonly nodeId: string;
  readonly by: string;
  readonly byName: string;
  readonly at: Date;
}

export async function writeOverride(db: Db, change: Change & { readonly value: unknown }): Promise<void> {
  const written = {
    value: JSON.stringify(change.value),
    changed_by: change.by,
    changed_by_name: change.byName,
    changed_at: change.at,
  };
  await db
    .insertInto('parameter_override')
    .values({ key: change.key, node_id: change.nodeId, ...written })
    .onConflict((already) => already.columns(['key', 'node_id']).doUpdateSet(written))
    .execute();
}

export async function removeOverride(db: Db, key: string, nodeId: string): Promise<void> {
  await db.deleteFrom('parameter_override').where('key', '=', key).where('node_id', '=', nodeId).execute();
}

export async function rememberChange(
  db: Db,
  change: Change & { id: string; nodeName: string; before: unknown; after: unknown; reason: string | undefined },
): Promise<void> {
  await db
    .insertInto('parameter_change')
    .values({
      id: change.id,
      key: change.key,
      node_id: change.nodeId,
      node_name: change.nodeName,
      before: change.before === undefined ? null : JSON.stringify(change.before),
      after: change.after === undefined ? null : JSON.stringify(change.after),
      reason: change.reason ?? null,
      changed_by: change.by,
      changed_by_name: change.byName,
      changed_at: change.at,
    })
    .execute();
}

/** Latest first, of these nodes; `after` is the last row of the page before. */
export async function changesOf(
  db: Db,
  key: string,
  nodeIds: readonly string[],
  { limit, after }: { limit: number; after: { changedAt: Date; id: string } | undefined },
): Promise<ParameterChange[]> {
  const rows = await db
    .selectFrom('parameter_change')
    .selectAll()
    .where('key', '=', key)
    .where('node_id', '=', sql<string>`any(${nodeIds})`)
    .$if(after !== undefined, (page) =>
      page.where(sql<boolean>`(changed_at, id) < (${after?.changedAt}, ${after?.id})`),
    )
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    node: { nodeId: row.node_id, name: row.node_name },
    before: row.before ?? undefined,
    after: row.after ?? undefined,
    reason: row.reason ?? undefined,
    changedBy: row.changed_by_name,
    changedAt: row.changed_at,
  }));
}
