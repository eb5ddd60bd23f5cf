import type { Work } from '@yilu/platform/server';
import { valueScale } from '../rules/index.ts';
import { markMoved, saveScale, scalesOf, signedAmounts, signedAmountsInGroup } from '../store/scales.ts';
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
    if (JSON.stringify(scale) === JSON.stringify(before.get(projectId))) continue;
    await saveScale(db, { ...scale, projectId, customers: amounts.length, at: now });
    await markMoved(db, projectId);
  }
}
