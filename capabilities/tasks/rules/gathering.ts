import type { Day } from '@yilu/platform/contract';
import { instantOn } from '@yilu/platform/contract';

/** A line of which one person may have hundreds, such as the dossiers after an import. */
export interface Crowded {
  readonly assigneeId: string;
  readonly dueAt: Date;
  /** All of that person's that begin to show with this one, whether they were read or not; absent: it stands alone. */
  readonly among?: { readonly count: number; readonly late: number } | undefined;
  /** How many lines it stands for that are due at the same instant and were not read one by one; absent: one. */
  readonly alike?: number | undefined;
}

/** How many lines these are. */
export function linesIn(some: readonly Pick<Crowded, 'dueAt' | 'alike'>[]): number {
  return some.reduce((count, { alike = 1 }) => count + alike, 0);
}

/** What remains of one person's lines when the most pressing stand alone. */
export interface Rest<Line> {
  readonly assigneeId: string;
  readonly count: number;
  /** Of them, due before today. */
  readonly late: number;
  /** The same about those that stand alone. */
  readonly alone: { readonly count: number; readonly late: number };
  /** One of the person's lines, for what all have in common. */
  readonly like: Line;
  /** When the last of those that stand alone is due; none of the rest is more pressing. */
  readonly after?: Date;
}

/** The first `most` lines of each person, in the order given, stand alone; the others are counted (decision 12). */
export function gathered<Line extends Crowded>(
  lines: readonly Line[],
  most: number,
  today: Day,
): { readonly alone: readonly Line[]; readonly rests: readonly Rest<Line>[] } {
  const began = instantOn(today).getTime();
  const perPerson = [...Map.groupBy(lines, ({ assigneeId }) => assigneeId)].map(([assigneeId, own]) => {
    const alone = firstOf(own, most);
    const like = own[0];
    const isLate = ({ dueAt }: Line) => dueAt.getTime() < began;
    const countOf = (some: readonly Line[]) => ({ count: linesIn(some), late: linesIn(some.filter(isLate)) });
    const there = countOf(alone);
    const { count, late } = without(like?.among ?? countOf(own), there);
    const after = alone.map(({ dueAt }) => dueAt).sort((one, other) => other.getTime() - one.getTime())[0];
    const rest = { assigneeId, count, late, alone: there, ...(after && { after }) };
    return { alone, rests: like && count > 0 ? [{ ...rest, like }] : [] };
  });
  return { alone: perPerson.flatMap(({ alone }) => alone), rests: perPerson.flatMap(({ rests }) => rests) };
}

function firstOf<Line extends Crowded>(own: readonly Line[], most: number): readonly Line[] {
  let count = 0;
  return own.filter(({ alike = 1 }) => {
    count += alike;
    return count <= most;
  });
}

interface Counted {
  readonly count: number;
  readonly late: number;
}

/** What remains of all when some stand alone. */
export function without(all: Counted, alone: Counted): Counted {
  return { count: all.count - alone.count, late: Math.max(0, all.late - alone.late) };
}
