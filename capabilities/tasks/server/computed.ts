import type { Day } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { gathered, type Rest, without } from '../rules/index.ts';
import { onOwnTables } from '../store/tables.ts';
import { occurrencesTaken } from '../store/tasks.ts';
import { type ComputedLine, type Counted, type GatheredWords, type TodayAsked, todayLines } from './slots.ts';

/** Per source that does not gather; far more than anybody's day, and a bound for a whole group's. */
export const mostComputed = 20_000;

export interface SourcedLine extends ComputedLine {
  readonly origin: string;
}

export function keyOf({ origin, occurrence }: { readonly origin: string; readonly occurrence: string }): string {
  return `${origin}#${occurrence}`;
}

/** What remains of one person's lines of a source. */
export interface RestLine extends Rest<SourcedLine> {
  readonly origin: string;
}

/** Lines of one day as they stand on the page: of a source that gathers, the most pressing, and what remains for one line more. */
export function asOnThePage<Theirs>(
  work: Work<Theirs>,
  lines: readonly SourcedLine[],
  day: Day,
): { readonly alone: readonly SourcedLine[]; readonly rests: readonly RestLine[] } {
  const gatherers = new Map(work.contributions(todayLines).map(({ origin, gather }) => [origin, gather]));
  const perSource = [...Map.groupBy(lines, ({ origin }) => origin)].map(([origin, own]) => {
    const gather = gatherers.get(origin);
    if (!gather) return { alone: own, rests: [] };
    const { alone, rests } = gathered(own, gather.most, day);
    return { alone, rests: rests.map((rest): RestLine => ({ ...rest, origin })) };
  });
  return { alone: perSource.flatMap(({ alone }) => alone), rests: perSource.flatMap(({ rests }) => rests) };
}

/** What remains, said in words and counted to the last one. */
export async function listsOf<Theirs, Each extends RestLine>(
  work: Work<Theirs>,
  rests: readonly Each[],
  day: Day,
): Promise<(Each & GatheredWords)[]> {
  const perSource = work.contributions(todayLines).map(async ({ origin, gather }) => {
    const own = rests.filter((rest) => rest.origin === origin);
    if (!gather || own.length === 0) return [];
    const accountIds = own.map(({ assigneeId }) => assigneeId);
    const all = await gather.beyond?.today(work as Work, { accountIds, day });
    return own.map((rest) => {
      const counted = { ...rest, ...without(all?.get(rest.assigneeId) ?? totalOf(rest), rest.alone) };
      return { ...counted, ...gather.line({ ...counted, day }) };
    });
  });
  return (await Promise.all(perSource)).flat();
}

function totalOf({ count, late, alone }: RestLine): Counted {
  return { count: count + alone.count, late: late + alone.late };
}

/** Lines of all sources, or of one, that nobody has acted on yet. */
export async function computedLines<Theirs>(
  work: Work<Theirs>,
  asked: TodayAsked,
  origin?: string,
): Promise<SourcedLine[]> {
  const sources = work.contributions(todayLines).filter((source) => origin === undefined || source.origin === origin);
  const perSource = await Promise.all(
    sources.map(async (source) => {
      const lines = (await source.lines(work as Work, asked)).map(
        (line): SourcedLine => ({ ...line, origin: source.origin }),
      );
      return { lines, isOpen: source.gather?.beyond !== undefined };
    }),
  );
  const unsure = perSource.flatMap(({ lines, isOpen }) => (isOpen ? [] : lines));
  const taken = await occurrencesTaken(onOwnTables(work), unsure);
  return perSource.flatMap(({ lines, isOpen }) => (isOpen ? lines : lines.filter((line) => !taken.has(keyOf(line)))));
}

/** How many lines begin to show on each of the days to come, as they will stand on the page. */
export async function linesToCome<Theirs>(
  work: Work<Theirs>,
  asked: TodayAsked,
  computed: readonly SourcedLine[],
): Promise<ReadonlyMap<Day, number>> {
  const perDay = new Map<Day, number>();
  const add = (on: Day, count: number) => perDay.set(on, (perDay.get(on) ?? 0) + count);
  for (const { gather } of work.contributions(todayLines)) {
    for (const { showOn, count } of (await gather?.beyond?.coming(work as Work, asked)) ?? [])
      add(showOn, Math.min(count, (gather?.most ?? 0) + 1));
  }
  const coming = computed.filter(({ showOn }) => showOn > asked.day);
  for (const [on, lines] of Map.groupBy(coming, ({ showOn }) => showOn)) {
    const { alone, rests } = asOnThePage(work, lines, on);
    add(on, alone.length + rests.length);
  }
  return perDay;
}
