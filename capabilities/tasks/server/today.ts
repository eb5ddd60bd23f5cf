import { addDays, type Day, dayOf, type Heard, instantOn } from '@yilu/platform/contract';
import type { Actor, Work } from '@yilu/platform/server';
import { type readToday as endpoint, leadTasks, seeTeam, type Today } from '../contract/index.ts';
import { byUrgency, changesSince, endOf, linesIn, lunarOf, visitsAfter } from '../rules/index.ts';
import { donePerPerson, doneSince, openTasks, rememberVisit, tasksByIds, visitsOf } from '../store/lists.ts';
import type { Tables } from '../store/tables.ts';
import {
  asOnThePage,
  type Countable,
  countableLines,
  firstLines,
  keyOf,
  linesToCome,
  listsOf,
  mostComputed,
} from './computed.ts';
import { settledTasks } from './settled.ts';
import { type TodayAsked, todayChanges } from './slots.ts';
import { teamTotals } from './team.ts';
import { type PlacedLine, wordsOfToday } from './today-words.ts';
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
  const askedOfSources = { ...(of !== undefined && { accountId: of }), day, untilDay, limit: mostComputed };

  const settled = await settledTasks(work, { assigneeId: of, until: endOf(day) });
  const gone = new Set(settled.map(({ id }) => id));
  const [open, computed, done, doneCounts, visits] = await Promise.all([
    openTasks(db, {
      assigneeId: of,
      now,
      endOfDay: endOf(day),
      endOfDays: endOf(untilDay),
      most: most + gone.size,
    }),
    countableLines(work, askedOfSources),
    doneSince(db, { by: of, since: instantOn(day), limit: mostDone }),
    donePerPerson(db, { by: of, since: instantOn(day) }),
    visitsOf(db, actor.accountId),
  ]);
  const coming = await linesToCome(work, askedOfSources, computed);
  const { alone, lists } = standingOn(work, day, computed);
  // Whoever leads a thousand colleagues has a list for every one: half of what is shown are lines.
  const shownLists = await listsOf(work, lists.slice(0, Math.ceil(most / 2)), day);
  const tasks = open.first.filter((id) => !gone.has(id));
  const shown = await firstPlaced(work, alone, tasks, { ...askedOfSources, most: most - shownLists.length });
  const since = changesSince(visits, now);
  const changes = await changesOf(work, of, since);

  const standing = [...alone, ...lists];
  const inAll = sum(open.counts.map((each) => each.open)) - gone.size + linesIn(standing);
  const words = await wordsOfToday(work, { shown, lists: shownLists, changes, done });
  return {
    scope,
    seesTeam,
    day,
    lunar: lunarOf(day),
    now,
    ...words,
    more: inAll - words.lines.length,
    doneCount: sum([...doneCounts.values()]),
    since,
    ahead: weekOf({ day, days: daysAhead }, { tasks: open.perDay, settled, shown: standing, coming }),
    ...(scope === 'team' &&
      of === undefined && { people: await teamTotals(work, day, { ...open, doneCounts, standing, settled }) }),
  };
}

/** What the computed lines of a day come to on the page: those that stand alone, and the lists of the others. */
function standingOn(work: Work<Tables>, day: Day, computed: readonly Countable[]) {
  const { alone, rests } = asOnThePage(
    work,
    computed.filter(({ showOn }) => showOn <= day),
    day,
  );
  const endOfDay = endOf(day);
  // A list follows the lines that it goes on from. Whatever is late or due stands before the lists.
  const lists = rests.map((rest) => ({ ...rest, dueAt: rest.after && rest.after > endOfDay ? rest.after : endOfDay }));
  return { alone, lists };
}

/** The first of these tasks, which are in order, and of the computed lines, in the order of the page. */
async function firstPlaced(
  work: Work<Tables>,
  alone: readonly Countable[],
  taskIds: readonly string[],
  asked: TodayAsked & { readonly most: number },
): Promise<PlacedLine[]> {
  const { db, now } = work;
  const [tasks, computed] = await Promise.all([
    tasksByIds(db, taskIds.slice(0, asked.most)),
    firstLines(work, alone, asked),
  ]);
  return [
    ...tasks.map((task) => placedAt(task, { key: `task:${task.id}`, taskId: task.id, version: task.version })),
    ...computed.map((line) => placedAt(line, { key: keyOf(line) })),
  ]
    .sort(byUrgency(now))
    .slice(0, asked.most);
}

function placedAt(from: PlacedLine['from'], own: PlacedLine['own']): PlacedLine {
  return { key: own.key, dueAt: from.dueAt, plannedAt: from.plannedAt, from, own };
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
