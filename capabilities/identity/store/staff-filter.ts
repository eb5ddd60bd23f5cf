import { sql } from 'kysely';

export interface StaffFilter {
  readonly q?: string | undefined;
  readonly roleId?: string | undefined;
  readonly nodeId?: string | undefined;
  /** Absent: both. */
  readonly state?: 'working' | 'left' | undefined;
  /** Only those whose work reaches one of these projects, and those without any role; everybody when absent. */
  readonly projects?: readonly string[] | undefined;
}

/** The conditions of a list of staff; `withRoleOnly` leaves out those without any role. */
export function filtered({ q, roleId, nodeId, state, projects }: StaffFilter, withRoleOnly = false) {
  const left = sql`exists (select from staff_leaving l where l.staff_id = staff.id)`;
  const conditions = [
    ...(state === undefined ? [] : [state === 'left' ? left : sql`not ${left}`]),
    ...(q ? [nameMatches(q)] : []),
    ...(roleId ? [sql`exists (select from staff_grant g where g.staff_id = staff.id and g.role_id = ${roleId})`] : []),
    ...(nodeId
      ? [
          sql`exists (select from staff_grant g join settings_published.company n on n.id = g.node_id
                       where g.staff_id = staff.id and ${nodeId}::uuid = any (n.path))`,
        ]
      : []),
    ...(projects ? [reaches(projects, withRoleOnly)] : []),
  ];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function nameMatches(q: string) {
  const part = `%${escaped(q)}%`;
  const sound = soundOf(q);
  const sounds = sound ? sql`staff.name_key like ${`%${sound}%`}` : sql`false`;
  return sql`(staff.name ilike ${part} or staff.username like ${part.toLowerCase()} or ${sounds})`;
}

/** 0 for whoever is called so, 1 where the name, its pinyin or the initials begin so, 2 for the others. */
export function beginsAs(q: string) {
  const begin = `${escaped(q)}%`;
  const sound = soundOf(q);
  const sounds = sound ? sql`staff.name_key like any (${[`${sound}%`, `% ${sound}%`]}::text[])` : sql`false`;
  return sql`case when lower(staff.name) = ${q.toLowerCase()} then 0 when staff.name ilike ${begin} or ${sounds} then 1 else 2 end`;
}

/** Pinyin as it stands in the key: an input method types it in syllables, `zhang san` or `zhang'san`. */
function soundOf(q: string): string {
  return escaped(q.toLowerCase().replace(/[\s'’]/g, ''));
}

function escaped(q: string): string {
  return q.replace(/[\\%_]/g, '\\$&');
}

/** Work that reaches one of these projects; of those without any role nothing says where it is. */
export function reaches(projects: readonly string[], withRoleOnly: boolean) {
  const within = sql`exists (select from staff_grant g join settings_published.project_under u on u.node_id = g.node_id
                              where g.staff_id = staff.id and u.project_id = any (${[...projects]}::uuid[]))`;
  return withRoleOnly ? within : sql`(${within} or not exists (select from staff_grant g where g.staff_id = staff.id))`;
}
