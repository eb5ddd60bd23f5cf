import { fewestPhoneDigits } from '@yilu/customers/rules';
import { searchPeople, withTextsMasked } from '@yilu/customers/server';
import { dayOf, type Heard, type Page, Refused } from '@yilu/platform/contract';
import { insistRate, pageOf, readCursor, type Work } from '@yilu/platform/server';
import { z } from 'zod';
import {
  type BookRow,
  type BookSelection,
  type BookWaiting,
  type ColumnKey,
  type countBook as countEndpoint,
  type FilterField,
  type FilterGroup,
  mostWaitingCounted,
  type readBook as readEndpoint,
  type SortKey,
  type countWaiting as waitingEndpoint,
  wrongFilter,
} from '../contract/index.ts';
import { wrongIn } from '../rules/index.ts';
import { bookPage, type Chosen, countRows, type PlacedRow } from '../store/book.ts';
import type { Asking } from '../store/filter-sql.ts';
import { countMarked } from '../store/marks.ts';
import type { Tables } from '../store/tables.ts';

const BookCursor = z.object({
  value: z.union([z.string(), z.number(), z.null()]),
  personId: z.uuid(),
  projectId: z.uuid(),
});

export async function readBook(work: Work<Tables>, asked: Heard<typeof readEndpoint>): Promise<Page<BookRow>> {
  const { limit, sort } = asked;
  insistSort(work, sort);
  const after = readCursor(asked.cursor, BookCursor);
  const chosen = await chosenBy(work, asked);
  const rows = await bookPage(work.db, chosen, askingOf(work), { sort, after, limit: limit + 1 });
  const total = asked.total ? await countRows(work.db, chosen, askingOf(work)) : undefined;
  const page = pageOf(rows, limit, ({ place, personId, projectId }) => ({ value: place, personId, projectId }), total);
  return { ...page, items: shownTo(work, page.items) };
}

export async function countBook(
  work: Work<Tables>,
  asked: Heard<typeof countEndpoint>,
): Promise<{ customers: number }> {
  return { customers: await countRows(work.db, await chosenBy(work, asked), askingOf(work)) };
}

/** After an import or a changed figure people wait a moment for their labels; until then some are not in the book yet. */
export async function countWaiting(
  { db }: Work<Tables>,
  { projectId }: Heard<typeof waitingEndpoint>,
): Promise<BookWaiting> {
  return { customers: await countMarked(db, { projectId, most: mostWaitingCounted }) };
}

export function askingOf({ actor, now, language }: Work<Tables>): Asking {
  const side = actor.sides.length > 1 ? undefined : (actor.sides[0] ?? 'property');
  return { today: dayOf(now), accountId: actor.accountId, language, side };
}

/** Checks what was asked and finds whom the search means. */
export async function chosenBy(work: Work<Tables>, { search, filter, projectId }: BookSelection): Promise<Chosen> {
  insistFilter(work, filter);
  return {
    filter,
    projectId,
    ownOnly: work.actor.ownOnly,
    ...(search !== undefined && { personIds: await peopleSearched(work, search) }),
  };
}

export function insistFilter(work: Work<Tables>, filter: FilterGroup | undefined): void {
  const wrong = filter && wrongIn(filter, (field) => maySee(work, field));
  if (wrong) throw new Refused(wrongFilter, 422, { field: `filter.${wrong}` });
}

export function insistSort(work: Work<Tables>, sort: SortKey): void {
  if (!maySee(work, sortedBy(sort))) throw new Refused(wrongFilter, 422, { field: 'sort' });
}

export function sortedBy(sort: SortKey): ColumnKey {
  return sort.replace(/^-/, '') as ColumnKey;
}

/** Intent, amounts and scores are the developer side's until the consent ledger shares them (decision 33). */
const developerFields: readonly FilterField[] = [
  'intentGrade',
  'amount',
  'currentScore',
  'futureScore',
  'buyingSignals',
];

export function maySee({ actor }: Pick<Work<Tables>, 'actor'>, field: FilterField): boolean {
  return actor.sides.includes('developer') || !developerFields.includes(field);
}

/** Rows as this reader may see them: a phone in a next step is masked (SEC-09). */
export function shownTo(work: Work<Tables>, rows: readonly PlacedRow[]): BookRow[] {
  const seesAll = maySee(work, 'amount');
  return rows.map(({ place: _, ...row }) => ({
    ...row,
    nextTask: withTextsMasked(row.nextTask),
    ...(!seesAll && { intentGrade: undefined, amountFen: undefined, currentScore: undefined, futureScore: undefined }),
  }));
}

/** Most people that a search narrows the book to; whoever finds more types one more letter. */
const mostFound = 2_000;
const partOfPhone = new RegExp(`^\\d{${fewestPhoneDigits},}$`);

/** Searches that look into phones are counted: nobody finds a number by trying its digits (decision 4). */
async function peopleSearched(work: Work<Tables>, search: string): Promise<string[]> {
  if (partOfPhone.test(search.replace(/\s/g, ''))) {
    const key = `segments.phone_search:${work.actor.accountId}`;
    await insistRate(work as Work, { key, most: 300, perSeconds: 3_600 });
    await work.audit({
      action: 'segments.phone_searched',
      subject: { kind: 'book', id: work.actor.accountId },
      after: { digits: search.length },
    });
  }
  return searchPeople(work, search, mostFound);
}
