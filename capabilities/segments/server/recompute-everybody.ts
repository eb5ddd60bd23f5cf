import { availableParallelism } from 'node:os';
import type { Begin, Work } from '@yilu/platform/server';
import { putIndexesAside } from '../store/book-indexes.ts';
import { lanes, markEverybody } from '../store/marks.ts';
import type { Tables } from '../store/tables.ts';
import { buildIndexes } from './build-indexes.ts';
import { rank } from './rank.ts';
import { type Recomputed, recomputeMarked } from './recompute.ts';

/**
 * The full recompute, for the command line: everybody is marked and worked off here and now, by the same way as ever, in all lanes
 * at once. An empty book is filled without its indexes; were this to stop in between, the clock would build them.
 */
export async function recomputeEverybody(begin: Begin, report?: (sofar: Recomputed) => void): Promise<Recomputed> {
  const isEmpty = await begin((work) => putIndexesAside((work as Work<Tables>).db));
  try {
    // Side by side, since neither looks at what the other writes and nothing else can begin before both are done.
    await Promise.all([
      begin((work) => rank(work as Work<Tables>, work.actor.projects)),
      begin((work) => markEverybody((work as Work<Tables>).db)),
    ]);
    return await recomputeMarked(begin, report, lanes.length);
  } finally {
    if (isEmpty) await buildIndexes(begin, Math.min(lanes.length, availableParallelism()));
  }
}
