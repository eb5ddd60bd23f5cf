import type { Day } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { byUrgency, gathered, type Rest, without } from '../rules/index.ts';
import { onOwnTables } from '../store/tables.ts';
import { occurrencesTaken } from '../store/tasks.ts';
import {
  type AlikeLines,
  type ComputedLine,
  type Counted,
  type GatheredWords,
  type TodayAsked,
  type TodaySource,
  todayLines,
} from './slots.ts';

/** Per source that does not gather; far more than anybody's day, and a bound for a whole group's. */
export const mostComputed = 20_000;

export interface SourcedLine extends ComputedLine {
  readonly origin: string;
  readonly alike?: undefined;
}

/** Lines of which a team's day needs no more than their number. */
interface SourcedLines extends AlikeLines {
  readonly origin: string;
}
export type Countable = SourcedLine | SourcedLines;

export function keyOf({ origin, occurrence }: { readonly origin: string; readonly occurrence: string }): string {
  return `${origin}#${occurrence}`;
}

/** What remains of one person's lines of a source. */
export interface RestLine extends Rest<Countable> {
  readonly origin: string;
}

/** Lines of one day as they stand on the page: of a source that gathers, the most pressing, and what remains for one line more. */
export function asOnThePage<Line extends Countable>(
  work: Pick<Work, 'contributions'>,
  lines: readonly Line[],
  day: Day,
): { readonly alone: readonly Line[]; readonly rests: readonly RestLine[] } {
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
  const perSource = await Promise.all(sources.map((source) => linesOf(work, source, asked)));
  return withoutTaken(work, perSource.flat());
}

/** The same for a page: where everybody in reach is asked, a source that can counts its lines instead of reading them. */
export async function countableLines<Theirs>(work: Work<Theirs>, asked: TodayAsked): Promise<Countable[]> {
  const perSource = work.contributions(todayLines).map(async (source): Promise<Countable[]> => {
    const { origin, gather } = source;
    if (asked.accountId !== undefined || !gather?.beyond) return linesOf(work, source, asked);
    return (await gather.beyond.counted(work as Work, asked)).map((lines) => ({ ...lines, origin }));
  });
  return withoutTaken(work, (await Promise.all(perSource)).flat());
}

async function linesOf<Theirs>(work: Work<Theirs>, { origin, lines }: TodaySource, asked: TodayAsked) {
  return (await lines(work as Work, asked)).map((line): SourcedLine => ({ ...line, origin }));
}

/** A source that counts has left out itself what somebody has acted on. */
async function withoutTaken<Theirs, Line extends Countable>(
  work: Work<Theirs>,
  lines: readonly Line[],
): Promise<Line[]> {
  const sources = work.contributions(todayLines);
  const counting = new Set(sources.flatMap(({ origin, gather }) => (gather?.beyond ? [origin] : [])));
  const unsure = lines.filter((line): line is Line & SourcedLine => !isCounted(line) && !counting.has(line.origin));
  const taken = await occurrencesTaken(onOwnTables(work), unsure);
  return lines.filter((line) => isCounted(line) || !taken.has(keyOf(line)));
}

/** Of lines that stand alone the first so many in the order of Today, at least; those that were only counted are read now. */
export async function firstLines<Theirs>(
  work: Work<Theirs>,
  alone: readonly Countable[],
  { most, ...asked }: TodayAsked & { readonly most: number },
): Promise<SourcedLine[]> {
  const first = firstToRead(alone, most, work.now);
  const counted = Map.groupBy(first.filter(isCounted), ({ origin }) => origin);
  const read = [...counted].map(async ([origin, lines]) => {
    const accountIds = [...new Set(lines.map(({ assigneeId }) => assigneeId))];
    return asOnThePage(work, await computedLines(work, { ...asked, accountIds }, origin), asked.day).alone;
  });
  return [...first.filter((line) => !isCounted(line)), ...(await Promise.all(read)).flat()];
}

function firstToRead(alone: readonly Countable[], most: number, now: Date): readonly Countable[] {
  const placed = alone.map((line) => ({ line, key: isCounted(line) ? line.origin : keyOf(line), ...timesOf(line) }));
  let before = 0;
  return placed.sort(byUrgency(now)).flatMap(({ line }) => {
    const isWanted = before < most;
    before += line.alike ?? 1;
    return isWanted ? [line] : [];
  });
}

function isCounted(line: Countable): line is SourcedLines {
  return line.alike !== undefined;
}

const timesOf = (line: Countable) => ({ dueAt: line.dueAt, plannedAt: isCounted(line) ? undefined : line.plannedAt });

/** How many lines begin to show on each of the days to come, as they will stand on the page. */
export async function linesToCome<Theirs>(
  work: Work<Theirs>,
  asked: TodayAsked,
  computed: readonly Countable[],
): Promise<ReadonlyMap<Day, number>> {
  const perDay = new Map<Day, number>();
  const add = (on: Day, count: number) => perDay.set(on, (perDay.get(on) ?? 0) + count);
  for (const { gather } of work.contributions(todayLines)) {
    for (const { showOn, count } of (await gather?.beyond?.coming(work as Work, asked)) ?? []) add(showOn, count);
  }
  const coming = computed.filter(({ showOn }) => showOn > asked.day);
  for (const [on, lines] of Map.groupBy(coming, ({ showOn }) => showOn)) {
    const { alone, rests } = asOnThePage(work, lines, on);
    add(on, alone.length + rests.length);
  }
  return perDay;
}
