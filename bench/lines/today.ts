import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@yilu/platform/server';
import type pg from 'pg';
import type { Base, OurServer } from '../harness/base.ts';
import type { Line } from '../harness/line.ts';
import { load } from '../harness/measure.ts';

const mostForStaff = 150;
const mostForLeaders = 400;

interface Asker {
  readonly name: string;
  readonly role: string;
  readonly scope: 'own' | 'team';
  readonly most: number;
}

const askers: readonly Asker[] = [
  { name: 'a housekeeper, own homes', role: 'housekeeper', scope: 'own', most: mostForStaff },
  { name: 'the consultant with most customers', role: 'salesConsultant', scope: 'own', most: mostForStaff },
  { name: 'a project manager, the whole project', role: 'projectManager', scope: 'team', most: mostForLeaders },
  { name: 'the whole group', role: 'groupManager', scope: 'team', most: mostForLeaders },
];

/** Today as people open it in the morning: p95 of one after the other. */
export async function today({ owner }: Base, ours: OurServer): Promise<Line[]> {
  await employGroupManager(owner);
  const lines = [];
  for (const { name, role, scope, most } of askers) {
    const token = await sessionOf(owner, role);
    const { p50Ms, p95Ms } = await load({
      base: ours.address,
      headers: { cookie: `yilu_session=${token}` },
      connections: 1,
      forMs: 4_000,
      requests: [{ method: 'GET', path: `/api/today?scope=${scope}` }],
    });
    lines.push({
      name: `Today of ${name}`,
      figure: `p95 ${p95Ms.toFixed(0)} ms, median ${p50Ms.toFixed(0)} ms`,
      bar: `p95 under ${most} ms (ours)`,
      passes: p95Ms < most,
    });
  }
  return lines;
}

/** The estate has managers of projects only. */
async function employGroupManager(owner: pg.Client): Promise<void> {
  const id = newId();
  await owner.query(
    `insert into staff (id, username, name, name_key, added_at) values ($1, 'bench-group', '集团', 'jituan jt', now())`,
    [id],
  );
  await owner.query(
    `insert into staff_grant (id, staff_id, role_id, node_id, own_only, granted_at, granted_by)
     select gen_random_uuid(), $1, 'groupManager', id, false, now(), $1 from company_node where kind = 'group'`,
    [id],
  );
}

/** A session of whoever of this role holds most. */
async function sessionOf(owner: pg.Client, role: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await owner.query<{ id: string }>(
    `select given.staff_id as id from staff_grant given left join portfolio_item item on item.staff_id = given.staff_id
      where given.role_id = $1 group by given.staff_id order by count(item.id) desc, given.staff_id limit 1`,
    [role],
  );
  const staffId = rows[0]?.id;
  await owner.query(
    `insert into auth.password (staff_id, hash, set_at, set_by) values ($1, 'none', now(), $1) on conflict do nothing`,
    [staffId],
  );
  await owner.query(
    `insert into auth.session (id, token_hash, staff_id, opened_at, last_seen_at, expires_at, idle_days, device, address)
     values ($1, $2, $3, now(), now(), now() + interval '1 day', 1, 'bench', '127.0.0.1')`,
    [newId(), createHash('sha256').update(token).digest(), staffId],
  );
  return token;
}
