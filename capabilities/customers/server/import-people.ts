import { mostIdsInAnEvent } from '@yilu/platform/contract';
import { breathe, type Work } from '@yilu/platform/server';
import {
  dossierChanged,
  type ImportedPerson,
  type ImportedPersonOutcome,
  type ImportOptions,
  type ImportWarning,
  partyChanged,
  personChanged,
  personCreated,
} from '../contract/index.ts';
import { splitPlace } from '../rules/index.ts';
import { mergeSearch, refreshSearch, refreshSearchInTurn } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';
import { applyImport } from './apply-import.ts';
import { type PlannedRow, planImport } from './plan-import.ts';

/**
 * Import people in the caller's Work: joined by decision 2, filled by decision 20, written in sets. A dry run answers the same
 * without writing. Hand over up to some thousands of rows at a time; relations bind rows of one call.
 */
export async function importPeople<Theirs>(
  theirWork: Work<Theirs>,
  rows: readonly ImportedPerson[],
  { dryRun = false, findableLater = false }: ImportOptions = {},
): Promise<ImportedPersonOutcome[]> {
  const work = theirWork as unknown as Work<Tables>;
  const plan = await planImport(work, rows);
  await breathe();
  if (!dryRun) {
    const changed = await applyImport(work, plan);
    if (!findableLater) await refreshSearch(work.db, changed);
    await breathe();
    await tellOfImport(work, plan.rows);
  }
  return plan.rows.map(outcomeOf);
}

/** People whom `importPeople` left to be made findable later: whenever the connection has nothing else to do. */
export async function makeFindable<Theirs>(theirWork: Work<Theirs>, personIds: readonly string[]): Promise<void> {
  const { db, meanwhile } = theirWork as unknown as Work<Tables>;
  for (let at = 0; at < personIds.length; at += peopleAtOnce) {
    await meanwhile(() => refreshSearchInTurn(db, personIds.slice(at, at + peopleAtOnce)));
  }
}

/** Once all have been made findable: a search right after finds them as fast as everybody else. */
export async function finishFindable<Theirs>(theirWork: Work<Theirs>): Promise<void> {
  const { db, meanwhile } = theirWork as unknown as Work<Tables>;
  await meanwhile(() => mergeSearch(db));
}

/** Few enough that what has to be known next does not wait for them. */
const peopleAtOnce = 400;

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
  for (const rows of parts(touched('party', 'ended'))) {
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
