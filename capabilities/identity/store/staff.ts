import { sql } from 'kysely';
import type { Grant, StaffLine } from '../contract/index.ts';
import { filtered, reaches, type StaffFilter } from './staff-filter.ts';
import type { Db } from './tables.ts';

/** A line without its lock, which is found by a hash of the username. */
export type StaffRow = Omit<StaffLine, 'lockedUntil'>;

export interface StaffPage {
  readonly today: string;
  readonly after?: { readonly nameKey: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** One more than `limit`, by pinyin; `nameKey` is the sort key of the cursor. */
export async function staffLines(
  db: Db,
  filter: StaffFilter,
  { today, after, limit }: StaffPage,
): Promise<(StaffRow & { nameKey: string })[]> {
  const rows = await lines(db, today)
    .where(filtered(filter))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(staff.name_key, staff.id) > (${after?.nameKey ?? ''}, ${after?.id ?? null}::uuid)`),
    )
    .orderBy('staff.name_key')
    .orderBy('staff.id')
    .limit(limit + 1)
    .execute();
  return rows.map((row) => ({ ...toLine(row), nameKey: row.name_key }));
}

export async function countStaff(db: Db, filter: StaffFilter): Promise<number> {
  const { total } = await db
    .selectFrom('staff')
    .select((staff) => staff.fn.countAll<number>().as('total'))
    .where(filtered(filter))
    .executeTakeFirstOrThrow();
  return total;
}

export async function staffById(db: Db, id: string, today: string): Promise<StaffRow | undefined> {
  const row = await lines(db, today).where('staff.id', '=', id).executeTakeFirst();
  return row && toLine(row);
}

/** Wait for whoever changes the same account. */
export async function lockStaff(db: Db, id: string): Promise<void> {
  await db.selectFrom('staff').select('id').where('id', '=', id).forUpdate().execute();
}

/** Until the end of the transaction nobody withdraws a role of this account or closes it. */
export async function keepGrants(db: Db, id: string): Promise<void> {
  await db.selectFrom('staff').select('id').where('id', '=', id).forShare().execute();
}

export async function staffNamed(db: Db, username: string): Promise<string | undefined> {
  const row = await db.selectFrom('staff').select('id').where('username', '=', username).executeTakeFirst();
  return row?.id;
}

export interface OwnLine {
  readonly username: string;
  readonly language: 'zh' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
}

export async function ownLine(db: Db, id: string): Promise<OwnLine | undefined> {
  const row = await db
    .selectFrom('staff')
    .select(['username', 'language', 'theme'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      username: row.username,
      language: row.language as OwnLine['language'],
      theme: row.theme as OwnLine['theme'],
    }
  );
}

export async function setPreferences(
  db: Db,
  id: string,
  { language, theme }: { language?: 'zh' | 'en' | undefined; theme?: OwnLine['theme'] | undefined },
): Promise<void> {
  if (language === undefined && theme === undefined) return;
  await db
    .updateTable('staff')
    .set({ ...(language && { language }), ...(theme && { theme }) })
    .where('id', '=', id)
    .execute();
}

/** Whether the username was still free. */
export async function insertStaff(
  db: Db,
  staff: { id: string; username: string; name: string; nameKey: string; addedAt: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('staff')
    .values({
      id: staff.id,
      username: staff.username,
      name: staff.name,
      name_key: staff.nameKey,
      added_at: staff.addedAt,
    })
    .onConflict((known) => known.column('username').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateStaff(
  db: Db,
  staff: { id: string; username: string; name: string; nameKey: string },
): Promise<void> {
  await db
    .updateTable('staff')
    .set((now) => ({
      username: staff.username,
      name: staff.name,
      name_key: staff.nameKey,
      version: now('version', '+', 1),
    }))
    .where('id', '=', staff.id)
    .execute();
}

export async function insertLeaving(db: Db, given: { staffId: string; leftAt: Date; closedBy: string }): Promise<void> {
  await db
    .insertInto('staff_leaving')
    .values({ staff_id: given.staffId, left_at: given.leftAt, closed_by: given.closedBy })
    .execute();
}

export async function deleteLeaving(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom('staff_leaving').where('staff_id', '=', staffId).execute();
}

function lines(db: Db, today: string) {
  return db
    .selectFrom('staff')
    .leftJoin('staff_leaving as leaving', 'leaving.staff_id', 'staff.id')
    .select((staff) => [
      'staff.id',
      'staff.username',
      'staff.name',
      'staff.name_key',
      'staff.version',
      'leaving.left_at',
      staff
        .selectFrom('staff_grant as grant')
        .whereRef('grant.staff_id', '=', 'staff.id')
        .select(
          sql<Grant[]>`coalesce(jsonb_agg(jsonb_build_object(
            'id', "grant".id, 'roleId', role_id, 'nodeId', node_id, 'ownOnly', own_only) order by role_id, "grant".id), '[]')`.as(
            'grants',
          ),
        )
        .as('grants'),
      staff
        .selectFrom('portfolio_item as item')
        .whereRef('item.staff_id', '=', 'staff.id')
        .where('item.from_day', '<=', today)
        .where((item) => item.or([item('item.until_day', 'is', null), item('item.until_day', '>', today)]))
        .select((item) => item.fn.countAll<number>().as('held'))
        .as('held'),
      staff
        .exists(
          staff
            .selectFrom('auth.second_factor as factor')
            .select('factor.staff_id')
            .whereRef('factor.staff_id', '=', 'staff.id'),
        )
        .as('has_second_factor'),
      staff
        .selectFrom('auth.session as session')
        .whereRef('session.staff_id', '=', 'staff.id')
        .select((session) => session.fn.max('session.last_seen_at').as('last_seen_at'))
        .as('last_seen_at'),
    ]);
}

type Line = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

function toLine(row: Line): StaffRow {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    grants: row.grants ?? [],
    portfolioCount: row.held ?? 0,
    hasSecondFactor: row.has_second_factor === true,
    lastSeenAt: row.last_seen_at ?? undefined,
    leftAt: row.left_at ?? undefined,
    version: row.version,
  };
}

/** Whether somebody's work reaches one of these projects, or has no role that says where. */
export async function staffIsWithin(db: Db, staffId: string, projects: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('id', '=', staffId)
    .where(sql<boolean>`${reaches(projects, false)}`)
    .executeTakeFirst();
  return row !== undefined;
}
