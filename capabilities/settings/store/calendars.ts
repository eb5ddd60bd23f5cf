import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { CalendarKind, Period, PublicDay, SpecialDay, WorkingHours } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface StoredHours extends WorkingHours {
  readonly nodeId: string;
  readonly nodeName: string;
  readonly version: number;
}

/** The hours of the nearest node at or above this one; undefined when nobody set any. */
export async function nearestHours(db: Db, kind: CalendarKind, nodeId: string): Promise<StoredHours | undefined> {
  const { rows } = await sql<StoredHours>`
    select hours.node_id as "nodeId", above.name as "nodeName", hours.week, hours.follows_holidays as "followsHolidays", hours.version
      from company_node here
      join working_hours hours on hours.node_id = any (here.path) and hours.kind = ${kind}
      join company_node above on above.id = hours.node_id
     where here.id = ${nodeId}
     order by array_position(here.path, hours.node_id) desc
     limit 1`.execute(db);
  return rows[0];
}

/** Special days at or above a node within these days; of several for one day the nearest node's. */
export async function specialDaysBetween(
  db: Db,
  kind: CalendarKind,
  nodeId: string,
  between: { from: Day; to: Day },
): Promise<(SpecialDay & { nodeId: string })[]> {
  const { rows } = await sql<SpecialDay & { nodeId: string }>`
    select distinct on (special.day) special.day, special.periods, special.note, special.node_id as "nodeId"
      from company_node here
      join special_day special on special.node_id = any (here.path) and special.kind = ${kind}
     where here.id = ${nodeId} and special.day between ${between.from} and ${between.to}
     order by special.day, array_position(here.path, special.node_id) desc
     limit 4000`.execute(db);
  return rows;
}

/** Days that a person entered. */
export async function publicDaysBetween(db: Db, between: { from: Day; to: Day }): Promise<PublicDay[]> {
  const rows = await db
    .selectFrom('public_day')
    .select(['day', 'kind', 'name'])
    .where('day', '>=', between.from)
    .where('day', '<=', between.to)
    .orderBy('day')
    .limit(4_000)
    .execute();
  return rows.map((row) => ({ ...row, day: row.day as Day, kind: row.kind as PublicDay['kind'] }));
}

export async function writeHours(
  db: Db,
  kind: CalendarKind,
  nodeId: string,
  { week, followsHolidays, version }: WorkingHours & { version: number },
): Promise<void> {
  const written = { week: JSON.stringify(week), follows_holidays: followsHolidays, version };
  await db
    .insertInto('working_hours')
    .values({ node_id: nodeId, kind, ...written })
    .onConflict((already) => already.columns(['node_id', 'kind']).doUpdateSet(written))
    .execute();
}

export async function removeHours(db: Db, kind: CalendarKind, nodeId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('working_hours')
    .where('node_id', '=', nodeId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function writeSpecialDay(
  db: Db,
  kind: CalendarKind,
  nodeId: string,
  { day, periods, note }: { day: Day; periods: readonly Period[]; note: string },
): Promise<void> {
  const written = { periods: JSON.stringify(periods), note };
  await db
    .insertInto('special_day')
    .values({ node_id: nodeId, kind, day, ...written })
    .onConflict((already) => already.columns(['node_id', 'kind', 'day']).doUpdateSet(written))
    .execute();
}

export async function deleteSpecialDay(db: Db, kind: CalendarKind, nodeId: string, day: Day): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('special_day')
    .where('node_id', '=', nodeId)
    .where('kind', '=', kind)
    .where('day', '=', day)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function writePublicDays(db: Db, days: readonly PublicDay[], by: string, at: Date): Promise<void> {
  if (days.length === 0) return;
  await db
    .insertInto('public_day')
    .values(days.map(({ day, kind, name }) => ({ day, kind, name, changed_by: by, changed_at: at })))
    .onConflict((already) =>
      already.column('day').doUpdateSet((given) => ({
        kind: given.ref('excluded.kind'),
        name: given.ref('excluded.name'),
        changed_by: given.ref('excluded.changed_by'),
        changed_at: given.ref('excluded.changed_at'),
      })),
    )
    .execute();
}

export async function deletePublicDay(db: Db, day: Day): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('public_day').where('day', '=', day).executeTakeFirst();
  return numDeletedRows > 0n;
}
