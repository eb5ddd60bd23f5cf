import { type Heard, insist } from '@yilu/platform/contract';
import { hashForLookup, type Work } from '@yilu/platform/server';
import {
  alreadyRecorded,
  alreadyRegistered,
  type createRegister as createEndpoint,
  type recordContact as recordEndpoint,
} from '../contract/index.ts';
import { repeatedBy, repeatWithinMinutes, stretchOf, wordsInOrder } from '../rules/index.ts';
import { contactSaidOnce, contactsAlike, registerSentOnce } from '../store/repeats.ts';
import type { Tables } from '../store/tables.ts';

type Contact = Pick<Heard<typeof recordEndpoint>, 'personId' | 'projectId' | 'kind' | 'reacted' | 'parts'> & {
  readonly contactedAt: Date;
};

/** Refuses what the same author wrote about the same person just now, with the id of what is there. */
export async function insistNotRecorded({ db, actor }: Work<Tables>, contact: Contact): Promise<void> {
  const { contactedAt } = contact;
  const before = (minutes: number) => new Date(contactedAt.getTime() - minutes * 60_000);
  const alike = await contactsAlike(db, {
    ...contact,
    recordedBy: actor.accountId,
    from: before(repeatWithinMinutes),
    until: before(-repeatWithinMinutes),
  });
  const first = repeatedBy(alike, contact);
  insist(first && alreadyRecorded({ interactionId: first.id }));
}

/** What two that arrive at once have in common. */
export function markOfContact({ actor, keys }: Work<Tables>, contact: Contact): string {
  const { personId, projectId, kind, reacted, parts, contactedAt } = contact;
  const said = [actor.accountId, personId, projectId, kind, reacted, wordsInOrder(parts), stretchOf(contactedAt)];
  return hashForLookup(keys, 'interaction.said_once', JSON.stringify(said));
}

/** Of two that arrived at once the second. */
export async function refuseRecorded({ db }: Work<Tables>, saidOnce: string): Promise<void> {
  insist(alreadyRecorded({ interactionId: (await contactSaidOnce(db, saidOnce)) ?? '' }));
}

/** The moment of a call is noted to the millisecond: the same form of the same moment is one that was sent twice. */
export function markOfRegister({ actor, keys }: Work<Tables>, asked: Heard<typeof createEndpoint>): string {
  const { projectId, kind, contactedAt, personId, form } = asked;
  const sent = [actor.accountId, projectId, kind, contactedAt, personId, form];
  return hashForLookup(keys, 'register.sent_once', JSON.stringify(sent));
}

export async function insistNotRegistered({ db }: Work<Tables>, sentOnce: string): Promise<void> {
  const registerId = await registerSentOnce(db, sentOnce);
  insist(registerId === undefined ? undefined : alreadyRegistered({ registerId }));
}
