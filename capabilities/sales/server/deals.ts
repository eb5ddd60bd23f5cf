import { type Day, dayOf, found, type Heard, insist, type Page, Refused } from '@yilu/platform/contract';
import { insistVersion, newId, pageOf, readCursor, type Work } from '@yilu/platform/server';
import { z } from 'zod';
import {
  alreadyCancelled,
  buyerNotVisible,
  type cancelDeal as cancelEndpoint,
  consultantElsewhere,
  type Deal,
  type DealTerms,
  dealSigned,
  dealsChanged,
  type editDeal as editEndpoint,
  type listDeals as listEndpoint,
  noSuchDeal,
  noSuchDealRoom,
  referrerNotVisible,
  type registerDeal as registerEndpoint,
  roomTaken,
} from '../contract/index.ts';
import { refusalOfTerms, refusalToBecome, refusalToCancel } from '../rules/index.ts';
import {
  countDeals,
  countInReach,
  dealById,
  insertDeal,
  isInReach,
  isRoomOf,
  isRoomTaken,
  lockDeal,
  lockRoomOfDeals,
  replaceBuyers,
  replacePayments,
  listDeals as rowsOf,
  updateDeal,
  worksIn,
} from '../store/deals.ts';
import type { Tables } from '../store/tables.ts';
import { shownDeal, wholeTerms } from './shown-deal.ts';
import { takeEffect } from './take-effect.ts';

const Key = z.tuple([z.coerce.date(), z.uuid()]);

export async function listDeals(work: Work<Tables>, asked: Heard<typeof listEndpoint>): Promise<Page<Deal>> {
  const before = readCursor(asked.cursor, Key);
  const wanted = { ...asked, before: before && { at: before[0], id: before[1] }, limit: asked.limit + 1 };
  const rows = await rowsOf(work.db, wanted);
  const total = asked.total ? await countDeals(work.db, wanted) : undefined;
  return pageOf(rows.map(shownDeal), asked.limit, ({ changedAt, id }) => [changedAt, id], total);
}

export async function readDeal(work: Work<Tables>, { dealId }: { readonly dealId: string }): Promise<Deal> {
  return shownDeal(found(await dealById(work.db, dealId), noSuchDeal));
}

export async function registerDeal(
  work: Work<Tables>,
  { projectId, ...terms }: Heard<typeof registerEndpoint>,
): Promise<Deal> {
  const id = newId();
  await insistTerms(work, { id, projectId }, terms);
  await insertDeal(work.db, { ...terms, id, projectId }, { accountId: work.actor.accountId, now: work.now });
  await writeParts(work, id, terms);
  return settled(work, id, undefined);
}

export async function editDeal(
  work: Work<Tables>,
  { dealId, version, ...written }: Heard<typeof editEndpoint>,
): Promise<Deal> {
  const current = await held(work, dealId, version);
  const terms = wholeTerms(written, current);
  insist(refusalToBecome(current, terms));
  await insistTerms(work, current, terms);
  await updateDeal(work.db, dealId, terms, work.now);
  await writeParts(work, dealId, terms);
  return settled(work, dealId, current);
}

/** 退房: the room is free again; money paid back is the cashier's business. */
export async function cancelDeal(
  work: Work<Tables>,
  { dealId, version, on, reason }: Heard<typeof cancelEndpoint>,
): Promise<Deal> {
  const current = await held(work, dealId, version);
  insist(refusalToCancel(current, on, dayOf(work.now)), 422, { field: 'on' });
  await updateDeal(
    work.db,
    dealId,
    { ...current, state: 'CANCELLED', cancelledOn: on, cancelReason: reason },
    work.now,
  );
  return settled(work, dealId, current, reason);
}

async function held(work: Work<Tables>, dealId: string, version: number): Promise<Deal> {
  await lockDeal(work.db, dealId);
  const current = found(await dealById(work.db, dealId), noSuchDeal);
  insistVersion(shownDeal(current), version);
  insist(current.state === 'CANCELLED' ? alreadyCancelled : undefined);
  return current;
}

async function insistTerms(
  work: Work<Tables>,
  deal: Pick<Deal, 'id' | 'projectId' | 'consultantId' | 'referrerId'>,
  terms: DealTerms,
): Promise<void> {
  const { db, now } = work;
  const today: Day = dayOf(now);
  const refused = refusalOfTerms(terms, today);
  if (refused) throw new Refused(refused.refusal, 422, refused.detail);
  const people = terms.buyers.map(({ personId }) => personId);
  const inReach = await countInReach(db, people, deal.projectId);
  insist(inReach === people.length ? undefined : buyerNotVisible, 422, { field: 'buyers' });
  const { consultantId } = terms;
  if (consultantId !== undefined && consultantId !== deal.consultantId)
    insist((await worksIn(db, consultantId, deal.projectId)) ? undefined : consultantElsewhere, 422, {
      field: 'consultantId',
    });
  const { referrerId } = terms;
  if (referrerId !== undefined && referrerId !== deal.referrerId)
    insist((await isInReach(db, referrerId)) ? undefined : referrerNotVisible, 422, { field: 'referrerId' });
  if (!terms.roomId) return;
  insist((await isRoomOf(db, terms.roomId, deal.projectId)) ? undefined : noSuchDealRoom, 422, { field: 'roomId' });
  await lockRoomOfDeals(db, terms.roomId);
  insist((await isRoomTaken(db, terms.roomId, deal.id)) ? roomTaken : undefined, 409, { field: 'roomId' });
}

async function writeParts({ db }: Work<Tables>, id: string, { buyers, payments }: DealTerms): Promise<void> {
  await replaceBuyers(db, id, buyers);
  await replacePayments(
    db,
    id,
    payments.map((payment) => ({ ...payment, id: newId() })),
  );
}

/** Audit, milestones, owners and events of a change, all in its transaction (decision 28). */
async function settled(work: Work<Tables>, id: string, before: Deal | undefined, reason?: string): Promise<Deal> {
  const after = found(await dealById(work.db, id), noSuchDeal);
  await work.audit({
    action: before
      ? after.state === 'CANCELLED'
        ? 'sales.deal_cancelled'
        : 'sales.deal_changed'
      : 'sales.deal_registered',
    subject: { kind: 'deal', id },
    projectId: after.projectId,
    personId: after.buyers[0]?.personId,
    before,
    after,
    reason,
  });
  await takeEffect(work, before, after);
  await work.tell(dealsChanged, { personIds: [...new Set([...peopleOf(before), ...peopleOf(after)])] });
  if (after.state === 'CONTRACT_SIGNED' && before?.state !== 'CONTRACT_SIGNED' && after.roomId) {
    const { projectId, roomId, buyers } = after;
    await work.tell(dealSigned, { dealId: id, projectId, roomId, personIds: buyers.map(({ personId }) => personId) });
  }
  return shownDeal(after);
}

/** Whose labels a deal may move: its buyers, and whoever recommended them (SEG-05). */
function peopleOf(deal: Deal | undefined): string[] {
  return deal ? [...deal.buyers.map(({ personId }) => personId), ...(deal.referrerId ? [deal.referrerId] : [])] : [];
}
