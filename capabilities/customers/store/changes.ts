import { sql } from 'kysely';
import type { AnswerSource, FieldSide } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface ChangeRecord {
  readonly id: string;
  readonly personId: string;
  readonly field: string;
  readonly side: FieldSide;
  readonly beforeSealed: string | null;
  readonly afterSealed: string | null;
  readonly changedBy: string;
  readonly changedByName: string;
  readonly changedAt: Date;
  readonly source: AnswerSource;
}

export async function insertChanges(db: Db, changes: readonly ChangeRecord[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({
    id: change.id,
    person_id: change.personId,
    field: change.field,
    side: change.side,
    before_sealed: change.beforeSealed,
    after_sealed: change.afterSealed,
    changed_by: change.changedBy,
    changed_by_name: change.changedByName,
    changed_at: change.changedAt,
    source: change.source,
  }));
  await sql`
    insert into field_change (id, person_id, field, side, before_sealed, after_sealed, changed_by, changed_by_name, changed_at, source)
    select id, person_id, field, side, before_sealed, after_sealed, changed_by, changed_by_name, changed_at, source
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as given (id uuid, person_id uuid, field text, side text, before_sealed text, after_sealed text, changed_by uuid,
                  changed_by_name text, changed_at timestamptz, source text)`.execute(db);
}

/** What was changed by one hand at one time. */
export interface Editing {
  readonly id: string;
  readonly fields: readonly string[];
  readonly by: string;
  readonly at: Date;
  readonly source: AnswerSource;
}

/** Newest first, without the values. */
export async function editingsOf(db: Db, personId: string, limit: number): Promise<Editing[]> {
  const { rows } = await sql<Editing>`
    select (array_agg(id order by id))[1] as id, array_agg(distinct field) as fields, changed_by_name as by, changed_at as at, source
      from field_change
     where person_id = ${personId}
     group by changed_at, changed_by, changed_by_name, source
     order by changed_at desc
     limit ${limit}`.execute(db);
  return rows;
}

/** Which fields of these people were changed by hand, each with who did so last. */
export async function editedByHand(
  db: Db,
  personIds: readonly string[],
): Promise<{ readonly personId: string; readonly field: string; readonly by: string; readonly at: Date }[]> {
  const { rows } = await sql<{ person_id: string; field: string; by: string; at: Date }>`
    select distinct on (person_id, field) person_id, field, changed_by_name as by, changed_at as at
      from field_change
     where person_id = any (${[...personIds]}::uuid[]) and source <> 'import'
     order by person_id, field, changed_at desc`.execute(db);
  return rows.map(({ person_id, ...edit }) => ({ personId: person_id, ...edit }));
}

/** Newest first; all of them without a limit. */
export async function changesOf(
  db: Db,
  personId: string,
  field?: string | undefined,
  limit?: number | undefined,
): Promise<ChangeRecord[]> {
  const { rows } = await sql<{
    id: string;
    field: string;
    side: FieldSide;
    before_sealed: string | null;
    after_sealed: string | null;
    changed_by: string;
    changed_by_name: string;
    changed_at: Date;
    source: AnswerSource;
  }>`
    select id, field, side, before_sealed, after_sealed, changed_by, changed_by_name, changed_at, source
      from field_change
     where person_id = ${personId} ${field === undefined ? sql`` : sql`and field = ${field}`}
     order by changed_at desc, id desc
     limit ${limit ?? null}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    personId,
    field: row.field,
    side: row.side,
    beforeSealed: row.before_sealed,
    afterSealed: row.after_sealed,
    changedBy: row.changed_by,
    changedByName: row.changed_by_name,
    changedAt: row.changed_at,
    source: row.source,
  }));
}
