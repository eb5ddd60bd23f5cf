import { insist } from '@yilu/platform/contract';
import { insistRate, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { reasonNeeded, revealsPerHour } from '../contract/index.ts';
import { isMine, type PersonRecord } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';

export const shortestReason = 2;

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
