import { found, type Heard, insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import {
  gaveUp,
  noSuchCustomer,
  ownsAlready,
  type recordGivingUp as recordEndpoint,
  type takeBackGivingUp as takeBackEndpoint,
} from '../contract/index.ts';
import { removeGivingUp, saveGivingUp } from '../store/giving-up.ts';
import { labelsToday, projectsSeen } from '../store/labels.ts';
import type { Tables } from '../store/tables.ts';
import { markChanged } from './jobs.ts';

/** Giving up is an explicit act with a reason; later interest takes it back by itself (SEG-05). */
export async function recordGivingUp(work: Work<Tables>, asked: Heard<typeof recordEndpoint>): Promise<void> {
  const { personId, projectId, on, reason } = asked;
  await insistSeen(work, personId, projectId);
  const today = (await labelsToday(work.db, [personId])).find((one) => one.projectId === projectId);
  insist(today?.lifecycle === 'CLOSED' || today?.lifecycle === 'LONG_STANDING' ? ownsAlready : undefined);
  await saveGivingUp(work.db, { personId, projectId, on, reason, by: work.actor.accountId, at: work.now });
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
  const seen = await projectsSeen(work.db, personId);
  found(
    seen.find((one) => one.projectId === projectId),
    noSuchCustomer,
  );
}
