import { dayOf, insist, Refused } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import {
  birthYearDiffers,
  bornInFuture,
  type NewPerson,
  noSuchProjectHere,
  noSuchRoomHere,
  partyChanged,
  personCreated,
  resemblesOthers,
  type Saved,
} from '../contract/index.ts';
import { mustBeCompared, nameKeyOf, soundOf } from '../rules/index.ts';
import { writeIdentity } from '../store/identities.ts';
import { insertParty, roomInReach } from '../store/parties.ts';
import { insertPerson, linkToProject, lockNewcomer } from '../store/people.ts';
import { insertPhones } from '../store/phones.ts';
import { refreshSearch } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';
import { entrustIfOwn } from './entrusting.ts';
import { encryptedIdentity, identityHash, insistIdentity, insistPhone } from './given-numbers.ts';
import { saved } from './reading.ts';
import { countLookUp, logLookUp, whoResembles } from './resemblances.ts';

/** Register a person unless somebody very like them is known; `anyway` is the answer to having compared (DOS-08). */
export async function createPerson(work: Work<Tables>, given: NewPerson): Promise<Saved> {
  const personId = await registerPerson(work, given);
  return saved(work, personId);
}

/** The same for registers of later capabilities, which save the person and the contact as one act (DOS-05). */
export async function registerPerson(work: Work<Tables>, given: NewPerson): Promise<string> {
  const { db, actor, now } = work;
  if (!actor.projects.includes(given.projectId)) throw new Refused(noSuchProjectHere, 404);
  const phones = given.phones.map((phone, at) => insistPhone(phone, `phones.${at}.number`));
  const identity = given.identity && insistIdentity(given.identity, 'identity.number');
  const birth = insistBirth(work, { ...identity, ...given });
  const room = given.room && { ...given.room, ...(await roomOfProject(work, given.room.roomId, given.projectId)) };
  if (!given.anyway) {
    await lockNewcomer(db, phones.length > 0 ? phones.map(({ number }) => number) : [nameKeyOf(given.name)]);
    await insistNew(work, given);
  }

  const id = newId();
  const who = { personId: id, projectId: given.projectId, registeredAt: now, registeredBy: actor.accountId };
  await insertPerson(db, {
    id,
    kind: given.kind,
    name: given.name,
    nameKey: nameKeyOf(given.name),
    ...soundOf(given.name),
    sex: given.sex ?? identity?.sex,
    ...birth,
    registeredAt: now,
    registeredBy: actor.accountId,
  });
  await linkToProject(db, who);
  const numbers = new Map(phones.map((phone) => [phone.number, phone]));
  await insertPhones(
    db,
    id,
    [...numbers.values()].map((phone, at) => ({ ...phone, id: newId(), primary: at === 0 })),
    now,
  );
  if (identity) {
    const { kind, number } = identity;
    await writeIdentity(db, {
      personId: id,
      kind,
      encrypted: encryptedIdentity(work, id, number),
      hash: identityHash(work, number),
    });
  }
  if (room) await insertParty(db, { ...room, id: newId(), projectId: given.projectId, personId: id });
  await refreshSearch(db, [id]);
  await entrustIfOwn(work, { personId: id, projectId: given.projectId });

  await work.audit({
    action: 'customers.person_created',
    subject: { kind: 'person', id },
    projectId: given.projectId,
    personId: id,
    after: { name: given.name, anyway: given.anyway },
  });
  await work.tell(personCreated, { personIds: [id] });
  if (room) await work.tell(partyChanged, { personIds: [id], roomIds: [room.roomId] });
  return id;
}

async function insistNew(work: Work<Tables>, given: NewPerson): Promise<void> {
  const newcomer = { ...given, phones: given.phones.map(({ number }) => number), roomId: given.room?.roomId };
  const people = await whoResembles(work, newcomer);
  if (!mustBeCompared(people)) return;
  // The answer tells who has the number, like any look-up.
  await countLookUp(work);
  await logLookUp(work, newcomer, people);
  throw new Refused(resemblesOthers, 409, { current: { people }, keep: true });
}

async function roomOfProject(work: Work<Tables>, roomId: string, projectId: string) {
  const room = await roomInReach(work.db, roomId);
  if (room?.projectId !== projectId) throw new Refused(noSuchRoomHere, 422, { field: 'room.roomId' });
  return room;
}

/** Year and date agree, and nobody is born tomorrow. */
export function insistBirth(
  { now }: Pick<Work, 'now'>,
  { birthDate, birthYear }: Pick<NewPerson, 'birthDate' | 'birthYear'>,
): Pick<NewPerson, 'birthDate' | 'birthYear'> {
  const today = dayOf(now);
  if (birthDate !== undefined) {
    insist(birthDate > today ? bornInFuture : undefined, 422, { field: 'birthDate' });
    const year = Number(birthDate.slice(0, 4));
    insist(birthYear !== undefined && birthYear !== year ? birthYearDiffers : undefined, 422, { field: 'birthYear' });
    return { birthDate, birthYear: year };
  }
  if (birthYear === undefined) return {};
  insist(birthYear > Number(today.slice(0, 4)) ? bornInFuture : undefined, 422, { field: 'birthYear' });
  return { birthYear };
}
