import { insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { assignPortfolio, beyondOwnReach, type LeavingObstacle } from '../contract/index.ts';
import { heldBy } from '../store/portfolio.ts';
import type { Tables } from '../store/tables.ts';
import { insistHolder, movePortfolio } from './portfolio.ts';
import { today } from './reach.ts';
import { type HandOver, leavingWork } from './slots.ts';

/** Rooms and customers in somebody's hands in these projects, absent in whatever project. */
export async function portfolioHeld(
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

/** What later capabilities count as still to be handed over. */
export async function workLeft(
  work: Work<Tables>,
  staffId: string,
  projectIds?: readonly string[],
): Promise<LeavingObstacle[]> {
  const left: LeavingObstacle[] = [];
  for (const { obstacle } of work.contributions(leavingWork)) {
    const found = await obstacle(work as unknown as Work, staffId, projectIds);
    if (found) left.push(found);
  }
  return left;
}

/** Rooms and customers of these projects go to a colleague from today on; `field` names the receiver in the request. */
export async function handOverPortfolio(
  work: Work<Tables>,
  { from, to, projectIds }: HandOver,
  field: string,
): Promise<void> {
  insist(work.actor.permissions.has(assignPortfolio.id) ? undefined : beyondOwnReach, 403);
  await insistHolder(work, to, projectIds, field);
  await movePortfolio(work, { fromStaffId: from, toStaffId: to, projectIds, from: today(work) });
}

export async function handOverWork(work: Work<Tables>, given: HandOver): Promise<void> {
  for (const { handOver } of work.contributions(leavingWork)) await handOver(work as unknown as Work, given);
}
