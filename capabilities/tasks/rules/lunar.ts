import type { Day } from '@yilu/platform/contract';
import { Solar } from 'lunar-typescript';

/** `农历十月十二`; from a library, since platforms' own Chinese calendars are wrong for some years. */
export function lunarOf(on: Day): string {
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number);
  const lunar = Solar.fromYmd(year, month, date).getLunar();
  return `农历${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`;
}
