import { Refused } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { noSuchProjectHere, personChanged } from '../contract/index.ts';
import { linkToProject } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';
import { entrustIfOwn } from './entrusting.ts';

/** Somebody known elsewhere calls or comes to this project too: registering them here adds the link (decision 4). */
export async function joinProject<Theirs>(
  theirs: Work<Theirs>,
  { personId, projectId }: { readonly personId: string; readonly projectId: string },
): Promise<void> {
  const work = theirs as unknown as Work<Tables>;
  const { db, actor, now } = work;
  if (!actor.projects.includes(projectId)) throw new Refused(noSuchProjectHere, 404);
  await linkToProject(db, { personId, projectId, registeredAt: now, registeredBy: actor.accountId });
  await entrustIfOwn(work, { personId, projectId });
  await work.tell(personChanged, { personIds: [personId] });
}
