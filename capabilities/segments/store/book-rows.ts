import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { LabelKind } from '../contract/index.ts';
import type { Labels } from '../rules/index.ts';
import type { Db } from './tables.ts';

/** A row of the book with its labels as judged; the book's own columns stand where they were put down. */
export interface JudgedRow {
  readonly projectId: string;
  readonly personId: string;
  readonly labels: Labels;
  readonly validUntil: Day | undefined;
}

/** Labels of one customer in one project that changed at one instant, in the same order throughout. */
export interface HistoryRow {
  readonly projectId: string;
  readonly personId: string;
  readonly labels: readonly LabelKind[];
  readonly before: readonly (string | null)[];
  readonly after: readonly (string | null)[];
  /** JSON, a list per label. */
  readonly reasons: string;
}

/** The texts of a column with one line per row; an empty line is an absent value. Cheaper than an array of strings to both sides. */
function lines<Row>(rows: readonly Row[], textOf: (row: Row) => string | number | null | undefined) {
  let text = '';
  for (const row of rows) text += `${textOf(row) ?? ''}\n`;
  return sql`string_to_array(${text.slice(0, -1)}::text, ${'\n'}, '')`;
}

/** Write these rows of the book, whether they stand already or not, from the facts that were put down. */
export async function writeRows(db: Db, rows: readonly JudgedRow[], today: Day): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    select segments.write_judged(
      ${lines(rows, (row) => row.personId)}::uuid[],
      ${lines(rows, (row) => row.projectId)}::uuid[],
      ${today}::date,
      ${lines(rows, ({ labels }) => labels.lifecycle?.value)},
      ${lines(rows, ({ labels }) => labels.lifecycle?.validUntil)}::date[],
      ${lines(rows, ({ labels }) => labels.value?.value)},
      ${lines(rows, ({ labels }) => labels.value?.matches.join(' '))},
      ${lines(rows, ({ labels }) => labels.value?.validUntil)}::date[],
      ${lines(rows, ({ labels }) => labels.value?.currentScore)}::smallint[],
      ${lines(rows, ({ labels }) => labels.value?.futureScore)}::smallint[],
      ${lines(rows, ({ labels }) => labels.activity?.value)},
      ${lines(rows, ({ labels }) => labels.activity?.validUntil)}::date[],
      ${lines(rows, ({ labels }) => labels.completeness?.value)}::smallint[],
      ${lines(rows, ({ labels }) => labels.completeness?.line)}::smallint[],
      ${lines(rows, ({ labels }) => labels.completeness?.dueBy)}::date[],
      ${lines(rows, ({ labels }) => labels.completeness?.validUntil)}::date[],
      ${lines(rows, (row) => row.validUntil)}::date[])
  `.execute(db);
}

/** Rows of these people in projects where they no longer belong. */
export async function removeGone(db: Db, personIds: readonly string[]): Promise<void> {
  await sql`select segments.remove_gone(${personIds}::uuid[])`.execute(db);
}

/** A label that changes twice within one instant changed once, from what it was before. */
export async function writeHistory(db: Db, rows: readonly HistoryRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  const listOf = (values: readonly (string | null)[]) => `{${values.map((value) => value ?? 'null').join()}}`;
  await sql`
    insert into label_history as known (person_id, project_id, changed_at, labels, before, after, reasons)
    select person_id::uuid, project_id::uuid, ${at}::timestamptz, labels::text[], before::text[], after::text[], reasons::json
      from unnest(${lines(rows, (row) => row.personId)}, ${lines(rows, (row) => row.projectId)},
                  ${lines(rows, (row) => listOf(row.labels))},
                  ${lines(rows, (row) => (row.before.every((value) => value === null) ? null : listOf(row.before)))},
                  ${lines(rows, (row) => listOf(row.after))}, ${lines(rows, (row) => row.reasons)})
             as changed (person_id, project_id, labels, before, after, reasons)
    on conflict (person_id, project_id, changed_at) do update set (labels, before, after, reasons) = (
      select array_agg(coalesce(old.label, new.label) order by coalesce(old.nth, 9), new.nth),
             array_agg(case when old.label is null then new.before else old.before end order by coalesce(old.nth, 9), new.nth),
             array_agg(case when new.label is null then old.after else new.after end order by coalesce(old.nth, 9), new.nth),
             json_agg(coalesce(excluded.reasons -> (new.nth - 1)::int, known.reasons -> (old.nth - 1)::int)
                      order by coalesce(old.nth, 9), new.nth)
        from unnest(known.labels, known.before, known.after) with ordinality as old (label, before, after, nth)
        full join unnest(excluded.labels, excluded.before, excluded.after) with ordinality as new (label, before, after, nth)
          on new.label = old.label)
  `.execute(db);
}
