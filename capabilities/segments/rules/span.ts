import { addDays, addMonths, type Day, weekdayOf } from '@yilu/platform/contract';

/** First and last day of a span that moves with the calendar, both included; undefined when there is no such span. */
export function spanMeant(span: string, today: Day): readonly [Day, Day] | undefined {
  const moving = /^(last|next)(\d{1,4})$/.exec(span);
  const days = Number(moving?.[2]);
  if (moving?.[1] === 'last' && days > 0) return [addDays(today, 1 - days), today];
  if (moving?.[1] === 'next' && days > 0) return [today, addDays(today, days - 1)];
  const monday = addDays(today, 1 - weekdayOf(today));
  const first = `${today.slice(0, 7)}-01` as Day;
  switch (span) {
    case 'today':
      return [today, today];
    case 'thisWeek':
      return [monday, addDays(monday, 6)];
    case 'thisMonth':
      return [first, addDays(addMonths(first, 1), -1)];
    case 'nextMonth':
      return [addMonths(first, 1), addDays(addMonths(first, 2), -1)];
    case 'past':
      return ['0001-01-01' as Day, addDays(today, -1)];
    default:
      return undefined;
  }
}
