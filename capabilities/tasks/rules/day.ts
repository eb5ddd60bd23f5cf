import { addDays, type Day, dayOf, instantOn } from '@yilu/platform/contract';

/** The end of a day, by which a task without a time of its own is due: 24:00, the first instant of the next day. */
export function endOf(on: Day): Date {
  return instantOn(on, 1_440);
}

/** The day on which something due at this instant ends: a deadline at midnight is the day before. */
export function dayItEnds(dueAt: Date): Day {
  return dayOf(new Date(dueAt.getTime() - 1));
}

/** When a task of this day is due, and the time to start if one is given. */
export function plannedOn(on: Day, atMinutes: number | undefined): { readonly dueAt: Date; readonly plannedAt?: Date } {
  return atMinutes === undefined ? { dueAt: endOf(on) } : { dueAt: endOf(on), plannedAt: instantOn(on, atMinutes) };
}

/** A task moved to another day keeps its time of day. */
export function movedTo(
  until: Day,
  task: { readonly dueAt: Date; readonly plannedAt?: Date | undefined },
): { readonly dueAt: Date; readonly plannedAt?: Date } {
  const minutes = (instant: Date) => (instant.getTime() - instantOn(dayOf(instant)).getTime()) / 60_000;
  const dueAt = minutes(task.dueAt) === 0 ? endOf(until) : instantOn(until, minutes(task.dueAt));
  return task.plannedAt ? { dueAt, plannedAt: instantOn(until, minutes(task.plannedAt)) } : { dueAt };
}

/** Half an hour without looking ends a visit; the page counts changes from the visit before the one that goes on. */
const visitEndsAfter = 30 * 60_000;

export interface Visits {
  readonly seenAt: Date;
  readonly previousAt: Date;
}

/** From when changes are shown: the last visit, or the beginning of yesterday for somebody who never came. */
export function changesSince(visits: Visits | undefined, now: Date): Date {
  if (!visits) return instantOn(addDays(dayOf(now), -1));
  return goesOn(visits, now) ? visits.previousAt : visits.seenAt;
}

/** What to remember of visits when the page is looked at. */
export function visitsAfter(visits: Visits | undefined, now: Date): Visits {
  return { seenAt: now, previousAt: changesSince(visits, now) };
}

function goesOn({ seenAt }: Visits, now: Date): boolean {
  return now.getTime() - seenAt.getTime() < visitEndsAfter;
}

/** In which order Today goes: late ones by how late, then by planned time, then by due instant. */
export function byUrgency(now: Date) {
  const late = now.getTime();
  // In numbers: a group's lines are compared some hundred thousand times.
  return (one: Placed, other: Placed): number => {
    const [oneDue, otherDue] = [one.dueAt.getTime(), other.dueAt.getTime()];
    if (oneDue <= late || otherDue <= late) return oneDue - otherDue;
    return startOf(one) - startOf(other) || oneDue - otherDue || (one.key < other.key ? -1 : 1);
  };
}
interface Placed {
  readonly key: string;
  readonly dueAt: Date;
  readonly plannedAt?: Date | undefined;
}
function startOf({ plannedAt, dueAt }: Placed): number {
  return (plannedAt ?? dueAt).getTime();
}
