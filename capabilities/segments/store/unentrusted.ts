import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Customers in reach whom nobody is responsible for, in each project; those who carry labels (decision 15). */
export async function unentrusted(db: Db): Promise<{ projectId: string; customers: number }[]> {
  const { rows } = await sql<{ projectId: string; customers: number }>`
    select project_id as "projectId", count(*)::int as customers
      from customer_fact
     where responsible_id is null and standing in ('owner', 'coOwner', 'lead')
     group by project_id
     order by customers desc, project_id
  `.execute(db);
  return rows;
}
