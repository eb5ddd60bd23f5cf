import { found } from '@yilu/platform/contract';
import { decryptField, type Work } from '@yilu/platform/server';
import type { z } from 'zod';
import { type IdentityKind, type NewIdentity, noIdentity, personChanged, type Saved } from '../contract/index.ts';
import { maskedIdentity } from '../rules/index.ts';
import { writeIdentity } from '../store/identities.ts';
import { touchPerson } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';
import { recordChanges } from './changes.ts';
import { encryptedIdentity, identityHash, insistIdentity } from './given-numbers.ts';
import { personInReach, personToChange, saved } from './reading.ts';
import { countReveal } from './record-look.ts';

/** Record the ID number; it is encrypted from the first day and exempt from the switch of sensitive fields (decision 3). */
export async function setIdentity(
  work: Work<Tables>,
  { personId, ...given }: z.output<typeof NewIdentity> & { personId: string },
): Promise<Saved> {
  const person = await personToChange(work, personId);
  const { kind, number } = insistIdentity(given);
  await writeIdentity(work.db, {
    personId,
    kind,
    encrypted: encryptedIdentity(work, personId, number),
    hash: identityHash(work, number),
  });
  await touchPerson(work.db, personId);
  const before = person.identity && maskedIdentity(decryptField(work.keys, person.identity.encrypted, personId));
  await recordChanges(work, [{ personId, field: 'identity', before, after: maskedIdentity(number) }]);
  await work.audit({
    action: 'customers.identity_recorded',
    subject: { kind: 'person', id: personId },
    projectId: person.projectIds[0],
    personId,
    before,
    after: maskedIdentity(number),
  });
  await work.tell(personChanged, { personIds: [personId] });
  return saved(work, personId);
}

export async function revealIdentity(
  work: Work<Tables>,
  { personId, reason }: { personId: string; reason: string },
): Promise<{ kind: IdentityKind; number: string }> {
  const person = await personInReach(work, personId);
  const { kind, encrypted } = found(person.identity ?? undefined, noIdentity);
  await countReveal(work);
  await work.audit({
    action: 'customers.identity_revealed',
    subject: { kind: 'person', id: person.id },
    projectId: person.projectIds[0],
    personId: person.id,
    reason,
  });
  return { kind, number: decryptField(work.keys, encrypted, person.id) };
}
