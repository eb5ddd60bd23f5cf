import { addDays, type Day } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import type { PersonTotals } from '../contract/index.ts';
import { linesIn } from '../rules/index.ts';
import type { OpenCount } from '../store/lists.ts';
import type { Tables } from '../store/tables.ts';
import { naming } from './naming.ts';
import { registerRates } from './slots.ts';

interface Someones {
  readonly assigneeId: string;
  readonly dueAt: Date;
  readonly alike?: number | undefined;
}

/** Open and late count tasks and computed lines alike: the figures of each colleague are those of the lines of their own day. */
export async function teamTotals(
  work: Work<Tables>,
  day: Day,
  {
    counts,
    doneCounts,
    standing,
    settled,
  }: {
    /** Of tasks, those whose reason has gone among them. */
    readonly counts: readonly OpenCount[];
    /** Of what was done today. */
    readonly doneCounts: ReadonlyMap<string, number>;
    /** Computed lines, and the lists of the others. */
    readonly standing: readonly Someones[];
    readonly settled: readonly Someones[];
  },
): Promise<PersonTotals[]> {
  const { now } = work;
  const rates = new Map<string, number>();
  for (const read of work.contributions(registerRates)) {
    for (const [id, rate] of await read(work as unknown as Work, { from: addDays(day, -6), to: day }))
      rates.set(id, rate);
  }
  const byId = new Map(counts.map((count) => [count.accountId, count]));
  const linesOf = Map.groupBy(standing, ({ assigneeId }) => assigneeId);
  const goneOf = Map.groupBy(settled, ({ assigneeId }) => assigneeId);
  const ids = [...new Set([...byId.keys(), ...doneCounts.keys(), ...linesOf.keys(), ...rates.keys()])];
  const names = await naming(work, ids, []);
  const lateOf = (some: readonly Someones[]) => linesIn(some.filter(({ dueAt }) => dueAt.getTime() <= now.getTime()));
  return ids
    .map((id): PersonTotals => {
      const count = byId.get(id);
      const lines = linesOf.get(id) ?? [];
      const gone = goneOf.get(id) ?? [];
      const registerRate = rates.get(id);
      return {
        account: names.staff(id),
        open: (count?.open ?? 0) + linesIn(lines) - linesIn(gone),
        late: (count?.late ?? 0) + lateOf(lines) - lateOf(gone),
        doneToday: doneCounts.get(id) ?? 0,
        ...(registerRate !== undefined && { registerRate }),
      };
    })
    .sort((one, other) => other.late - one.late || other.open - one.open);
}
