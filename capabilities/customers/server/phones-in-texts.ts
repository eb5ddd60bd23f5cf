import { insist, Refused } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { phoneStaysMasked, reasonNeeded } from '../contract/index.ts';
import { withPhonesMasked, withPhonesRestored } from '../rules/index.ts';
import type { Tables } from '../store/tables.ts';
import { personInReach } from './reading.ts';
import { countReveal, recordLook, shortestReason } from './record-look.ts';

/** Whatever holds texts, with every phone in them masked (SEC-09). */
export function withTextsMasked<Value>(value: Value): Value {
  return mapTexts(value, withPhonesMasked);
}

/** Whether a phone in these texts is not shown. */
export function masksPhone(value: unknown): boolean {
  return textsOf(value).some((text) => withPhonesMasked(text) !== text);
}

/** Named texts that somebody edited around masked numbers, whole again; a number that was never whole here is refused. */
export function withTextsRestored<Texts extends object>(given: Texts, known: unknown, field?: string): Texts {
  const texts = textsOf(known);
  const restored = Object.entries(given).map(([name, value]) => [
    name,
    mapTexts(value, (text) => {
      const whole = withPhonesRestored(text, texts);
      if (whole === undefined)
        throw new Refused(phoneStaysMasked, 422, { field: field === undefined ? name : `${field}.${name}` });
      return whole;
    }),
  ]);
  return Object.fromEntries(restored) as Texts;
}

/** A text about somebody is to be shown whole, once: counted and recorded as each look at a phone of theirs. */
export async function recordLookAtText<Theirs>(
  theirs: Work<Theirs>,
  { personId, reason, at }: { readonly personId: string; readonly reason: string; readonly at: object },
): Promise<void> {
  const work = theirs as unknown as Work<Tables>;
  await recordLook(work, await personInReach(work, personId), { reason, at });
}

/** The same of a text about nobody on file, such as a task to ring somebody back: its reason is always stated. */
export async function recordLookAtTextOf<Theirs>(
  theirs: Work<Theirs>,
  look: {
    readonly subject: { readonly kind: string; readonly id: string };
    readonly projectId: string;
    readonly reason: string;
  },
): Promise<void> {
  const work = theirs as unknown as Work<Tables>;
  insist(look.reason.length < shortestReason ? reasonNeeded : undefined, 422, { field: 'reason' });
  await countReveal(work);
  await work.audit({ action: 'customers.phone_revealed', ...look });
}

export function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)])) as Value;
}

export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
