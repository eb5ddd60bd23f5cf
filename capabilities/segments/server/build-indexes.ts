import type { Begin, Work } from '@yilu/platform/server';
import { buildNextIndex, endFilling } from '../store/book-indexes.ts';
import type { Tables } from '../store/tables.ts';

/** Build what was put aside, so many indexes at a time; readers are not kept waiting. */
export async function buildIndexes(begin: Begin, atATime = 1): Promise<void> {
  const next = () => begin((work) => buildNextIndex((work as Work<Tables>).db));
  const build = async () => {
    let isBuilt = await next();
    while (isBuilt) isBuilt = await next();
  };
  await Promise.all(Array.from({ length: atATime }, build));
  await begin((work) => endFilling((work as Work<Tables>).db));
}
