import type { DossierStandings, PanelPerson } from '@yilu/customers/server';
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
import { bearers, type Labels, labelOn, labelsOf, overallLifecycle, overallValue } from '../rules/index.ts';
import { type Gathered, type GatheredRow, gather } from '../store/facts.ts';
import { changesOfPerson, distributionAt, projectsSeen, type SeenProject } from '../store/labels.ts';
import type { Tables } from '../store/tables.ts';
import { asOwnWork } from './own-work.ts';
import { asRankedInGroup, unranked } from './recompute.ts';
import { isRankedInGroup, rubrics } from './rubrics.ts';

export async function readLabels(work: Work<Tables>, { personId }: { personId: string }): Promise<CustomerLabels> {
  return found(await labelsFor(work, { id: personId }), noSuchCustomer);
}

/**
 * All labels of a person in every project that the asker sees, judged now: the reckoning is never older than the question.
 * Undefined for people who are not (yet) in the book.
 */
export async function labelsFor(work: Work<Tables>, person: PanelPerson): Promise<CustomerLabels | undefined> {
  const { seen, rows } = await gatheredFor(work, person);
  if (seen.length === 0) return undefined;
  const judged = await Promise.all(seen.map((project) => judge(work, project, rows)));
  const projects = judged.flatMap((one) => {
    if (!one) return [];
    const { projectId, name } = one.project;
    const labels = labelKinds.map((label) => reckoningOf(work, label, one)).filter(({ value }) => value !== undefined);
    return [{ projectId, projectName: name, labels }];
  });
  return { overall: overallOf(judged.flatMap((one) => one?.labels ?? [])), projects };
}

export async function explainLabel(work: Work<Tables>, asked: Heard<typeof explainEndpoint>): Promise<Reckoning> {
  const { personId, projectId, label } = asked;
  const { seen, rows } = await gather(work.db, personId, dayOf(work.now));
  const project = found(
    seen.find((one) => one.projectId === projectId),
    noSuchCustomer,
  );
  return reckoningOf(work, label, found(await judge(work, project, rows), noSuchCustomer));
}

/** What the dossier shows of completeness: the same facts as the label's. */
export const standings: DossierStandings = {
  name: 'segments',
  read: async (work, person) =>
    (await gatheredFor(asOwnWork(work), person)).rows.map(({ projectId, facts }) => ({
      ...facts.dossier,
      projectId,
      isAsked: bearers.includes(facts.standing),
    })),
};

/** Gathered once for all that is asked together about somebody: the panel of labels and the dossier. */
const gathered = new WeakMap<PanelPerson, Promise<Gathered>>();

function gatheredFor(work: Work<Tables>, person: PanelPerson): Promise<Gathered> {
  const known = gathered.get(person) ?? gather(work.db, person.id, dayOf(work.now));
  gathered.set(person, known);
  return known;
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
  readonly project: SeenProject;
  readonly labels: Labels;
  readonly on: (label: LabelKind, day: Day) => Labels[LabelKind];
}

async function judge(
  work: Work<Tables>,
  project: SeenProject,
  rows: readonly GatheredRow[],
): Promise<Judged | undefined> {
  const row = rows.find((one) => one.projectId === project.projectId);
  if (!row) return undefined;
  const [rubric, isGroup] = await Promise.all([
    rubrics(work)(project.projectId),
    isRankedInGroup(work, project.projectId),
  ]);
  const facts = isGroup ? asRankedInGroup(row) : row.facts;
  const scale = project.scale ?? unranked;
  return {
    project,
    labels: labelsOf(facts, scale, rubric, work.now),
    on: (label, day) => labelOn(label, facts, scale, rubric, day),
  };
}

function reckoningOf(work: Work<Tables>, label: LabelKind, { project, labels, on }: Judged): Reckoning {
  const one = labels[label];
  if (!one) return { label, reasons: [] };
  const since = project.since[label];
  const next = one.validUntil && on(label, one.validUntil);
  return {
    label,
    value: String(one.value),
    ...(since && { since: dayOf(since) }),
    reasons: reasonsShown(work, one.reasons),
    ...(one.validUntil &&
      next &&
      String(next.value) !== String(one.value) && { next: { on: one.validUntil, value: String(next.value) } }),
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

/** Of these reasons those that the actor's side may know. */
export function reasonsShown<Theirs>({ actor }: Work<Theirs>, reasons: readonly Reason[]): Reason[] {
  if (actor.sides.includes('developer')) return [...reasons];
  return reasons.filter(({ criterion }) => !developerCriteria.includes(criterion));
}

function overallOf(each: readonly Labels[]): CustomerLabels['overall'] {
  const values = each.flatMap(({ value }) => value ?? []);
  const activities = each.flatMap(({ activity }) => activity?.value ?? []);
  const liveliest = (['ACTIVE', 'COOLING', 'SILENT', 'DORMANT', 'NO_RECORD'] as const).find((one) =>
    activities.includes(one),
  );
  return {
    lifecycle: overallLifecycle(each.flatMap(({ lifecycle }) => lifecycle?.value ?? [])),
    value: values.length > 0 ? overallValue(values).value : undefined,
    activity: liveliest,
  };
}
