import type { Work } from '@yilu/platform/server';
import { searchPattern } from '../rules/index.ts';
import { peopleFound } from '../store/search.ts';
import type { Tables } from '../store/tables.ts';

/** Ids of people in reach whom a search means; nobody when nothing can be looked for. */
export async function findPeople({ db }: Work<Tables>, search: string): Promise<string[]> {
  const pattern = searchPattern(search);
  return pattern ? peopleFound(db, pattern) : [];
}
