import { joinEmbeddedPostgres } from '@yilu/platform/postgres';
import { Client } from 'pg';
import type { House } from './house.ts';

/** So many sales consultants of a project, 安1 and on, who never sign in: by SQL, since making a password takes its time. */
export async function hireCrowd(house: House, projectId: string, count: number): Promise<readonly string[]> {
  const postgres = await joinEmbeddedPostgres({ folder: house.folder });
  const client = new Client(postgres.address);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `with hired as (
         insert into staff (id, username, name, name_key, added_at)
         select gen_random_uuid(), 'crowd' || number, '安' || number, 'an' || number || ' a' || number, now()
           from generate_series(1, $2::int) number
         returning id),
       granted as (
         insert into staff_grant (id, staff_id, role_id, node_id, own_only, granted_at, granted_by)
         select gen_random_uuid(), id, 'salesConsultant', $1, true, now(), id from hired)
       select id from hired`,
      [projectId, count],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
    await postgres.leave();
  }
}
