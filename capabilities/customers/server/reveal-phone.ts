import { Refused } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { noPhoneToRing } from '../contract/index.ts';
import type { Tables } from '../store/tables.ts';
import { phoneIn } from './phones.ts';
import { personInReach } from './reading.ts';
import { recordLook } from './record-look.ts';

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
