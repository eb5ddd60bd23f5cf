import type { ContactParts } from '../contract/index.ts';
import { sameWords } from './same-image.ts';

/** One author's records about one person, of one kind and with the same words, are one sent twice when less than this lies between them. */
export const repeatWithinMinutes = 10;

/** Of contacts alike in all but their words and their moment, the one that this repeats. */
export function repeatedBy<Contact extends { readonly contactedAt: Date; readonly parts: ContactParts }>(
  alike: readonly Contact[],
  { contactedAt, parts }: { readonly contactedAt: Date; readonly parts: ContactParts },
): Contact | undefined {
  return alike.find(
    (before) =>
      Math.abs(contactedAt.getTime() - before.contactedAt.getTime()) < repeatWithinMinutes * 60_000 &&
      sameWords(before.parts, parts),
  );
}

/** Number of the ten minutes in which a moment lies: the same for two that arrive at once. */
export function stretchOf(contactedAt: Date): number {
  return Math.floor(contactedAt.getTime() / (repeatWithinMinutes * 60_000));
}
