import { type Day, dayOf, found, insist } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import {
  alreadyRelated,
  graphDepth,
  type Household,
  inAnotherHousehold,
  noSuchPerson,
  noSuchRelation,
  personChanged,
  type Relation,
  type RelationGraph,
  type RelationKind,
  relatedToThemselves,
} from '../contract/index.ts';
import { firstProjectOf, personById } from '../store/people.ts';
import {
  deleteRelation,
  type HouseholdRecord,
  householdOf,
  insertRelation,
  joinHousehold,
  leaveHousehold,
  relationsAround,
  relationsOf,
} from '../store/relations.ts';
import type { Tables } from '../store/tables.ts';
import { masksPhone, withTextsMasked } from './phones-in-texts.ts';
import { personInReach, personToChange } from './reading.ts';
import { recordLook } from './record-look.ts';
import { ageOn } from './shown.ts';

/** `kind`: what the other person is to this one (DOS-18). */
export async function addRelation(
  work: Work<Tables>,
  {
    personId,
    otherId,
    kind,
    note,
  }: { personId: string; otherId: string; kind: RelationKind; note?: string | undefined },
): Promise<{ relations: Relation[] }> {
  insist(personId === otherId ? relatedToThemselves : undefined, 422, { field: 'otherId' });
  await personToChange(work, personId);
  found(await personById(work.db, otherId), noSuchPerson);
  const link = {
    id: newId(),
    from: otherId,
    to: personId,
    kind,
    note,
    addedBy: work.actor.accountId,
    addedAt: work.now,
  };
  if (!(await insertRelation(work.db, link))) insist(alreadyRelated, 409, { field: 'kind' });
  await tellOfPeople(work, [personId, otherId], 'customers.relation_added', {
    kind,
    note: withTextsMasked(note),
  });
  return { relations: await shownRelations(work, personId) };
}

export async function removeRelation(
  work: Work<Tables>,
  { personId, relationId }: { personId: string; relationId: string },
): Promise<{ relations: Relation[] }> {
  await personToChange(work, personId);
  const removed = (await relationsOf(work.db, personId)).find(({ id }) => id === relationId);
  const { personId: otherId, seenAs } = found(removed, noSuchRelation);
  await deleteRelation(work.db, personId, relationId);
  await tellOfPeople(work, [personId, otherId], 'customers.relation_removed', { seenAs });
  return { relations: await shownRelations(work, personId) };
}

async function shownRelations({ db }: Work<Tables>, personId: string): Promise<Relation[]> {
  return (await relationsOf(db, personId)).map(shownRelation);
}

/** What was noted stays whole in the store; a phone in it is masked like any other (SEC-09). */
export function shownRelation(relation: Relation): Relation {
  const { note } = relation;
  return masksPhone(note) ? { ...relation, note: withTextsMasked(note), masked: true } : relation;
}

/** The note with the phones in it, once; the same limit, reason and record as for every phone. */
export async function revealRelationNote(
  work: Work<Tables>,
  { personId, relationId, reason }: { personId: string; relationId: string; reason: string },
): Promise<{ note: string }> {
  const person = await personInReach(work, personId);
  const relation = (await relationsOf(work.db, person.id)).find(({ id }) => id === relationId);
  const note = found(relation?.note, noSuchRelation);
  await recordLook(work, person, { reason, at: { relationId } });
  return { note };
}

/** To the depth that the company has set (DOS-18). */
export async function relationGraph(
  work: Work<Tables>,
  { personId, steps }: { personId: string; steps?: number | undefined },
): Promise<RelationGraph> {
  const depth = steps ?? (await valueOf(work, graphDepth));
  return found(await relationsAround(work.db, personId, depth), noSuchPerson);
}

export async function readHousehold(work: Work<Tables>, personId: string): Promise<Household | undefined> {
  const household = await householdOf(work.db, personId);
  if (!household) return undefined;
  return shownHousehold(household, dayOf(work.now));
}

/** With everybody's age today. */
export function shownHousehold(household: HouseholdRecord, today: Day): Household {
  return {
    id: household.id,
    members: household.members.map(({ birthDate, birthYear, ...member }) => {
      const age = ageOn(today, birthDate, birthYear);
      return { ...member, ...(age !== undefined && { age }) };
    }),
  };
}

/** Brings another person into this one's household, which begins when there is none (PRN-12). */
export async function addHouseholdMember(
  work: Work<Tables>,
  { personId, memberId }: { personId: string; memberId: string },
): Promise<{ household?: Household | undefined }> {
  insist(personId === memberId ? relatedToThemselves : undefined, 422, { field: 'memberId' });
  await personToChange(work, personId);
  found(await personById(work.db, memberId), noSuchPerson);
  const [mine, theirs] = [await householdOf(work.db, personId), await householdOf(work.db, memberId)];
  if (theirs && theirs.id !== mine?.id) insist(inAnotherHousehold, 409, { field: 'memberId' });
  if (theirs) return { household: await readHousehold(work, personId) };
  await joinHousehold(work.db, mine?.id ?? newId(), [personId, memberId]);
  await tellOfPeople(work, [personId, memberId], 'customers.household_joined', { memberId });
  return { household: await readHousehold(work, personId) };
}

export async function removeHouseholdMember(
  work: Work<Tables>,
  { personId, memberId }: { personId: string; memberId: string },
): Promise<{ household?: Household | undefined }> {
  await personToChange(work, personId);
  const household = await householdOf(work.db, personId);
  const isMember = household?.members.some((member) => member.personId === memberId);
  if (!household || !isMember) insist(noSuchPerson, 404);
  if (household) await leaveHousehold(work.db, household.id, memberId);
  await tellOfPeople(work, [personId, memberId], 'customers.household_left', { memberId });
  return { household: await readHousehold(work, personId) };
}

async function tellOfPeople(work: Work<Tables>, personIds: string[], action: string, after: unknown): Promise<void> {
  const [subject = ''] = personIds;
  const projectId = await firstProjectOf(work.db, subject);
  await work.audit({ action, subject: { kind: 'person', id: subject }, projectId, personId: subject, after });
  await work.tell(personChanged, { personIds: [...new Set(personIds)] });
}
