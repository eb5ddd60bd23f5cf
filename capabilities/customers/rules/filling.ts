import type { Day } from '@yilu/platform/contract';
import type {
  AnswerValue,
  EndedParty,
  ImportedPlace,
  ImportWarning,
  PartyRole,
  RelationKind,
} from '../contract/index.ts';
import { fieldOf } from '../contract/index.ts';
import { answerShape, type FieldSwitch, isCollected } from './answers.ts';
import type { JoinedRow } from './joining.ts';
import { isSamePart } from './parties.ts';

/** What stands in a person's record. */
export interface RecordState {
  readonly version: number;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly identityHash: string | null;
  readonly household: boolean;
  readonly phones: readonly { readonly id: string; readonly number: string; readonly version: number }[];
  readonly projects: readonly string[];
  readonly parties: readonly {
    readonly id: string;
    readonly roomId: string;
    readonly projectId: string;
    readonly role: PartyRole;
    readonly version: number;
    readonly startedOn: string | null;
    readonly endedOn: string | null;
    /** Whoever is rung first about the room. */
    readonly isContact: boolean;
  }[];
  readonly relations: readonly {
    readonly id: string;
    readonly kind: RelationKind;
    readonly from: string;
    readonly to: string;
  }[];
  /** `null` for a declined or encrypted answer: something stands there. */
  readonly answers: Readonly<Record<string, AnswerValue | null>>;
  /** Those that did not come in with the person, or were given anew since. */
  readonly answeredSince: readonly string[];
}

export const emptyRecord: RecordState = {
  version: 1,
  sex: null,
  birthDate: null,
  birthYear: null,
  identityHash: null,
  household: false,
  phones: [],
  projects: [],
  parties: [],
  relations: [],
  answers: {},
  answeredSince: [],
};

/** What one row adds to a record that holds this state. */
export interface Filling {
  readonly filled: readonly { readonly place: ImportedPlace; readonly after: unknown }[];
  readonly differences: readonly { readonly place: ImportedPlace; readonly given: unknown }[];
  readonly warnings: readonly ImportWarning[];
  /** The record after this row; the next row of the same person starts from it. */
  readonly state: RecordState;
}

interface Circumstances {
  readonly newId: () => string;
  readonly identityHash: string | undefined;
  readonly switches: readonly FieldSwitch[];
}

