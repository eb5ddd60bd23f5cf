import type { Work } from '@yilu/platform/server';
import { presentScope, setScope, wholeScope } from '../store/scope.ts';
import type { Tables } from '../store/tables.ts';

/**
 * Within, the same actor sees and writes rows of all projects and of both sides. For the few acts that would lose what the actor
 * cannot see, such as making two records one; whether the actor may do it is settled before, and what is answered is read after.
 */
export async function beyondScope<Theirs, Result>(
  { db }: Pick<Work<Theirs>, 'db'>,
  act: () => Promise<Result>,
): Promise<Result> {
  const here = db as unknown as Work<Tables>['db'];
  const present = await presentScope(here);
  await setScope(here, await wholeScope(here));
  const result = await act();
  // Not after a failure: the transaction ends with it.
  await setScope(here, present);
  return result;
}
