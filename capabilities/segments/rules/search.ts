/** Digits from which on a part of a phone may be looked for (decision 4). */
const leastPhoneDigits = 4;

/**
 * What is typed into the book's search, as a pattern over a person's words: names stand there with all their endings,
 * phones begin with `p`, rooms as staff say them. Undefined when nothing can be looked for.
 */
export function searchPattern(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[\\%_]/g, '');
  if (text === '') return undefined;
  return asksForPhone(text) ? `%${text}%` : `% ${text}%`;
}

/** Whether a search looks into phone numbers; such searches are logged and limited. */
export function asksForPhone(typed: string): boolean {
  const text = typed.replace(/\s+/g, '');
  return /^\d+$/.test(text) && text.length >= leastPhoneDigits;
}
