import { found, type Heard, insist, type Page, Refused } from '@yilu/platform/contract';
import { insistVersion, newId, pageOf, readCursor, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { completeTask, type HeldTask, holdTask } from '@yilu/tasks/server';
import { z } from 'zod';
import {
  type changeInteraction as changeEndpoint,
  contactInFuture,
  correctInteractions,
  countedKinds,
  editWindow,
  type recordContact as endpoint,
  type Interaction,
  interactionsRecorded,
  noSuchInteraction,
  personNotVisible,
  type Recorded,
  type readInteraction as readEndpoint,
  type tallyOfPerson as tallyEndpoint,
  type timelineOfPerson as timelineEndpoint,
} from '../contract/index.ts';
import {
  changesInPlace,
  countsAsInteraction,
  hasReacted,
  refusalOfParts,
  refusalToChange,
  sameWords,
} from '../rules/index.ts';
import {
  changeWords,
  earlierVersions,
  insertInteraction,
  interactionById,
  interactionForUpdate,
  keepVersion,
  talliesOf,
  timeline,
  timelineCount,
} from '../store/interactions.ts';
import { belongsToProject } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';
import { minimumsIn, sideOf } from './circumstances.ts';
import { planFollowUp, refusalToPlan } from './follow-up.ts';

/** The record, what it does and what follows from it, in one: all of it or nothing. */
export async function recordContact(work: Work<Tables>, asked: Heard<typeof endpoint>): Promise<Recorded> {
  const { db, actor, now } = work;
  const { personId, projectId, kind, parts, followUp } = asked;
  insist((await belongsToProject(db, personId, projectId)) ? undefined : personNotVisible, 404);
  const contactedAt = asked.contactedAt ?? now;
  insist(contactedAt > now ? contactInFuture : undefined, 422, { field: 'contactedAt' });
  const reacted = hasReacted(kind, asked.reacted);
  const refused = refusalOfParts(kind, reacted, parts, await minimumsIn(work, projectId));
  if (refused) throw new Refused(refused.refusal, 422, { field: `parts.${refused.field}` });
  insist(followUp && refusalToPlan(followUp, now), 422, { field: 'followUp.on' });

  const held = await holdTask(work, asked);
  const twice = await recordedBefore(work, held, asked);
  if (twice) return twice;

  const id = newId();
  await insertInteraction(db, {
    id,
    projectId,
    personId,
    side: sideOf(work, asked.side),
    kind,
    reacted,
    counted: countsAsInteraction(kind, reacted, await valueOf(work, countedKinds, { projectId })),
    contactedAt,
    enteredAt: now,
    parts,
    recordedBy: actor.accountId,
    onBehalfOf: asked.onBehalfOf === actor.accountId ? undefined : asked.onBehalfOf,
  });
  const outcomeId = held && (await completeTask(work, { taskId: held.taskId, recordId: id, choice: 'talked' }));
  if (followUp)
    await planFollowUp(work, { projectId, personId, interactionId: id, followUp, assigneeId: asked.onBehalfOf });
  await work.tell(interactionsRecorded, { personIds: [personId], kind, interactionId: id });
  return {
    ...found(await interactionById(db, id), noSuchInteraction),
    ...(held && outcomeId && { did: { taskId: held.taskId, outcomeId } }),
  };
}

/** A second click, or a repetition after the answer was lost: this person closed the task with these very words. */
async function recordedBefore(
  work: Work<Tables>,
  held: HeldTask | undefined,
  { personId, kind, parts }: Heard<typeof endpoint>,
): Promise<Recorded | undefined> {
  if (held?.closedBy?.accountId !== work.actor.accountId) return undefined;
  const before = await interactionById(work.db, held.closedBy.recordId);
  const isSame = before?.personId === personId && before.kind === kind && sameWords(before.parts, parts);
  return isSame ? before : undefined;
}

const Key = z.tuple([z.coerce.date(), z.uuid()]);
export const timelineKey = ({ contactedAt, id }: Interaction) => [contactedAt, id];

export async function timelineOfPerson(
  work: Work<Tables>,
  asked: Heard<typeof timelineEndpoint>,
): Promise<Page<Interaction>> {
  const before = readCursor(asked.cursor, Key);
  const wanted = { ...asked, before: before && { at: before[0], id: before[1] }, limit: asked.limit + 1 };
  const rows = await timeline(work.db, wanted);
  const total = asked.total ? await timelineCount(work.db, wanted) : undefined;
  return pageOf(rows, asked.limit, timelineKey, total);
}

export async function tallyOfPerson(work: Work<Tables>, { personId }: Heard<typeof tallyEndpoint>) {
  const tallies = await talliesOf(work.db, [personId]);
  return { items: tallies.map(({ personId: _personId, ...tally }) => tally) };
}

export async function readInteraction(work: Work<Tables>, { interactionId }: Heard<typeof readEndpoint>) {
  const interaction = found(await interactionById(work.db, interactionId), noSuchInteraction);
  return { ...interaction, earlier: await earlierVersions(work.db, interactionId) };
}

/** Within the window its author mends the words; later, or by another, the old words stay as a version (DOS-45). */
export async function changeInteraction(work: Work<Tables>, asked: Heard<typeof changeEndpoint>): Promise<Interaction> {
  const { db, actor, now } = work;
  const held = found(await interactionForUpdate(db, asked.interactionId), noSuchInteraction);
  const current = found(await interactionById(db, asked.interactionId), noSuchInteraction);
  insistVersion(current, asked.version);
  insist(refusalToChange(held, actor.accountId, actor.permissions.has(correctInteractions.id)), 403);
  const contactedAt = asked.contactedAt ?? current.contactedAt;
  insist(contactedAt > now ? contactInFuture : undefined, 422, { field: 'contactedAt' });
  const refused = refusalOfParts(current.kind, current.reacted, asked.parts, await minimumsIn(work, current.projectId));
  if (refused) throw new Refused(refused.refusal, 422, { field: `parts.${refused.field}` });

  const hours = await valueOf(work, editWindow, { projectId: current.projectId });
  if (!changesInPlace(held, actor.accountId, now, hours)) await keepVersion(db, asked.interactionId);
  await changeWords(db, asked.interactionId, { parts: asked.parts, contactedAt, by: actor.accountId, at: now });
  await work.audit({
    action: 'interactions.changed',
    subject: { kind: 'interaction', id: asked.interactionId },
    projectId: current.projectId,
    personId: current.personId,
    before: { parts: current.parts, contactedAt: current.contactedAt },
    after: { parts: asked.parts, contactedAt },
  });
  await work.tell(interactionsRecorded, { personIds: [current.personId] });
  return found(await interactionById(db, asked.interactionId), noSuchInteraction);
}
