/** A Han character counts one, a run of other letters or digits counts one (DOS-44). */
const units = /\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}][[\p{L}\p{N}\p{M}]--\p{Script=Han}]*/gv;
const unitsAndPunctuation = /\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}][[\p{L}\p{N}\p{M}]--\p{Script=Han}]*|\p{P}/gv;
/** `1️⃣` is an emoji although it holds a digit. */
const keycaps = /[0-9#*]\uFE0F?\u20E3/gv;

export interface Counting {
  /** `record.count.punctuation`. */
  readonly punctuation: boolean;
}

/** How long a passage is as the trade counts it: white space and emoji never count, punctuation by choice (DOS-44). */
export function countCharacters(text: string, { punctuation }: Counting = { punctuation: false }): number {
  return unitsOf(text, punctuation).length;
}

/** The character that fills more than half of the text, which no honest record has (DOS-44). */
export function repeatedCharacter(
  text: string,
  { punctuation }: Counting = { punctuation: false },
): string | undefined {
  const found = unitsOf(text, punctuation);
  const times = new Map<string, number>();
  for (const unit of found) times.set(unit, (times.get(unit) ?? 0) + 1);
  for (const [unit, count] of times) if (count * 2 > found.length) return unit;
  return undefined;
}

function unitsOf(text: string, punctuation: boolean): readonly string[] {
  return text.replace(keycaps, ' ').match(punctuation ? unitsAndPunctuation : units) ?? [];
}
