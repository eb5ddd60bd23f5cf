import { addDays, type Day } from '@yilu/platform/contract';

/** Days after which a change of hands is no news any more (ORG-16). */
const newsFor = 30;

/** Of hundreds of households handed over at once so many stand as lines of their own on Today. */
export const mostToldAlone = 5;

/** The first day from which whoever took customers over still owes them a word. */
export function tellingIsNewsSince(today: Day): Day {
  return addDays(today, -newsFor);
}
