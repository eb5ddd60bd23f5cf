import { recordLookAtText, withTextsMasked } from '@yilu/customers/server';
import { found, type Heard, insist, type Page, Refused } from '@yilu/platform/contract';
import { insistVersion, newId, pageOf, readCursor, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { completeTask, type HeldTask, holdTask, insistAssignee } from '@yilu/tasks/server';
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
  type revealWords as revealEndpoint,
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
import { insistNotRecorded, markOfContact, refuseRecorded } from './repeats.ts';
import { meantWords, shownContact, shownVersion } from './shown-words.ts';

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
  if (asked.onBehalfOf) await insistAssignee(work, asked.onBehalfOf, [projectId], 'onBehalfOf');

  const held = await holdTask(work, { ...asked, about: { kind: 'person', id: personId } });
  const twice = await recordedBefore(work, held, asked);
  if (twice) return twice;

  const contact = { personId, projectId, kind, reacted, parts, contactedAt };
  if (!asked.again) await insistNotRecorded(work, contact);
  const saidOnce = asked.again ? undefined : markOfContact(work, contact);

  const id = newId();
  const isNew = await insertInteraction(db, {
    id,
    projectId,
    personId,
    saidOnce,
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
  if (!isNew && saidOnce) await refuseRecorded(work, saidOnce);
  const outcomeId = held && (await completeTask(work, { taskId: held.taskId, recordId: id, choice: 'talked' }));
  const assigneeId = asked.onBehalfOf;
  if (followUp) await planFollowUp(work, { projectId, personId, interactionId: id, contactedAt, followUp, assigneeId });
  await work.tell(interactionsRecorded, { personIds: [personId], kind, interactionId: id });
  return {
    ...shownContact(found(await interactionById(db, id), noSuchInteraction)),
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
  return isSame ? shownContact(before) : undefined;
}

const Key = z.tuple([z.coerce.date(), z.uuid()]);
export const timelineKey = ({ contactedAt, id }: Pick<Interaction, 'contactedAt' | 'id'>) => [contactedAt, id];

export async function timelineOfPerson(
  work: Work<Tables>,
  asked: Heard<typeof timelineEndpoint>,
): Promise<Page<Interaction>> {
  const before = readCursor(asked.cursor, Key);
  const wanted = { ...asked, before: before && { at: before[0], id: before[1] }, limit: asked.limit + 1 };
  const rows = await timeline(work.db, wanted);
  const total = asked.total ? await timelineCount(work.db, wanted) : undefined;
  return pageOf(rows.map(shownContact), asked.limit, timelineKey, total);
}

export async function tallyOfPerson(work: Work<Tables>, { personId }: Heard<typeof tallyEndpoint>) {
  const tallies = await talliesOf(work.db, [personId]);
  return { items: tallies.map(({ personId: _personId, ...tally }) => tally) };
}

export async function readInteraction(work: Work<Tables>, { interactionId }: Heard<typeof readEndpoint>) {
  const interaction = found(await interactionById(work.db, interactionId), noSuchInteraction);
  const earlier = await earlierVersions(work.db, interactionId);
  return { ...shownContact(interaction), earlier: earlier.map(shownVersion) };
}

/** The words of one contact with the phones in them, once; the same limit, reason and record as for every phone (SEC-09). */
export async function revealWords(work: Work<Tables>, { interactionId, reason }: Heard<typeof revealEndpoint>) {
  const { personId, parts } = found(await interactionById(work.db, interactionId), noSuchInteraction);
  await recordLookAtText(work, { personId, reason, at: { interactionId } });
  return { parts };
}

/** Within the window its author mends the words; later, or by another, the old words stay as a version (DOS-45). */
export async function changeInteraction(work: Work<Tables>, asked: Heard<typeof changeEndpoint>): Promise<Interaction> {
  const { db, actor, now } = work;
  const held = found(await interactionForUpdate(db, asked.interactionId), noSuchInteraction);
  const current = found(await interactionById(db, asked.interactionId), noSuchInteraction);
  insistVersion(shownContact(current), asked.version);
  insist(refusalToChange(held, actor.accountId, actor.permissions.has(correctInteractions.id)), 403);
  const contactedAt = asked.contactedAt ?? current.contactedAt;
  insist(contactedAt > now ? contactInFuture : undefined, 422, { field: 'contactedAt' });
  const stood = [current, ...(await earlierVersions(db, asked.interactionId))].map(({ parts }) => parts);
  const parts = meantWords(asked.parts, stood);
  if (sameWords(current.parts, parts) && contactedAt.getTime() === current.contactedAt.getTime())
    return shownContact(current);
  const refused = refusalOfParts(current.kind, current.reacted, parts, await minimumsIn(work, current.projectId));
  if (refused) throw new Refused(refused.refusal, 422, { field: `parts.${refused.field}` });

  const hours = await valueOf(work, editWindow, { projectId: current.projectId });
  if (!changesInPlace(held, actor.accountId, now, hours)) await keepVersion(db, asked.interactionId);
  await changeWords(db, asked.interactionId, { parts, contactedAt, by: actor.accountId, at: now });
  await work.audit({
    action: 'interactions.changed',
    subject: { kind: 'interaction', id: asked.interactionId },
    projectId: current.projectId,
    personId: current.personId,
    before: { parts: withTextsMasked(current.parts), contactedAt: current.contactedAt },
    after: { parts: withTextsMasked(parts), contactedAt },
  });
  await work.tell(interactionsRecorded, { personIds: [current.personId] });
  return shownContact(found(await interactionById(db, asked.interactionId), noSuchInteraction));
}
