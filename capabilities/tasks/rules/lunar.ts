import type { Day, Sentence } from '@yilu/platform/contract';
import { Solar } from 'lunar-typescript';

/** `农历十月十二`, `lunar 10/12`; from a library, since platforms' own Chinese calendars are wrong for some years. */
export function lunarOf(on: Day): Sentence {
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number);
  const lunar = Solar.fromYmd(year, month, date).getLunar();
  // A leap month bears the number of the one before it, below nought.
  const lunarMonth = lunar.getMonth();
  return {
    zh: `农历${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`,
    en: `lunar ${lunarMonth < 0 ? 'leap ' : ''}${Math.abs(lunarMonth)}/${lunar.getDay()}`,
  };
}
