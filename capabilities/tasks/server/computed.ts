import type { Work } from '@yilu/platform/server';
import { onOwnTables } from '../store/tables.ts';
import { occurrencesTaken } from '../store/tasks.ts';
import { type ComputedLine, type TodayAsked, todayLines } from './slots.ts';

export interface SourcedLine extends ComputedLine {
  readonly origin: string;
}

export function keyOf({ origin, occurrence }: { readonly origin: string; readonly occurrence: string }): string {
  return `${origin}#${occurrence}`;
}

/** Lines of all sources that nobody has acted on yet. */
export async function computedLines<Theirs>(work: Work<Theirs>, asked: TodayAsked): Promise<SourcedLine[]> {
  const lines: SourcedLine[] = [];
  for (const { origin, lines: read } of work.contributions(todayLines)) {
    for (const line of await read(work as Work, asked)) lines.push({ ...line, origin });
  }
  const taken = await occurrencesTaken(onOwnTables(work), lines);
  return lines.filter((line) => !taken.has(keyOf(line)));
}
