import { sql } from 'kysely';
import { type Colleague, type ColleagueName, mostColleagues } from '../contract/index.ts';
import { beginsAs, filtered, reaches, type StaffFilter } from './staff-filter.ts';
import type { Db } from './tables.ts';

export interface ColleagueFilter extends Pick<StaffFilter, 'q' | 'roleId' | 'projects'> {
  /** Those who have left among them. */
  readonly alsoLeft?: boolean | undefined;
  /** Without those who have no role. */
  readonly withRoleOnly?: boolean | undefined;
}

/** Colleagues to choose from: those called or beginning as asked for first, then by pinyin. */
export async function colleagues(
  db: Db,
  { alsoLeft = false, withRoleOnly = false, ...filter }: ColleagueFilter,
): Promise<Colleague[]> {
  const q = filter.q?.trim();
  const rows = await db
    .selectFrom('staff')
    .leftJoin('staff_leaving as leaving', 'leaving.staff_id', 'staff.id')
    .select([
      'staff.id',
      'staff.name',
      'leaving.left_at',
      sql<string[]>`array(select distinct g.role_id from staff_grant g where g.staff_id = staff.id order by 1)`.as(
        'roles',
      ),
      sql<
        string[]
      >`array(select distinct n.name from staff_grant g join settings_published.company n on n.id = g.node_id
                           where g.staff_id = staff.id order by 1)`.as('places'),
    ])
    .where(filtered({ ...filter, q, state: alsoLeft ? undefined : 'working' }, withRoleOnly))
    .$if(Boolean(q), (query) => query.orderBy(sql`${beginsAs(q ?? '')}`))
    .orderBy('staff.name_key')
    .orderBy('staff.id')
    .limit(mostColleagues)
    .execute();
  return rows.map(({ id, name, left_at, roles, places }) => ({
    id,
    name,
    leftAt: left_at ?? undefined,
    roles,
    places,
  }));
}

/** Names of those of them whose work reaches one of these projects, of those without any role, and of oneself. */
export async function colleagueNames(
  db: Db,
  ids: readonly string[],
  { self, projects }: { readonly self: string; readonly projects?: readonly string[] | undefined },
): Promise<ColleagueName[]> {
  const rows = await db
    .selectFrom('staff')
    .leftJoin('staff_leaving as leaving', 'leaving.staff_id', 'staff.id')
    .select(['staff.id', 'staff.name', 'leaving.left_at'])
    .where('staff.id', 'in', [...ids])
    .$if(projects !== undefined, (query) =>
      query.where(sql<boolean>`(staff.id = ${self} or ${reaches(projects ?? [], false)})`),
    )
    .execute();
  return rows.map(({ id, name, left_at }) => ({ id, name, leftAt: left_at ?? undefined }));
}
