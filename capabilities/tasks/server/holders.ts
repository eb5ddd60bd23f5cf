import type { Work } from '@yilu/platform/server';
import { onOwnTables } from '../store/tables.ts';
import { holdersOfOpen } from '../store/tasks.ts';

/** Whose these occurrences of a source are, where somebody acted on its line: absent is whoever the source says. */
export function holdersOf<Theirs>(
  work: Work<Theirs>,
  origin: string,
  occurrences: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return holdersOfOpen(onOwnTables(work), origin, occurrences);
}
