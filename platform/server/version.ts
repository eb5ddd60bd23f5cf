import { Refused } from '../contract/index.ts';
import { staleVersion } from './refusals.ts';

/** Refuse a write that started from an older version; the answer carries the current record, so that the face can show both. */
export function insistVersion(current: { readonly version: number }, given: number): void {
  if (current.version !== given) throw new Refused(staleVersion, 409, { current });
}
