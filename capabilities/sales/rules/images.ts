import { DealState, type ImportedDealImage } from '../contract/index.ts';

/** The fields in which a file's image says something else than what stands; what the file leaves empty says nothing. */
export function fieldsToChange(stands: ImportedDealImage, given: ImportedDealImage): readonly string[] {
  return Object.keys(given).filter((field) => given[field] !== null && given[field] !== (stands[field] ?? null));
}

/** These fields of an image. */
export function partOf(image: ImportedDealImage, fields: readonly string[]): ImportedDealImage {
  return Object.fromEntries(fields.map((field) => [field, image[field] ?? null]));
}

/**
 * A list of subscriptions knows nothing of the contract that followed, and none but a list of ends of the end. What was cancelled
 * begins anew only where it was subscribed again on a later day.
 */
export function isBehind(given: ImportedDealImage, stands: ImportedDealImage): boolean {
  return stepOf(given) < stepOf(stands) && !beginsAnew(given, stands);
}

function beginsAnew({ reservedOn, subscribedOn }: ImportedDealImage, { cancelledOn }: ImportedDealImage): boolean {
  return (
    typeof cancelledOn === 'string' &&
    [reservedOn, subscribedOn].some((on) => typeof on === 'string' && on > cancelledOn)
  );
}

function stepOf({ state }: ImportedDealImage): number {
  return DealState.options.indexOf(state as DealState);
}
