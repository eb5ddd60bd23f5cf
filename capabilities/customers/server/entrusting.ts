import { entrust } from '@yilu/identity/server';
import type { Work } from '@yilu/platform/server';
import type { Tables } from '../store/tables.ts';

/** Whoever sees only what is entrusted to them would lose sight of the customer they just registered. */
export async function entrustIfOwn(work: Work<Tables>, person: { personId: string; projectId: string }): Promise<void> {
  const { actor } = work;
  if (actor.kind !== 'staff' || !actor.ownOnly) return;
  await entrust(work as unknown as Parameters<typeof entrust>[0], {
    staffId: actor.accountId,
    subjects: [{ kind: 'person', id: person.personId, projectId: person.projectId }],
  });
}
