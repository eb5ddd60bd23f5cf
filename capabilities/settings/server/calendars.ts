import { isDeepStrictEqual } from 'node:util';
import { addDays, type Day, day, dayOf, found } from '@yilu/platform/contract';
import { insistVersion, onceForAll, type Work } from '@yilu/platform/server';
import {
  type CalendarAnswer,
  type CalendarDay,
  type CalendarKind,
  noSuchCalendar,
  noSuchSpecialDay,
  type Period,
  type SpecialDay,
  type WorkingHours,
} from '../contract/index.ts';
import { closingTimeOn, type SiteCalendar, shippedHours, workingPeriodsOn } from '../rules/index.ts';
import {
  deleteSpecialDay,
  nearestHours,
  removeHours,
  specialDaysBetween,
  writeHours,
  writeSpecialDay,
} from '../store/calendars.ts';
import { lockNode } from '../store/companies.ts';
import type { Tables } from '../store/tables.ts';
import { asOwnWork } from './own-tables.ts';
import { publicYear } from './public-days.ts';
import { nodeToDecideFor, visibleNode } from './reach.ts';

/** How far around today a site's calendar is read: long enough for any clock that counts working time. */
const yearsAhead = 2;

/**
 * The calendar of a site for the rules of `@yilu/settings/rules` (CMP-05): its hours or those of the nearest company above,
 * special days, and public days of last year to two years ahead. Asked once per process and edition of access.
 */
export async function siteCalendar<Theirs>(
  work: Work<Theirs>,
  { projectId, kind }: { projectId: string; kind: CalendarKind },
): Promise<SiteCalendar> {
  const here = asOwnWork(work);
  const thisYear = Number(dayOf(here.now).slice(0, 4));
  return onceForAll(here, `settings.calendar ${kind} ${projectId} ${thisYear}`, () =>
    calendarAround(here, kind, projectId, thisYear - 1, thisYear + yearsAhead),
  );
}

export async function readCalendar(
  work: Work<Tables>,
  { kind, nodeId }: { kind: CalendarKind; nodeId?: string | undefined },
): Promise<CalendarAnswer> {
  const node = await visibleNode(work, nodeId);
  const today = dayOf(work.now);
  const [hours, specialDays] = [
    await nearestHours(work.db, kind, node.id),
    await specialDaysBetween(work.db, kind, node.id, { from: addDays(today, -31), to: addDays(today, 731) }),
  ];
  const isOwn = hours?.nodeId === node.id;
  const { week, followsHolidays } = hours ?? shippedHours[kind];
  return {
    kind,
    nodeId: node.id,
    week,
    followsHolidays,
    ...(hours && { from: { nodeId: hours.nodeId, name: hours.nodeName } }),
    specialDays,
    version: isOwn ? hours.version : 0,
  };
}

export async function setCalendar(
  work: Work<Tables>,
  {
    kind,
    nodeId,
    week,
    followsHolidays,
    version,
  }: WorkingHours & { kind: CalendarKind; nodeId: string; version: number },
): Promise<CalendarAnswer> {
  await nodeToDecideFor(work, nodeId);
  await lockNode(work.db, nodeId);
  const before = await readCalendar(work, { kind, nodeId });
  insistVersion(before, version);
  const isSame = before.followsHolidays === followsHolidays && isDeepStrictEqual(before.week, week);
  if (isSame && before.from?.nodeId === nodeId) return before;
  await writeHours(work.db, kind, nodeId, { week, followsHolidays, version: before.version + 1 });
  const after = await readCalendar(work, { kind, nodeId });
  await work.audit({
    action: 'settings.hours_changed',
    subject: { kind: 'calendar', id: `${nodeId}/${kind}` },
    before,
    after,
  });
  return after;
}

export async function resetCalendar(
  work: Work<Tables>,
  { kind, nodeId }: { kind: CalendarKind; nodeId: string },
): Promise<CalendarAnswer> {
  await nodeToDecideFor(work, nodeId);
  const before = await readCalendar(work, { kind, nodeId });
  found((await removeHours(work.db, kind, nodeId)) || undefined, noSuchCalendar);
  const after = await readCalendar(work, { kind, nodeId });
  await work.audit({
    action: 'settings.hours_reset',
    subject: { kind: 'calendar', id: `${nodeId}/${kind}` },
    before,
    after,
  });
  return after;
}

