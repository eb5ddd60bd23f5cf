import type { Db } from './tables.ts';

export async function administrators(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('identity_published.administrator')
    .select('staff_id')
    .where('staff_id', 'is not', null)
    .limit(100)
    .execute();
  return rows.flatMap(({ staff_id }) => staff_id ?? []);
}
