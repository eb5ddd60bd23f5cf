import { beyondScope, moveEntrustedSubject } from '@yilu/identity/server';
import { found, insist } from '@yilu/platform/contract';
import { decryptField, insistVersion, type Work } from '@yilu/platform/server';
import {
  fieldOf,
  kindsDiffer,
  merged,
  mergedWithThemselves,
  noSuchPerson,
  partyChanged,
  type Saved,
} from '../contract/index.ts';
import { nameKeyOf, soundOf } from '../rules/index.ts';
import { answersOf, deleteAnswers, writeAnswers } from '../store/dossier.ts';
import { writeIdentity } from '../store/identities.ts';
import { moveEverything } from '../store/merge.ts';
import { partiesOfPerson } from '../store/parties.ts';
import { deletePerson, type PersonRecord, personById, updatePerson } from '../store/people.ts';
import { refreshSearch } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';
import { type Change, moveChanges, recordChanges } from './changes.ts';
import { stored, valueIn } from './dossier.ts';
import { encryptedIdentity, identityHash } from './given-numbers.ts';
import { passContact } from './parties.ts';
import { saved } from './reading.ts';
import { shown } from './shown.ts';
import { personRelinkers } from './slots.ts';

interface Merge {
  readonly personId: string;
  readonly otherId: string;
  readonly version: number;
  /** Places to take from the other; elsewhere this person's value stays and only gaps are filled. */
  readonly takeFromOther: readonly string[];
}

/** Two records of one person become one (DOS-08): nothing is lost, old addresses lead to the one that stays, the audit tells all. */
export async function mergePeople(work: Work<Tables>, merge: Merge): Promise<Saved> {
  insist(merge.personId === merge.otherId ? mergedWithThemselves : undefined, 422, { field: 'otherId' });
  const [kept, gone] = await bothLocked(work, merge);
  insistVersion(shown(work, kept), merge.version);
  insist(kept.kind === gone.kind ? undefined : kindsDiffer);
  // All of it, whoever may see it: the other record's deals, answers and projects must not vanish with it.
  const rooms = await beyondScope(work, () => joined(work, kept, gone, merge.takeFromOther));

  await work.audit({
    action: 'customers.merged',
    subject: { kind: 'person', id: kept.id },
    projectId: kept.projectIds[0],
    personId: kept.id,
    before: { kept: shown(work, kept), merged: shown(work, gone) },
    after: { mergedId: gone.id, takeFromOther: merge.takeFromOther },
  });
  await work.tell(merged, { personId: kept.id, mergedId: gone.id });
  if (rooms.length > 0) await work.tell(partyChanged, { personIds: [kept.id], roomIds: rooms });
  return saved(work, kept.id);
}

/** Answers the rooms in which the other record had a part. */
async function joined(
  work: Work<Tables>,
  kept: PersonRecord,
  gone: PersonRecord,
  takeFromOther: readonly string[],
): Promise<string[]> {
  const takes = (place: string, isEmpty: boolean) => isEmpty || takeFromOther.includes(place);
  const ids = { fromId: gone.id, toId: kept.id };
  const rooms = [...new Set((await partiesOfPerson(work.db, gone.id)).map(({ roomId }) => roomId))];
  const changes = [...(await mergeColumns(work, kept, gone, takes)), ...(await mergeAnswers(work, kept, gone, takes))];
  await moveChanges(work, ids);
  await moveEverything(work.db, ids, work.actor.accountId, work.now);
  await moveEntrustedSubject(work, ids);
  for (const relinker of work.contributions(personRelinkers)) await relinker.relink(work as Work, ids);
  await deletePerson(work.db, gone.id);
  for (const roomId of rooms) await passContact(work, roomId);
  await refreshSearch(work.db, [kept.id]);
  await recordChanges(work, changes);
  return rooms;
}

/** In the order of ids, so that two merges the other way round wait for each other instead of dying. */
async function bothLocked(work: Work<Tables>, { personId, otherId }: Merge): Promise<[PersonRecord, PersonRecord]> {
  const records = new Map<string, PersonRecord>();
  for (const id of [personId, otherId].sort()) {
    records.set(id, found(await personById(work.db, id, 'change'), noSuchPerson));
  }
  return [found(records.get(personId), noSuchPerson), found(records.get(otherId), noSuchPerson)];
}

type Takes = (place: string, isEmpty: boolean) => boolean;

async function mergeColumns(
  work: Work<Tables>,
  kept: PersonRecord,
  gone: PersonRecord,
  takes: Takes,
): Promise<Change[]> {
  const changes: Change[] = [];
  const take = (field: 'name' | 'sex' | 'birthDate' | 'birthYear') => {
    if (gone[field] === null || gone[field] === kept[field] || !takes(field, kept[field] === null)) return undefined;
    changes.push({ personId: kept.id, field, before: kept[field], after: gone[field] });
    return gone[field];
  };
  const name = take('name');
  const birthDate = take('birthDate');
  await updatePerson(work.db, kept.id, {
    ...(name !== undefined && { name: { name: gone.name, nameKey: nameKeyOf(gone.name), ...soundOf(gone.name) } }),
    ...(take('sex') !== undefined && { sex: gone.sex }),
    ...(birthDate !== undefined
      ? { birthDate: gone.birthDate, birthYear: gone.birthYear }
      : kept.birthDate === null && take('birthYear') !== undefined
        ? { birthYear: gone.birthYear }
        : {}),
  });
  if (gone.identity && takes('identity', kept.identity === null)) {
    const number = decryptField(work.keys, gone.identity.encrypted, gone.id);
    await writeIdentity(work.db, {
      personId: kept.id,
      kind: gone.identity.kind,
      encrypted: encryptedIdentity(work, kept.id, number),
      hash: identityHash(work, number),
    });
  }
  return changes;
}

async function mergeAnswers(
  work: Work<Tables>,
  kept: PersonRecord,
  gone: PersonRecord,
  takes: Takes,
): Promise<Change[]> {
  const known = new Map((await answersOf(work.db, kept.id)).map((answer) => [answer.field, answer]));
  const taken = (await answersOf(work.db, gone.id)).flatMap((answer) => {
    const field = fieldOf(answer.field);
    return field && takes(answer.field, !known.has(answer.field))
      ? [{ field, answer, value: valueIn(work, gone.id, answer) }]
      : [];
  });
  await writeAnswers(
    work.db,
    taken.map(({ field, answer, value }) => ({
      personId: kept.id,
      ...stored(work, kept.id, { field, value, declined: answer.declined }),
    })),
    { by: work.actor.accountId, at: work.now, source: 'staff' },
  );
  await deleteAnswers(
    work.db,
    gone.id,
    taken.map(({ field }) => field.key),
  );
  return taken.map(({ field, value }) => ({
    personId: kept.id,
    field: field.key,
    before: valueIn(work, kept.id, known.get(field.key)),
    after: value,
  }));
}
