import type { PanelPerson } from '@yilu/customers/server';
import type { Work } from '@yilu/platform/server';
import { type DealsOfPerson, seeDeals } from '../contract/index.ts';
import { dealsOfPerson } from '../store/deals.ts';
import { peopleInDeals, relinkPerson } from '../store/imported.ts';
import { onOwnTables } from '../store/tables.ts';
import { shownDeal } from './shown-deal.ts';

/** The deals of the 360° page; absent for those who may never see prices (decision 33). */
export async function dealsPanel(work: Work, { id }: PanelPerson): Promise<DealsOfPerson | undefined> {
  if (!work.actor.permissions.has(seeDeals.id) || !work.actor.sides.includes('developer')) return undefined;
  return { items: (await dealsOfPerson(onOwnTables(work), id, 20)).map(shownDeal) };
}

export function relink(work: Work, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
  return relinkPerson(onOwnTables(work), fromId, toId);
}

export function refersTo(work: Work, personIds: readonly string[]): Promise<readonly string[]> {
  return peopleInDeals(onOwnTables(work), personIds);
}
