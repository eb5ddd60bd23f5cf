import { sql } from 'kysely';
import type { ValueScale } from '../rules/index.ts';
import type { Db } from './tables.ts';

/** How these projects, or all, rank their signed customers; projects without a scale have none yet. */
export async function scalesOf(db: Db, projectIds?: readonly string[]): Promise<ReadonlyMap<string, ValueScale>> {
  let query = db.selectFrom('value_scale').select(['project_id', 'top_cut_fen', 'percentiles_fen']);
  if (projectIds) query = query.where('project_id', '=', ({ val }) => sql`any (${val([...projectIds])}::uuid[])`);
  const rows = await query.execute();
  return new Map(
    rows.map((row) => [
      row.project_id,
      { topCutFen: numberOr(row.top_cut_fen), percentilesFen: row.percentiles_fen.map(Number) },
    ]),
  );
}

function numberOr(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

/** What each customer of these projects signed for, by project; customers of whom no amount is on record are left out. */
export async function signedAmounts(db: Db, projectIds: readonly string[]): Promise<ReadonlyMap<string, number[]>> {
  const { rows } = await sql<{ project_id: string; amounts_fen: number[] }>`
    select project_id, amounts_fen from segments.signed_amounts(${projectIds}::uuid[])
  `.execute(db);
  return new Map(rows.map(({ project_id, amounts_fen }) => [project_id, amounts_fen]));
}

/** What each customer of the whole group signed for, in all projects together. */
export async function signedAmountsInGroup(db: Db): Promise<number[]> {
  const { rows } = await sql<{ amounts_fen: number[] | null }>`
    select segments.signed_amounts_in_group() as amounts_fen
  `.execute(db);
  return rows[0]?.amounts_fen ?? [];
}

export async function saveScale(
  db: Db,
  scale: ValueScale & { readonly projectId: string; readonly customers: number; readonly at: Date },
): Promise<void> {
  await sql`
    insert into value_scale (project_id, top_cut_fen, percentiles_fen, customers, computed_at)
    values (${scale.projectId}, ${scale.topCutFen ?? null}, ${scale.percentilesFen}::bigint[], ${scale.customers}, ${scale.at})
    on conflict (project_id) do update
       set top_cut_fen = excluded.top_cut_fen, percentiles_fen = excluded.percentiles_fen,
           customers = excluded.customers, computed_at = excluded.computed_at
  `.execute(db);
}

/** The project was ranked and came out as before. */
export async function noteRanked(db: Db, projectId: string, at: Date): Promise<void> {
  await db.updateTable('value_scale').set({ computed_at: at }).where('project_id', '=', projectId).execute();
}

/** When each project was ranked and when a deal in it was last made or changed, as far as either was. */
export async function rankedAndChanged(
  db: Db,
): Promise<{ readonly projectId: string; readonly rankedAt: Date | null; readonly changedAt: Date | null }[]> {
  const { rows } = await sql<{ projectId: string; rankedAt: Date | null; changedAt: Date | null }>`
    select project_id as "projectId", scale.computed_at as "rankedAt", deals.changed_at as "changedAt"
      from segments.deals_changed() deals full join value_scale scale using (project_id)
  `.execute(db);
  return rows;
}

/** Mark those whose place differs under the new scale: only they can change, however large the project is. */
export async function markMoved(db: Db, projectId: string): Promise<void> {
  await sql`
    insert into customer_mark (person_id, lane)
    select fact.person_id, segments.lane_of(fact.person_id)
      from customer_fact fact join value_scale scale using (project_id)
     where fact.project_id = ${projectId} and fact.amount_fen is not null
       and (width_bucket(fact.amount_fen, scale.percentiles_fen) is distinct from fact.current_score::int
            or (fact.amount_fen >= scale.top_cut_fen) is distinct from ('HIGH_NET_WORTH' = any (fact.value_matches)))
  `.execute(db);
}

/** Projects in which these people have or had deals. */
export async function projectsOfDeals(db: Db, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ project_id: string }>`
    select distinct project_id from sales_published.deal where person_id = any (${personIds}::uuid[])
    union
    select distinct project_id from customer_fact where person_id = any (${personIds}::uuid[]) and amount_fen is not null
  `.execute(db);
  return rows.map(({ project_id }) => project_id);
}
