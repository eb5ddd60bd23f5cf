import { beginParty, endOwnership, tellOfParties } from '@yilu/customers/server';
import { type Day, day, dayOf } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { settleMilestone, settleSalesState } from '@yilu/properties/server';
import type { Deal, DealState } from '../contract/index.ts';
import { partiesOfRoom } from '../store/parties.ts';
import type { Tables } from '../store/tables.ts';

const milestones = [
  ['reservedOn', 'RESERVED'],
  ['subscribedOn', 'SUBSCRIBED'],
  ['signedOn', 'SIGNED'],
  ['filedOn', 'FILED'],
] as const;

/** What a room is to the sales office while a deal of this state holds it; intention money keeps it from nobody's eyes. */
const salesStates = {
  UNIT_RESERVED: 'RESERVED',
  SUBSCRIBED: 'SUBSCRIBED',
  CONTRACT_SIGNED: 'SIGNED',
} as const satisfies Partial<Record<DealState, string>>;

/** What a deal does to its room: the days of its steps and where it stands, owners at signing, and all of it taken back when it ends. */
export async function takeEffect(work: Work<Tables>, before: Deal | undefined, after: Deal): Promise<void> {
  const { roomId } = after;
  if (after.state === 'CANCELLED') {
    if (roomId && after.cancelledOn) await giveBack(work, after, roomId, after.cancelledOn);
    return;
  }
  const earlier = before?.roomId === roomId ? before : undefined;
  if (before?.roomId && !earlier) await giveBack(work, before, before.roomId, dayOf(work.now));
  if (!roomId) return;
  for (const [field, kind] of milestones) {
    const [was, is] = [earlier?.[field], after[field]];
    if (was !== is) await settleMilestone(work as never, { roomId, kind, reachedOn: is, insteadOf: was });
  }
  const isNews = earlier?.state !== after.state;
  if (isNews && after.state !== 'INTENTION_PAID')
    await settleSalesState(work as never, { roomId, salesState: salesStates[after.state] });
  if (after.state === 'CONTRACT_SIGNED') {
    const known = earlier?.state === 'CONTRACT_SIGNED' ? earlier.buyers.map(({ personId }) => personId) : [];
    await becomeOwners(work, after, roomId, known);
  }
}

/** The room is free again, and who bought it owns it no longer. */
async function giveBack(work: Work<Tables>, deal: Deal, roomId: string, on: Day): Promise<void> {
  if (!milestones.some(([field]) => deal[field])) return;
  await settleMilestone(work as never, { roomId, kind: 'RESCINDED', reachedOn: on });
  await settleSalesState(work as never, { roomId, salesState: 'AVAILABLE' });
  if (deal.signedOn)
    await endOwnership(work as never, { roomId, personIds: deal.buyers.map(({ personId }) => personId), on });
}

/** Buyers whom the deal has not made owners before: of those who sold since, a later note makes nobody an owner again. */
async function becomeOwners(
  work: Work<Tables>,
  { buyers, signedOn }: Deal,
  roomId: string,
  before: readonly string[],
): Promise<void> {
  const owners = await partiesOfRoom(work.db, roomId);
  const isOwned = owners.length > 0;
  const fresh = buyers.filter(({ personId }) => !owners.includes(personId) && !before.includes(personId));
  if (fresh.length === 0) return;
  for (const { personId, share } of fresh) {
    const isFirst = personId === buyers[0]?.personId && !isOwned;
    await beginParty(work as never, {
      roomId,
      personId,
      role: isFirst ? 'owner' : 'coOwner',
      ...(share !== undefined && !isOwned && { share }),
      ...(signedOn && { startedOn: day(signedOn) }),
      primaryContact: isFirst,
    });
  }
  const personIds = fresh.map(({ personId }) => personId);
  await tellOfParties(work as never, personIds, roomId, { after: { buyers: fresh, startedOn: signedOn } });
}