export async function calendarMonth(
  work: Work<Tables>,
  { kind, month, nodeId }: { kind: CalendarKind; month: string; nodeId?: string | undefined },
): Promise<{ days: CalendarDay[]; known: boolean }> {
  const node = await visibleNode(work, nodeId);
  const year = Number(month.slice(0, 4));
  const calendar = await calendarAround(work, kind, node.id, year, year);
  const { days: publicDays, known } = await publicYear(work, year);
  const named = new Map(publicDays.map(({ day: on, kind: of, name }) => [on, { kind: of, name }]));
  const first = day(`${month}-01`);
  const notes = new Map(
    (await specialDaysBetween(work.db, kind, node.id, { from: first, to: addDays(first, 31) })).map((special) => [
      special.day,
      special.note,
    ]),
  );

  const days: CalendarDay[] = [];
  for (let on = first; on.startsWith(month); on = addDays(on, 1)) {
    const publicDay = named.get(on);
    const special = notes.get(on);
    const closesAt = closingTimeOn(calendar, on);
    days.push({
      day: on,
      periods: [...workingPeriodsOn(calendar, on)],
      ...(publicDay && { publicDay }),
      ...(special !== undefined && { special }),
      ...(closesAt !== undefined && { closesAt }),
    });
  }
  return { days, known };
}

export async function setSpecialDay(
  work: Work<Tables>,
  {
    kind,
    day: on,
    nodeId,
    periods,
    note,
  }: { kind: CalendarKind; day: Day; nodeId: string; periods: Period[]; note: string },
): Promise<SpecialDay> {
  await nodeToDecideFor(work, nodeId);
  const special = { day: on, periods, note };
  await lockNode(work.db, nodeId);
  const [standing] = await specialDaysBetween(work.db, kind, nodeId, { from: on, to: on });
  // One that says the same further up may change there; set here, it stays.
  if (standing && isDeepStrictEqual(standing, { ...special, nodeId })) return special;
  await writeSpecialDay(work.db, kind, nodeId, special);
  await work.audit({
    action: 'settings.special_day_set',
    subject: { kind: 'calendar', id: `${nodeId}/${kind}` },
    after: special,
  });
  return special;
}

export async function removeSpecialDay(
  work: Work<Tables>,
  { kind, day: on, nodeId }: { kind: CalendarKind; day: Day; nodeId: string },
): Promise<void> {
  await nodeToDecideFor(work, nodeId);
  found((await deleteSpecialDay(work.db, kind, nodeId, on)) || undefined, noSuchSpecialDay);
  await work.audit({
    action: 'settings.special_day_removed',
    subject: { kind: 'calendar', id: `${nodeId}/${kind}` },
    before: on,
  });
}

async function calendarAround(
  work: Work<Tables>,
  kind: CalendarKind,
  nodeId: string,
  firstYear: number,
  lastYear: number,
): Promise<SiteCalendar> {
  const between = { from: day(`${firstYear}-01-01`), to: day(`${lastYear}-12-31`) };
  const hours = (await nearestHours(work.db, kind, nodeId)) ?? shippedHours[kind];
  const specialDays = await specialDaysBetween(work.db, kind, nodeId, between);
  const publicDays = new Map<string, CalendarDayKind>();
  if (hours.followsHolidays) {
    for (let year = firstYear; year <= lastYear; year++) {
      for (const { day: on, kind: of } of (await publicYear(work, year)).days) publicDays.set(on, of);
    }
  }
  return {
    week: hours.week,
    followsHolidays: hours.followsHolidays,
    publicDays,
    specialDays: new Map(specialDays.map((special) => [special.day, special.periods])),
  };
}
type CalendarDayKind = SiteCalendar['publicDays'] extends ReadonlyMap<string, infer Kind> ? Kind : never;
