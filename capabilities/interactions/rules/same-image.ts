import type { ContactParts, ImportedContactImage } from '../contract/index.ts';

const fields = [
  'parts',
  'contactedAt',
  'staffName',
  'recordedBy',
] as const satisfies readonly (keyof ImportedContactImage)[];

/** In which fields two images of an imported contact differ. */
export function differencesOf(one: ImportedContactImage, other: ImportedContactImage): (keyof ImportedContactImage)[] {
  return fields.filter((field) => textOf(one[field]) !== textOf(other[field]));
}

/** Whether two records have the same words. */
export function sameWords(one: ContactParts, other: ContactParts): boolean {
  return textOf(one) === textOf(other);
}

/** The words of a record as one text, in whatever order they came. */
export function wordsInOrder(parts: ContactParts): string {
  return textOf(parts);
}

function textOf(value: ImportedContactImage[keyof ImportedContactImage]): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return JSON.stringify(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}
