import { dayOf, mostIdsInAnEvent } from '@yilu/platform/contract';
import type { Begin, Work } from '@yilu/platform/server';
import { labelsChanged } from '../contract/index.ts';
import { firstChange, type Labels, labelsIn, labelsOf, type ValueScale } from '../rules/index.ts';
import {
  removeRowsNotAmong,
  toWritten,
  type WrittenChange,
  type WrittenRow,
  writeChanges,
  writeRows,
} from '../store/book-rows.ts';
import { type GatheredRow, gather, type StoredLabels } from '../store/facts.ts';
import { takeMarked } from '../store/marks.ts';
import { scalesOf } from '../store/scales.ts';
import type { Tables } from '../store/tables.ts';
import { ranking, rubrics } from './rubrics.ts';

export interface Recomputed {
  /** People looked at. */
  readonly people: number;
  /** Rows of the book written because something differed. */
  readonly written: number;
  /** Labels that changed, first ones included. */
  readonly changes: number;
}

/** Large enough for sets to pay, small enough that one piece of work never holds many rows for long. */
const atOnce = 20_000;

/** Work off all marks, some thousand people per transaction; a crash loses at most one such piece, which is then repeated. */
export async function recomputeMarked(
  begin: Begin,
  report: (sofar: Recomputed) => void = () => {},
): Promise<Recomputed> {
  let sofar: Recomputed = { people: 0, written: 0, changes: 0 };
  for (;;) {
    const piece = await begin(async (work) => {
      const own = work as Work<Tables>;
      const people = await takeMarked(own.db, atOnce);
      return people.length === 0 ? undefined : recompute(own, people);
    });
    if (!piece) return sofar;
    sofar = {
      people: sofar.people + piece.people,
      written: sofar.written + piece.written,
      changes: sofar.changes + piece.changes,
    };
    report(sofar);
  }
}

/** Rows of one round trip; the next ones are gathered while these are judged. */
const gatheredAtOnce = 5_000;

/**
 * Gather the facts of these people, judge them by the pure rules, write what differs. The only way by which a label ever
 * comes about, whether for one person after an event or for a million in pieces.
 */
export async function recompute(work: Work<Tables>, personIds: readonly string[]): Promise<Recomputed> {
  const today = dayOf(work.now);
  const judge = await openJudge(work);
  const gathering = (from: number) => {
    const of = personIds.slice(from, from + gatheredAtOnce);
    const rows = of.length > 0 ? gather(work.db, of, today) : Promise.resolve([]);
    // Whoever fails while these are on their way ends the transaction; this failure is then no news.
    rows.catch(() => {});
    return { of, rows };
  };

  let written = 0;
  let changes = 0;
  let next = gathering(0);
  for (let from = 0; next.of.length > 0; ) {
    const { of } = next;
    const rows = await next.rows;
    from += of.length;
    next = gathering(from);
    const judged = await judge(rows);
    await writeRows(work.db, judged.written);
    await writeChanges(work.db, judged.changes);
    await removeRowsNotAmong(
      work.db,
      of,
      rows.map(({ book }) => book),
    );
    await tellOf(work, judged.changes);
    written += judged.written.length;
    changes += judged.changes.length;
  }
  return { people: personIds.length, written, changes };
}

/** The rules with the figures of each project, read once. */
async function openJudge(work: Work<Tables>) {
  const { db, now } = work;
  const scales = await scalesOf(db);
  const rubricOf = rubrics(work);
  const rankingOf = await ranking(work);

  return async (rows: readonly GatheredRow[]) => {
    const written: WrittenRow[] = [];
    const changes: WrittenChange[] = [];
    for (const row of rows) {
      const projectId = row.book.project_id;
      const facts = rankingOf(projectId).isGroup ? asRankedInGroup(row) : row.facts;
      const labels = labelsOf(facts, scales.get(projectId) ?? unranked, await rubricOf(projectId), now);
      const changed = changesOf(row, labels, now);
      const next = toWritten(row, labels, firstChange(labels));
      changes.push(...changed);
      if (row.differs || changed.length > 0 || !sameLabels(row.stored, next)) written.push(next);
    }
    return { written, changes };
  };
}

export const unranked: ValueScale = { percentilesFen: [] };

/** Where amounts are ranked in the group, what counts is what somebody signed for anywhere. */
export function asRankedInGroup({
  facts,
  groupAmountFen,
}: Pick<GatheredRow, 'facts' | 'groupAmountFen'>): GatheredRow['facts'] {
  return { ...facts, value: { ...facts.value, amountFen: facts.value.amountFen && groupAmountFen } };
}

/** The labels whose value differs from the one in the book, the first ones and the last ones included. */
function changesOf({ book, stored }: GatheredRow, labels: Labels, now: Date): WrittenChange[] {
  const before: Record<WrittenChange['label'], string | undefined> = {
    lifecycle: stored?.lifecycle ?? undefined,
    value: stored?.value ?? undefined,
    activity: stored?.activity ?? undefined,
    completeness: stored?.completeness?.toString(),
  };
  const after = new Map(labelsIn(labels));
  return (Object.keys(before) as WrittenChange['label'][])
    .filter((label) => before[label] !== after.get(label)?.value.toString())
    .map((label) => ({
      project_id: book.project_id,
      person_id: book.person_id,
      label,
      changed_at: now,
      before: before[label] ?? null,
      after: after.get(label)?.value.toString() ?? null,
      reasons: after.get(label)?.reasons ?? [],
    }));
}

function sameLabels(stored: StoredLabels | undefined, next: WrittenRow): boolean {
  if (!stored) return false;
  return (Object.keys(stored) as (keyof StoredLabels)[]).every((column) =>
    column === 'value_matches'
      ? (stored.value_matches ?? []).join() === (next.value_matches ?? []).join()
      : stored[column] === next[column],
  );
}

async function tellOf({ tell }: Work<Tables>, changes: readonly WrittenChange[]): Promise<void> {
  const news = changes.flatMap(({ person_id, project_id, label, before, after }) =>
    before === null
      ? []
      : [{ personId: person_id, projectId: project_id, label, before, ...(after !== null && { after }) }],
  );
  for (let from = 0; from < news.length; from += mostIdsInAnEvent) {
    await tell(labelsChanged, { changes: news.slice(from, from + mostIdsInAnEvent) });
  }
}
