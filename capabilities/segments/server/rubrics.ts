import * as dossier from '@yilu/customers/contract';
import type { Work } from '@yilu/platform/server';
import { valueInEachProject, valuesOf } from '@yilu/settings/server';
import * as figures from '../contract/parameters.ts';
import type { Rubric } from '../rules/index.ts';
import { switchedOffFields } from './switched-off.ts';

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
  firstVisit: dossier.firstVisitLine,
  deepened: dossier.deepenedLine,
  owner: dossier.ownerLine,
  deepenedVisits: dossier.deepenedVisits,
  deepenedMonths: dossier.deepenedMonths,
  graceDays: dossier.deepenedGrace,
  countDeclined: dossier.countDeclined,
  weights: dossier.dossierWeights,
};

/** The parameters whose change may change a label of anybody. */
export const decidingKeys: ReadonlySet<string> = new Set(
  [...Object.values(wanted), figures.topShare, figures.topScope].map(({ key }) => key),
);

/** The figures by which labels are judged in a project; each project is read once per piece of work. */
export async function rubrics<Theirs>(work: Work<Theirs>): Promise<(projectId: string) => Promise<Rubric>> {
  const switchedOff = await switchedOffFields(work);
  const known = new Map<string, Promise<Rubric>>();
  return (projectId) => {
    const rubric = known.get(projectId) ?? rubricOf(work, projectId, switchedOff);
    known.set(projectId, rubric);
    return rubric;
  };
}

async function rubricOf<Theirs>(
  work: Work<Theirs>,
  projectId: string,
  switchedOff: Rubric['completeness']['switchedOff'],
): Promise<Rubric> {
  const value = await valuesOf(work, wanted, { projectId });
  const { longStandingMonths, lostMonths, lostAnchor } = value;
  const { upgraderBedrooms, firstNeedBedrooms, emergingAgeMin, emergingAgeMax, futureWeights } = value;
  const { activeMaxMonths, coolingEnabled, silentMinMonths, dormantMinMonths } = value;
  const { firstVisit, deepened, owner, weights, deepenedVisits, deepenedMonths, graceDays, countDeclined } = value;
  return {
    lifecycle: { longStandingMonths, lostMonths, lostAnchor },
    value: { upgraderBedrooms, firstNeedBedrooms, emergingAgeMin, emergingAgeMax, futureWeights },
    activity: { activeMaxMonths, coolingEnabled, silentMinMonths, dormantMinMonths },
    completeness: {
      weights,
      lines: { firstVisit, deepened, owner },
      deepenedVisits,
      deepenedMonths,
      graceDays,
      countDeclined,
      switchedOff,
    },
  };
}

/** How the top share is taken in each project, and whether among the project or the whole group. */
export async function ranking<Theirs>(work: Work<Theirs>) {
  const share = await valueInEachProject(work, figures.topShare);
  const scope = await valueInEachProject(work, figures.topScope);
  return (projectId: string) => ({ share: share(projectId), isGroup: scope(projectId) === 'group' });
}
