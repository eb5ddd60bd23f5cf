import type { Day } from '@yilu/platform/contract';
import { dayArray, intArray, smallintArray, textArray } from '@yilu/platform/server';
import { sql } from 'kysely';
import type { LabelKind } from '../contract/index.ts';
import type { Labels } from '../rules/index.ts';
import type { People } from './facts.ts';
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
 * Column by column, in the form that is cheapest to both sides: short words as one text with a line per row, the rest as arrays in
 * binary. Rows become bytes as they are judged, so that a piece of thousands holds nothing else of them.
 */
export function openJudgement(): Judgement {
  const lifecycles = wordColumn();
  const lifecycleUntils = dayArray();
  const values = wordColumn();
  const valueMatches = wordColumn();
  const valueUntils = dayArray();
  const currentScores = smallintArray();
  const futureScores = smallintArray();
  const activities = wordColumn();
  const activityUntils = dayArray();
  const percents = smallintArray();
  const lines = smallintArray();
  const dueDays = dayArray();
  const percentUntils = dayArray();
  const validUntils = dayArray();
  const changed = openHistory();
  let rows = 0;
  return {
    get rows() {
      return rows;
    },
    add: ({ lifecycle, value, activity, completeness }, validUntil, change) => {
      rows += 1;
      lifecycles.add(lifecycle?.value);
      lifecycleUntils.add(lifecycle?.validUntil);
      values.add(value?.value);
      valueMatches.add(value?.matches.join(' '));
      valueUntils.add(value?.validUntil);
      currentScores.add(value?.currentScore);
      futureScores.add(value?.futureScore);
      activities.add(activity?.value);
      activityUntils.add(activity?.validUntil);
      percents.add(completeness?.value);
      lines.add(completeness?.line);
      dueDays.add(completeness?.dueBy);
      percentUntils.add(completeness?.validUntil);
      validUntils.add(validUntil);
      if (change) changed.add(rows, change);
    },
    write: async (db, today, at) => {
      if (rows === 0) return;
      // The rows of the book that were put down, whether they stand already or not.
      await sql`
        select segments.write_judged(${today}::date, ${lifecycles.array()}, ${lifecycleUntils.bytes()}::date[], ${values.array()},
          ${valueMatches.array()}, ${valueUntils.bytes()}::date[], ${currentScores.bytes()}::smallint[], ${futureScores.bytes()}::smallint[],
          ${activities.array()}, ${activityUntils.bytes()}::date[], ${percents.bytes()}::smallint[], ${lines.bytes()}::smallint[],
          ${dueDays.bytes()}::date[], ${percentUntils.bytes()}::date[], ${validUntils.bytes()}::date[])
      `.execute(db);
      await changed.write(db, at);
    },
  };
}

/** A label that changes twice within one instant changed once, from what it was before. */
function openHistory() {
  const places = intArray();
  const labels = wordColumn();
  const before = wordColumn();
  const after = wordColumn();
  const reasons = textArray();
  let rows = 0;
  return {
    add: (place: number, change: Change) => {
      rows += 1;
      places.add(place);
      labels.add(listOf(change.labels));
      before.add(change.before.every((value) => value === null) ? undefined : listOf(change.before));
      after.add(listOf(change.after));
      reasons.add(change.reasons);
    },
    write: async (db: Db, at: Date): Promise<void> => {
      if (rows === 0) return;
      await sql`
        select segments.write_history(${at}::timestamptz, ${places.bytes()}::int[], ${labels.array()}, ${before.array()}, ${after.array()},
          ${reasons.bytes()}::text[])
      `.execute(db);
    },
  };
}

/** Words as one text, a line each, an empty line for an absent one. */
function wordColumn() {
  const words: (string | undefined)[] = [];
  return {
    add: (word: string | undefined) => {
      words.push(word);
    },
    array: () => sql`string_to_array(${words.join('\n')}::text, ${'\n'}, '')`,
  };
}

const listOf = (values: readonly (string | null)[]) => `{${values.map((value) => value ?? 'null').join()}}`;

/** Rows of these people in projects where they no longer belong; their labels end at this instant. */
export async function removeGone(db: Db, people: People, at: Date): Promise<void> {
  await sql`select segments.remove_gone(${people}::uuid[], ${at}::timestamptz)`.execute(db);
}
