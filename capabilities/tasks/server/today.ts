import { addDays, dayOf, type Heard, instantOn } from '@yilu/platform/contract';
import type { Actor, Work } from '@yilu/platform/server';
import {
  type readToday as endpoint,
  type HouseholdChange,
  leadTasks,
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
import { asOnThePage, computedLines, keyOf, linesToCome, listsOf, mostComputed, type SourcedLine } from './computed.ts';
import { mayActOn } from './leading.ts';
import { naming } from './naming.ts';
import { shownTextsOf } from './present.ts';
import { settledTasks } from './settled.ts';
import { asShown } from './shown-texts.ts';
import { personChips, todayChanges, todayLines } from './slots.ts';
import { teamTotals } from './team.ts';
import { weekOf } from './week.ts';

/** Lines shown at once of one person's day, and of a team's, whose colleagues are opened one by one. */
const mostLines = 200;
const mostOfTeam = 100;
const mostDone = 50;
const mostChanges = 20;
const daysAhead = 7;

/** Everything for the page in one request and one transaction (decision 12). */
export async function readToday(work: Work<Tables>, asked: Heard<typeof endpoint>): Promise<Today> {
  const { db, actor, now } = work;
  const { seesTeam, scope } = scopeOf(actor, asked.scope);
  const of = scope === 'own' ? actor.accountId : asked.of;
  const most = asked.most ?? (of === undefined ? mostOfTeam : mostLines);
  const day = dayOf(now);
  const untilDay = addDays(day, daysAhead);
  const begun = { assigneeId: of, until: endOf(day) };
  const askedOfSources = { ...(of !== undefined && { accountId: of }), day, untilDay, limit: mostComputed };

  const [settled, counts, computed, done, tasksAhead, visits] = await Promise.all([
    settledTasks(work, begun),
    countsPerPerson(db, { of, now, dayBegan: instantOn(day), until: endOf(day) }),
    computedLines(work, askedOfSources),
    doneSince(db, { by: of, since: instantOn(day), limit: mostDone }),
    openTasksPerDay(db, { assigneeId: of, from: endOf(day), to: endOf(untilDay) }),
    visitsOf(db, actor.accountId),
  ]);
  const since = changesSince(visits, now);
  const gone = new Set(settled.map(({ id }) => id));
  const kept = await openTasksUntil(db, { ...begun, now, limit: most + gone.size });
  const changes = await changesOf(work, of, since);

  const { alone: today, rests } = asOnThePage(
    work,
    computed.filter(({ showOn }) => showOn <= day),
    day,
  );
  const placed = [
    ...kept
      .filter(({ id }) => !gone.has(id))
      .map((task) => placedAt(task, { key: `task:${task.id}`, taskId: task.id, version: task.version })),
    ...today.map((each) => placedAt(each, { key: keyOf(each) })),
  ].sort(byUrgency(now));
  const endOfDay = endOf(day);
  // A list follows the lines that it goes on from. Whatever is late or due stands before the lists.
  const lists = rests.map((rest) => ({ ...rest, dueAt: rest.after && rest.after > endOfDay ? rest.after : endOfDay }));
  // Whoever leads a thousand colleagues has a list for every one: half of what is shown are lines.
  const shownLists = await listsOf(work, lists.slice(0, Math.ceil(most / 2)), day);
  // Only what is shown is named.
  const shown = placed.slice(0, most - shownLists.length);
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

  const show = asShown(work);
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
      ...shownTextsOf(from, show),
      chips: [...(subject ? (chips.get(subject.id) ?? []) : [])],
      ...(from.plannedAt && { plannedAt: from.plannedAt }),
      dueAt: from.dueAt,
      assignee: names.staff(from.assigneeId),
      outcomes: mayAct(from) ? [...outcomesOf(from.kind, path), handOver] : [],
    };
  };
  const others = shownLists.map(
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
    scope,
    seesTeam,
    day,
    lunar: lunarOf(day),
    now,
    lines: [...shown.map(line), ...others],
    more:
      sum(counts.map(({ open }) => open)) - gone.size + today.length - shown.length + lists.length - shownLists.length,
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
    doneCount: sum(counts.map(({ doneToday }) => doneToday)),
    changes: changes.flatMap(({ subject, ...change }): HouseholdChange[] => {
      const named = names.subject(subject);
      return named ? [{ ...change, subject: named }] : [];
    }),
    since,
    ahead: weekOf(
      { day, days: daysAhead },
      {
        tasks: tasksAhead,
        settled,
        shown: [...today, ...lists],
        coming: await linesToCome(work, askedOfSources, computed),
      },
    ),
    ...(scope === 'team' &&
      of === undefined && { people: await teamTotals(work, day, { counts, computed: [...today, ...lists], settled }) }),
  };
}

/** Whoever looks at the team without leading it has their day there. */
function scopeOf({ permissions }: Actor, asked: Today['scope'] | undefined): Pick<Today, 'seesTeam' | 'scope'> {
  const seesTeam = permissions.has(seeTeam.id);
  const scope = asked ?? (permissions.has(leadTasks.id) ? 'own' : 'team');
  return { seesTeam, scope: seesTeam ? scope : 'own' };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
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
