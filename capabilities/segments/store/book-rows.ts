import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { LabelKind, Reason } from '../contract/index.ts';
import type { Labels } from '../rules/index.ts';
import { factColumns, type GatheredRow, type StoredLabels } from './facts.ts';
import type { Db } from './tables.ts';

/** A row of the book as it is to stand. */
export type WrittenRow = GatheredRow['book'] & StoredLabels & { readonly valid_until: Day | null };

export interface WrittenChange {
  readonly project_id: string;
  readonly person_id: string;
  readonly label: LabelKind;
  readonly changed_at: Date;
  readonly before: string | null;
  readonly after: string | null;
  readonly reasons: readonly Reason[];
}

export function toWritten({ book }: GatheredRow, labels: Labels, validUntil: Day | undefined): WrittenRow {
  const { lifecycle, value, activity, completeness } = labels;
  return {
    ...book,
    lifecycle: lifecycle?.value ?? null,
    lifecycle_until: lifecycle?.validUntil ?? null,
    value: value?.value ?? null,
    value_matches: [...(value?.matches ?? [])],
    value_until: value?.validUntil ?? null,
    current_score: value?.currentScore ?? null,
    future_score: value?.futureScore ?? null,
    activity: activity?.value ?? null,
    activity_until: activity?.validUntil ?? null,
    completeness: completeness?.value ?? null,
    completeness_line: completeness?.line ?? null,
    completeness_due_on: completeness?.dueBy ?? null,
    completeness_until: completeness?.validUntil ?? null,
    valid_until: validUntil ?? null,
  };
}

const ownColumns = [
  'lifecycle',
  'lifecycle_until',
  'value',
  'value_matches',
  'value_until',
  'current_score',
  'future_score',
  'activity',
  'activity_until',
  'completeness',
  'completeness_line',
  'completeness_due_on',
  'completeness_until',
  'valid_until',
] as const;

/** Write rows in one statement, whether they stand already or not. */
export async function writeRows(db: Db, rows: readonly WrittenRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...factColumns, ...ownColumns];
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const changed = sql.join(columns.slice(2).map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  await sql`
    insert into customer_fact (${names})
    select ${names} from json_populate_recordset(null::customer_fact, ${JSON.stringify(rows)}::json)
    on conflict (project_id, person_id) do update set ${changed}
  `.execute(db);
}

/** Rows of these people in projects where they no longer belong. */
export async function removeRowsNotAmong(
  db: Db,
  personIds: readonly string[],
  kept: readonly { readonly project_id: string; readonly person_id: string }[],
): Promise<void> {
  await sql`
    delete from customer_fact
     where person_id = any (${personIds}::uuid[])
       and not exists (
         select from unnest(${kept.map((row) => row.person_id)}::uuid[], ${kept.map((row) => row.project_id)}::uuid[])
                       as kept (person_id, project_id)
          where kept.person_id = customer_fact.person_id and kept.project_id = customer_fact.project_id)
  `.execute(db);
}

export async function writeChanges(db: Db, changes: readonly WrittenChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into label_change (project_id, person_id, label, changed_at, before, after, reasons)
    select project_id, person_id, label, changed_at, before, after, reasons
      from json_populate_recordset(null::label_change, ${JSON.stringify(changes)}::json)
    on conflict (project_id, person_id, label, changed_at)
    do update set after = excluded.after, reasons = excluded.reasons
  `.execute(db);
}
