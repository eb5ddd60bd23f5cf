import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { FollowUpPlan, RegisterField, RegisterKind } from '../contract/index.ts';
import type { Standing } from '../rules/index.ts';
import type { Db } from './tables.ts';

export interface StoredRegister {
  readonly id: string;
  readonly projectId: string;
  readonly kind: RegisterKind;
  readonly contactedAt: Date;
  readonly dueAt: Date;
  readonly completedAt?: Date;
  readonly arrivedAt?: Date;
  readonly numberOfDay: number;
  readonly timesBefore?: number;
  readonly personId?: string;
  readonly interactionId?: string;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly onBehalfOf?: string;
  readonly onBehalfOfName?: string;
  readonly missing: RegisterField[];
  readonly callerName?: string;
  readonly phoneMasked?: string;
  /** Encrypted; see `server/form.ts`. */
  readonly formSealed: string;
  readonly followUp?: FollowUpPlan;
  readonly version: number;
}

interface Row {
  id: string;
  project_id: string;
  kind: RegisterKind;
  contacted_at: Date;
  due_at: Date;
  completed_at: Date | null;
  arrived_at: Date | null;
  number_of_day: number;
  times_before: number | null;
  person_id: string | null;
  interaction_id: string | null;
  recorded_by: string;
  recorded_by_name: string | null;
  on_behalf_of: string | null;
  on_behalf_of_name: string | null;
  missing: RegisterField[];
  caller_name: string | null;
  phone_masked: string | null;
  form_sealed: string;
  follow_up: FollowUpPlan | null;
  version: number;
}

const columns = sql`
  entry.id, entry.project_id, entry.kind, entry.contacted_at, entry.due_at, entry.completed_at, entry.arrived_at, entry.number_of_day,
  entry.times_before, entry.person_id, entry.interaction_id, entry.recorded_by, recorder.name as recorded_by_name,
  entry.on_behalf_of, principal.name as on_behalf_of_name, entry.missing, entry.caller_name, entry.phone_masked,
  entry.form_sealed, entry.follow_up, entry.version`;
const withNames = sql`
  register_entry entry
  left join identity_published.staff recorder on recorder.id = entry.recorded_by
  left join identity_published.staff principal on principal.id = entry.on_behalf_of`;

export async function registerById(db: Db, id: string): Promise<StoredRegister | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${withNames} where entry.id = ${id}`.execute(db);
  return rows[0] && toRegister(rows[0]);
}

/** Held until the transaction ends. */
export async function lockRegister(db: Db, id: string): Promise<void> {
  await sql`select from register_entry where id = ${id} for update`.execute(db);
}

export interface RegistersAsked {
  readonly kind?: RegisterKind | undefined;
  readonly projectId?: string | undefined;
  readonly standing?: Standing | undefined;
  /** Who wrote it or for whom it was written. */
  readonly recordedBy?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly now: Date;
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

export async function listRegisters(db: Db, asked: RegistersAsked): Promise<StoredRegister[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${withNames}
     where ${filterOf(asked)}
       ${asked.before ? sql`and (entry.contacted_at, entry.id) < (${asked.before.at}, ${asked.before.id}::uuid)` : sql``}
     order by entry.contacted_at desc, entry.id desc
     limit ${asked.limit}`.execute(db);
  return rows.map(toRegister);
}

export async function countRegisters(db: Db, asked: RegistersAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from register_entry entry where ${filterOf(asked)}`.execute(db);
  return rows[0]?.count ?? 0;
}

function filterOf(asked: RegistersAsked) {
  const standing = {
    OPEN: sql`and entry.completed_at is null and entry.due_at >= ${asked.now}`,
    MISSING: sql`and entry.completed_at is null and entry.due_at < ${asked.now}`,
    ON_TIME: sql`and entry.completed_at <= entry.due_at`,
    LATE: sql`and entry.completed_at > entry.due_at`,
  };
  return sql`true
    ${asked.kind ? sql`and entry.kind = ${asked.kind}` : sql``}
    ${asked.projectId ? sql`and entry.project_id = ${asked.projectId}` : sql``}
    ${asked.recordedBy ? sql`and coalesce(entry.on_behalf_of, entry.recorded_by) = ${asked.recordedBy}` : sql``}
    ${asked.from ? sql`and entry.contacted_on >= ${asked.from}` : sql``}
    ${asked.to ? sql`and entry.contacted_on <= ${asked.to}` : sql``}
    ${asked.standing ? standing[asked.standing] : sql``}`;
}

/** Registers not complete, the one due first first; of one person, or of everybody in reach. */
export async function openRegisters(
  db: Db,
  { accountId, limit }: { accountId: string | undefined; limit: number },
): Promise<StoredRegister[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${withNames}
     where entry.completed_at is null
       ${accountId ? sql`and coalesce(entry.on_behalf_of, entry.recorded_by) = ${accountId}` : sql``}
     order by entry.due_at limit ${limit}`.execute(db);
  return rows.map(toRegister);
}

