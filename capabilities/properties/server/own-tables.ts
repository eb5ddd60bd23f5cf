import type { Work } from '@yilu/platform/server';
import type { Tables } from '../store/tables.ts';

/** Callers of other capabilities bring a Work over their tables; the transaction is the same, and here it touches ours. */
export function asOwnWork<Theirs>(work: Work<Theirs>): Work<Tables> {
  return work as unknown as Work<Tables>;
}
