import { dayOf, type Heard, insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import {
  gaveUp,
  givesUpLater,
  noSuchCustomer,
  ownsAlready,
  type recordGivingUp as recordEndpoint,
  type takeBackGivingUp as takeBackEndpoint,
} from '../contract/index.ts';
import { gather } from '../store/facts.ts';
import { removeGivingUp, saveGivingUp } from '../store/giving-up.ts';
import { belongsToProject } from '../store/labels.ts';
import type { Tables } from '../store/tables.ts';
import { markChanged } from './jobs.ts';

/** Giving up is an explicit act with a reason; later interest takes it back by itself (SEG-05). */
export async function recordGivingUp(work: Work<Tables>, asked: Heard<typeof recordEndpoint>): Promise<void> {
  const { personId, projectId, on, reason } = asked;
  const today = dayOf(work.now);
  await insistSeen(work, personId, projectId);
  insist(on > today ? givesUpLater : undefined, 422, { field: 'on' });
  // Asked of the facts, not of the book: it follows seconds after a registration or a signature.
  const { rows } = await gather(work.db, personId, today);
  const here = rows.find((row) => row.projectId === projectId)?.facts.lifecycle;
  insist(here?.owns || here?.signedOn !== undefined ? ownsAlready : undefined);
  const isNews = await saveGivingUp(work.db, {
    personId,
    projectId,
    on,
    reason,
    by: work.actor.accountId,
    at: work.now,
  });
  if (!isNews) return;
  await work.audit({
    action: 'segments.gave_up',
    subject: { kind: 'person', id: personId },
    projectId,
    personId,
    after: { on, reason },
  });
  await work.tell(gaveUp, { personId, projectId });
  await markChanged(work, [personId]);
}

export async function takeBackGivingUp(
  work: Work<Tables>,
  { personId, projectId }: Heard<typeof takeBackEndpoint>,
): Promise<void> {
  await insistSeen(work, personId, projectId);
  if (!(await removeGivingUp(work.db, personId, projectId))) return;
  await work.audit({ action: 'segments.giving_up_taken_back', subject: { kind: 'person', id: personId }, projectId });
  await markChanged(work, [personId]);
}

async function insistSeen(work: Work<Tables>, personId: string, projectId: string): Promise<void> {
  insist((await belongsToProject(work.db, personId, projectId)) ? undefined : noSuchCustomer, 404);
}
