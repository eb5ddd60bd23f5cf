import { availableParallelism } from 'node:os';
import { dayOf, mostIdsInAnEvent } from '@yilu/platform/contract';
import { type Begin, isAskedOfLate, makeWay, uuidArray, type Work } from '@yilu/platform/server';
import type { z } from 'zod';
import { type LabelKind, labelKinds, labelsChanged } from '../contract/index.ts';
import { firstChange, keptReasons, type Labels, labelsOf, type Rubric, type ValueScale } from '../rules/index.ts';
import { type Change, type Judgement, openJudgement, removeGone } from '../store/book-rows.ts';
import { type GatheredRow, projectsOf, putDown, type RowToJudge, rowToJudge } from '../store/facts.ts';
import { inASmallPiece, inOnePiece, type Lane, lanes, takeMarked } from '../store/marks.ts';
import { scalesOf } from '../store/scales.ts';
import type { Tables } from '../store/tables.ts';
import { seedOf } from './fingerprint.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { ranking, rubrics } from './rubrics.ts';

export interface Recomputed {
  /** People looked at. */
  readonly people: number;
  /** Rows of the book written because something differed. */
  readonly written: number;
  /** Labels that changed, first ones included. */
  readonly changes: number;
}

const nothing: Recomputed = { people: 0, written: 0, changes: 0 };
const sumOf = (one: Recomputed, other: Recomputed): Recomputed => ({
  people: one.people + other.people,
  written: one.written + other.written,
  changes: one.changes + other.changes,
});

/** In the background half of the processors' worth of pieces is worked at side by side, so that requests find the other half free. */
const sideBySide = Math.max(1, Math.floor(availableParallelism() / 2));

/**
 * Work off all marks, some thousand people per transaction, several lanes side by side: while the rules judge one piece, the
 * database gathers and writes others. A crash loses at most one piece of each, which is then repeated.
 */
export async function recomputeMarked(
  begin: Begin,
  report: (sofar: Recomputed) => void = () => {},
  workers = sideBySide,
): Promise<Recomputed> {
  let sofar = nothing;
  const waiting: Lane[] = [...lanes];
  const work = async () => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift()) {
      const of = lane;
      const piece = await begin(async (work) => {
        const own = work as Work<Tables>;
        const taken = await takeMarked(own.db, of, isAskedOfLate() ? inASmallPiece : inOnePiece);
        return {
          mayBeMore: taken.mayBeMore,
          done: taken.people.length === 0 ? nothing : await recompute(own, taken.people),
        };
      });
      // To the end of the queue: whom an event named waits for one piece of each lane, never for a stretch of everybody.
      if (piece.mayBeMore) waiting.push(lane);
      sofar = sumOf(sofar, piece.done);
      report(sofar);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return sofar;
}

/**
 * Gather the facts of these people, judge by the pure rules those that differ from what was judged before, write them. The only
 * way by which a label ever comes about, whether for one person after an event or for a million in pieces.
 */
export async function recompute(work: Work<Tables>, personIds: readonly string[]): Promise<Recomputed> {
  const { db, now } = work;
  const today = dayOf(now);
  const people = uuidArray(personIds);
  const measures = await measuresOf(work, await projectsOf(db, people));
  const lines = await putDown(db, people, today, new Map([...measures].map(([id, { seed }]) => [id, seed])));
  // Before the new rows stand, each of which it would look at.
  await removeGone(db, people, now);
  const { judgement, changes, news } = await inTurn(() => judge(lines, measures, now));
  await judgement.write(db, today, now);
  await tellOf(work, news);
  return { people: personIds.length, written: judgement.rows, changes };
}

/**
 * Pieces that have been gathered are judged one after the other: in short turns side by side they would all be ready late, and the
 * database would wait for every one of them.
 */
const inTurn = oneAtATime();

/** By what the customers of a project are judged. */
interface Measure {
  readonly rubric: Rubric;
  readonly scale: ValueScale;
  readonly isGroup: boolean;
  readonly seed: bigint;
}

async function measuresOf(work: Work<Tables>, projectIds: readonly string[]): Promise<ReadonlyMap<string, Measure>> {
  const rubricOf = rubrics(work);
  const [scales, rankingOf, ...each] = await Promise.all([
    scalesOf(work.db, projectIds),
    ranking(work),
    ...projectIds.map(async (projectId) => [projectId, await rubricOf(projectId)] as const),
  ]);
  return new Map(
    each.map(([projectId, rubric]) => {
      const scale = scales.get(projectId) ?? unranked;
      const { isGroup } = rankingOf(projectId);
      return [projectId, { rubric, scale, isGroup, seed: seedOf(rubric, scale, isGroup) }];
    }),
  );
}

interface Judged {
  readonly judgement: Judgement;
  /** Labels that changed, first ones included. */
  readonly changes: number;
  readonly news: News;
}

async function judge(lines: readonly string[], measures: ReadonlyMap<string, Measure>, now: Date): Promise<Judged> {
  const judgement = openJudgement();
  const news: News = [];
  let changes = 0;
  for (const line of lines) {
    const row = rowToJudge(line);
    const measure = measures.get(row.projectId);
    if (!measure) throw new Error(`a customer of a project without figures: ${row.projectId}`);
    const facts = measure.isGroup ? asRankedInGroup(row) : row.facts;
    const labels = labelsOf(facts, measure.scale, measure.rubric, now);
    const change = changeOf(labels, row.known);
    judgement.add(labels, firstChange(labels), change);
    if (change) {
      changes += change.labels.length;
      news.push(...newsOf(row, change));
    }
    await makeWay();
  }
  return { judgement, changes, news };
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
function changeOf(labels: Labels, known: RowToJudge['known']): Change | undefined {
  const changed = labelKinds.filter((label) => valueIn(labels, label) !== known[label]);
  if (changed.length === 0) return undefined;
  return {
    labels: changed,
    before: changed.map((label) => known[label]),
    after: changed.map((label) => valueIn(labels, label)),
    reasons: keptReasons(changed.map((label) => labels[label]?.reasons ?? [])),
  };
}

function valueIn(labels: Labels, label: LabelKind): string | null {
  const value = labels[label]?.value;
  return value === undefined ? null : String(value);
}

type News = z.infer<typeof labelsChanged.shape>['changes'];

/** What is told of a change: labels that came about for the first time are no news. */
function newsOf({ personId, projectId }: RowToJudge, { labels, before, after }: Change): News {
  return labels.flatMap((label, place) => {
    const [was, is] = [before[place], after[place]];
    return was === null || was === undefined
      ? []
      : [{ personId, projectId, label, before: was, ...(is !== null && { after: is }) }];
  });
}

async function tellOf({ tell }: Work<Tables>, news: News): Promise<void> {
  for (let from = 0; from < news.length; from += mostIdsInAnEvent) {
    await tell(labelsChanged, { changes: news.slice(from, from + mostIdsInAnEvent) });
  }
}
