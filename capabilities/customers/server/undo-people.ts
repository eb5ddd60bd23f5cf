import { entrustedOf } from '@yilu/identity/server';
import { mostIdsInAnEvent } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { subjectsWithTasks } from '@yilu/tasks/server';
import {
  type EndedParty,
  type FieldKey,
  type ImportedPlace,
  type KeptPlace,
  personChanged,
  type UndoOutcome,
  type UndoPerson,
} from '../contract/index.ts';
import { isAsItCameIn, isUntouched, type RecordState, splitPlace } from '../rules/index.ts';
import { editedByHand } from '../store/changes.ts';
import { emptyPlaces, giveRoomsAContact, recordStates } from '../store/import.ts';
import { resumeParties } from '../store/import-endings.ts';
import { refreshSearch } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';
import { personReferrers } from './slots.ts';

interface Decided {
  readonly outcome: UndoOutcome;
  readonly empty: readonly ImportedPlace[];
}

/**
 * Takes an import of people back, field by field (decision 22): what somebody or a later import edited stays and is listed; a
 * created person whom a later import changed or to whom something else now refers stays. A thousand people or so per call.
 */
export async function undoPeople<Theirs>(
  theirWork: Work<Theirs>,
  people: readonly UndoPerson[],
  changedLater: ReadonlySet<string> = new Set(),
): Promise<UndoOutcome[]> {
  const work = theirWork as unknown as Work<Tables>;
  const whole = joinedByPerson(people);
  const ids = whole.map(({ personId }) => personId);
  const states = await recordStates(work.db, ids);
  const referred = new Set([...(await entrustedOf(work, ids)), ...(await subjectsWithTasks(work, 'person', ids))]);
  for (const referrer of work.contributions(personReferrers)) {
    for (const id of await referrer.refersTo(work as Work, ids)) referred.add(id);
  }
  const edits = Map.groupBy(await editedByHand(work.db, ids), ({ personId }) => personId);
  const put = new Set<string>(people.flatMap(({ filled }) => filled.map(({ place }) => place)));
  const decided = whole.map((person) => {
    const { personId } = person;
    return decide(person, states.get(personId), put, {
      edits: new Map((edits.get(personId) ?? []).map((edit) => [edit.field, edit])),
      isReferredTo: referred.has(personId),
      isChangedLater: changedLater.has(personId),
    });
  });

  const removed = decided.filter(({ outcome }) => outcome.removed).map(({ outcome }) => outcome.personId);
  const kept = ids.filter((id) => !removed.includes(id) && states.has(id));
  const rooms = [...states.values()].flatMap(({ parties }) => parties.map(({ roomId }) => roomId));
  await emptyPlaces(work.db, { ...placesToEmpty(decided), people: removed });
  await resumeParties(work.db, partiesToResume(whole, decided));
  await giveRoomsAContact(work.db, [...new Set(rooms)]);
  await refreshSearch(work.db, kept);
  for (let at = 0; at < ids.length; at += mostIdsInAnEvent) {
    await work.tell(personChanged, { personIds: ids.slice(at, at + mostIdsInAnEvent) });
  }
  return decided.map(({ outcome }) => outcome);
}

/** Several rows of one file may have filled one person; they are taken back together. */
function joinedByPerson(people: readonly UndoPerson[]): UndoPerson[] {
  return [...Map.groupBy(people, ({ personId }) => personId)].map(([personId, rows]) => ({
    personId,
    created: rows.some(({ created }) => created),
    filled: rows.flatMap(({ filled }) => filled),
  }));
}

function decide(
  person: UndoPerson,
  state: RecordState | undefined,
  put: ReadonlySet<string>,
  { edits, isReferredTo, isChangedLater }: Since,
): Decided {
  const { personId } = person;
  if (!state) return { outcome: { personId, removed: true, kept: [] }, empty: [] };
  const places = person.filled.map(({ place }) => place);
  if (!person.created) {
    const edited = person.filled
      .filter(({ place, after }) => !isUntouched(place, after, state))
      .map(({ place }) => place);
    const empty = places.filter((place) => !edited.includes(place));
    const because = edited.length > 0 ? { keptBecause: 'editedSince' as const } : {};
    return { outcome: { personId, removed: false, kept: withWho(edited, edits), ...because }, empty };
  }
  const edited = editedPlaces(person, state, put, edits);
  const keptBecause = isReferredTo
    ? 'referredTo'
    : isChangedLater
      ? 'laterImport'
      : edited.length > 0
        ? 'editedSince'
        : undefined;
  if (keptBecause)
    return { outcome: { personId, removed: false, kept: withWho(edited, edits), keptBecause }, empty: [] };
  return { outcome: { personId, removed: true, kept: [] }, empty: places };
}

