import { dayOf, instantOn, mostIdsInAnEvent } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import {
  dossierChanged,
  type FieldKey,
  fieldOf,
  type ImportedPerson,
  type ImportedPersonOutcome,
  type ImportOptions,
  type ImportWarning,
  partyChanged,
  personChanged,
  personCreated,
} from '../contract/index.ts';
import {
  emptyRecord,
  type Filling,
  fill,
  type JoinedRow,
  joinRows,
  type RecordState,
  splitPlace,
} from '../rules/index.ts';
import { fieldSwitches } from '../store/dossier.ts';
import { knownPeople, recordStates } from '../store/import.ts';
import type { Tables } from '../store/tables.ts';
import { applyImport } from './apply-import.ts';
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

/**
 * Import people in the caller's Work: joined by decision 2, filled by decision 20, written in sets. A dry run answers the same
 * without writing. Hand over up to some thousands of rows at a time; relations bind rows of one call.
 */
export async function importPeople<Theirs>(
  theirWork: Work<Theirs>,
  rows: readonly ImportedPerson[],
  { dryRun = false }: ImportOptions = {},
): Promise<ImportedPersonOutcome[]> {
  const work = theirWork as unknown as Work<Tables>;
  const plan = await planImport(work, rows);
  if (!dryRun) {
    await applyImport(work, plan);
    await tellOfImport(work, plan);
  }
  return plan.map(outcomeOf);
}

async function planImport(work: Work<Tables>, rows: readonly ImportedPerson[]): Promise<PlannedRow[]> {
  const hashes = new Map(rows.map((row) => [row, row.identity && identityHash(work, row.identity.number)]));
  const hashOf = (row: ImportedPerson) => hashes.get(row);
  const known = await knownPeople(work.db, {
    numbers: unique(rows.flatMap(({ phones }) => phones.map(({ number }) => number))),
    hashes: unique(rows.flatMap((row) => hashOf(row) ?? [])),
    roomIds: unique(rows.flatMap(({ parties }) => parties.map(({ roomId }) => roomId))),
  });
  const joined = joinRows(rows, known, { newId, hashOf });
  const old = unique(joined.filter(({ isNew }) => !isNew).map(({ personId }) => personId));
  const [states, switches] = await Promise.all([recordStates(work.db, old), fieldSwitches(work.db)]);
  const personOfRef = new Map(joined.map(({ row, personId }) => [row.ref, personId]));

  return joined.map((one) => {
    const state = states.get(one.personId) ?? emptyRecord;
    const filling = fill(one, state, { newId, identityHash: hashOf(one.row), switches });
    const relations = newRelations(one, state, personOfRef);
    states.set(one.personId, withRelations(filling.state, relations));
    return { joined: one, filling, relations };
  });
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

function outcomeOf({ joined, filling, relations }: PlannedRow): ImportedPersonOutcome {
  const filled = [
    ...filling.filled,
    ...relations.map(({ id, to }) => ({ place: `relation:${id}` as const, after: to })),
  ];
  const shared: ImportWarning[] = joined.sharesIdentity ? [{ kind: 'sharedIdentity' }] : [];
  return {
    ref: joined.row.ref,
    outcome: joined.isNew ? 'created' : filled.length > 0 ? 'updated' : 'unchanged',
    personId: joined.personId,
    joinedBy: joined.joinedBy,
    filled,
    differences: filling.differences,
    suggestions: joined.suggestions,
    warnings: [...shared, ...filling.warnings],
  };
}

async function tellOfImport(work: Work<Tables>, plan: readonly PlannedRow[]): Promise<void> {
  const created = new Set(plan.filter(({ joined }) => joined.isNew).map(({ joined }) => joined.personId));
  const touched = (...kinds: string[]) =>
    plan.filter(({ filling }) => filling.filled.some(({ place }) => kinds.includes(splitPlace(place)[0])));
  const idsOf = (rows: readonly PlannedRow[]) => unique(rows.map(({ joined }) => joined.personId));
  const known = (ids: readonly string[]) => ids.filter((id) => !created.has(id));

  for (const personIds of parts([...created])) await work.tell(personCreated, { personIds });
  const changed = idsOf(touched('sex', 'birthDate', 'birthYear', 'identity', 'phone', 'project'));
  for (const personIds of parts(known(changed))) await work.tell(personChanged, { personIds });
  for (const personIds of parts(known(idsOf(touched('answer'))))) await work.tell(dossierChanged, { personIds });
  for (const rows of parts(touched('party'))) {
    const roomIds = unique(rows.flatMap(({ joined }) => joined.row.parties.map(({ roomId }) => roomId)));
    await work.tell(partyChanged, { personIds: idsOf(rows), roomIds: roomIds.slice(0, mostIdsInAnEvent) });
  }
}

function parts<One>(all: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(all.length / mostIdsInAnEvent) }, (_, at) =>
    all.slice(at * mostIdsInAnEvent, (at + 1) * mostIdsInAnEvent),
  );
}

function unique<One>(all: readonly One[]): One[] {
  return [...new Set(all)];
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
