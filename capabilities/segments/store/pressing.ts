import type { Day } from '@yilu/platform/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './tables.ts';

interface On {
  readonly today: Day;
  /** A row shows so many days before its own. */
  readonly showDays: number;
}
interface Whose extends On {
  /** Whose customers; absent: everybody's in reach. */
  readonly accountIds?: readonly string[] | undefined;
}
interface PressingAsked extends Whose {
  /** Rows of each responsible. */
  readonly most: number;
}
interface CountedAsked extends On {
  /** Rows of each responsible; one more is counted by itself. */
  readonly most: number;
}
interface ComingAsked extends Whose {
  /** Last day on which a row begins to show. */
  readonly until: Day;
  /** Of each responsible and day no more than so many count. */
  readonly most: number;
}
interface CountAsked extends On {
  readonly accountIds: readonly string[];
}

/** What begins to show on a day to come. */
export interface Coming {
  readonly showOn: Day;
  readonly count: number;
}
/** Rows of one colleague in one project that are about the same day. */
export interface AlikeRows {
  readonly responsibleId: string;
  readonly projectId: string;
  readonly on: Day;
  readonly showOn: Day;
  readonly count: number;
}
/** All that one colleague has today, and of it what was due before. */
export interface CountOfOne {
  readonly responsibleId: string;
  readonly count: number;
  readonly late: number;
}

/** One colleague, or everybody who may be responsible. */
function colleagues(accountIds: readonly string[] | undefined): RawBuilder<string[]> {
  return accountIds ? sql`${[...accountIds]}::uuid[]` : sql`array(select id from identity_published.staff)`;
}

export interface Cooling {
  readonly personId: string;
  readonly projectId: string;
  /** The day of the fall. */
  readonly on: Day;
  readonly lastContactOn: Day | null;
  readonly responsibleId: string;
  readonly hasCooled: boolean;
}

/**
 * Customers who cool within these days, and those who have cooled and not yet fallen silent (SEG-16), by their responsible, the
 * soonest to fall further first; without those on whom somebody has acted.
 */
export async function aboutToCool(db: Db, { accountIds, today, showDays, most }: PressingAsked): Promise<Cooling[]> {
  const { rows } = await sql<Cooling>`
    select person_id as "personId", project_id as "projectId", until_day as "on", last_contact_on as "lastContactOn",
           responsible_id as "responsibleId", activity = 'COOLING' as "hasCooled"
      from segments.falling(${colleagues(accountIds)}, ${today}, ${showDays}, ${most})
     order by place, responsible_id`.execute(db);
  return rows;
}

/** How many these colleagues have of them today; nobody is late, since whoever has fallen is no longer among them. */
export async function coolingOf(db: Db, { accountIds, today, showDays }: CountAsked): Promise<CountOfOne[]> {
  const { rows } = await sql<CountOfOne>`
    select responsible_id as "responsibleId", count, 0 as late
      from segments.falling_counts(${[...accountIds]}, ${today}, ${today}, ${today}, ${showDays})`.execute(db);
  return rows;
}

/** The same of everybody in reach, counted by project and day, in the same order. */
export async function coolingCounted(db: Db, { today, showDays, most }: CountedAsked): Promise<AlikeRows[]> {
  const { rows } = await sql<AlikeRows>`
    select responsible_id as "responsibleId", project_id as "projectId", until_day as "on",
           case when activity = 'COOLING' then ${today}::date else until_day - ${showDays}::int end as "showOn",
           count(*)::int as count
      from segments.falling(${colleagues(undefined)}, ${today}, ${showDays}, ${most + 1})
     group by responsible_id, project_id, until_day, activity = 'COOLING', place > ${most}
     order by min(place), responsible_id`.execute(db);
  return rows;
}

/** How many more are about to cool on each of the days to come. */
export async function coolingToCome(
  db: Db,
  { accountIds, today, until, showDays, most }: ComingAsked,
): Promise<Coming[]> {
  const { rows } = await sql<Coming>`
    select shows as "showOn", sum(least(count, ${most}::int))::int as count
      from segments.falling_counts(${colleagues(accountIds)}, ${today}, ${today}::date + 1, ${until}, ${showDays})
     group by shows`.execute(db);
  return rows;
}

export interface ShortDossier {
  readonly personId: string;
  readonly projectId: string;
  readonly percent: number;
  readonly line: number;
  readonly dueOn: Day;
  readonly responsibleId: string;
}

/**
 * Dossiers below the line of their stage. The most pressing first: leads about whom the month's deepening is due or lately missed
 * (DOS-12), then what is due from today on, then what is late, the least late first: after an import much is late for years.
 */
export async function dossiersBelowLine(
  db: Db,
  { accountIds, today, showDays, most }: PressingAsked,
): Promise<ShortDossier[]> {
  const { rows } = await sql<ShortDossier>`
    select person_id as "personId", project_id as "projectId", percent, line, due_on as "dueOn",
           responsible_id as "responsibleId"
      from segments.short_dossiers(${colleagues(accountIds)}, ${today}, ${showDays}, ${most})
     order by place, responsible_id`.execute(db);
  return rows;
}

/** How many these colleagues have of them today. */
export async function dossiersOf(db: Db, { accountIds, today, showDays }: CountAsked): Promise<CountOfOne[]> {
  const { rows } = await sql<CountOfOne>`
    select responsible_id as "responsibleId", count, late
      from segments.short_dossier_counts(${[...accountIds]}, ${today}, ${today}, ${today}, ${showDays})`.execute(db);
  return rows;
}

/** The same of everybody in reach, counted by project and day, in the same order. */
export async function dossiersCounted(db: Db, { today, showDays, most }: CountedAsked): Promise<AlikeRows[]> {
  const { rows } = await sql<AlikeRows>`
    select responsible_id as "responsibleId", project_id as "projectId", due_on as "on",
           due_on - ${showDays}::int as "showOn", count(*)::int as count
      from segments.short_dossiers(${colleagues(undefined)}, ${today}, ${showDays}, ${most + 1})
     group by responsible_id, project_id, due_on, place > ${most}
     order by min(place), responsible_id`.execute(db);
  return rows;
}

/** How many more dossiers show on each of the days to come. */
export async function dossiersToCome(
  db: Db,
  { accountIds, today, until, showDays, most }: ComingAsked,
): Promise<Coming[]> {
  const { rows } = await sql<Coming>`
    select shows as "showOn", sum(least(count, ${most}::int))::int as count
      from segments.short_dossier_counts(${colleagues(accountIds)}, ${today}, ${today}::date + 1, ${until}, ${showDays})
     group by shows`.execute(db);
  return rows;
}
