import type { Work } from '@yilu/platform/server';
import type { Kysely } from 'kysely';
import type { DB } from '../../../database/schema.ts';

/** The tables this capability owns, and the views of neighbours that it reads. */
export type Tables = Pick<
  DB,
  'task' | 'task_outcome' | 'today_visit' | 'notice' | 'identity_published.staff' | 'identity_published.staff_project'
>;
export type Db = Kysely<Tables>;

/** Callers of other capabilities bring a Work over their tables; the transaction is the same, and here it touches ours. */
export function onOwnTables<Theirs>({ db }: Work<Theirs>): Db {
  return db as unknown as Db;
}