/** What happened to somebody after the import. */
interface Since {
  readonly edits: ReadonlyMap<string, { readonly by: string; readonly at: Date }>;
  readonly isReferredTo: boolean;
  readonly isChangedLater: boolean;
}

/** The history names a phone only as one, an answer by its field. */
function withWho(places: readonly KeptPlace['place'][], edits: Since['edits']): KeptPlace[] {
  return places.map((place) => {
    const [kind, id = ''] = splitPlace(place);
    const { by, at } = edits.get(kind === 'answer' ? id : kind) ?? {};
    return { place, by, at };
  });
}

/** What of a person whom the import created is not as it came in: changed, cleared or added since. */
function editedPlaces(
  { filled }: UndoPerson,
  state: RecordState,
  put: ReadonlySet<string>,
  edits: Since['edits'],
): KeptPlace['place'][] {
  const places = filled.map(({ place }) => place);
  const own = (['name', 'sex', 'birthDate', 'birthYear', 'identity'] as const).filter((field) => edits.has(field));
  const changed = filled.filter(({ place, after }) => !isAsItCameIn(place, after, state)).map(({ place }) => place);
  const known = [...new Set([...own, ...changed, ...addedPlaces(state, places, put)])];
  // The version tells of a change that no history names.
  return known.length === 0 && state.version > 1 ? ['record'] : known;
}

/** What the record holds that this import did not put there: itself, or, where two share it, with the other. */
function addedPlaces(state: RecordState, places: readonly string[], put: ReadonlySet<string>): KeptPlace['place'][] {
  const all: KeptPlace['place'][] = [
    ...(['sex', 'birthDate', 'birthYear'] as const).filter((field) => (state[field] ?? null) !== null),
    ...((state.identityHash ?? null) === null ? [] : (['identity'] as const)),
    ...(state.household ? (['household'] as const) : []),
    ...state.projects.map((id) => `project:${id}` as const),
    ...(Object.keys(state.answers) as FieldKey[]).map((field) => `answer:${field}` as const),
  ];
  const shared: KeptPlace['place'][] = [
    ...state.phones.map(({ id }) => `phone:${id}` as const),
    ...state.parties.map(({ id }) => `party:${id}` as const),
    ...state.relations.map(({ id }) => `relation:${id}` as const),
  ];
  return [...all.filter((place) => !places.includes(place)), ...shared.filter((place) => !put.has(place))];
}

/** Of parts that the import ended, those that nobody changed since and that did not go with it. */
function partiesToResume(people: readonly UndoPerson[], decided: readonly Decided[]) {
  return people.flatMap(({ filled }, at) =>
    filled.flatMap(({ place, after }) => {
      const [kind, id = ''] = splitPlace(place);
      const { empty = [], outcome } = decided[at] ?? {};
      return kind === 'ended' && !outcome?.removed && empty.includes(place) ? [{ id, ...(after as EndedParty) }] : [];
    }),
  );
}

function placesToEmpty(decided: readonly Decided[]) {
  const all = decided.flatMap(({ outcome, empty }) =>
    empty.map((place) => ({ personId: outcome.personId, kind: splitPlace(place)[0], id: splitPlace(place)[1] ?? '' })),
  );
  const of = (kind: string) => all.filter((one) => one.kind === kind);
  const people = (kind: string) => of(kind).map(({ personId }) => personId);
  const ids = (kind: string) => of(kind).map(({ id }) => id);
  return {
    sex: people('sex'),
    birthDate: people('birthDate'),
    birthYear: people('birthYear'),
    identity: people('identity'),
    phones: ids('phone'),
    parties: ids('party'),
    relations: ids('relation'),
    links: of('project').map(({ personId, id }) => ({ person_id: personId, project_id: id })),
    answers: of('answer').map(({ personId, id }) => ({ person_id: personId, field: id })),
  };
}
