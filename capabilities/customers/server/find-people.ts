import type { Work } from '@yilu/platform/server';
import type { FoundPerson } from '../contract/index.ts';
import { maskedPhone, patternsOf } from '../rules/index.ts';
import { roomLabelsOf } from '../store/parties.ts';
import { headLinesOf, matchingPeople } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';

/**
 * Ids of people in reach whom this text finds: name, pinyin, initials, part of a phone, room; at most `limit`, in no order.
 * The customer book filters by it.
 */
export async function searchPeople<Theirs>(work: Work<Theirs>, text: string, limit: number): Promise<string[]> {
  const patterns = patternsOf(text);
  return patterns.length === 0 ? [] : matchingPeople((work as unknown as Work<Tables>).db, patterns, limit);
}

/** More matches than are shown are looked at, so that the name itself comes before what merely contains it. */
const looksAt = 200;

export async function findPeople(
  work: Work<Tables>,
  { text, limit }: { text: string; limit: number },
): Promise<{ people: FoundPerson[] }> {
  const ids = await searchPeople(work, text, looksAt);
  if (ids.length === 0) return { people: [] };
  const lines = await headLinesOf(work.db, ids, text.normalize('NFKC'), limit);
  const rooms = await roomLabelsOf(
    work.db,
    lines.map(({ id }) => id),
  );
  return {
    people: lines.map(({ id, name, number }) => ({
      id,
      name,
      ...(number !== null && { maskedPhone: maskedPhone(number) }),
      rooms: rooms.get(id) ?? [],
    })),
  };
}
