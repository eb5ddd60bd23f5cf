import type { DossierFact } from '@yilu/customers/contract';
import type { KnownForDossier, PanelPerson } from '@yilu/customers/server';
import { day } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { seeDeals } from '../contract/index.ts';
import { listDeals } from '../store/deals.ts';
import { factsOfDeals } from '../store/facts.ts';
import { peopleInDeals, relinkPerson } from '../store/imported.ts';
import { onOwnTables } from '../store/tables.ts';

/** The deals of the 360° page; absent for those who may never see prices (decision 33). */
export async function dealsPanel(work: Work, { id }: PanelPerson): Promise<unknown> {
  if (!work.actor.permissions.has(seeDeals.id) || !work.actor.sides.includes('developer')) return undefined;
  return { items: await listDeals(onOwnTables(work), { personId: id, limit: 20 }) };
}

/** What deals tell the dossier of an owner (DOS-14, DOS-29). */
export async function knownForDossier(work: Work, personId: string): Promise<KnownForDossier> {
  const known = await factsOfDeals(onOwnTables(work), personId);
  if (!known) return { facts: [] };
  const facts: (DossierFact | false)[] = [
    known.room && 'dealRoom',
    known.dates && 'dealDates',
    known.prices && 'dealPrices',
    known.method && 'dealPayment',
    known.discount && 'dealDiscount',
    known.paid && 'paymentReceived',
  ];
  return {
    facts: facts.filter((fact) => fact !== false),
    ...(known.signedOn && { signedOn: day(known.signedOn) }),
    paymentsBegun: known.paid,
  };
}

export function relink(work: Work, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
  return relinkPerson(onOwnTables(work), fromId, toId);
}

export function refersTo(work: Work, personIds: readonly string[]): Promise<readonly string[]> {
  return peopleInDeals(onOwnTables(work), personIds);
}
