import { rowsFrom } from '@yilu/platform/server';
import { sql } from 'kysely';
import type { AnswerSource, AnswerValue, Evidence, FieldSide } from '../contract/index.ts';
import type { Db } from './tables.ts';

export interface AnswerRecord {
  readonly field: string;
  readonly value: AnswerValue | null;
  readonly encrypted: string | null;
  readonly declined: boolean;
  readonly answeredBy: string;
  readonly answeredAt: Date;
  readonly source: AnswerSource;
}

/** Answers of a person that the actor's side may see. */
export async function answersOf(db: Db, personId: string): Promise<AnswerRecord[]> {
  const { rows } = await sql<AnswerRow>`
    select field, value, encrypted, declined, answered_by, answered_at, source
      from dossier_answer where person_id = ${personId} order by field limit 200`.execute(db);
  return rows.map(toAnswer);
}

export interface AnswerRow {
  field: string;
  value: AnswerValue | null;
  encrypted: string | null;
  declined: boolean;
  answered_by: string;
  /** Text where the row came as JSON. */
  answered_at: Date | string;
  source: AnswerSource;
}

export function toAnswer(row: AnswerRow): AnswerRecord {
  return {
    field: row.field,
    value: row.value,
    encrypted: row.encrypted,
    declined: row.declined,
    answeredBy: row.answered_by,
    answeredAt: new Date(row.answered_at),
    source: row.source,
  };
}

export interface AnswerToWrite {
  readonly personId: string;
  readonly field: string;
  readonly side: FieldSide;
  /** Exactly one of the three. */
  readonly value?: AnswerValue | undefined;
  readonly encrypted?: string | undefined;
  readonly declined: boolean;
}

export interface Answering {
  readonly by: string;
  readonly at: Date;
  readonly source: AnswerSource;
}

const ofAnswers = ['person_id uuid', 'field text', 'side text', 'value jsonb', 'encrypted text', 'declined boolean'];

/** Writes answers over what stood there; many people at once. */
export async function writeAnswers(
  db: Db,
  answers: readonly AnswerToWrite[],
  { by, at, source }: Answering,
): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ personId, field, side, value, encrypted, declined }) => ({
    person_id: personId,
    field,
    side,
    value: value === undefined ? undefined : JSON.stringify(value),
    encrypted,
    declined,
  }));
  await sql`
    insert into dossier_answer (person_id, field, side, value, encrypted, declined, answered_by, answered_at, source)
    select person_id, field, side, value, encrypted, declined, ${by}, ${at}, ${source} from ${rowsFrom(rows, ofAnswers)}
    on conflict (person_id, field) do update
       set side = excluded.side, value = excluded.value, encrypted = excluded.encrypted, declined = excluded.declined,
           answered_by = excluded.answered_by, answered_at = excluded.answered_at, source = excluded.source`.execute(
    db,
  );
}

export async function deleteAnswers(db: Db, personId: string, fields: readonly string[]): Promise<void> {
  if (fields.length === 0) return;
  await db
    .deleteFrom('dossier_answer')
    .where('person_id', '=', personId)
    .where('field', '=', sql<string>`any(${fields}::text[])`)
    .execute();
}

/** Which fields are filled and which declined, keys only, whatever the asker's side. */
export async function filledFields(
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, { filled: Evidence[]; declined: Evidence[] }>> {
  const { rows } = await sql<{ person_id: string; filled: Evidence[]; declined: Evidence[] }>`
    select person_id, filled, declined from customers.filled_fields(${personIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ person_id, filled, declined }) => [person_id, { filled, declined }]));
}

export async function fieldSwitches(db: Db): Promise<{ field: string; on: boolean; purpose?: string }[]> {
  const rows = await db
    .selectFrom('dossier_field_switch')
    .select(['field', 'switched_on', 'purpose'])
    .limit(200)
    .execute();
  return rows.map(({ field, switched_on, purpose }) => ({
    field,
    on: switched_on,
    ...(purpose !== null && { purpose }),
  }));
}

export async function writeFieldSwitch(
  db: Db,
  { field, on, purpose, by, at }: { field: string; on: boolean; purpose?: string | undefined; by: string; at: Date },
): Promise<void> {
  await sql`
    insert into dossier_field_switch (field, switched_on, purpose, switched_by, switched_at)
    values (${field}, ${on}, ${purpose ?? null}, ${by}, ${at})
    on conflict (field) do update set switched_on = excluded.switched_on, purpose = excluded.purpose,
      switched_by = excluded.switched_by, switched_at = excluded.switched_at`.execute(db);
}
