import { addDays, type Day } from '@yilu/platform/contract';
import type { Today } from '../contract/index.ts';
import { dayItEnds, endOf, linesIn } from '../rules/index.ts';

interface Due {
  readonly dueAt: Date;
  readonly alike?: number | undefined;
}

interface AheadOf {
  /** Open tasks of each day. */
  readonly tasks: ReadonlyMap<string, number>;
  /** Of them, those whose reason has gone. */
  readonly settled: readonly Due[];
  /** Computed lines that stand on Today already: they count on the day that they are due. */
  readonly shown: readonly Due[];
  /** Those that will appear: they count on the day that they do. */
  readonly coming: ReadonlyMap<Day, number>;
}

/** The days to come, tomorrow first, with what they hold. */
export function weekOf(
  { day, days }: { readonly day: Day; readonly days: number },
  { tasks, settled, shown, coming }: AheadOf,
): Today['ahead'] {
  const today = endOf(day).getTime();
  const later = ({ dueAt }: Due) => dueAt.getTime() > today;
  const due = Map.groupBy(shown.filter(later), ({ dueAt }) => dayItEnds(dueAt));
  const gone = Map.groupBy(settled.filter(later), ({ dueAt }) => dayItEnds(dueAt));
  return Array.from({ length: days }, (_, at) => {
    const on = addDays(day, at + 1);
    const open = (tasks.get(on) ?? 0) - linesIn(gone.get(on) ?? []);
    return { day: on, count: open + linesIn(due.get(on) ?? []) + (coming.get(on) ?? 0) };
  });
}
