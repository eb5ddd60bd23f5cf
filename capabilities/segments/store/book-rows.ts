import type { Day } from '@yilu/platform/contract';
import { sql } from 'kysely';
import type { LabelKind } from '../contract/index.ts';
import type { Labels } from '../rules/index.ts';
import type { Db } from './tables.ts';

/** Labels of one customer in one project that changed at one instant, in the same order throughout. */
export interface Change {
  readonly labels: readonly LabelKind[];
  readonly before: readonly (string | null)[];
  readonly after: readonly (string | null)[];
  /** JSON, a list per label. */
  readonly reasons: string;
}

/** What was judged of the rows that were put down: the labels of every row in the order of its lines, and what changed. */
export interface Judgement {
  readonly rows: number;
  readonly add: (labels: Labels, validUntil: Day | undefined, change: Change | undefined) => void;
  readonly write: (db: Db, today: Day, at: Date) => Promise<void>;
}

/**
 * Columns of one text each, a line per row, an empty line for an absent value: cheaper than an array of strings to both sides. Rows
 * become text as they are judged, so that a piece of thousands holds nothing else of them.
 */
export function openJudgement(): Judgement {
  const judged = columnsOf(({ lifecycle, value, activity, completeness }: Labels) => [
    lifecycle?.value,
    lifecycle?.validUntil,
    value?.value,
    value?.matches.join(' '),
    value?.validUntil,
    value?.currentScore,
    value?.futureScore,
    activity?.value,
    activity?.validUntil,
    completeness?.value,
    completeness?.line,
    completeness?.dueBy,
    completeness?.validUntil,
  ]);
  const valid = columnsOf((until: Day | undefined) => [until]);
  const changed = columnsOf(({ labels, before, after, reasons }: Change) => [
    listOf(labels),
    before.every((value) => value === null) ? undefined : listOf(before),
    listOf(after),
    reasons,
  ]);
  const places: number[] = [];
  let rows = 0;
  return {
    get rows() {
      return rows;
    },
    add: (labels, validUntil, change) => {
      rows += 1;
      judged.add(labels);
      valid.add(validUntil);
      if (!change) return;
      places.push(rows);
      changed.add(change);
    },
    write: async (db, today, at) => {
      if (rows === 0) return;
      await writeJudged(db, today, [...judged.columns(), ...valid.columns()]);
      if (places.length > 0) await writeHistory(db, at, places, changed.columns());
    },
  };
}

type Cell = string | number | undefined;

function columnsOf<Row>(cellsOf: (row: Row) => readonly Cell[]) {
  const columns: Cell[][] = [];
  return {
    add: (row: Row) => {
      const cells = cellsOf(row);
      for (let index = 0; index < cells.length; index += 1) {
        const column = columns[index] ?? [];
        columns[index] = column;
        column.push(cells[index]);
      }
    },
    columns: () => columns.map((cells) => cells.join('\n')),
  };
}

const listOf = (values: readonly (string | null)[]) => `{${values.map((value) => value ?? 'null').join()}}`;
const linesIn = (column: string | undefined) => sql`string_to_array(${column ?? ''}::text, ${'\n'}, '')`;

/** The rows of the book that were put down, whether they stand already or not. */
async function writeJudged(db: Db, today: Day, columns: readonly string[]): Promise<void> {
  const [
    lifecycle,
    lifecycleUntil,
    value,
    matches,
    valueUntil,
    currentScore,
    futureScore,
    activity,
    activityUntil,
    ...rest
  ] = columns.map(linesIn);
  const [percent, line, dueBy, percentUntil, validUntil] = rest;
  await sql`
    select segments.write_judged(${today}::date, ${lifecycle}, ${lifecycleUntil}::date[], ${value}, ${matches}, ${valueUntil}::date[],
      ${currentScore}::smallint[], ${futureScore}::smallint[], ${activity}, ${activityUntil}::date[], ${percent}::smallint[],
      ${line}::smallint[], ${dueBy}::date[], ${percentUntil}::date[], ${validUntil}::date[])
  `.execute(db);
}

/** A label that changes twice within one instant changed once, from what it was before. */
async function writeHistory(db: Db, at: Date, places: readonly number[], columns: readonly string[]): Promise<void> {
  const [labels, before, after, reasons] = columns.map(linesIn);
  await sql`
    select segments.write_history(${at}::timestamptz, ${places}::int[], ${labels}, ${before}, ${after}, ${reasons})
  `.execute(db);
}

/** Rows of these people in projects where they no longer belong; their labels end at this instant. */
export async function removeGone(db: Db, personIds: readonly string[], at: Date): Promise<void> {
  await sql`select segments.remove_gone(${personIds}::uuid[], ${at}::timestamptz)`.execute(db);
}
