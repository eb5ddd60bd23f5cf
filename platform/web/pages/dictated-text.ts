/** A field while somebody speaks into it: what stands before the words not yet certain, those words, and what stands behind. */
export interface Dictated {
  readonly before: string;
  readonly passing: string;
  readonly after: string;
  /** Results up to here were given up, because their words were changed by hand while they were uncertain. */
  readonly heardFrom: number;
}

export interface HeardResult {
  readonly words: string;
  readonly isFinal: boolean;
}

export function dictationInto(text: string): Dictated {
  return { before: text, passing: '', after: '', heardFrom: 0 };
}

export function textOf({ before, passing, after }: Dictated): string {
  return before + passing + after;
}

/** The field as it is found, typing included: nothing that was typed is ever written over. */
export function withTyped(dictated: Dictated, field: string, resultsSoFar: number): Dictated {
  const { before, passing, after } = dictated;
  if (field === textOf(dictated)) return dictated;
  if (passing !== '' && field.startsWith(before + passing))
    return { ...dictated, after: field.slice((before + passing).length) };
  if (passing !== '' && field.endsWith(passing + after))
    return { ...dictated, before: field.slice(0, field.length - (passing + after).length) };
  // With nothing uncertain in it, the field goes on from what it is. Else the uncertain words were mended by hand: they stand.
  return { before: field, passing: '', after: '', heardFrom: passing === '' ? dictated.heardFrom : resultsSoFar };
}

/** What was understood since `from`: certain words stay, uncertain ones are replaced by the next hearing. */
export function withHeard(dictated: Dictated, results: readonly HeardResult[], from: number): Dictated {
  const fresh = results.slice(Math.max(from, dictated.heardFrom));
  const words = (wanted: boolean) =>
    fresh
      .filter(({ isFinal }) => isFinal === wanted)
      .map((result) => result.words)
      .join('');
  const before = dictated.before + words(true);
  const passing = words(false);
  // Once all is certain, the next sentence follows what was typed behind the last.
  return passing === ''
    ? { ...dictated, before: before + dictated.after, passing, after: '' }
    : { ...dictated, before, passing };
}
