import { found, insist } from '@yilu/platform/contract';
import { unseal, type Work } from '@yilu/platform/server';
import { type AnswerValue, fieldOf, noSuchAnswer, phoneStaysMasked } from '../contract/index.ts';
import { withPhonesRestored } from '../rules/index.ts';
import { changesOf } from '../store/changes.ts';
import { answersOf } from '../store/dossier.ts';
import type { Tables } from '../store/tables.ts';
import { mapTexts, textsOf, withTextsMasked } from './phones-in-texts.ts';
import { personInReach } from './reading.ts';
import { recordLook } from './record-look.ts';

/** An answer as it is shown: an emergency contact's phone is a phone like any other (SEC-09). */
export const withAnswerMasked = withTextsMasked;

/** Whoever edits around a masked number does not lose it; one that was never whole here is refused. */
export async function withAnswerRestored(
  work: Work<Tables>,
  { personId, field, value }: { readonly personId: string; readonly field: string; readonly value: AnswerValue },
  before: AnswerValue | undefined,
): Promise<AnswerValue> {
  const given = textsOf(value);
  if (given.every((text) => withPhonesRestored(text, []) !== undefined)) return value;
  const known = [...textsOf(before), ...(await earlierTexts(work, personId, field))];
  return mapTexts(value, (text) => {
    const restored = withPhonesRestored(text, known);
    if (restored === undefined) insist(phoneStaysMasked, 422, { field });
    return restored ?? text;
  });
}

/** Enough to take back what was just changed. */
const changesLookedAt = 5;

async function earlierTexts(work: Work<Tables>, personId: string, field: string): Promise<readonly string[]> {
  const changes = await changesOf(work.db, personId, field, changesLookedAt);
  const sealed = changes.flatMap(({ beforeSealed, afterSealed }) => [beforeSealed ?? [], afterSealed ?? []].flat());
  const opened = await Promise.all(sealed.map((text) => unseal(work as Work, personId, text)));
  return opened.flatMap((text) => (text === undefined ? [] : textsOf(JSON.parse(text))));
}

/** One answer with the phone in it whole, once; the same limit, reason and record as for every phone. */
export async function revealAnswerPhone(
  work: Work<Tables>,
  { personId, field, reason }: { personId: string; field: string; reason: string },
): Promise<{ field: string; value: AnswerValue }> {
  const person = await personInReach(work, personId);
  const answer = (await answersOf(work.db, person.id)).find((one) => one.field === field);
  // A sensitive answer has its own way and its own permission.
  const value = found(
    fieldOf(field)?.sensitivity === 'normal' ? (answer?.value ?? undefined) : undefined,
    noSuchAnswer,
  );
  await recordLook(work, person, { reason, at: { field } });
  return { field, value };
}
