import type { Begin, Work } from '@yilu/platform/server';
import { lanes, markEverybody } from '../store/marks.ts';
import type { Tables } from '../store/tables.ts';
import { rank } from './rank.ts';
import { type Recomputed, recomputeMarked } from './recompute.ts';

/** The full recompute, for the command line: everybody is marked and worked off here and now, by the same way as ever, in all lanes at once. */
export async function recomputeEverybody(begin: Begin, report?: (sofar: Recomputed) => void): Promise<Recomputed> {
  await begin(async (work) => {
    const own = work as Work<Tables>;
    await rank(own, own.actor.projects);
    await markEverybody(own.db);
  });
  return recomputeMarked(begin, report, lanes.length);
}
