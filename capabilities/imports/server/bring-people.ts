import type { FieldKey, ImportedPerson, ImportedPersonOutcome, PartyRole } from '@yilu/customers/contract';
import { importPeople } from '@yilu/customers/server';
import { breathe, sealerFor, type Work } from '@yilu/platform/server';
import {
  type Field,
  fieldElsewhere,
  fieldIsOff,
  idSharedByOthers,
  keptOurs,
  notInTheList,
  ownerNotInFile,
  type PersonRead,
} from '../contract/index.ts';
import { type Bringing, describe, headingOf, type Line, notedFor, noteField, type Sheet } from './bringing.ts';
import { fieldOfAnswer } from './dossier-fields.ts';
import { type GivenPerson, withRelations } from './households.ts';
import { placeLabel } from './places.ts';

/** People of the lines with their parts in the rooms; the ids of each line's people by its row, in the row's order. */
export async function bringPeople(
  bringing: Bringing,
  sheet: Sheet,
  lines: readonly Line[],
  roomsOf: ReadonlyMap<number, readonly string[]>,
): Promise<Map<number, string[]>> {
  const given: GivenPerson[] = [];
  for (const line of lines) {
    const roomIds = roomsOf.get(line.row.number) ?? [];
    const owner = ownerBefore(bringing, given, line, roomIds[0]);
    if (owner) given.push({ ...owner, line, first: given.length });
    const first = given.length;
    line.read.people.forEach((read, at) => {
      const person = toImported(bringing, sheet, line, read, at, given.length, roomIds);
      given.push({ line, isFirst: at === 0, read, first, home: roomIds[0], person });
    });
    register(
      bringing,
      sheet,
      line,
      given.slice(first).flatMap(({ person, read }) => (read?.endedOn ? [] : [person])),
    );
    for (const known of await linkByKey(bringing, sheet, line, roomIds[0])) {
      given.push({ line, isFirst: false, first: given.length, person: { ...known, ref: given.length } });
    }
    await breathe();
  }
  if (given.length === 0) return new Map();

  const outcomes = await importPeople(bringing.work, withRelations(given), { findableLater: true });
  const byRow = new Map<number, string[]>();
  for (const outcome of outcomes) {
    const { line, isFirst, isAside } = given[outcome.ref] ?? {};
    if (!line || isAside) continue;
    byRow.set(line.row.number, [...(byRow.get(line.row.number) ?? []), outcome.personId]);
    tell(bringing, sheet, line, outcome, isFirst === true);
    await breathe();
  }
  rememberOwners(bringing, given);
  noteSharedIds(sheet, given, outcomes);
  await keepImages(bringing, outcomes);
  return byRow;
}

/** Whoever owns the home of a row that tells of a relation only, where they came in with an earlier batch. */
function ownerBefore(
  { owners }: Bringing,
  given: readonly GivenPerson[],
  { read }: Line,
  home: string | undefined,
): Omit<GivenPerson, 'line' | 'first'> | undefined {
  const owner = home === undefined ? undefined : owners.get(home);
  if (!owner || read.people[0]?.relation === undefined) return undefined;
  const isHere = given.some(
    (one) => one.home === home && (one.isAside || (one.read?.role === 'owner' && !one.read.endedOn)),
  );
  return isHere ? undefined : { person: { ...owner, ref: given.length }, isFirst: false, home, isAside: true };
}

/** The first owner that a file names for a home is whose family the others are. */
function rememberOwners({ owners }: Bringing, given: readonly GivenPerson[]): void {
  for (const { read, home, person } of given)
    if (home !== undefined && read?.role === 'owner' && !read.endedOn && !owners.has(home))
      owners.set(home, { ...person, answers: [] });
}

