import { replaceEqualDeep } from '@tanstack/react-query';
import type { Page } from '../../contract/index.ts';

/** One page of a list as it was read. */
export interface ReadPage<Row> extends Page<Row> {
  /** The cursor it was asked with. */
  readonly cursor: string | undefined;
  /** It was out of sight when the list was read anew: to be asked again once somebody looks at it. */
  readonly isOld: boolean;
}

/** A list as far as it has been read. */
export interface Reading<Row> {
  /** Which question the rows answer. */
  readonly question: string;
  readonly pages: readonly ReadPage<Row>[];
}

/** The rows somebody looks at, first and last included. */
export interface Sight {
  readonly question: string;
  readonly first: number;
  readonly last: number;
}

/** So many rows around those in sight count as seen, since one reads on. */
const around = 30;

/** The places of the pages that hold what is in sight. Of another question its beginning; of a list that does not say, everything. */
export function pagesInSight<Row>({ question, pages }: Reading<Row>, sight: Sight | undefined): ReadonlySet<number> {
  if (!sight) return new Set(pages.keys());
  if (sight.question !== question) return new Set([0]);
  const seen = new Set<number>();
  let start = 0;
  for (const [place, { items }] of pages.entries()) {
    const end = start + items.length;
    if (start <= sight.last + around && end > sight.first - around) seen.add(place);
    start = end;
  }
  return seen;
}

export function isOldInSight<Row>(reading: Reading<Row>, sight: Sight | undefined): boolean {
  const seen = pagesInSight(reading, sight);
  return reading.pages.some(({ isOld }, place) => isOld && seen.has(place));
}

/**
 * Reads the pages in sight once more and keeps the others as old, so that coming back to a list that was read far costs a question
 * or two instead of twenty. Rows that have not changed stay the same objects and are not drawn again.
 */
export async function readAnew<Row>(
  before: Reading<Row>,
  sight: Sight | undefined,
  read: (cursor: string | undefined) => Promise<Page<Row>>,
): Promise<Reading<Row>> {
  const seen = pagesInSight(before, sight);
  const pages: ReadPage<Row>[] = [];
  for (let place = 0; place < Math.max(before.pages.length, 1); place++) {
    const cursor = pages[place - 1]?.next;
    if (place > 0 && cursor === undefined) break;
    const kept = before.pages[place];
    // The number of all rows comes with the first page.
    const isNeeded = kept === undefined || seen.has(place) || kept.total !== undefined;
    pages.push(isNeeded ? asRead(await read(cursor), cursor, kept) : { ...kept, cursor, isOld: true });
  }
  return { question: before.question, pages };
}

/** The list with its next page, unless another has come at that place meanwhile. */
export function readOn<Row>(before: Reading<Row>, page: Page<Row>, cursor: string): Reading<Row> {
  if (before.pages.at(-1)?.next !== cursor) return before;
  return { ...before, pages: [...before.pages, asRead(page, cursor, undefined)] };
}

export function asRead<Row>(
  page: Page<Row>,
  cursor: string | undefined,
  before: ReadPage<Row> | undefined,
): ReadPage<Row> {
  return { ...page, items: before ? replaceEqualDeep(before.items, page.items) : page.items, cursor, isOld: false };
}
