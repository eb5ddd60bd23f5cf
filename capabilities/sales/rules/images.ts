import { DealState, type ImportedDealImage } from '../contract/index.ts';

/** The fields in which a file's image says something else than what stands; what the file leaves empty says nothing. */
export function fieldsToChange(stands: ImportedDealImage, given: ImportedDealImage): readonly string[] {
  return Object.keys(given).filter((field) => given[field] !== null && given[field] !== (stands[field] ?? null));
}

/** These fields of an image. */
export function partOf(image: ImportedDealImage, fields: readonly string[]): ImportedDealImage {
  return Object.fromEntries(fields.map((field) => [field, image[field] ?? null]));
}

/** A list of subscriptions knows nothing of the contract that followed. What was cancelled may begin anew. */
export function isBehind(given: ImportedDealImage, stands: ImportedDealImage): boolean {
  return stepOf(given) < stepOf(stands) && stands.state !== 'CANCELLED';
}

function stepOf({ state }: ImportedDealImage): number {
  return DealState.options.findIndex((step) => step === state);
}
