import type { Work } from '@yilu/platform/server';
import { peopleInReach } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';

/** What these people are called; whom the actor may not see is left out. */
export async function namesOf(work: Work, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await peopleInReach((work as unknown as Work<Tables>).db, personIds);
  return new Map(people.map(({ id, name }) => [id, name]));
}
