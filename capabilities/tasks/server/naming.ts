import type { Work } from '@yilu/platform/server';
import type { Assignee, NamedSubject, Subject } from '../contract/index.ts';
import { namesOfStaff } from '../store/lists.ts';
import { onOwnTables } from '../store/tables.ts';
import { subjectNames } from './slots.ts';

export interface Naming {
  readonly staff: (id: string) => Assignee;
  readonly subject: (subject: Subject) => NamedSubject | undefined;
}

/** Whether the actor may see what a task is to be about; of a kind that nobody names, nobody knows. */
export async function isInReach<Theirs>(work: Work<Theirs>, subject: Subject): Promise<boolean> {
  const isNamed = work.contributions(subjectNames).some(({ kind }) => kind === subject.kind);
  return !isNamed || (await naming(work, [], [subject])).subject(subject) !== undefined;
}

/** Looks up, in one query per kind, what people and subjects are called. */
export async function naming<Theirs>(
  work: Work<Theirs>,
  staffIds: readonly string[],
  subjects: readonly Subject[],
): Promise<Naming> {
  const staff = await namesOfStaff(onOwnTables(work), staffIds);
  const named = new Map<string, NamedSubject>();
  for (const { kind, names } of work.contributions(subjectNames)) {
    const ids = [...new Set(subjects.filter((subject) => subject.kind === kind).map(({ id }) => id))];
    if (ids.length === 0) continue;
    for (const [id, { name, room, path }] of await names(work as Work, ids)) {
      named.set(id, { kind, id, name, ...(room !== undefined && { room }), ...(path !== undefined && { path }) });
    }
  }
  return {
    staff: (id) => ({ id, name: staff.get(id) ?? '—' }),
    subject: ({ id }) => named.get(id),
  };
}
