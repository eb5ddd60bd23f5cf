import type { Work } from '@yilu/platform/server';
import type { FoundPerson } from '../contract/index.ts';
import { maskedPhone, nameKeyOf, patternsOf } from '../rules/index.ts';
import { foundPeople, matchingPeople } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';
import { searchNoted } from './look-up-phone.ts';

/**
 * Ids of people in reach whom this text finds: name, pinyin, initials, part of a phone, room; at most `limit`, in no order.
 * The customer book filters by it.
 */
export async function searchPeople<Theirs>(work: Work<Theirs>, text: string, limit: number): Promise<string[]> {
  const here = work as unknown as Work<Tables>;
  const patterns = patternsOf(text);
  if (patterns.length === 0) return [];
  return [...(await searchNoted(here, patterns, () => matchingPeople(here.db, patterns, limit)))];
}

export async function findPeople(
  work: Work<Tables>,
  { text, limit }: { text: string; limit: number },
): Promise<{ people: FoundPerson[] }> {
  const patterns = patternsOf(text);
  if (patterns.length === 0) return { people: [] };
  const asked = { patterns, limit, typed: text.normalize('NFKC').trim(), key: nameKeyOf(text) };
  const lines = await searchNoted(work, patterns, () => foundPeople(work.db, asked));
  return {
    people: lines.map(({ id, name, number, rooms }) => ({
      id,
      name,
      ...(number !== null && { maskedPhone: maskedPhone(number) }),
      rooms: [...(rooms ?? [])],
    })),
  };
}
