import { type Day, instantOn } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { closingFrom } from '@yilu/settings/rules';
import { siteCalendar } from '@yilu/settings/server';

/** 18:00 of its day, for a site that has been closed for months. */
const eveningMinutes = 1_080;

/**
 * When what is due on a day is due in each project: at closing of the sales site, for whoever works on the property side only of
 * the service (DOS-01); on a day off at the next closing.
 */
export async function closingsIn<Theirs>(
  work: Work<Theirs>,
  projectIds: readonly string[],
): Promise<(projectId: string, on: Day) => Date> {
  const kind = work.actor.sides.includes('developer') ? 'sales' : 'service';
  const ids = [...new Set(projectIds)];
  const calendars = await Promise.all(ids.map((projectId) => siteCalendar(work, { kind, projectId })));
  const calendarOf = new Map(ids.map((id, at) => [id, calendars[at]]));
  const known = new Map<string, Date>();
  return (projectId, on) => {
    const key = `${projectId} ${on}`;
    const calendar = calendarOf.get(projectId);
    const closing = known.get(key) ?? (calendar && closingFrom(calendar, on)) ?? instantOn(on, eveningMinutes);
    known.set(key, closing);
    return closing;
  };
}
