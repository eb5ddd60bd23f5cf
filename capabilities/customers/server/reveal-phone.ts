import { insist, Refused } from '@yilu/platform/contract';
import { insistRate, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { noPhoneToRing, reasonNeeded, revealsPerHour } from '../contract/index.ts';
import { isMine, type PersonRecord } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';
import { phoneIn } from './phones.ts';
import { personInReach } from './reading.ts';

export const shortestReason = 2;

/** The number to ring first: the primary one, or where that is wrong the first that is not. */
export async function ringPerson(
  work: Work<Tables>,
  { personId, reason }: { personId: string; reason: string },
): Promise<{ phoneId: string; number: string }> {
  const { id, phones } = await personInReach(work, personId);
  const usable = phones.filter(({ wrongSince }) => wrongSince === null);
  const [first] = usable.toSorted((one, other) => Number(other.primary) - Number(one.primary));
  if (!first) throw new Refused(noPhoneToRing);
  return { phoneId: first.id, ...(await revealPhone(work, { personId: id, phoneId: first.id, reason })) };
}

/** One whole number, once (SEC-09): within the own portfolio the reason is preset, elsewhere it must be stated. */
export async function revealPhone(
  work: Work<Tables>,
  { personId, phoneId, reason }: { personId: string; phoneId: string; reason: string },
): Promise<{ number: string; note?: string }> {
  const person = await personInReach(work, personId);
  const phone = phoneIn(person, phoneId);
  await recordLook(work, person, { reason, at: { phoneId } });
  return { number: phone.number, ...(phone.note !== null && { note: phone.note }) };
}

/** Counted, with its reason in the audit; `at` says which number was seen. */
export async function recordLook(
  work: Work<Tables>,
  person: PersonRecord,
  { reason, at }: { readonly reason: string; readonly at: object },
): Promise<void> {
  const stated = reason.length >= shortestReason;
  if (!stated && !(await isMine(work.db, person.id))) insist(reasonNeeded, 422, { field: 'reason' });
  await countReveal(work);
  await work.audit({
    action: 'customers.phone_revealed',
    subject: { kind: 'person', id: person.id },
    projectId: person.projectIds[0],
    personId: person.id,
    reason: stated ? reason : presetReason[work.language],
    after: at,
  });
}

const presetReason = { zh: '联系名下客户', en: 'Contacting a customer of one’s own' };

/** Phones, ID numbers and sensitive answers share one limit per person and hour. */
export async function countReveal(work: Work<Tables>): Promise<void> {
  const most = await valueOf(work, revealsPerHour);
  await insistRate(work as Work, { key: `reveal:${work.actor.accountId}`, most, perSeconds: 3_600 });
}
