import type { ImportedPerson, JoinedBy } from '../contract/index.ts';
import { nameKeyOf } from './name.ts';

/** Somebody known before the import began, found by a number or a room. */
export interface KnownPerson {
  readonly personId: string;
  readonly nameKey: string;
  readonly hasPhone: boolean;
}

/**
 * What look-ups in sets found: by phone number, by hash of an ID number, by room, by what stood around the name; those of one key
 * in the order in which they came to it.
 */
export interface KnownPeople {
  readonly byPhone: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly byIdentity: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly byRoom: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly bySource: ReadonlyMap<string, readonly KnownPerson[]>;
}

/** Which person a row is about. */
export interface JoinedRow {
  readonly row: ImportedPerson;
  readonly personId: string;
  readonly isNew: boolean;
  readonly joinedBy?: JoinedBy | undefined;
  /** People it is like, but not enough. */
  readonly suggestions: readonly string[];
  /** Another name has the same ID number. */
  readonly sharesIdentity: boolean;
}

interface Tools {
  /** Makes the id of a person to be created. */
  readonly newId: () => string;
  /** The keyed hash of a row's ID number. */
  readonly hashOf: (row: ImportedPerson) => string | undefined;
  /** Hashes of the name with what stood around it in the source; none where nobody can be found by them. */
  readonly sourcesOf: (row: ImportedPerson) => readonly string[];
}

/**
 * Rows of one person join (decision 2): phone and name, or ID number and name; where one side has no phone, name and room, or the
 * name with the same agreement, number or companion in the source. A name alone never joins, nor does a number alone: these are
 * suggestions. Rows join earlier rows by the same rule.
 *
 * Of namesakes with one phone or in one home it is whoever came to it first: what later rows bring to whom stands behind, so that
 * the same file finds the same people again.
 */
export function joinRows(
  rows: readonly ImportedPerson[],
  known: KnownPeople,
  { newId, hashOf, sourcesOf }: Tools,
): JoinedRow[] {
  const byPhone = new Map([...known.byPhone].map(([key, people]) => [key, [...people]]));
  const byIdentity = new Map([...known.byIdentity].map(([key, people]) => [key, [...people]]));
  const byRoom = new Map([...known.byRoom].map(([key, people]) => [key, [...people]]));
  const bySource = new Map([...known.bySource].map(([key, people]) => [key, [...people]]));
  const made = new Set<string>();

  return rows.map((row) => {
    const nameKey = nameKeyOf(row.name);
    const hash = hashOf(row);
    const phoneMates = row.phones.flatMap(({ number }) => byPhone.get(number) ?? []);
    const identityMates = hash === undefined ? [] : (byIdentity.get(hash) ?? []);
    const roomMates = row.parties.flatMap(({ roomId }) => byRoom.get(roomId) ?? []);
    const sources = sourcesOf(row);
    const sourceMates = sources.flatMap((source) => bySource.get(source) ?? []);
    const isSame = (person: KnownPerson) => person.nameKey === nameKey;
    const isOneWithoutPhone = (person: KnownPerson) => row.phones.length === 0 || !person.hasPhone;

    const ways: [JoinedBy, KnownPerson | undefined][] = [
      ['phoneAndName', phoneMates.find(isSame)],
      ['identityAndName', identityMates.find(isSame)],
      ['nameAndRoom', roomMates.filter(isSame).find(isOneWithoutPhone)],
      // Their hashes hold the name as the source has it, whatever it was corrected to here.
      ['nameAndSource', sourceMates.find(isOneWithoutPhone)],
    ];
    const [way, mate] = ways.find(([, person]) => person) ?? [];
    const personId = mate?.personId ?? newId();
    if (!mate) made.add(personId);

    const self = { personId, nameKey, hasPhone: row.phones.length > 0 || (mate?.hasPhone ?? false) };
    for (const { number } of row.phones) remember(byPhone, number, self);
    if (hash !== undefined) remember(byIdentity, hash, self);
    for (const { roomId } of row.parties) remember(byRoom, roomId, self);
    for (const source of sources) remember(bySource, source, self);

    const others = [...phoneMates, ...identityMates, ...roomMates.filter(isSame)].map((person) => person.personId);
    return {
      row,
      personId,
      isNew: mate === undefined,
      ...(mate && way && { joinedBy: made.has(mate.personId) ? ('earlierRow' as const) : way }),
      suggestions: [...new Set(others)].filter((other) => other !== personId).slice(0, 5),
      sharesIdentity: identityMates.some((person) => !isSame(person)),
    };
  });
}

/** The latest state of a person replaces the earlier one in its place: a phone learnt from this row counts for the next. */
function remember(index: Map<string, KnownPerson[]>, key: string, person: KnownPerson): void {
  const people = index.get(key) ?? [];
  const at = people.findIndex(({ personId }) => personId === person.personId);
  index.set(key, at < 0 ? [...people, person] : people.with(at, person));
}