/** An import fills what is empty, adds what is missing, and never overwrites what stands there (decision 20). */
export function fill(
  { row }: JoinedRow,
  state: RecordState,
  { newId, identityHash, switches }: Circumstances,
): Filling {
  const filled: { place: ImportedPlace; after: unknown }[] = [];
  const differences: { place: ImportedPlace; given: unknown }[] = [];
  const warnings: ImportWarning[] = [];
  const next = { ...state };

  const put = <Key extends 'sex' | 'birthDate' | 'birthYear'>(place: Key, given: RecordState[Key] | undefined) => {
    if (given === undefined || given === null || state[place] === given) return;
    if (state[place] !== null) return void differences.push({ place, given });
    filled.push({ place, after: given });
    next[place] = given;
  };
  put('sex', row.sex);
  const year = row.birthDate === undefined ? row.birthYear : Number(row.birthDate.slice(0, 4));
  const contradicts = state.birthYear !== null && year !== undefined && state.birthYear !== year;
  put('birthYear', year);
  if (contradicts && row.birthDate) differences.push({ place: 'birthDate', given: row.birthDate });
  else put('birthDate', row.birthDate);

  if (identityHash !== undefined && state.identityHash !== identityHash) {
    if (state.identityHash !== null) differences.push({ place: 'identity', given: 'another' });
    else {
      filled.push({ place: 'identity', after: identityHash });
      next.identityHash = identityHash;
    }
  }

  if (!state.projects.includes(row.projectId)) {
    filled.push({ place: `project:${row.projectId}`, after: row.projectId });
    next.projects = [...next.projects, row.projectId];
  }
  for (const { number } of row.phones) {
    if (next.phones.some((phone) => phone.number === number)) continue;
    const id = newId();
    filled.push({ place: `phone:${id}`, after: number });
    next.phones = [...next.phones, { id, number, version: 1 }];
  }
  for (const party of row.parties) {
    const theirs = next.parties.filter(({ roomId, role }) => roomId === party.roomId && isSamePart(role, party.role));
    const held = theirs.find(({ endedOn }) => endedOn === null);
    const { endedOn } = party;
    if (held && endedOn) {
      const ending = endingOf(held, endedOn);
      filled.push({ place: `ended:${held.id}`, after: ending });
      next.parties = next.parties.map((known) => (known === held ? { ...held, endedOn: ending.endedOn } : known));
      continue;
    }
    const last = theirs
      .map(({ endedOn: until }) => until ?? '')
      .sort()
      .at(-1);
    // A list of before the transfer does not make a former owner one again; a later beginning does.
    const isOver = last !== undefined && !held && (endedOn !== undefined || (party.startedOn ?? '') < last);
    if (isOver && endedOn === undefined) differences.push({ place: `party:${theirs[0]?.id ?? ''}`, given: party });
    if (held || isOver) continue;
    const id = newId();
    filled.push({ place: `party:${id}`, after: party });
    next.parties = [
      ...next.parties,
      {
        ...{ id, roomId: party.roomId, projectId: row.projectId, role: party.role, version: 1, isContact: false },
        ...{ startedOn: party.startedOn ?? null, endedOn: endedOn ?? null },
      },
    ];
  }
  for (const { field, value } of row.answers) {
    const entry = fieldOf(field);
    if (!entry || !isCollected(entry, switches)) warnings.push({ kind: 'fieldOff', field });
    else if (!answerShape(entry).safeParse(value).success) warnings.push({ kind: 'answerUnusable', field });
    else if (!(field in next.answers)) {
      filled.push({ place: `answer:${field}`, after: value });
      next.answers = { ...next.answers, [field]: value };
    } else if (!isSameAnswer(next.answers[field], value)) {
      differences.push({ place: `answer:${field}`, given: value });
    }
  }
  return { filled, differences, warnings, state: next };
}

/** A part that began later than it is said to have ended ends on the day it began. */
function endingOf({ roomId, startedOn, isContact }: RecordState['parties'][number], endedOn: Day): EndedParty {
  return {
    roomId,
    endedOn: startedOn !== null && startedOn > endedOn ? (startedOn as Day) : endedOn,
    wasContact: isContact,
  };
}

/** Which places of an import nobody has edited since, so that undoing it may empty them (decision 22). */
export function isUntouched(place: ImportedPlace, after: unknown, state: RecordState): boolean {
  const [kind, id = ''] = splitPlace(place);
  switch (kind) {
    case 'sex':
    case 'birthDate':
    case 'birthYear':
      return state[kind] === after;
    case 'identity':
      return state.identityHash === after;
    case 'phone':
      return state.phones.some((phone) => phone.id === id && phone.version === 1);
    case 'party':
      return state.parties.some((party) => party.id === id && party.version === 1);
    case 'ended':
      return state.parties.some((party) => party.id === id && party.endedOn === (after as EndedParty).endedOn);
    case 'relation':
      return state.relations.some((relation) => relation.id === id);
    case 'project':
      return state.projects.includes(id);
    default:
      return isSameAnswer(state.answers[id], after);
  }
}

/** The same of a person whom the import created, without the values: of own columns and the paper the history tells. */
export function isAsItCameIn(place: ImportedPlace, after: unknown, state: RecordState): boolean {
  const [kind, id = ''] = splitPlace(place);
  switch (kind) {
    case 'sex':
    case 'birthDate':
    case 'birthYear':
    case 'identity':
      return true;
    case 'answer':
      return id in state.answers && !state.answeredSince.includes(id);
    default:
      return isUntouched(place, after, state);
  }
}

/** The database keeps the parts of a date or a member in an order of its own. */
function isSameAnswer(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** `phone:0190…` is a phone and its id; `sex` is itself. */
export function splitPlace(place: string): [string, string?] {
  const at = place.indexOf(':');
  return at < 0 ? [place] : [place.slice(0, at), place.slice(at + 1)];
}
