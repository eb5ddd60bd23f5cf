import { withTextsMasked } from '@yilu/customers/server';
import { found, type Heard, insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { refusalToUndo, reopenTaskOf, unmakeTask } from '@yilu/tasks/server';
import {
  changedSinceRecorded,
  type withdrawInteraction as endpoint,
  interactionsRecorded,
  noSuchInteraction,
  onlyRecorderTakesBack,
} from '../contract/index.ts';
import { interactionById, interactionForUpdate, removeInteraction } from '../store/interactions.ts';
import type { Tables } from '../store/tables.ts';
import { followUpOrigin } from './follow-up.ts';

/** Undo of a moment's slip, not of history: within the seconds of an undo the record goes with all that it did. */
export async function withdrawInteraction(
  work: Work<Tables>,
  { interactionId }: Heard<typeof endpoint>,
): Promise<void> {
  const { db, actor } = work;
  const held = found(await interactionForUpdate(db, interactionId), noSuchInteraction);
  const { personId, projectId, kind, parts, contactedAt } = found(
    await interactionById(db, interactionId),
    noSuchInteraction,
  );
  insist(held.recordedBy === actor.accountId ? undefined : onlyRecorderTakesBack, 403);
  insist(await refusalToUndo(work, projectId, held.enteredAt));

  await reopenTaskOf(work, interactionId);
  await unmakeTask(work, { origin: followUpOrigin, occurrence: interactionId });
  insist((await removeInteraction(db, interactionId)) ? undefined : changedSinceRecorded);
  await work.audit({
    action: 'interactions.withdrawn',
    subject: { kind: 'interaction', id: interactionId },
    projectId,
    personId,
    before: { kind, parts: withTextsMasked(parts), contactedAt },
  });
  await work.tell(interactionsRecorded, { personIds: [personId] });
}
