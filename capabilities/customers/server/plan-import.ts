import { dayOf, instantOn } from '@yilu/platform/contract';
import { breathe, mapInTurns, newId, type Work } from '@yilu/platform/server';
import { type FieldKey, fieldOf, type ImportedPerson } from '../contract/index.ts';
import { emptyRecord, type Filling, fill, type JoinedRow, joinRows, type RecordState } from '../rules/index.ts';
import { knownPeople, recordStates } from '../store/import.ts';
import type { Tables } from '../store/tables.ts';
import { switchesIn } from './field-settings.ts';
import { identityHash } from './given-numbers.ts';

/** A row with the person it is about and what it adds. */
export interface PlannedRow {
  readonly joined: JoinedRow;
  readonly filling: Filling;
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
  const known = await knownPeople(work.db, {
    numbers: unique(rows.flatMap(({ phones }) => phones.map(({ number }) => number))),
    hashes: unique(rows.flatMap((row) => hashOf(row) ?? [])),
    roomIds: unique(rows.flatMap(({ parties }) => parties.map(({ roomId }) => roomId))),
  });
  const joined = joinRows(rows, known, { newId, hashOf });
  await breathe();
  const old = unique(joined.filter(({ isNew }) => !isNew).map(({ personId }) => personId));
  const [states, switches] = await Promise.all([recordStates(work.db, old), switchesIn(work)]);
  const personOfRef = new Map(joined.map(({ row, personId }) => [row.ref, personId]));

  const planned = await mapInTurns(joined, (one) => {
    const state = states.get(one.personId) ?? emptyRecord;
    const filling = fill(one, state, { newId, identityHash: hashOf(one.row), switches });
    const relations = newRelations(one, state, personOfRef);
    states.set(one.personId, withRelations(filling.state, relations));
    return { joined: one, filling, relations };
  });
  return { rows: planned, livedIn: new Set(known.byRoom.keys()) };
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
