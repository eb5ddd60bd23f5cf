import type { Sentence } from '@yilu/platform/contract';
import { families } from './actions.ts';

/** What the permissions and doings of a capability are about. */
export function familyTitle(capability: string): Sentence {
  return families.find(({ action }) => action === `${capability}.`)?.title ?? { zh: capability, en: capability };
}
