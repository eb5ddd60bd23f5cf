import { createHash } from 'node:crypto';
import { dayOf, instantOn } from '@yilu/platform/contract';
import { breathe, mapInTurns, newId, type Work } from '@yilu/platform/server';
import { type FieldKey, fieldOf, type ImportedPerson, type ImportWarning } from '../contract/index.ts';
import {
  emptyRecord,
  type Filling,
  fill,
  isForSides,
  type JoinedRow,
  joinRows,
  nameKeyOf,
  type RecordState,
} from '../rules/index.ts';
import { hasSources, knownPeople, recordStates } from '../store/import.ts';
import type { Tables } from '../store/tables.ts';
import { switchesIn } from './field-settings.ts';
import { identityHash } from './given-numbers.ts';

/** A row with the person it is about and what it adds. */
export interface PlannedRow {
  readonly joined: JoinedRow;
  readonly filling: Filling;
  /** Hashes by which the person is found again, where nothing else would do. */
  readonly sources: readonly string[];
  readonly relations: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly kind: string;
  }[];
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** Rooms of the rows in which somebody had a part before. */
  readonly livedIn: ReadonlySet<string>;
}

/** Who each row is about and what it adds; nothing is written. */
export async function planImport(work: Work<Tables>, rows: readonly ImportedPerson[]): Promise<ImportPlan> {
  const hashes = new Map(rows.map((row) => [row, row.identity && identityHash(work, row.identity.number)]));
  const hashOf = (row: ImportedPerson) => hashes.get(row);
  const sources = await sourcesOfRows(work, rows);
  const sourcesOf = (row: ImportedPerson) => sources.get(row) ?? [];
  const known = await knownPeople(work.db, {
    numbers: unique(rows.flatMap(({ phones }) => phones.map(({ number }) => number))),
    hashes: unique(rows.flatMap((row) => hashOf(row) ?? [])),
    roomIds: unique(rows.flatMap(({ parties }) => parties.map(({ roomId }) => roomId))),
    sources: unique(rows.flatMap(sourcesOf)),
  });
  const joined = joinRows(rows, known, { newId, hashOf, sourcesOf });
  await breathe();
  const old = unique(joined.filter(({ isNew }) => !isNew).map(({ personId }) => personId));
  const [states, switches] = await Promise.all([recordStates(work.db, old), switchesIn(work)]);
  const personOfRef = new Map(joined.map(({ row, personId }) => [row.ref, personId]));

  const planned = await mapInTurns(joined, (one) => {
    const state = states.get(one.personId) ?? emptyRecord;
    const { own, elsewhere } = ofSides(work.actor.sides, one.row.answers);
    const row = elsewhere.length > 0 ? { ...one.row, answers: own } : one.row;
    const filled = fill({ ...one, row }, state, { newId, identityHash: hashOf(one.row), switches });
    const filling = { ...filled, warnings: [...filled.warnings, ...elsewhere] };
    const relations = newRelations(one, state, personOfRef);
    states.set(one.personId, withRelations(filling.state, relations));
    return { joined: one, filling, sources: sourcesOf(one.row), relations };
  });
  return { rows: planned, livedIn: new Set(known.byRoom.keys()) };
}

/** Only whoever has no number is sought by what stood around the name, and whoever may have been such a one before. */
async function sourcesOfRows(
  work: Work<Tables>,
  rows: readonly ImportedPerson[],
): Promise<Map<ImportedPerson, readonly string[]>> {
  const keyed = rows.filter(({ sourceKeys = [] }) => sourceKeys.length > 0);
  const numberless = keyed.filter(({ phones, identity }) => phones.length === 0 && !identity);
  const projectIds = unique(keyed.map(({ projectId }) => projectId));
  const sought = keyed.length > 0 && (await hasSources(work.db, projectIds)) ? keyed : numberless;
  return new Map(
    sought.map((row) => [
      row,
      (row.sourceKeys ?? []).map((key) =>
        createHash('sha256')
          .update([row.projectId, nameKeyOf(row.name), key].join('\u001f'))
          .digest('base64url'),
      ),
    ]),
  );
}

type Answers = ImportedPerson['answers'];

/** Whoever works for the property company neither sees nor writes what the developer's side collects (decision 33). */
function ofSides(sides: Work['actor']['sides'], answers: Answers) {
  if (sides.includes('developer')) return { own: answers, elsewhere: [] };
  const isOwn = ({ field }: Answers[number]) => {
    const entry = fieldOf(field);
    return entry === undefined || isForSides(entry, sides);
  };
  return {
    own: answers.filter(isOwn),
    elsewhere: answers
      .filter((answer) => !isOwn(answer))
      .map(({ field }) => ({ kind: 'fieldElsewhere', field }) satisfies ImportWarning),
  };
}

function newRelations({ row, personId }: JoinedRow, state: RecordState, personOfRef: ReadonlyMap<number, string>) {
  return (row.relations ?? []).flatMap(({ toRef, kind }) => {
    const to = personOfRef.get(toRef);
    const isKnown = state.relations.some((one) => one.kind === kind && [one.from, one.to].includes(to ?? ''));
    return to === undefined || to === personId || isKnown ? [] : [{ id: newId(), from: personId, to, kind }];
  });
}

function withRelations(state: RecordState, relations: PlannedRow['relations']): RecordState {
  return { ...state, relations: [...state.relations, ...(relations as RecordState['relations'])] };
}

/** The first registration as the source tells it, midnight of that day; now when it does not. */
export function registeredAtOf(work: Work<Tables>, { registeredOn }: ImportedPerson): Date {
  return registeredOn === undefined || registeredOn >= dayOf(work.now) ? work.now : instantOn(registeredOn);
}

/** The catalogue's entry of a field that an import fills; the plan has dropped unknown ones. */
export function entryOf(field: FieldKey) {
  const entry = fieldOf(field);
  if (!entry) throw new Error(`the dossier has no field ${field}`);
  return entry;
}

function unique<One>(all: readonly One[]): One[] {
  return [...new Set(all)];
}
