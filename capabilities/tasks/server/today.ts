import { addDays, type Day, dayOf, type Heard, instantOn } from '@yilu/platform/contract';
import type { Actor, Work } from '@yilu/platform/server';
import {
  type readToday as endpoint,
  type HouseholdChange,
  leadTasks,
  type PersonTotals,
  seeTeam,
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
import type { StoredTask } from '../store/task-rows.ts';
import { asOnThePage, computedLines, keyOf, type SourcedLine } from './computed.ts';
import { mayActOn } from './leading.ts';
import { type Naming, naming } from './naming.ts';
import { withoutSettled } from './settled.ts';
import { personChips, registerRates, todayChanges, todayLines } from './slots.ts';

/** Lines shown at once; more than a day's work. The rest is counted. */
const mostLines = 200;
/** Of them lists, the longest first: whoever leads a thousand colleagues has one of each for every one. */
const mostLists = 100;
/** Per source; a portfolio has some hundred households. */
export const mostComputed = 500;
const mostDone = 50;
const mostChanges = 20;
const daysAhead = 7;

/** Everything for the page in one request and one transaction (decision 12). */
export async function readToday(work: Work<Tables>, asked: Heard<typeof endpoint>): Promise<Today> {
  const { db, actor, now } = work;
  const { seesTeam, scope } = scopeOf(actor, asked.scope);
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
  const placed = [
    ...tasks.map((task) => placedAt(task, { key: `task:${task.id}`, taskId: task.id, version: task.version })),
    ...today.map((each) => placedAt(each, { key: keyOf(each) })),
  ].sort(byUrgency(now));
  const endOfDay = endOf(day);
  // A list follows the lines that it goes on from. Whatever is late or due stands before the lists.
  const lists = rests.map((rest) => ({ ...rest, dueAt: rest.after && rest.after > endOfDay ? rest.after : endOfDay }));
  const shownLists =
    lists.length > mostLists ? lists.toSorted((one, other) => other.count - one.count).slice(0, mostLists) : lists;
  // Only what is shown is named.
  const shown = placed.slice(0, mostLines - shownLists.length);
  const subjects = [...shown.map(({ from }) => from), ...changes, ...done.map(({ task }) => task)].flatMap(
    ({ subject }) => subject ?? [],
  );
  const names = await naming(
    work,
    [...shown.map(({ from }) => from), ...shownLists]
      .map(({ assigneeId }) => assigneeId)
      .concat(done.map(({ outcome }) => outcome.by)),
    subjects,
  );
  const chips = await chipsOf(
    work,
    subjects.filter(({ kind }) => kind === 'person').map(({ id }) => id),
  );

  const mayAct = await mayActOn(work);
  const pathOf = new Map(work.contributions(todayLines).map(({ origin, path }) => [origin, path]));
  const line = ({ from, own }: PlacedLine): TodayLine => {
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
      outcomes: mayAct(from) ? [...outcomesOf(from.kind, path), handOver] : [],
    };
  };
  const others = shownLists.map(
    ({ origin, kind, projectId, assigneeId, title, why, path, count, dueAt }): TodayLine => ({
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
    scope,
    seesTeam,
    day,
    lunar: lunarOf(day),
    now,
    lines: [...shown.map(line), ...others],
    more: placed.length - shown.length + lists.length - shownLists.length,
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
      shown: [...placed, ...lists],
      coming: computed.filter(({ showOn }) => showOn > day),
    }),
    ...(scope === 'team' && {
      people: await totals(work, day, [...today, ...lists]),
    }),
  };
}

/** Whoever looks at the team without leading it has their day there. */
function scopeOf({ permissions }: Actor, asked: Today['scope'] | undefined): Pick<Today, 'seesTeam' | 'scope'> {
  const seesTeam = permissions.has(seeTeam.id);
  const scope = asked ?? (permissions.has(leadTasks.id) ? 'own' : 'team');
  return { seesTeam, scope: seesTeam ? scope : 'own' };
}

interface PlacedLine {
  readonly key: string;
  readonly dueAt: Date;
  readonly plannedAt?: Date | undefined;
  readonly from: StoredTask | SourcedLine;
  readonly own: Pick<TodayLine, 'key' | 'taskId' | 'version'>;
}

function placedAt(from: PlacedLine['from'], own: PlacedLine['own']): PlacedLine {
  return { key: own.key, dueAt: from.dueAt, plannedAt: from.plannedAt, from, own };
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
  computed: readonly { readonly assigneeId: string; readonly dueAt: Date }[],
): Promise<PersonTotals[]> {
  const counts = await countsPerPerson(work.db, { now: work.now, dayBegan: instantOn(day), until: endOf(day) });
  const rates = new Map<string, number>();
  for (const read of work.contributions(registerRates)) {
    for (const [id, rate] of await read(work as unknown as Work, { from: addDays(day, -6), to: day }))
      rates.set(id, rate);
  }
  const byId = new Map(counts.map((count) => [count.accountId, count]));
  const linesOf = Map.groupBy(computed, ({ assigneeId }) => assigneeId);
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
