import { type Day, day, found, Refused } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { noSuchSpecialDay, type PublicDay, type PublicYear, wrongYear } from '../contract/index.ts';
import { deletePublicDay, publicDaysBetween, writePublicDays } from '../store/calendars.ts';
import type { Tables } from '../store/tables.ts';
import { insistGroup } from './reach.ts';
import { shippedPublicDays, statutoryDays } from './shipped-public-days.ts';

// Reading a year out of the library costs a millisecond, and it never changes.
const shippedYears = new Map<number, { known: boolean; days: readonly PublicDay[] }>();

/** The public days of a year: what a person entered over what is shipped, over what the law says in any year. */
export async function publicYear({ db }: Work<Tables>, year: number): Promise<PublicYear> {
  const entered = await publicDaysBetween(db, { from: day(`${year}-01-01`), to: day(`${year}-12-31`) });
  const shipped = shippedIn(year);
  const byDay = new Map(shipped.days.map((shippedDay) => [shippedDay.day, { ...shippedDay, entered: false }]));
  for (const enteredDay of entered) byDay.set(enteredDay.day, { ...enteredDay, entered: true });
  return {
    year,
    days: [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1)),
    known: shipped.known || entered.some(({ kind }) => kind !== 'ORDINARY'),
  };
}

export async function enterPublicDays(
  work: Work<Tables>,
  { year, days }: { year: number; days: PublicDay[] },
): Promise<PublicYear> {
  insistGroup(work);
  const stray = days.findIndex((entered) => !entered.day.startsWith(`${year}-`));
  if (stray >= 0) throw new Refused(wrongYear, 422, { field: `days.${stray}.day` });
  const before = (await publicYear(work, year)).days.filter(({ day: on }) =>
    days.some((entered) => entered.day === on),
  );
  const latest = new Map(days.map((entered) => [entered.day, entered]));
  await writePublicDays(work.db, [...latest.values()], work.actor.accountId, work.now);
  await work.audit({
    action: 'settings.public_days_entered',
    subject: { kind: 'publicYear', id: String(year) },
    before,
    after: days,
  });
  return publicYear(work, year);
}

export async function removePublicDay(
  work: Work<Tables>,
  { year, day: on }: { year: number; day: Day },
): Promise<PublicYear> {
  insistGroup(work);
  found((await deletePublicDay(work.db, on)) || undefined, noSuchSpecialDay);
  await work.audit({
    action: 'settings.public_day_removed',
    subject: { kind: 'publicYear', id: String(year) },
    before: on,
  });
  return publicYear(work, year);
}

function shippedIn(year: number): { known: boolean; days: readonly PublicDay[] } {
  const known = shippedYears.get(year);
  if (known) return known;
  const shipped = shippedPublicDays(year);
  const answer = shipped.length > 0 ? { known: true, days: shipped } : { known: false, days: statutoryDays(year) };
  shippedYears.set(year, answer);
  return answer;
}