function toImported(
  bringing: Bringing,
  sheet: Sheet,
  line: Line,
  person: PersonRead,
  at: number,
  ref: number,
  roomIds: readonly string[],
): ImportedPerson {
  const { answers, unread } = bringing.answers.read(
    line.read.answers.filter(({ of = line.read.answersOf }) => of === at),
  );
  // A register keeps words that fit no choice in its text; elsewhere they are reported.
  if (sheet.sheet.kind !== 'contacts') {
    for (const problem of unread) sheet.book.note(line.row.number, 'problem', notedFor(sheet, line.row, problem));
  }
  return {
    ref,
    kind: person.kind,
    name: person.name.slice(0, 60),
    sex: person.sex,
    birthDate: person.birthDate,
    birthYear: person.birthYear,
    phones: person.phones.map((number) => ({ number })),
    identity: person.identity,
    projectId: line.projectId,
    parties: hasPart(sheet, line, person) ? partiesOf(person, roomIds, line) : [],
    answers,
    registeredOn: line.read.contacts.map(({ day }) => day).sort()[0],
    sourceKeys: sourceKeysOf(line, at, roomIds),
  };
}

/** What the row says around a name; it tells apart who left neither phone nor ID number and lives in no room of ours. */
function sourceKeysOf({ read }: Line, at: number, [roomId]: readonly string[]): string[] {
  const [first] = read.people;
  const beside = at === 0 ? undefined : (first?.phones[0] ?? first?.identity?.number);
  return [
    ...(read.deal?.key ? [`deal ${read.deal.key}`] : []),
    ...(read.personKey ? [`number ${read.personKey}`] : []),
    ...(roomId ? [`room ${roomId}`] : []),
    ...(beside ? [`beside ${beside}`] : []),
  ];
}

/**
 * A list of sales makes buyers, not residents. Only of who signed without leaving a phone or an ID number the room is what
 * tells them from others of that name (decision 2), when the file comes again.
 */
function hasPart({ sheet }: Sheet, { row, read: { deal } }: Line, person: PersonRead): boolean {
  // The home beside a space whose lease is over still is theirs.
  if (person.hasLeft) return sheet.kind === 'parking';
  if (sheet.kind !== 'deals') return true;
  const isOwner = person.role === 'owner' || person.role === 'coOwner';
  const signs = deal?.signedOn !== undefined || deal?.contractNumber !== undefined || row.continues !== undefined;
  const hasSigned = signs && deal?.cancelledBecause === undefined;
  return isOwner && hasSigned && person.phones.length === 0 && person.identity === undefined;
}

/** Of a parking space that somebody rents, the home beside it still is its owner's. */
function partiesOf(person: PersonRead, roomIds: readonly string[], { read }: Line): ImportedPerson['parties'] {
  const isOwner = person.role === 'owner' || person.role === 'coOwner';
  return roomIds.flatMap((roomId, at) => {
    // A tenant of the home holds neither its parking space nor its storage room.
    const isHomeBeside = read.space !== undefined && at > (read.space.further?.length ?? 0);
    if (person.hasLeft && !isHomeBeside) return [];
    const further = read.space ? undefined : read.furtherRooms[at - (read.room?.number ? 1 : 0)];
    if (!isOwner && (further?.kind === 'PARKING_SPACE' || further?.kind === 'STORAGE')) return [];
    return [
      {
        roomId,
        role: isHomeBeside ? 'owner' : person.role,
        share: at === 0 ? person.share : undefined,
        startedOn: at === 0 ? person.startedOn : undefined,
        endedOn: person.endedOn,
      },
    ];
  });
}

/** Remember who carries which number of the source, and in what role. */
function register({ people }: Bringing, { sheet }: Sheet, { read }: Line, persons: readonly ImportedPerson[]): void {
  if (!read.personKey || persons.length === 0) return;
  const linked = persons.map((person, at) => ({
    ...person,
    answers: [],
    parties: [],
    role: read.people[at]?.role ?? 'owner',
  }));
  for (const key of [`${sheet.fileId}:${read.personKey}`, read.personKey]) {
    people.set(key, [...(people.get(key) ?? []), ...linked]);
  }
}

/** People whom a row of rooms or parking spaces names by the source's own number. */
async function linkByKey(
  { people }: Bringing,
  sheet: Sheet,
  line: Line,
  roomId: string | undefined,
): Promise<ImportedPerson[]> {
  const { personKey, space } = line.read;
  if (!personKey || line.read.people.length > 0) return [];
  const known = people.get(`${sheet.sheet.fileId}:${personKey}`) ?? people.get(personKey);
  if (!known) {
    noteField(sheet, line, 'problem', 'personKey', ownerNotInFile({ key: personKey.slice(0, 40) }));
    return [];
  }
  if (!roomId) return [];
  return known.map((person) => {
    const role = 'role' in person ? (person.role as PartyRole) : 'owner';
    return {
      ...person,
      projectId: line.projectId,
      parties: [{ roomId, role: space?.tenure === 'let' ? 'tenant' : role }],
    };
  });
}

