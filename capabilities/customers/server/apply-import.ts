import { mapInTurns, type Work } from '@yilu/platform/server';
import type { AnswerValue, EndedParty, FieldKey, ImportedParty } from '../contract/index.ts';
import { nameKeyOf, phoneOf, soundOf, splitPlace } from '../rules/index.ts';
import { writeAnswers } from '../store/dossier.ts';
import { giveRoomsAContact, writePeople } from '../store/import.ts';
import { endImportedParties } from '../store/import-endings.ts';
import type { Tables } from '../store/tables.ts';
import { type Change, recordChanges } from './changes.ts';
import { stored } from './dossier.ts';
import { encryptedIdentity } from './given-numbers.ts';
import { entryOf, type ImportPlan, type PlannedRow, registeredAtOf } from './plan-import.ts';

/** Writes a plan in sets; the history of fields is kept for people who stood here before. Answers who changed. */
export async function applyImport(work: Work<Tables>, { rows, livedIn }: ImportPlan): Promise<string[]> {
  const changing = rows.filter(
    ({ joined, filling, relations }) => joined.isNew || filling.filled.length > 0 || relations.length > 0,
  );
  if (changing.length === 0) return [];
  const isFirstPhone = firstPhones(rows);
  const fresh = changing.filter(({ joined }) => joined.isNew);

  // Ended before the new owners come: a home then is theirs alone, and they are rung first.
  await endImportedParties(work.db, changing.flatMap(endingsOf));
  await writePeople(
    work.db,
    {
      people: await mapInTurns(fresh, (row) => personOf(work, row)),
      links: changing.flatMap((row) => linksOf(work, row)),
      columns: changing.filter(({ joined }) => !joined.isNew).flatMap(columnsOf),
      identities: changing.flatMap((row) => identitiesOf(work, row)),
      phones: changing.flatMap(({ joined, filling }) =>
        phonesIn(filling.filled).map(({ id, number }) => ({
          id,
          person_id: joined.personId,
          number,
          kind: kindOf(joined.row.phones, number),
          is_primary: isFirstPhone.has(id),
        })),
      ),
      parties: changing.flatMap(partiesOf),
      relations: changing.flatMap(({ relations }) =>
        relations.map(({ id, from, to, kind }) => ({ id, from_person: from, to_person: to, kind })),
      ),
      sources: fresh.flatMap(sourcesOf),
    },
    work.actor.accountId,
    work.now,
  );
  await writeAnswers(
    work.db,
    changing.flatMap((row) => answersOf(work, row)),
    { by: work.actor.accountId, at: work.now, source: 'import' },
  );
  // Rooms that were empty got somebody to ring with their first people.
  const homes = new Set(changing.flatMap(({ joined }) => joined.row.parties.map(({ roomId }) => roomId)));
  await giveRoomsAContact(
    work.db,
    [...homes].filter((roomId) => livedIn.has(roomId)),
  );
  await recordChanges(work, changing.flatMap(changesOf), 'import');
  return [...new Set(changing.map(({ joined }) => joined.personId))];
}

/** Of people who had no phone before, the first one that the rows bring is the one to ring. */
function firstPhones(plan: readonly PlannedRow[]): ReadonlySet<string> {
  const first = new Set<string>();
  const hasPhone = new Set<string>();
  for (const { joined, filling } of plan) {
    const fresh = phonesIn(filling.filled);
    const [one] = fresh;
    if (filling.state.phones.length > fresh.length) hasPhone.add(joined.personId);
    if (one && !hasPhone.has(joined.personId)) first.add(one.id);
    if (one) hasPhone.add(joined.personId);
  }
  return first;
}

function personOf(work: Work<Tables>, { joined: { personId, row }, filling }: PlannedRow) {
  return {
    id: personId,
    kind: row.kind,
    name: row.name,
    name_key: nameKeyOf(row.name),
    ...soundOf(row.name),
    ...ownColumns(filling),
    registered_at: registeredAtOf(work, row),
  };
}

/** Who has a number or lives with us is found by that. */
function sourcesOf({ joined: { personId, row }, sources }: PlannedRow) {
  if (row.phones.length > 0 || row.identity || row.parties.length > 0) return [];
  return sources.map((key) => ({ project_id: row.projectId, key, person_id: personId }));
}

function linksOf(work: Work<Tables>, { joined, filling }: PlannedRow) {
  return placesOf(filling.filled, 'project').map(({ id }) => ({
    person_id: joined.personId,
    project_id: id,
    registered_at: registeredAtOf(work, joined.row),
  }));
}

function ownColumns({ filled }: PlannedRow['filling']) {
  const value = (place: string) => filled.find((one) => one.place === place)?.after ?? null;
  return { sex: value('sex'), birth_date: value('birthDate'), birth_year: value('birthYear') };
}

function columnsOf({ joined, filling }: PlannedRow) {
  const columns = ownColumns(filling);
  return Object.values(columns).every((one) => one === null) ? [] : [{ id: joined.personId, ...columns }];
}

function identitiesOf(work: Work<Tables>, { joined: { personId, row }, filling }: PlannedRow) {
  const hash = filling.filled.find(({ place }) => place === 'identity')?.after;
  if (!row.identity || hash === undefined) return [];
  const { kind, number } = row.identity;
  return [{ person_id: personId, kind, encrypted: encryptedIdentity(work, personId, number), hash }];
}

function phonesIn(filled: PlannedRow['filling']['filled']) {
  return placesOf(filled, 'phone').map(({ id, after }) => ({ id, number: after as string }));
}

function kindOf(phones: PlannedRow['joined']['row']['phones'], number: string) {
  const read = phoneOf(number);
  return phones.find((phone) => phone.number === number)?.kind ?? ('kind' in read ? read.kind : 'other');
}

function partiesOf({ joined, filling }: PlannedRow) {
  return placesOf(filling.filled, 'party').map(({ id, after }) => {
    const party = after as ImportedParty;
    return {
      id,
      room_id: party.roomId,
      project_id: joined.row.projectId,
      person_id: joined.personId,
      role: party.role,
      share: party.share ?? null,
      started_on: party.startedOn ?? null,
      ended_on: party.endedOn ?? null,
    };
  });
}

function endingsOf({ filling }: PlannedRow) {
  return placesOf(filling.filled, 'ended').map(({ id, after }) => ({ id, endedOn: (after as EndedParty).endedOn }));
}

function answersOf(work: Work<Tables>, { joined: { personId }, filling }: PlannedRow) {
  return placesOf(filling.filled, 'answer').map(({ id, after }) => ({
    personId,
    ...stored(work, personId, { field: entryOf(id as FieldKey), value: after as AnswerValue, declined: false }),
  }));
}

const sealedElsewhere = ['identity', 'phone', 'party', 'ended', 'project', 'relation'];

function changesOf({ joined, filling }: PlannedRow): Change[] {
  if (joined.isNew || joined.joinedBy === 'earlierRow') return [];
  return filling.filled
    .filter(({ place }) => !sealedElsewhere.includes(splitPlace(place)[0]))
    .map(({ place, after }) => ({
      personId: joined.personId,
      field: splitPlace(place)[1] ?? place,
      before: undefined,
      after,
    }));
}

function placesOf(filled: PlannedRow['filling']['filled'], kind: string) {
  return filled.flatMap(({ place, after }) => {
    const [one, id] = splitPlace(place);
    return one === kind && id !== undefined ? [{ id, after }] : [];
  });
}
