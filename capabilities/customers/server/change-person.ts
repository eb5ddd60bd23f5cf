import type { Day } from '@yilu/platform/contract';
import { insistVersion, type Work } from '@yilu/platform/server';
import { personChanged, type Saved, type Sex } from '../contract/index.ts';
import { nameKeyOf, soundOf } from '../rules/index.ts';
import { type PersonRecord, updatePerson } from '../store/people.ts';
import { refreshSearch } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';
import { recordChanges } from './changes.ts';
import { insistBirth } from './create-person.ts';
import { personToChange, saved } from './reading.ts';
import { shown } from './shown.ts';

interface Patch {
  readonly personId: string;
  readonly version: number;
  readonly name?: string | undefined;
  /** `null` clears. */
  readonly sex?: Sex | null | undefined;
  readonly birthDate?: Day | null | undefined;
  readonly birthYear?: number | null | undefined;
}

/** Change name, sex or birth; a stale version gets the current record, so that the page can show both. */
export async function changePerson(work: Work<Tables>, patch: Patch): Promise<Saved> {
  const before = await personToChange(work, patch.personId);
  insistVersion(shown(work, before), patch.version);
  const birth = insistPatchedBirth(work, patch, before);
  const wanted = {
    ...(patch.name !== undefined && { name: patch.name }),
    ...(patch.sex !== undefined && { sex: patch.sex }),
    ...birth,
  };
  const changes = (['name', 'sex', 'birthDate', 'birthYear'] as const)
    .filter((field) => wanted[field] !== undefined && wanted[field] !== before[field])
    .map((field) => ({ personId: before.id, field, before: before[field], after: wanted[field] }));
  if (changes.length === 0) return saved(work, before.id);

  const { name, ...columns } = wanted;
  await updatePerson(work.db, before.id, {
    ...columns,
    ...(name !== undefined && { name: { name, nameKey: nameKeyOf(name), ...soundOf(name) } }),
  });
  if (name !== undefined) await refreshSearch(work.db, [before.id]);
  await recordChanges(work, changes);
  await work.audit({
    action: 'customers.person_changed',
    subject: { kind: 'person', id: before.id },
    projectId: before.projectIds[0],
    personId: before.id,
    before: Object.fromEntries(changes.map((change) => [change.field, change.before])),
    after: Object.fromEntries(changes.map((change) => [change.field, change.after])),
  });
  await work.tell(personChanged, { personIds: [before.id] });
  return saved(work, before.id);
}

/** A date brings its year; clearing the date keeps the year unless that is cleared too; a year alone clears a date that contradicts it. */
function insistPatchedBirth(
  work: Work<Tables>,
  { birthDate, birthYear }: Pick<Patch, 'birthDate' | 'birthYear'>,
  known: Pick<PersonRecord, 'birthDate' | 'birthYear'>,
): { birthDate?: Day | null | undefined; birthYear?: number | null | undefined } {
  if (birthDate) return insistBirth(work, { birthDate, birthYear: birthYear ?? undefined });
  const contradicts = birthDate === null || known.birthDate === null || birthYear !== known.birthYear;
  if (birthYear) return contradicts ? { birthDate: null, ...insistBirth(work, { birthYear }) } : {};
  if (birthYear === null) return { birthDate: null, birthYear: null };
  return birthDate === null ? { birthDate: null, birthYear: known.birthYear } : {};
}