/** By what a caller is known: the name on file, as written down, or the masked phone. */
export async function callersOfRegisters(
  db: Db,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly name: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select entry.id, coalesce(person.name, entry.caller_name, entry.phone_masked) as name
      from register_entry entry
      left join customers_published.person on person.id = entry.person_id
     where entry.id = any (${[...ids]}::uuid[])`.execute(db);
  return rows;
}

/** Registers not yet complete whose cut-off lies ahead, the nearest first. */
export async function registersDueWithin(
  db: Db,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<StoredRegister[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${withNames}
     where entry.completed_at is null and entry.due_at >= ${from} and entry.due_at <= ${to}
     order by entry.due_at limit 2000`.execute(db);
  return rows.map(toRegister);
}

export interface ComplianceRow {
  readonly projectId: string;
  readonly projectName: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly open: number;
}

/** Standings per project and person of the contacts of these days (DOS-06). */
export async function compliancePerPerson(
  db: Db,
  asked: {
    readonly from: Day;
    readonly to: Day;
    readonly projectId?: string | undefined;
    /** Whose registers; absent: everybody's in reach. */
    readonly accountId?: string | undefined;
    readonly now: Date;
  },
): Promise<ComplianceRow[]> {
  const { rows } = await sql<ComplianceRow>`
    select entry.project_id as "projectId", project.name as "projectName",
           coalesce(entry.on_behalf_of, entry.recorded_by) as "accountId", coalesce(staff.name, '—') as "accountName",
           (count(*) filter (where entry.completed_at <= entry.due_at))::int as "onTime",
           (count(*) filter (where entry.completed_at > entry.due_at))::int as late,
           (count(*) filter (where entry.completed_at is null and entry.due_at < ${asked.now}))::int as missing,
           (count(*) filter (where entry.completed_at is null and entry.due_at >= ${asked.now}))::int as open
      from register_entry entry
      join settings_published.project on project.id = entry.project_id
      left join identity_published.staff on staff.id = coalesce(entry.on_behalf_of, entry.recorded_by)
     where entry.contacted_on between ${asked.from} and ${asked.to}
       ${asked.projectId ? sql`and entry.project_id = ${asked.projectId}` : sql``}
       ${asked.accountId ? sql`and coalesce(entry.on_behalf_of, entry.recorded_by) = ${asked.accountId}` : sql``}
     group by 1, 2, 3, 4
     limit 5000`.execute(db);
  return rows;
}

function toRegister(row: Row): StoredRegister {
  return {
    id: row.id,
    projectId: row.project_id,
    kind: row.kind,
    contactedAt: row.contacted_at,
    dueAt: row.due_at,
    ...(row.completed_at && { completedAt: row.completed_at }),
    ...(row.arrived_at && { arrivedAt: row.arrived_at }),
    numberOfDay: row.number_of_day,
    ...(row.times_before !== null && { timesBefore: row.times_before }),
    ...(row.person_id && { personId: row.person_id }),
    ...(row.interaction_id && { interactionId: row.interaction_id }),
    recordedBy: row.recorded_by,
    recordedByName: row.recorded_by_name ?? '—',
    ...(row.on_behalf_of && { onBehalfOf: row.on_behalf_of, onBehalfOfName: row.on_behalf_of_name ?? '—' }),
    missing: row.missing,
    ...(row.caller_name && { callerName: row.caller_name }),
    ...(row.phone_masked && { phoneMasked: row.phone_masked }),
    formSealed: row.form_sealed,
    ...(row.follow_up && { followUp: row.follow_up }),
    version: row.version,
  };
}
