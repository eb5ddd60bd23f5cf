import type { Day } from '@yilu/platform/contract';
import type { OpenRow } from './open-row.ts';

/** The day from which the new owners own, where the row tells it; what cannot be read of it is told once. */
export function transferredOn(row: OpenRow): Day | undefined {
  if (!row.has('transferredOn')) return undefined;
  const known = days.get(row);
  if (known) return known.on;
  const on = row.pastMoment('transferredOn')?.day;
  days.set(row, { on });
  return on;
}

const days = new WeakMap<OpenRow, { readonly on: Day | undefined }>();
