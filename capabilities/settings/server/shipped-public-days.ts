import { addDays, type Day, day } from '@yilu/platform/contract';
import chineseDays from 'chinese-days';
import { Lunar } from 'lunar-typescript';
import type { PublicDay } from '../contract/index.ts';

/** The notice of the State Council for a year as the library ships it; empty when the library is older than the notice. */
export function shippedPublicDays(year: number): PublicDay[] {
  const days: PublicDay[] = [];
  for (let on = day(`${year}-01-01`); on.startsWith(`${year}-`); on = addDays(on, 1)) {
    const { work, name } = chineseDays.getDayDetail(on);
    // Named days read `Spring Festival,春节,4`; others carry the weekday only.
    const [, chinese] = name.split(',');
    if (chinese) days.push({ day: on, kind: work ? 'MAKE_UP' : 'HOLIDAY', name: chinese });
  }
  return days;
}

/** The thirteen statutory days since 2025, assumed until a year's notice is in: no bridges, no make-up days (norms §13.1). */
export function statutoryDays(year: number): PublicDay[] {
  const spring = day(Lunar.fromYmd(year, 1, 1).getSolar().toYmd());
  const holidays: [Day, string][] = [
    [day(`${year}-01-01`), '元旦'],
    [addDays(spring, -1), '春节'],
    [spring, '春节'],
    [addDays(spring, 1), '春节'],
    [addDays(spring, 2), '春节'],
    [day(chineseDays.getSolarTermDate(year, 4, 'pure_brightness')), '清明'],
    [day(`${year}-05-01`), '劳动节'],
    [day(`${year}-05-02`), '劳动节'],
    [day(Lunar.fromYmd(year, 5, 5).getSolar().toYmd()), '端午'],
    [day(Lunar.fromYmd(year, 8, 15).getSolar().toYmd()), '中秋'],
    [day(`${year}-10-01`), '国庆节'],
    [day(`${year}-10-02`), '国庆节'],
    [day(`${year}-10-03`), '国庆节'],
  ];
  return holidays
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([on, name]) => ({ day: on, kind: 'HOLIDAY' as const, name }));
}
