import { type Day, dayOf } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import type { TaskKind } from '../contract/index.ts';
import { gathered } from '../rules/index.ts';
import { onOwnTables } from '../store/tables.ts';
import { occurrencesTaken } from '../store/tasks.ts';
import { type ComputedLine, type GatheredWords, type TodayAsked, todayLines } from './slots.ts';

export interface SourcedLine extends ComputedLine {
  readonly origin: string;
}

export function keyOf({ origin, occurrence }: { readonly origin: string; readonly occurrence: string }): string {
  return `${origin}#${occurrence}`;
}

export interface GatheredLine extends GatheredWords {
  readonly origin: string;
  readonly kind: TaskKind;
  readonly projectId: string;
  readonly assigneeId: string;
  readonly count: number;
  /** When the last of those that stand alone is due. */
  readonly after?: Date;
}

/** Lines of one day as they stand on the page: of a source that gathers, the most pressing and one line for the others. */
export function asOnThePage<Theirs>(
  work: Work<Theirs>,
  lines: readonly SourcedLine[],
  day: Day,
): { readonly alone: readonly SourcedLine[]; readonly rests: readonly GatheredLine[] } {
  const gatherers = new Map(work.contributions(todayLines).map(({ origin, gather }) => [origin, gather]));
  const perSource = [...Map.groupBy(lines, ({ origin }) => origin)].map(([origin, own]) => {
    const gather = gatherers.get(origin);
    if (!gather) return { alone: own, rests: [] };
    const { alone, rests } = gathered(own, gather.most, day);
    return {
      alone,
      rests: rests.map(
        ({ like, after, ...rest }): GatheredLine => ({
          ...gather.line({ ...rest, day }),
          ...(after && { after }),
          origin,
          kind: like.kind,
          projectId: like.projectId,
          assigneeId: rest.assigneeId,
          count: rest.count,
        }),
      ),
    };
  });
  return { alone: perSource.flatMap(({ alone }) => alone), rests: perSource.flatMap(({ rests }) => rests) };
}

/** Lines of all sources that nobody has acted on yet. */
export async function computedLines<Theirs>(work: Work<Theirs>, asked: TodayAsked): Promise<SourcedLine[]> {
  const perSource = await Promise.all(
    work.contributions(todayLines).map(async ({ origin, lines: read }) => {
      return (await read(work as Work, asked)).map((line): SourcedLine => ({ ...line, origin }));
    }),
  );
  const lines = perSource.flat();
  const taken = await occurrencesTaken(onOwnTables(work), lines);
  const isOpen = (line: SourcedLine) => !taken.has(keyOf(line));
  return [...Map.groupBy(lines, (line) => crowdOf(line, asked.day)).values()].flatMap((crowd) => {
    const acted = crowd.filter((line) => !isOpen(line));
    return crowd.filter(isOpen).map((line) => without(line, acted, asked.day));
  });
}

/** Lines of one source and person that begin to show on the same day are counted together. */
function crowdOf({ origin, assigneeId, showOn }: SourcedLine, day: Day): string {
  return `${origin} ${assigneeId} ${showOn > day ? showOn : day}`;
}

/** What somebody has acted on is no longer among what remains. */
function without(line: SourcedLine, acted: readonly SourcedLine[], day: Day): SourcedLine {
  if (!line.among || acted.length === 0) return line;
  const late = acted.filter(({ dueAt }) => dayOf(dueAt) < day).length;
  return { ...line, among: { count: line.among.count - acted.length, late: line.among.late - late } };
}
