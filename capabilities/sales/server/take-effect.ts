import { beginParty } from '@yilu/customers/server';
import { day } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { reachMilestone } from '@yilu/properties/server';
import type { Deal } from '../contract/index.ts';
import { partiesOfRoom } from '../store/parties.ts';
import type { Tables } from '../store/tables.ts';

const milestones = [
  ['subscribedOn', 'SUBSCRIBED'],
  ['signedOn', 'SIGNED'],
  ['filedOn', 'FILED'],
] as const;

/** What a deal does to its room: milestones of newly reached steps, owners at signing, and the rescission of a signed one. */
export async function takeEffect(work: Work<Tables>, before: Deal | undefined, after: Deal): Promise<void> {
  const { roomId } = after;
  if (!roomId) return;
  if (after.state === 'CANCELLED') {
    if (before?.signedOn && after.cancelledOn) {
      await reachMilestone(work as never, { roomId, kind: 'RESCINDED', reachedOn: after.cancelledOn });
    }
    return;
  }
  for (const [field, kind] of milestones) {
    const reachedOn = after[field];
    const isNew = reachedOn !== undefined && (before?.[field] !== reachedOn || before?.roomId !== roomId);
    if (isNew) await reachMilestone(work as never, { roomId, kind, reachedOn });
  }
  if (after.state === 'CONTRACT_SIGNED') await buyersBecomeOwners(work, after, roomId);
}

/** Who is an owner of the room already stays as recorded. */
async function buyersBecomeOwners(work: Work<Tables>, { buyers, signedOn }: Deal, roomId: string): Promise<void> {
  const owners = await partiesOfRoom(work.db, roomId);
  const isOwned = owners.length > 0;
  for (const [at, { personId, share }] of buyers.entries()) {
    if (owners.includes(personId)) continue;
    await beginParty(work as never, {
      roomId,
      personId,
      role: at === 0 && !isOwned ? 'owner' : 'coOwner',
      ...(share !== undefined && !isOwned && { share }),
      ...(signedOn && { startedOn: day(signedOn) }),
      primaryContact: at === 0 && !isOwned,
    });
  }
}
