import { type RawBuilder, sql } from 'kysely';
import type { LabelChange, LabelKind } from '../contract/index.ts';
import { reasonsKept, type ValueScale } from '../rules/index.ts';
import type { Db } from './tables.ts';

/** What stands in one project of a person, as far as the asker sees it. */
export interface SeenProject {
  readonly projectId: string;
  readonly name: string;
  /** The instant since which each label has its value. */
  readonly since: Readonly<Partial<Record<LabelKind, Date>>>;
  /** How the project ranks its signed customers; absent while nobody has signed. */
  readonly scale: ValueScale | undefined;
}

/** The projects in which the person stands in the book, with all that judging their labels there takes. */
export async function projectsSeen(db: Db, personId: string): Promise<SeenProject[]> {
  const { rows } = await sql<SeenRow>`
    select project_id, name, top_cut_fen, percentiles_fen, since from segments.projects_of_person(${personId})
  `.execute(db);
  return rows.map(toSeenProject);
}

/** Whether the asker sees the person in this project, in the book already or not. */
export async function belongsToProject(db: Db, personId: string, projectId: string): Promise<boolean> {
  const { rows } = await sql`
    select from customers_published.person_project where person_id = ${personId} and project_id = ${projectId}`.execute(
    db,
  );
  return rows.length > 0;
}

export interface SeenRow {
  readonly project_id: string;
  readonly name: string;
  readonly since: Partial<Record<LabelKind, string>> | null;
  readonly top_cut_fen: number | null;
  readonly percentiles_fen: number[] | null;
}

export function toSeenProject({ project_id, name, since, top_cut_fen, percentiles_fen }: SeenRow): SeenProject {
  return {
    projectId: project_id,
    name,
    since: Object.fromEntries(Object.entries(since ?? {}).map(([label, at]) => [label, new Date(at)])),
    scale: percentiles_fen ? { percentilesFen: percentiles_fen, topCutFen: top_cut_fen ?? undefined } : undefined,
  };
}

export interface ChangeKey {
  readonly at: Date;
  readonly label: string;
  readonly projectId: string;
}

export async function changesOfPerson(
  db: Db,
  asked: {
    readonly personId: string;
    readonly label?: LabelKind | undefined;
    readonly projectId?: string | undefined;
    readonly after?: ChangeKey | undefined;
    readonly limit: number;
  },
): Promise<LabelChange[]> {
  const { personId, label, projectId, after, limit } = asked;
  const { rows } = await sql<{
    project_id: string;
    label: LabelKind;
    changed_at: Date;
    before: string | null;
    after: string | null;
    reasons: Parameters<typeof reasonsKept>[0];
  }>`
    select project_id, label, changed_at, before, after, reasons
      from label_change
     where person_id = ${personId}
       and ${label ? sql`label = ${label}` : sql`true`}
       and ${projectId ? sql`project_id = ${projectId}` : sql`project_id = any ((select scope.projects())::uuid[])`}
       and ${after ? sql`(changed_at, label, project_id) < (${after.at}, ${after.label}, ${after.projectId}::uuid)` : sql`true`}
     order by changed_at desc, label desc, project_id desc
     limit ${limit}
  `.execute(db);
  return rows.map((row) => ({
    projectId: row.project_id,
    label: row.label,
    changedAt: row.changed_at,
    before: row.before ?? undefined,
    after: row.after ?? undefined,
    reasons: reasonsKept(row.reasons),
  }));
}

/** How many customers had each value at an instant: the latest change up to it counts (SEG-18). */
export async function distributionAt(
  db: Db,
  asked: { readonly label: LabelKind; readonly before: Date; readonly projectId?: string | undefined },
): Promise<{ value: string; customers: number }[]> {
  const { rows } = await sql<{ value: string; customers: number }>`
    select after as value, count(*)::int as customers
      from (select distinct on (project_id, person_id) after[array_position(labels, ${asked.label})] as after
              from label_history
             where ${asked.label} = any (labels) and changed_at < ${asked.before}
               and ${asked.projectId ? sql`project_id = ${asked.projectId}` : sql`true`}
             order by project_id, person_id, changed_at desc) latest
     where after is not null
     group by after
     order by customers desc, value
  `.execute(db);
  return rows;
}

/** Changes of labels since an instant, latest first: of what is entrusted to somebody, or of all in reach. */
export async function changesSince(
  db: Db,
  asked: { readonly accountId?: string | undefined; readonly since: Date; readonly limit: number },
): Promise<(Omit<LabelChange, 'after'> & { readonly personId: string; readonly after: string })[]> {
  const { rows } = await sql<{
    personId: string;
    projectId: string;
    label: LabelKind;
    changedAt: Date;
    before: string;
    after: string;
    reasons: Parameters<typeof reasonsKept>[0];
  }>`
    select change.person_id as "personId", change.project_id as "projectId", each.label, change.changed_at as "changedAt",
           each.before, each.after, change.reasons::json -> (each.nth - 1)::int as reasons
      from label_history change
      join ${bookOf(asked.accountId)} fact on fact.project_id = change.project_id and fact.person_id = change.person_id
     cross join lateral unnest(change.labels, change.before, change.after) with ordinality as each (label, before, after, nth)
     where change.project_id = any ((select scope.projects())::uuid[]) and change.changed_at > ${asked.since}
       and change.before is not null
       and each.before is not null and each.after is not null and each.label <> 'completeness'
     order by change.changed_at desc, change.person_id, change.project_id, each.nth
     limit ${asked.limit}
  `.execute(db);
  return rows.map((row) => ({ ...row, reasons: reasonsKept(row.reasons) }));
}

/** The rows of the book in reach; those of one colleague by an index that its policy would not let be used. */
function bookOf(accountId: string | undefined): RawBuilder<unknown> {
  return accountId ? sql`segments.book_of(${accountId})` : sql`customer_fact`;
}

/** The labels of today of some people, in each project. */
export async function labelsToday(
  db: Db,
  personIds: readonly string[],
): Promise<
  {
    personId: string;
    projectId: string;
    lifecycle: string | null;
    value: string | null;
    activity: string | null;
  }[]
> {
  const rows = await db
    .selectFrom('customer_fact')
    .select(['person_id as personId', 'project_id as projectId', 'lifecycle', 'value', 'activity'])
    .where('person_id', '=', ({ val }) => sql`any (${val([...personIds])}::uuid[])`)
    .orderBy('project_id')
    .execute();
  return rows;
}

export interface RoomLabels {
  readonly roomId: string;
  readonly name: string;
  readonly activity: string | null;
  readonly lifecycle: string | null;
  readonly value: string | null;
}

/** The labels of the owners of these rooms, the first named owner of a room first. */
export async function labelsOfRooms(db: Db, roomIds: readonly string[]): Promise<RoomLabels[]> {
  const { rows } = await sql<RoomLabels>`
    select party.room_id as "roomId", fact.name, fact.activity, fact.lifecycle, fact.value
      from customers_published.room_party party
      join customer_fact fact on fact.person_id = party.person_id and fact.project_id = party.project_id
     where party.room_id = any (${roomIds}::uuid[]) and party.role in ('owner', 'coOwner') and party.ended_on is null
     order by party.room_id, party.role = 'owner' desc, party.primary_contact desc, party.id
  `.execute(db);
  return rows;
}
