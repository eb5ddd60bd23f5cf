import { parameters as dossierParameters } from '@yilu/customers/contract';
import { rubricIn } from '@yilu/customers/server';
import { countedKinds } from '@yilu/interactions/contract';
import { onceForAll, type Work } from '@yilu/platform/server';
import { valueInEachProject, valueOf, valuesOf } from '@yilu/settings/server';
import * as figures from '../contract/parameters.ts';
import type { Rubric } from '../rules/index.ts';

const wanted = {
  longStandingMonths: figures.longStandingMonths,
  lostMonths: figures.lostMonths,
  lostAnchor: figures.lostAnchor,
  upgraderBedrooms: figures.upgraderBedrooms,
  firstNeedBedrooms: figures.firstNeedBedrooms,
  emergingAgeMin: figures.emergingAgeMin,
  emergingAgeMax: figures.emergingAgeMax,
  futureWeights: figures.futureWeights,
  activeMaxMonths: figures.activeMaxMonths,
  coolingEnabled: figures.coolingEnabled,
  silentMinMonths: figures.silentMinMonths,
  dormantMinMonths: figures.dormantMinMonths,
  countedEvents: countedKinds,
};

/** The parameters whose change may change a label of anybody. */
export const decidingKeys: ReadonlySet<string> = new Set(
  [...Object.values(wanted), figures.topShare, figures.topScope, ...dossierParameters].map(({ key }) => key),
);

/** The figures by which labels are judged in a project; read off once, until somebody changes one of them. */
export function rubrics<Theirs>(work: Work<Theirs>): (projectId: string) => Promise<Rubric> {
  return (projectId) => onceForAll(work, `segments.rubric ${projectId}`, () => rubricOf(work, projectId));
}

async function rubricOf<Theirs>(work: Work<Theirs>, projectId: string): Promise<Rubric> {
  const [value, completeness] = await Promise.all([
    valuesOf(work, wanted, { projectId }),
    rubricIn(work as never, projectId),
  ]);
  const { longStandingMonths, lostMonths, lostAnchor } = value;
  const { upgraderBedrooms, firstNeedBedrooms, emergingAgeMin, emergingAgeMax, futureWeights } = value;
  const { activeMaxMonths, coolingEnabled, silentMinMonths, dormantMinMonths, countedEvents } = value;
  return {
    lifecycle: { longStandingMonths, lostMonths, lostAnchor },
    value: { upgraderBedrooms, firstNeedBedrooms, emergingAgeMin, emergingAgeMax, futureWeights },
    activity: {
      activeMaxMonths,
      coolingEnabled,
      silentMinMonths,
      dormantMinMonths,
      paymentsCount: countedEvents.includes('PAYMENT'),
    },
    completeness,
  };
}

/** Whether customers of this project are ranked among the whole group. */
export async function isRankedInGroup<Theirs>(work: Work<Theirs>, projectId: string): Promise<boolean> {
  return (await valueOf(work, figures.topScope, { projectId })) === 'group';
}

/** How the top share is taken in each project, and whether among the project or the whole group. */
export async function ranking<Theirs>(work: Work<Theirs>) {
  const share = await valueInEachProject(work, figures.topShare);
  const scope = await valueInEachProject(work, figures.topScope);
  return (projectId: string) => ({ share: share(projectId), isGroup: scope(projectId) === 'group' });
}
