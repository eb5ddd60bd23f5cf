import type { Work } from '@yilu/platform/server';
import type { Db, Tables } from '../store/tables.ts';

/** Callers of other capabilities bring a Work over their tables; the transaction is the same, and here it touches ours. */
export function onOwnTables<Theirs>({ db }: Work<Theirs>): Db {
  return db as unknown as Db;
}

export function asOwnWork<Theirs>(work: Work<Theirs>): Work<Tables> {
  return work as unknown as Work<Tables>;
}
