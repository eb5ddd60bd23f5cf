type Image = Readonly<Record<string, unknown>>;

/** Before and after without what is the same in both; of lists, what went and what came. */
export function differencesOf(before: unknown, after: unknown): { before: unknown; after: unknown; same: unknown } {
  if (!isImage(before) || !isImage(after)) return { before, after, same: undefined };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const isSame = (key: string) => JSON.stringify(before[key]) === JSON.stringify(after[key]);
  const changed = keys.filter((key) => !isSame(key));
  const sideOf = (image: Image, other: Image) =>
    Object.fromEntries(changed.map((key) => [key, without(image[key], other[key])]));
  return {
    before: sideOf(before, after),
    after: sideOf(after, before),
    same: Object.fromEntries(keys.filter(isSame).map((key) => [key, after[key]])),
  };
}

function isImage(value: unknown): value is Image {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only lists of words: where a list holds periods or people, the whole of it is the value. */
function without(value: unknown, other: unknown): unknown {
  const isWords = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((each) => typeof each === 'string');
  return isWords(value) && isWords(other) ? value.filter((each) => !other.includes(each)) : value;
}
