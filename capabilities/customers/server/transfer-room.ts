import { type Day, insist } from '@yilu/platform/contract';
import { insistVersion, type Work } from '@yilu/platform/server';
import { nobodyToTransferFrom, owningRoles } from '../contract/index.ts';
import { refusalToEnd } from '../rules/index.ts';
import { endParties, lockRoomParties, makeContact, partiesOfRoom } from '../store/parties.ts';
import type { Tables } from '../store/tables.ts';
import { beginParty, type Parties, roomPeople, tellOfParties } from './parties.ts';

interface Transfer {
  readonly roomId: string;
  /** First day of the new owners. */
  readonly on: Day;
  readonly reason: string;
  readonly owners: readonly { readonly personId: string; readonly share?: number | undefined }[];
  readonly everybodyLeaves: boolean;
  readonly version: number;
}

/** Sale, inheritance, divorce: the former owners' parts end, new ones begin the same day, history stays (decision 1). */
export async function transferRoom(work: Work<Tables>, transfer: Transfer): Promise<Parties> {
  const { db } = work;
  await lockRoomParties(db, transfer.roomId);
  insistVersion(await roomPeople(work, transfer), transfer.version);
  const current = await partiesOfRoom(db, transfer.roomId);
  const owners = current.filter(({ role }) => owningRoles.includes(role));
  if (owners.length === 0) insist(nobodyToTransferFrom);
  for (const owner of owners) insist(refusalToEnd(owner, transfer.on), 409, { field: 'on' });

  const leaving = transfer.everybodyLeaves ? current.filter(({ role }) => role !== 'tenant') : owners;
  await endParties(
    db,
    leaving.map(({ id }) => id),
    transfer.on,
  );
  for (const [at, owner] of transfer.owners.entries()) {
    await beginParty(work, {
      ...owner,
      roomId: transfer.roomId,
      role: at === 0 ? 'owner' : 'coOwner',
      startedOn: transfer.on,
      primaryContact: false,
    });
  }
  const now = await partiesOfRoom(db, transfer.roomId);
  const first = now.find(({ role }) => role === 'owner');
  if (first) await makeContact(db, transfer.roomId, first.id);

  const people = new Set([
    ...leaving.map(({ personId }) => personId),
    ...transfer.owners.map(({ personId }) => personId),
  ]);
  await tellOfParties(work, [...people], transfer.roomId, {
    before: leaving,
    after: transfer,
    reason: transfer.reason,
  });
  return roomPeople(work, transfer);
}
