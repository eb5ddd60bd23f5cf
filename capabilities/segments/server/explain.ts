import { type Day, dayOf, found, type Heard, instantOn, type Page } from '@yilu/platform/contract';
import { pageOf, readCursor, type Work } from '@yilu/platform/server';
import { z } from 'zod';
import {
  type Criterion,
  type CustomerLabels,
  type Distribution,
  type labelDistribution as distributionEndpoint,
  type explainLabel as explainEndpoint,
  type labelHistory as historyEndpoint,
  type LabelChange,
  type LabelKind,
  labelKinds,
  noSuchCustomer,
  type Reason,
  type Reckoning,
} from '../contract/index.ts';
import { type Labels, labelsOf, overallLifecycle, overallValue, type ValueScale } from '../rules/index.ts';
import { type GatheredRow, gather } from '../store/facts.ts';
import { changesOfPerson, distributionAt, projectsSeen, sinceWhen } from '../store/labels.ts';
import { scalesOf } from '../store/scales.ts';
import type { Tables } from '../store/tables.ts';
import { asRankedInGroup, unranked } from './recompute.ts';
import { isRankedInGroup, rubrics } from './rubrics.ts';

export async function readLabels(work: Work<Tables>, { personId }: { personId: string }): Promise<CustomerLabels> {
  return found(await labelsFor(work, personId), noSuchCustomer);
}

/**
 * All labels of a person in every project that the asker sees, judged now: the reckoning is never older than the question.
 * Undefined for people who are not (yet) in the book.
 */
export async function labelsFor(work: Work<Tables>, personId: string): Promise<CustomerLabels | undefined> {
  const [seen, since] = await Promise.all([projectsSeen(work.db, personId), sinceWhen(work.db, personId)]);
  if (seen.length === 0) return undefined;
  const judged = await judge(
    work,
    personId,
    seen.map(({ projectId }) => projectId),
  );
  const projects = seen.flatMap(({ projectId, name }) => {
    const one = judged.get(projectId);
    if (!one) return [];
    const labels = labelKinds
      .map((label) =>
        reckoningOf(
          work,
          label,
          one,
          since.find((each) => each.projectId === projectId && each.label === label)?.since,
        ),
      )
      .filter(({ value }) => value !== undefined);
    return [{ projectId, projectName: name, labels }];
  });
  return { overall: overallOf([...judged.values()].map(({ labels }) => labels)), projects };
}

export async function explainLabel(work: Work<Tables>, asked: Heard<typeof explainEndpoint>): Promise<Reckoning> {
  const { personId, projectId, label } = asked;
  const seen = await projectsSeen(work.db, personId);
  found(
    seen.find((one) => one.projectId === projectId),
    noSuchCustomer,
  );
  const one = found((await judge(work, personId, [projectId])).get(projectId), noSuchCustomer);
  const since = (await sinceWhen(work.db, personId)).find(
    (each) => each.projectId === projectId && each.label === label,
  );
  return reckoningOf(work, label, one, since?.since);
}

const HistoryKey = z.object({ at: z.coerce.date(), label: z.string(), projectId: z.uuid() });

export async function labelHistory(
  work: Work<Tables>,
  asked: Heard<typeof historyEndpoint>,
): Promise<Page<LabelChange>> {
  const { personId, label, projectId, limit, cursor } = asked;
  found((await projectsSeen(work.db, personId))[0], noSuchCustomer);
  const after = readCursor(cursor, HistoryKey);
  const rows = await changesOfPerson(work.db, { personId, label, projectId, after, limit: limit + 1 });
  const page = pageOf(rows, limit, (row) => ({ at: row.changedAt, label: row.label, projectId: row.projectId }));
  return { ...page, items: page.items.map((row) => ({ ...row, reasons: reasonsShown(work, row.reasons) })) };
}

/** As it stood at the end of a day, rebuilt from the changes. */
export async function labelDistribution(
  work: Work<Tables>,
  { label, on = dayOf(work.now), projectId }: Heard<typeof distributionEndpoint>,
): Promise<Distribution> {
  const counts = await distributionAt(work.db, { label, before: instantOn(on, 1_440), projectId });
  return { on, label, counts };
}

interface Judged {
  readonly row: GatheredRow;
  readonly labels: Labels;
  readonly on: (day: Day) => Labels;
}

async function judge(
  work: Work<Tables>,
  personId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Judged>> {
  const rubricOf = rubrics(work);
  const [rows, scales, ...measures] = await Promise.all([
    gather(work.db, [personId], dayOf(work.now)),
    scalesOf(work.db, projectIds),
    ...projectIds.map(async (projectId) => ({
      projectId,
      rubric: await rubricOf(projectId),
      isGroup: await isRankedInGroup(work, projectId),
    })),
  ]);
  const judged = new Map<string, Judged>();
  for (const { projectId, rubric, isGroup } of measures) {
    const row = rows.find(({ book }) => book.project_id === projectId);
    if (!row) continue;
    const facts = isGroup ? asRankedInGroup(row) : row.facts;
    const scale: ValueScale = scales.get(projectId) ?? unranked;
    const at = (now: Date) => labelsOf(facts, scale, rubric, now);
    judged.set(projectId, { row, labels: at(work.now), on: (day) => at(instantOn(day)) });
  }
  return judged;
}

function reckoningOf(work: Work<Tables>, label: LabelKind, { labels, on }: Judged, since: Date | undefined): Reckoning {
  const one = labels[label];
  if (!one) return { label, reasons: [] };
  const next = one.validUntil && on(one.validUntil)[label];
  return {
    label,
    value: String(one.value),
    ...(since && { since: dayOf(since) }),
    reasons: reasonsShown(work, one.reasons),
    ...(one.validUntil && next && { next: { on: one.validUntil, value: String(next.value) } }),
    ...(label === 'value' && labels.value && { matches: [...labels.value.matches] }),
    ...(label === 'value' &&
      work.actor.sides.includes('developer') && {
        currentScore: labels.value?.currentScore,
        futureScore: labels.value?.futureScore,
      }),
    ...(label === 'completeness' && { line: labels.completeness?.line, dueBy: labels.completeness?.dueBy }),
  };
}

/** Amounts, wishes and scores are the developer side's (decision 33). */
const developerCriteria: readonly Criterion[] = [
  'amountAmongTop',
  'secondHomeOrInvestment',
  'futureNeed',
  'currentScore',
  'scoreForAge',
  'scoreForSecondHome',
  'scoreForFamilyGrowth',
  'scoreForReferrals',
  'reserved',
];

function reasonsShown({ actor }: Work<Tables>, reasons: readonly Reason[]): Reason[] {
  if (actor.sides.includes('developer')) return [...reasons];
  return reasons.filter(({ criterion }) => !developerCriteria.includes(criterion));
}

function overallOf(each: readonly Labels[]): CustomerLabels['overall'] {
  const values = each.flatMap(({ value }) => value ?? []);
  const activities = each.flatMap(({ activity }) => activity?.value ?? []);
  const quietest = (['ACTIVE', 'COOLING', 'SILENT', 'DORMANT', 'NO_RECORD'] as const).find((one) =>
    activities.includes(one),
  );
  return {
    lifecycle: overallLifecycle(each.flatMap(({ lifecycle }) => lifecycle?.value ?? [])),
    value: values.length > 0 ? overallValue(values).value : undefined,
    activity: quietest,
  };
}
