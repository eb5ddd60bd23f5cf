import { sql } from 'kysely';
import type {
  ContactParts,
  ContactTally,
  EarlierVersion,
  Interaction,
  InteractionKind,
  Side,
} from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface InteractionToInsert {
  readonly id: string;
  readonly projectId: string;
  readonly personId: string;
  readonly side: Side;
  readonly kind: InteractionKind;
  readonly reacted: boolean;
  readonly counted: boolean;
  readonly contactedAt: Date;
  readonly enteredAt: Date;
  readonly parts: ContactParts;
  readonly recordedBy: string;
  readonly onBehalfOf?: string | undefined;
  /** Two that have the same are one. */
  readonly saidOnce?: string | undefined;
}

/** Whether it was new. */
export async function insertInteraction(db: Db, row: InteractionToInsert): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('interaction')
    .values({
      id: row.id,
      project_id: row.projectId,
      person_id: row.personId,
      side: row.side,
      kind: row.kind,
      reacted: row.reacted,
      counted: row.counted,
      contacted_at: row.contactedAt,
      entered_at: row.enteredAt,
      parts: JSON.stringify(row.parts),
      recorded_by: row.recordedBy,
      on_behalf_of: row.onBehalfOf ?? null,
      written_by: row.recordedBy,
      written_at: row.enteredAt,
      said_once: row.saidOnce ?? null,
    })
    .onConflict((known) => known.column('said_once').where('said_once', 'is not', null).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

interface Row {
  id: string;
  project_id: string;
  person_id: string;
  side: Side;
  kind: InteractionKind;
  reacted: boolean;
  counted: boolean;
  contacted_at: Date;
  entered_at: Date;
  parts: ContactParts;
  recorded_by: string | null;
  recorded_by_name: string | null;
  on_behalf_of: string | null;
  on_behalf_of_name: string | null;
  staff_name: string | null;
  import_id: string | null;
  earlier: number;
  version: number;
}

const columns = sql`
  interaction.id, interaction.project_id, interaction.person_id, interaction.side, interaction.kind, interaction.reacted,
  interaction.counted, interaction.contacted_at, interaction.entered_at, interaction.parts, interaction.recorded_by,
  recorder.name as recorded_by_name, interaction.on_behalf_of, principal.name as on_behalf_of_name, interaction.staff_name,
  interaction.import_id, interaction.version,
  case when interaction.version = 1 then 0
       else (select count(*)::int from interaction_version v where v.interaction_id = interaction.id) end as earlier`;
const withNames = sql`
  interaction
  left join identity_published.staff recorder on recorder.id = interaction.recorded_by
  left join identity_published.staff principal on principal.id = interaction.on_behalf_of`;

/** A contact with its words as they were written. */
export type StoredContact = Omit<Interaction, 'masksPhone'>;

export interface TimelineAsked {
  readonly personId: string;
  readonly projectId?: string | undefined;
  readonly kinds?: readonly InteractionKind[] | undefined;
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Contacts with one person, latest first. */
export async function timeline(db: Db, asked: TimelineAsked): Promise<StoredContact[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${withNames}
     where interaction.person_id = ${asked.personId}
       ${asked.before ? sql`and (interaction.contacted_at, interaction.id) < (${asked.before.at}, ${asked.before.id}::uuid)` : sql``}
       ${asked.projectId ? sql`and interaction.project_id = ${asked.projectId}` : sql``}
       ${asked.kinds ? sql`and interaction.kind = any (${[...asked.kinds]}::text[])` : sql``}
     order by interaction.contacted_at desc, interaction.id desc
     limit ${asked.limit}`.execute(db);
  return rows.map(toInteraction);
}

/** The latest contacts with one person, as their page shows them, and the tallies of all, in one question. */
export async function pageOfContacts(
  db: Db,
  personId: string,
  limit: number,
): Promise<{ contacts: StoredContact[]; tallies: ContactTally[] }> {
  const { rows } = await sql<Row & { tallies: string }>`
    select contact.*, counted.tallies
      from interactions.contacts_of_person(${personId}, ${limit}) contact
     cross join (select json_agg(tally)::text as tallies from interactions.tallies_of_person(${personId}) tally) counted`.execute(
    db,
  );
  const tallies = JSON.parse(rows[0]?.tallies ?? '[]') as TallyRow<string>[];
  const at = (text: string | null) => (text === null ? null : new Date(text));
  return {
    contacts: rows.map(toInteraction),
    tallies: tallies.map((tally) =>
      toTally({ ...tally, firstAt: at(tally.firstAt), lastCountedAt: at(tally.lastCountedAt) }),
    ),
  };
}

/** How many contacts a list has in all. */
export async function timelineCount(db: Db, asked: TimelineAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from interaction
     where person_id = ${asked.personId}
       ${asked.projectId ? sql`and project_id = ${asked.projectId}` : sql``}
       ${asked.kinds ? sql`and kind = any (${[...asked.kinds]}::text[])` : sql``}`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function interactionById(db: Db, id: string): Promise<StoredContact | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${withNames} where interaction.id = ${id}`.execute(db);
  return rows[0] && toInteraction(rows[0]);
}

/** Held until the transaction ends. */
export async function interactionForUpdate(
  db: Db,
  id: string,
): Promise<
  | {
      readonly recordedBy?: string;
      readonly enteredAt: Date;
      readonly writtenBy: string | null;
      readonly writtenAt: Date;
    }
  | undefined
> {
  const row = await db
    .selectFrom('interaction')
    .select(['recorded_by', 'entered_at', 'written_by', 'written_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      ...(row.recorded_by !== null && { recordedBy: row.recorded_by }),
      enteredAt: row.entered_at,
      writtenBy: row.written_by,
      writtenAt: row.written_at,
    }
  );
}

/** Removes a contact as it was written, unless a register stands on it; answers whether it is gone. */
export async function removeInteraction(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('interaction')
    .where('id', '=', id)
    .where('version', '=', 1)
    .where('import_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('register_entry').select('id').where('interaction_id', '=', id))),
    )
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** The words as they stand become an earlier version that nobody can alter. */
export async function keepVersion(db: Db, id: string): Promise<void> {
  await sql`
    insert into interaction_version (interaction_id, number, parts, contacted_at, written_by, written_at)
    select id, coalesce((select max(number) from interaction_version v where v.interaction_id = interaction.id), 0) + 1,
           parts, contacted_at, written_by, written_at
      from interaction where id = ${id}`.execute(db);
}

export async function changeWords(
  db: Db,
  id: string,
  change: { readonly parts: ContactParts; readonly contactedAt: Date; readonly by: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('interaction')
    .set({
      parts: JSON.stringify(change.parts),
      contacted_at: change.contactedAt,
      written_by: change.by,
      written_at: change.at,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}

export async function earlierVersions(db: Db, id: string): Promise<EarlierVersion[]> {
  const { rows } = await sql<{
    parts: ContactParts;
    contacted_at: Date;
    written_by: string | null;
    name: string | null;
    written_at: Date;
  }>`
    select v.parts, v.contacted_at, v.written_by, staff.name, v.written_at
      from interaction_version v left join identity_published.staff on staff.id = v.written_by
     where v.interaction_id = ${id} order by v.number desc limit 200`.execute(db);
  return rows.map((row) => ({
    parts: row.parts,
    contactedAt: row.contacted_at,
    ...(row.written_by !== null && { writtenBy: { id: row.written_by, name: row.name ?? '—' } }),
    writtenAt: row.written_at,
  }));
}

interface TallyRow<At = Date> extends Omit<ContactTally, 'firstAt' | 'lastCountedAt'> {
  readonly firstAt: At | null;
  readonly lastCountedAt: At | null;
}

/** How often people called and came in a project, whoever may see it: a first visit is the first of all (DOS-11). */
export async function timesRegistered(
  db: Db,
  personIds: readonly string[],
  projectId: string,
): Promise<{ personId: string; calls: number; visits: number }[]> {
  const { rows } = await sql<{ personId: string; calls: number; visits: number }>`
    select person_id as "personId", calls, visits
      from interactions.times_registered(${[...personIds]}::uuid[], ${projectId})`.execute(db);
  return rows;
}

/** Calls, visits and activities of people per project, and their latest counted contact (DOS-08, DOS-31). */
export async function talliesOf(
  db: Db,
  personIds: readonly string[],
): Promise<(ContactTally & { readonly personId: string })[]> {
  const { rows } = await sql<TallyRow & { readonly personId: string }>`
    select person_id as "personId", project_id as "projectId",
           (count(*) filter (where kind = 'CALL_IN'))::int as calls,
           (count(*) filter (where kind = 'VISIT_IN'))::int as visits,
           (count(*) filter (where kind = 'ACTIVITY'))::int as activities,
           min(contacted_at) as "firstAt", max(contacted_at) filter (where counted) as "lastCountedAt"
      from interaction where person_id = any (${[...personIds]}::uuid[])
     group by person_id, project_id
     limit 2000`.execute(db);
  return rows.map(toTally);
}

function toTally<Some extends TallyRow>({ firstAt, lastCountedAt, ...row }: Some) {
  return { ...row, ...(firstAt && { firstAt }), ...(lastCountedAt && { lastCountedAt }) };
}

function toInteraction(row: Row): StoredContact {
  const recorder = row.recorded_by
    ? { id: row.recorded_by, name: row.recorded_by_name ?? row.staff_name ?? '—' }
    : row.staff_name
      ? { name: row.staff_name }
      : undefined;
  return {
    id: row.id,
    projectId: row.project_id,
    personId: row.person_id,
    side: row.side,
    kind: row.kind,
    reacted: row.reacted,
    counted: row.counted,
    contactedAt: row.contacted_at,
    enteredAt: row.entered_at,
    parts: row.parts,
    ...(recorder && { recordedBy: recorder }),
    ...(row.on_behalf_of && { onBehalfOf: { id: row.on_behalf_of, name: row.on_behalf_of_name ?? '—' } }),
    imported: row.import_id !== null,
    earlierVersions: row.earlier,
    version: row.version,
  };
}
