import { addDays, type Day, dayOf, type Heard, instantOn } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import {
  type readToday as endpoint,
  type HouseholdChange,
  leadTasks,
  type PersonTotals,
  type Today,
  type TodayLine,
} from '../contract/index.ts';
import {
  byUrgency,
  changesSince,
  endOf,
  handOver,
  lunarOf,
  outcomesOf,
  outcomesOfGathered,
  visitsAfter,
} from '../rules/index.ts';
import {
  countsPerPerson,
  doneSince,
  openTasksPerDay,
  openTasksUntil,
  rememberVisit,
  visitsOf,
} from '../store/lists.ts';
import type { Tables } from '../store/tables.ts';
import { asOnThePage, computedLines, keyOf, type SourcedLine } from './computed.ts';
import { type Naming, naming } from './naming.ts';
import { withoutSettled } from './settled.ts';
import { personChips, registerRates, todayChanges, todayLines } from './slots.ts';

/** Lines shown at once; more than a day's work. The rest is counted. */
const mostLines = 200;
/** Per source; a portfolio has some hundred households. */
export const mostComputed = 500;
const mostDone = 50;
const mostChanges = 20;
const daysAhead = 7;

/** Everything for the page in one request and one transaction (decision 12). */
export async function readToday(work: Work<Tables>, asked: Heard<typeof endpoint>): Promise<Today> {
  const { db, actor, now } = work;
  const mayLead = actor.permissions.has(leadTasks.id);
  const scope = mayLead ? asked.scope : 'own';
  const mine = scope === 'own' ? actor.accountId : undefined;
  const day = dayOf(now);
  const untilDay = addDays(day, daysAhead);

  const [kept, computed, done, ahead, visits] = await Promise.all([
    openTasksUntil(db, { assigneeId: mine, until: endOf(day), limit: mostLines * 2 }),
    computedLines(work, { ...(mine !== undefined && { accountId: mine }), day, untilDay, limit: mostComputed }),
    doneSince(db, { by: mine, since: instantOn(day), limit: mostDone }),
    openTasksPerDay(db, { assigneeId: mine, from: endOf(day), to: endOf(untilDay) }),
    visitsOf(db, actor.accountId),
  ]);
  const since = changesSince(visits, now);
  const tasks = await withoutSettled(work, kept);
  const changes = await changesOf(work, mine, since);

  const { alone: today, rests } = asOnThePage(
    work,
    computed.filter(({ showOn }) => showOn <= day),
    day,
  );
  const subjects = [...tasks, ...today, ...changes, ...done.map(({ task }) => task)].flatMap(
    ({ subject }) => subject ?? [],
  );
  const names = await naming(
    work,
    [...tasks, ...today, ...rests].map(({ assigneeId }) => assigneeId).concat(done.map(({ outcome }) => outcome.by)),
    subjects,
  );
  const chips = await chipsOf(
    work,
    subjects.filter(({ kind }) => kind === 'person').map(({ id }) => id),
  );

  const pathOf = new Map(work.contributions(todayLines).map(({ origin, path }) => [origin, path]));
  const line = (
    from: (typeof tasks)[number] | (typeof today)[number],
    own: Pick<TodayLine, 'key' | 'taskId' | 'version'>,
  ): TodayLine => {
    const subject = from.subject && names.subject(from.subject);
    const path = ('path' in from ? from.path : pathOf.get(from.origin)?.(from.occurrence)) ?? subject?.path;
    return {
      ...own,
      kind: from.kind,
      projectId: from.projectId,
      ...(subject && { subject }),
      title: from.title,
      why: from.why,
      ...(from.note && { note: from.note }),
      ...(from.words && { words: from.words }),
      chips: [...(subject ? (chips.get(subject.id) ?? []) : [])],
      ...(from.plannedAt && { plannedAt: from.plannedAt }),
      dueAt: from.dueAt,
      assignee: names.staff(from.assigneeId),
      outcomes: [...outcomesOf(from.kind, path), handOver],
    };
  };
  const lines = [
    ...tasks.map((task) => line(task, { key: `task:${task.id}`, taskId: task.id, version: task.version })),
    ...today.map((each) => line(each, { key: keyOf(each) })),
  ].sort(byUrgency(now));
  // Whatever is late or due stands before the lists; these are never cut off. A list follows the lines that it goes on from.
  const endOfDay = endOf(day);
  const others = rests.map(
    ({ origin, kind, projectId, assigneeId, title, why, path, count, after }): TodayLine => ({
      key: `${origin}#others/${assigneeId}`,
      kind,
      projectId,
      title,
      why,
      chips: [],
      dueAt: after && after > endOfDay ? after : endOfDay,
      assignee: names.staff(assigneeId),
      outcomes: [...outcomesOfGathered(path)],
      gathered: count,
    }),
  );
  const mostAlone = mostLines - others.length;

  return {
    scope,
    mayLead,
    day,
    lunar: lunarOf(day),
    now,
    lines: [...lines.slice(0, mostAlone), ...others],
    more: Math.max(0, lines.length - mostAlone),
    done: done.map(({ task, outcome }) => {
      const subject = task.subject && names.subject(task.subject);
      return {
        taskId: task.id,
        outcomeId: outcome.id,
        ...(subject && { subject }),
        title: task.title,
        effect: outcome.effect,
        ...(outcome.choice !== undefined && { choice: outcome.choice }),
        at: outcome.at,
        by: names.staff(outcome.by),
      };
    }),
    doneCount: done.length,
    changes: changes.flatMap(({ subject, ...change }): HouseholdChange[] => {
      const named = names.subject(subject);
      return named ? [{ ...change, subject: named }] : [];
    }),
    since,
    ahead: weekOf(work, day, ahead, {
      shown: [...lines, ...others],
      coming: computed.filter(({ showOn }) => showOn > day),
    }),
    ...(scope === 'team' && {
      people: await totals(work, day, [...lines.filter(({ taskId }) => taskId === undefined), ...others]),
    }),
  };
}

