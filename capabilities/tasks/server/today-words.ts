import type { Work } from '@yilu/platform/server';
import type { HouseholdChange, Today, TodayLine } from '../contract/index.ts';
import { handOver, outcomesOf, outcomesOfGathered } from '../rules/index.ts';
import type { DoneTask } from '../store/lists.ts';
import type { Tables } from '../store/tables.ts';
import type { StoredTask } from '../store/task-rows.ts';
import type { RestLine, SourcedLine } from './computed.ts';
import { mayActOn } from './leading.ts';
import { naming } from './naming.ts';
import { shownTextsOf } from './present.ts';
import { asShown } from './shown-texts.ts';
import { type ChipsOfPerson, type ComputedChange, type GatheredWords, personChips, todayLines } from './slots.ts';

/** A task or a computed line in its place on the page. */
export interface PlacedLine {
  readonly key: string;
  readonly dueAt: Date;
  readonly plannedAt?: Date | undefined;
  readonly from: StoredTask | SourcedLine;
  readonly own: Pick<TodayLine, 'key' | 'taskId' | 'version'>;
}

interface OnThePage {
  readonly shown: readonly PlacedLine[];
  readonly lists: readonly (RestLine & GatheredWords & { readonly dueAt: Date })[];
  readonly changes: readonly ComputedChange[];
  readonly done: readonly DoneTask[];
}

/** What stands on the page, as it reads: names, texts, chips, and what the reader may do about it. Only what is shown is looked up. */
export async function wordsOfToday(
  work: Work<Tables>,
  { shown, lists, changes, done }: OnThePage,
): Promise<Pick<Today, 'lines' | 'changes' | 'done'>> {
  const subjects = [...shown.map(({ from }) => from), ...changes, ...done.map(({ task }) => task)].flatMap(
    ({ subject }) => subject ?? [],
  );
  const staffIds = [...shown.map(({ from }) => from), ...lists].map(({ assigneeId }) => assigneeId);
  const names = await naming(work, staffIds.concat(done.map(({ outcome }) => outcome.by)), subjects);
  const chips = await chipsOf(work, shown);
  const show = asShown(work);
  const mayAct = await mayActOn(work);
  const pathOf = new Map(work.contributions(todayLines).map(({ origin, path }) => [origin, path]));

  const lines = shown.map(({ from, own }): TodayLine => {
    const subject = from.subject && names.subject(from.subject);
    const path = ('path' in from ? from.path : pathOf.get(from.origin)?.(from.occurrence)) ?? subject?.path;
    return {
      ...own,
      kind: from.kind,
      projectId: from.projectId,
      ...(subject && { subject }),
      ...shownTextsOf(from, show),
      chips: chips(from),
      ...(from.plannedAt && { plannedAt: from.plannedAt }),
      dueAt: from.dueAt,
      assignee: names.staff(from.assigneeId),
      outcomes: mayAct(from) ? [...outcomesOf(from.kind, path), handOver] : [],
    };
  });
  const others = lists.map(
    ({ origin, like: { kind, projectId }, assigneeId, title, why, path, count, dueAt }): TodayLine => ({
      key: `${origin}#others/${assigneeId}`,
      kind,
      projectId,
      title,
      why,
      chips: [],
      dueAt,
      assignee: names.staff(assigneeId),
      outcomes: [...outcomesOfGathered(path)],
      gathered: count,
    }),
  );
  return {
    lines: [...lines, ...others],
    done: done.map(({ task, outcome }) => {
      const subject = task.subject && names.subject(task.subject);
      return {
        taskId: task.id,
        outcomeId: outcome.id,
        ...(subject && { subject }),
        title: show(task.title),
        effect: outcome.effect,
        ...(outcome.choice !== undefined && { choice: outcome.choice }),
        at: outcome.at,
        by: names.staff(outcome.by),
      };
    }),
    changes: changes.flatMap(({ subject, ...change }): HouseholdChange[] => {
      const named = names.subject(subject);
      return named ? [{ ...change, subject: named }] : [];
    }),
  };
}

/** Labels are of a person in a project: a line shows those of its own. */
async function chipsOf(work: Work<Tables>, shown: readonly PlacedLine[]) {
  const people = shown.flatMap(({ from: { subject } }) => (subject?.kind === 'person' ? [subject.id] : []));
  const known: ChipsOfPerson[] = [];
  if (people.length > 0)
    for (const read of work.contributions(personChips))
      known.push(...(await read(work as unknown as Work, [...new Set(people)])));
  return ({ subject, projectId }: PlacedLine['from']) =>
    known.filter((each) => each.personId === subject?.id && each.projectId === projectId).flatMap(({ chips }) => chips);
}
