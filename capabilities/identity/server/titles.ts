import type { Work } from '@yilu/platform/server';
import type { SubjectKind } from '../contract/index.ts';
import type { Tables } from '../store/tables.ts';
import { subjectTitles } from './slots.ts';

/** What rooms and people are called, as far as the actor may see them; asked of those who stand above identity. */
export async function titlesOf(
  work: Work<Tables>,
  subjects: readonly { readonly kind: SubjectKind; readonly id: string }[],
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const { kind, titles: read } of work.contributions(subjectTitles)) {
    const ids = [...new Set(subjects.filter((subject) => subject.kind === kind).map(({ id }) => id))];
    if (ids.length === 0) continue;
    for (const [id, title] of await read(work as unknown as Work, ids)) titles.set(id, title);
  }
  return titles;
}
