import type { Work } from '@yilu/platform/server';
import { valueScale } from '../rules/index.ts';
import {
  markMoved,
  noteRanked,
  rankedAndChanged,
  saveScale,
  scalesOf,
  signedAmounts,
  signedAmountsInGroup,
} from '../store/scales.ts';
import type { Tables } from '../store/tables.ts';
import { ranking } from './rubrics.ts';

/** Rank the signed customers of these projects anew; whoever's place differs is marked (SEG-08). */
export async function rank(work: Work<Tables>, projectIds: readonly string[]): Promise<void> {
  const { db, now } = work;
  const rankingOf = await ranking(work);
  const before = await scalesOf(db);
  const isGroup = (projectId: string) => rankingOf(projectId).isGroup;
  const ofProject = await signedAmounts(
    db,
    projectIds.filter((projectId) => !isGroup(projectId)),
  );
  const ofGroup = projectIds.some(isGroup) ? await signedAmountsInGroup(db) : [];
  for (const projectId of projectIds) {
    const amounts = isGroup(projectId) ? ofGroup : (ofProject.get(projectId) ?? []);
    const scale = valueScale(amounts, rankingOf(projectId).share);
    if (JSON.stringify(scale) === JSON.stringify(before.get(projectId))) {
      await noteRanked(db, projectId, now);
      continue;
    }
    await saveScale(db, { ...scale, projectId, customers: amounts.length, at: now });
    await markMoved(db, projectId);
  }
}

/** Deals that were being written while their project was ranked are looked at once more. */
const underWayMs = 3_600_000;

/**
 * Rank the projects in which a deal was made or changed since they were ranked; those that rank the whole group, as soon as that
 * happened anywhere. Deals rank their own project at once: what is left for the night grows with the changes, not with the estate.
 */
export async function rankChanged(work: Work<Tables>): Promise<void> {
  const rankingOf = await ranking(work);
  const known = await rankedAndChanged(work.db);
  const lastChange = latest(known.map(({ changedAt }) => changedAt));
  const lastRank = latest(known.map(({ rankedAt }) => rankedAt));
  const of = new Map(known.map((one) => [one.projectId, one]));
  const isDue = (projectId: string) => {
    const { rankedAt = null, changedAt = null } = of.get(projectId) ?? {};
    const isGroup = rankingOf(projectId).isGroup;
    const changed = isGroup ? lastChange : Number(changedAt);
    if (rankedAt === null) return changed > 0;
    // Where another project was ranked later, deals have changed there, taken back ones among them.
    return changed >= rankedAt.getTime() - underWayMs || (isGroup && lastRank > rankedAt.getTime());
  };
  await rank(work, work.actor.projects.filter(isDue));
}

/** In milliseconds; 0 when there is none. */
const latest = (instants: readonly (Date | null)[]) => Math.max(0, ...instants.map(Number));
