import { insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { assignPortfolio, beyondOwnReach, type LeavingObstacle } from '../contract/index.ts';
import { heldBy } from '../store/portfolio.ts';
import type { Tables } from '../store/tables.ts';
import { holding, insistHolder, movePortfolio } from './portfolio.ts';
import { today } from './reach.ts';
import { leavingWork } from './slots.ts';

/** Where somebody can no longer have what needs these permissions. */
export type Lost = (needed: readonly { readonly id: string }[]) => readonly string[];

/** What somebody has in their hands: all of it, or what lies where it is lost to them. */
export async function heldWork(work: Work<Tables>, staffId: string, lost?: Lost): Promise<LeavingObstacle[]> {
  const held = await portfolioHeld(work, staffId, lost?.(work.contributions(holding)));
  for (const { needs, obstacle } of work.contributions(leavingWork)) {
    const found = await obstacle(work as unknown as Work, staffId, lost?.([needs]));
    if (found) held.push(found);
  }
  return held;
}

async function portfolioHeld(
  { db }: Work<Tables>,
  staffId: string,
  projectIds?: readonly string[],
): Promise<LeavingObstacle[]> {
  const count = await heldBy(db, staffId, projectIds);
  if (count === 0) return [];
  const sentence = {
    zh: `名下还有 ${count} 个客户或房屋`,
    en: `${count} ${count === 1 ? 'customer or room is' : 'customers or rooms are'} still entrusted`,
  };
  return [{ kind: 'portfolio', count, sentence }];
}

/** Goes to a colleague from today on; `field` names the receiver in the request. */
export async function handOverWork(
  work: Work<Tables>,
  { from, to, lost, field }: { from: string; to: string; lost: Lost; field: string },
): Promise<void> {
  const projectIds = lost(work.contributions(holding));
  if ((await heldBy(work.db, from, projectIds)) > 0) {
    insist(work.actor.permissions.has(assignPortfolio.id) ? undefined : beyondOwnReach, 403);
    await insistHolder(work, to, projectIds, field);
    await movePortfolio(work, { fromStaffId: from, toStaffId: to, projectIds, from: today(work) });
  }
  const untyped = work as unknown as Work;
  for (const { needs, obstacle, handOver } of work.contributions(leavingWork)) {
    const there = lost([needs]);
    if (await obstacle(untyped, from, there)) await handOver(untyped, { from, to, projectIds: there });
  }
}
