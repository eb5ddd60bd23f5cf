import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Per member of staff: how many of the people in their charge have a label that moved since then, as Today lists them. */
export async function movesPerPerson(
  db: Db,
  since: Date,
): Promise<{ readonly accountId: string; readonly count: number }[]> {
  const { rows } = await sql<{ accountId: string; count: number }>`
    select staff.id as "accountId", count(distinct change.person_id)::int as count
      from label_history change
      join customer_fact fact on fact.project_id = change.project_id and fact.person_id = change.person_id
     cross join lateral unnest(fact.staff_ids) as staff (id)
     where change.changed_at >= ${since} and change.before is not null
       and exists (select from unnest(change.labels, change.before, change.after) as each (label, before, after)
                    where each.before is not null and each.after is not null and each.label <> 'completeness')
     group by staff.id
     limit 5000`.execute(db);
  return rows;
}
