import { found } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { noSuchPerson, type Saved } from '../contract/index.ts';
import { mergedInto, type PersonRecord, personById } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';
import { completenessFor, completenessIfAny } from './completeness.ts';
import { shown } from './shown.ts';

/** The person, or the one it was merged into; 404 when neither is in reach. */
export async function personInReach(work: Work<Tables>, personId: string): Promise<PersonRecord> {
  const person = await personById(work.db, personId);
  if (person) return person;
  const heir = await mergedInto(work.db, personId);
  return found(heir === undefined ? undefined : await personById(work.db, heir), noSuchPerson);
}

/** The person, locked for this transaction. */
export async function personToChange(work: Work<Tables>, personId: string): Promise<PersonRecord> {
  return found(await personById(work.db, personId, 'change'), noSuchPerson);
}

/** What every save answers: the record as it is now and what is still missing. */
export async function saved(work: Work<Tables>, personId: string): Promise<Saved> {
  const person = await personInReach(work, personId);
  return { person: shown(work, person), completeness: await completenessFor(work, { id: person.id }) };
}

/** As `saved`, with both questions on their way at once: whoever asks to read mostly asks about somebody in reach. */
export async function readPerson(work: Work<Tables>, { personId }: { personId: string }): Promise<Saved> {
  const [person, completeness] = await Promise.all([
    personById(work.db, personId),
    completenessIfAny(work, { id: personId }),
  ]);
  return person && completeness ? { person: shown(work, person), completeness } : saved(work, personId);
}
