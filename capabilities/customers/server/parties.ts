import { type Day, found, insist } from '@yilu/platform/contract';
import { insistVersion, newId, type Work } from '@yilu/platform/server';
import {
  noSuchParty,
  noSuchPerson,
  noSuchRoomHere,
  owningRoles,
  type PartyRole,
  partyChanged,
  type RoomParty,
} from '../contract/index.ts';
import {
  type PartyState,
  refusalOfShare,
  refusalOfShares,
  refusalToCorrect,
  refusalToEnd,
  refusalToJoin,
} from '../rules/index.ts';
import {
  endParties,
  insertParty,
  lockRoomParties,
  makeContact,
  partiesOfRoom,
  partyById,
  roomInReach,
  updateParty,
} from '../store/parties.ts';
import { linkToProject, personById } from '../store/people.ts';
import { refreshSearch } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';

export interface Parties {
  parties: RoomParty[];
  version: number;
}

export async function roomPeople(
  { db }: Work<Tables>,
  { roomId, ended }: { roomId: string; ended?: boolean | undefined },
): Promise<Parties> {
  found(await roomInReach(db, roomId), noSuchRoomHere);
  const all = await partiesOfRoom(db, roomId, true);
  return {
    parties: all.filter(({ endedOn }) => ended || endedOn === undefined),
    version: all.reduce((sum, { version }) => sum + version, 0),
  };
}

export interface PartyGiven {
  readonly roomId: string;
  readonly personId: string;
  readonly role: PartyRole;
  readonly share?: number | undefined;
  readonly startedOn?: Day | undefined;
  readonly primaryContact: boolean;
}

export async function addParty(work: Work<Tables>, given: PartyGiven): Promise<Parties> {
  await beginParty(work, given);
  await tellOfParties(work, [given.personId], given.roomId, { after: given });
  return roomPeople(work, given);
}

/** Gives a person a part in a room and links them to its project; the first in a room is its contact. */
export async function beginParty(work: Work<Tables>, given: PartyGiven): Promise<void> {
  const { db, actor, now } = work;
  const room = found(await roomInReach(db, given.roomId), noSuchRoomHere);
  found(await personById(db, given.personId), noSuchPerson);
  await lockRoomParties(db, given.roomId);
  const current = await partiesOfRoom(db, given.roomId);
  insist(refusalToJoin(current, given), 409, { field: given.share === undefined ? 'role' : 'share' });

  const id = newId();
  const { projectId } = room;
  await linkToProject(db, { personId: given.personId, projectId, registeredAt: now, registeredBy: actor.accountId });
  await insertParty(db, { ...given, id, projectId });
  if (given.primaryContact || !current.some(({ primaryContact }) => primaryContact))
    await makeContact(db, given.roomId, id);
}

export async function changeParty(
  work: Work<Tables>,
  {
    partyId,
    version,
    ...change
  }: {
    partyId: string;
    version: number;
    share?: number | null | undefined;
    startedOn?: Day | null | undefined;
    primaryContact?: true | undefined;
  },
): Promise<Parties> {
  const party = await partyToChange(work, partyId, version);
  insist(refusalToCorrect(party, change));
  if (standsAlready(party, change)) return roomPeople(work, party);
  const others = (await partiesOfRoom(work.db, party.roomId)).filter(({ id }) => id !== party.id);
  const wanted: PartyState = { ...party, ...(change.share !== undefined && { share: change.share ?? undefined }) };
  if (change.share) insist(refusalOfShare(wanted), 409, { field: 'share' });
  if (party.endedOn === undefined) insist(refusalOfShares([...others, wanted]), 409, { field: 'share' });
  await updateParty(work.db, party.id, change);
  if (change.primaryContact) await makeContact(work.db, party.roomId, party.id);
  await tellOfParties(work, [party.personId], party.roomId, { before: party, after: change });
  return roomPeople(work, party);
}

function standsAlready(
  { share, startedOn, primaryContact }: RoomParty,
  change: Pick<Parameters<typeof changeParty>[1], 'share' | 'startedOn' | 'primaryContact'>,
): boolean {
  return (
    (change.share === undefined || (change.share ?? undefined) === share) &&
    (change.startedOn === undefined || (change.startedOn ?? undefined) === startedOn) &&
    (!change.primaryContact || primaryContact)
  );
}

export async function endParty(
  work: Work<Tables>,
  { partyId, endedOn, version }: { partyId: string; endedOn: Day; version: number },
): Promise<Parties> {
  const party = await partyToChange(work, partyId, version);
  insist(refusalToEnd(party, endedOn), 409, { field: 'endedOn' });
  await endParties(work.db, [party.id], endedOn);
  await passContact(work, party.roomId);
  await tellOfParties(work, [party.personId], party.roomId, { before: party, after: { endedOn } });
  return roomPeople(work, party);
}

/** A sale is taken back: its buyers own the room no longer. */
export async function endOwnership(
  work: Work<Tables>,
  { roomId, personIds, on }: { readonly roomId: string; readonly personIds: readonly string[]; readonly on: Day },
): Promise<void> {
  await lockRoomParties(work.db, roomId);
  const theirs = (await partiesOfRoom(work.db, roomId)).filter(
    ({ personId, role }) => personIds.includes(personId) && owningRoles.includes(role),
  );
  if (theirs.length === 0) return;
  await endParties(
    work.db,
    theirs.map(({ id }) => id),
    on,
  );
  await passContact(work, roomId);
  await tellOfParties(work, [...new Set(theirs.map(({ personId }) => personId))], roomId, {
    before: theirs,
    after: { endedOn: on },
  });
}

async function partyToChange(work: Work<Tables>, partyId: string, version: number): Promise<RoomParty> {
  const seen = found(await partyById(work.db, partyId), noSuchParty);
  await lockRoomParties(work.db, seen.roomId);
  const party = found(await partyById(work.db, partyId), noSuchParty);
  insistVersion(party, version);
  return party;
}

/** A room with people always has somebody to ring first: owners before the others. */
export async function passContact({ db }: Work<Tables>, roomId: string): Promise<void> {
  const current = await partiesOfRoom(db, roomId);
  const [first] = current;
  if (first && !current.some(({ primaryContact }) => primaryContact)) await makeContact(db, roomId, first.id);
}

export async function tellOfParties(
  work: Work<Tables>,
  personIds: readonly string[],
  roomId: string,
  { before, after, reason }: { before?: unknown; after?: unknown; reason?: string },
): Promise<void> {
  await refreshSearch(work.db, personIds);
  await work.audit({
    action: 'customers.party_changed',
    subject: { kind: 'room', id: roomId },
    projectId: (await roomInReach(work.db, roomId))?.projectId,
    personId: personIds[0],
    before,
    after,
    reason,
  });
  await work.tell(partyChanged, { personIds: [...personIds], roomIds: [roomId] });
}