function tell(bringing: Bringing, sheet: Sheet, line: Line, outcome: ImportedPersonOutcome, isFirst: boolean): void {
  const row = line.row.number;
  bringing.records.people.add(outcome.personId);
  sheet.book.went(row, outcome.outcome);
  describe(sheet, line, placeLabel(line.read.room));
  if (isFirst && outcome.outcome !== 'created' && outcome.joinedBy) sheet.book.joined(row);
  for (const { place } of outcome.differences) noteField(sheet, line, 'difference', fieldOfPlace(place), keptOurs);
  // Somebody linked by number was judged on the sheet of their own.
  if (line.read.people.length === 0) return;
  for (const warning of outcome.warnings) {
    if (warning.kind === 'fieldOff') noteField(sheet, line, 'problem', fieldOfAnswer(warning.field), fieldIsOff);
    if (warning.kind === 'fieldElsewhere')
      noteField(sheet, line, 'problem', fieldOfAnswer(warning.field), fieldElsewhere);
    if (warning.kind === 'answerUnusable')
      noteField(sheet, line, 'problem', fieldOfAnswer(warning.field), notInTheList);
  }
}

/** A number that several names carry is noted on all their rows, also on the first, which came in before the others. */
function noteSharedIds(
  sheet: Sheet,
  given: readonly { readonly line: Line; readonly person: ImportedPerson }[],
  outcomes: readonly ImportedPersonOutcome[],
): void {
  const shared = new Set(
    outcomes
      .filter(({ warnings }) => warnings.some(({ kind }) => kind === 'sharedIdentity'))
      .flatMap(({ ref }) => given[ref]?.person.identity?.number ?? []),
  );
  const rows = new Set<number>();
  for (const { line, person } of given) {
    if (line.read.people.length === 0 || !person.identity || !shared.has(person.identity.number)) continue;
    if (rows.has(line.row.number)) continue;
    rows.add(line.row.number);
    const field = ofIds.find((one) => headingOf(sheet.sheet, one) !== '') ?? 'idNumber';
    noteField(sheet, line, 'problem', field, idSharedByOthers);
  }
}

const ofIds = ['idNumber', 'tenantId', 'coOwnerId', 'memberId', 'spouseId'] as const;

/**
 * What was filled of people who were here, sealed with each person's own key: deleting the person makes it unreadable (decision 10).
 * Of new ones only where: the record itself says whether anybody edited it since.
 */
export async function keepImages(
  { work, keep, isRehearsal, changedPeople }: Bringing,
  outcomes: readonly ImportedPersonOutcome[],
): Promise<void> {
  const changed = outcomes.filter(({ outcome }) => outcome !== 'unchanged');
  if (changed.length === 0 || isRehearsal) return;
  for (const { personId } of changed) changedPeople.add(personId);
  const withValues = changed.filter((one) => !isOnlyNew(one));
  const sealed = await sealerFor(work as Work, [...new Set(withValues.map(({ personId }) => personId))]);
  for (const one of changed) {
    const { personId, outcome, filled } = one;
    keep('people', {
      personId,
      created: outcome === 'created',
      ...(isOnlyNew(one)
        ? { places: filled.map(({ place }) => place) }
        : { sealed: sealed(personId, JSON.stringify(filled)) }),
    });
    await breathe();
  }
}

/** Of a part that was ended it is remembered how it stood. */
function isOnlyNew({ outcome, filled }: ImportedPersonOutcome): boolean {
  return outcome === 'created' && !filled.some(({ place }) => place.startsWith('ended:'));
}

function fieldOfPlace(place: string): Field {
  if (place === 'sex') return 'sex';
  if (place === 'birthDate' || place === 'birthYear') return 'birth';
  if (place === 'identity') return 'idNumber';
  if (place.startsWith('answer:')) return fieldOfAnswer(place.slice('answer:'.length) as FieldKey);
  return place.startsWith('phone:') ? 'phone' : 'name';
}