export async function markTodaySeen({ db, actor, now }: Work<Tables>): Promise<void> {
  await rememberVisit(db, actor.accountId, visitsAfter(await visitsOf(db, actor.accountId), now));
}

async function changesOf(work: Work<Tables>, accountId: string | undefined, since: Date) {
  const found = [];
  for (const read of work.contributions(todayChanges)) {
    found.push(
      ...(await read(work as unknown as Work, {
        ...(accountId !== undefined && { accountId }),
        since,
        limit: mostChanges,
      })),
    );
  }
  return found.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, mostChanges);
}

async function chipsOf(work: Work<Tables>, personIds: readonly string[]) {
  const chips = new Map<string, { label: string; value: string }[]>();
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return chips;
  for (const read of work.contributions(personChips)) {
    for (const [id, some] of await read(work as unknown as Work, ids))
      chips.set(id, [...(chips.get(id) ?? []), ...some]);
  }
  return chips;
}

interface AheadOf {
  /** Lines that stand on Today already: they count on the day that they are due. */
  readonly shown: readonly Pick<TodayLine, 'dueAt'>[];
  /** Those that will appear: they count on the day that they do. */
  readonly coming: readonly SourcedLine[];
}

function weekOf(
  work: Work<Tables>,
  day: Day,
  tasks: ReadonlyMap<string, number>,
  { shown, coming }: AheadOf,
): Today['ahead'] {
  const byDay = Map.groupBy(coming, ({ showOn }) => showOn);
  // A deadline at midnight is the day before.
  const due = Map.groupBy(shown, ({ dueAt }) => dayOf(new Date(dueAt.getTime() - 1)));
  return Array.from({ length: daysAhead }, (_, at) => {
    const on = addDays(day, at + 1);
    const { alone, rests } = asOnThePage(work, byDay.get(on) ?? [], on);
    return { day: on, count: (tasks.get(on) ?? 0) + (due.get(on)?.length ?? 0) + alone.length + rests.length };
  });
}

/** Open and late count tasks and computed lines alike, so that the figures are those of the lines below them. */
async function totals(
  work: Work<Tables>,
  day: Day,
  computed: readonly Pick<TodayLine, 'assignee' | 'dueAt'>[],
): Promise<PersonTotals[]> {
  const counts = await countsPerPerson(work.db, { now: work.now, dayBegan: instantOn(day), until: endOf(day) });
  const rates = new Map<string, number>();
  for (const read of work.contributions(registerRates)) {
    for (const [id, rate] of await read(work as unknown as Work, { from: addDays(day, -6), to: day }))
      rates.set(id, rate);
  }
  const byId = new Map(counts.map((count) => [count.accountId, count]));
  const linesOf = Map.groupBy(computed, ({ assignee }) => assignee.id);
  const ids = [...new Set([...byId.keys(), ...linesOf.keys(), ...rates.keys()])];
  const names: Naming = await naming(work, ids, []);
  return ids.map((id) => {
    const count = byId.get(id);
    const registerRate = rates.get(id);
    return {
      account: names.staff(id),
      open: (count?.open ?? 0) + (linesOf.get(id)?.length ?? 0),
      late: (count?.late ?? 0) + (linesOf.get(id)?.filter(({ dueAt }) => dueAt <= work.now).length ?? 0),
      doneToday: count?.doneToday ?? 0,
      ...(registerRate !== undefined && { registerRate }),
    };
  });
}
