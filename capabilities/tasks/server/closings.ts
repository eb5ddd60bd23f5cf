import type { Work } from '@yilu/platform/server';
import type { Effect, Subject, Words } from '../contract/index.ts';
import { closedWithoutRecord, namesOfStaff } from '../store/lists.ts';
import { onOwnTables } from '../store/tables.ts';
import { asShown } from './shown-texts.ts';

/** How a task ended of which no record tells. */
export interface Closing {
  readonly outcomeId: string;
  readonly projectId: string;
  readonly title: Words;
  readonly effect: Effect;
  readonly reason?: string;
  readonly by: string;
  readonly at: Date;
}

/** Tasks about a subject that were done, or dropped, without a record; latest first. */
export async function closingsOf<Theirs>(work: Work<Theirs>, subject: Subject, limit: number): Promise<Closing[]> {
  const db = onOwnTables(work);
  const acts = await closedWithoutRecord(db, subject, limit);
  const names = await namesOfStaff(
    db,
    acts.map(({ by }) => by),
  );
  const show = asShown(work);
  return acts.map(({ by, reason, ...act }) => ({
    ...act,
    title: show(act.title),
    ...(reason !== null && { reason: show(reason) }),
    by: names.get(by) ?? '—',
  }));
}
