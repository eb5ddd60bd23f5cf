import { addDays, addMonths, type Day, weekdayOf } from '@yilu/platform/contract';
import type { When } from '../contract/index.ts';

/** The day that a relative day means today; weeks begin on Monday, months are clamped. */
export function dayMeant(when: When, today: Day): Day {
  if (typeof when === 'object')
    return 'ago' in when ? moved(today, -when.ago, when.unit) : moved(today, when.ahead, when.unit);
  const monthStart = `${today.slice(0, 7)}-01` as Day;
  const yearStart = `${today.slice(0, 4)}-01-01` as Day;
  switch (when) {
    case 'today':
      return today;
    case 'startOfWeek':
      return addDays(today, 1 - weekdayOf(today));
    case 'endOfWeek':
      return addDays(today, 7 - weekdayOf(today));
    case 'startOfMonth':
      return monthStart;
    case 'endOfMonth':
      return addDays(addMonths(monthStart, 1), -1);
    case 'startOfYear':
      return yearStart;
    case 'endOfYear':
      return addDays(addMonths(yearStart, 12), -1);
    default:
      return when;
  }
}

function moved(from: Day, count: number, unit: 'day' | 'week' | 'month' | 'year'): Day {
  if (unit === 'day') return addDays(from, count);
  if (unit === 'week') return addDays(from, count * 7);
  return addMonths(from, unit === 'month' ? count : count * 12);
}
