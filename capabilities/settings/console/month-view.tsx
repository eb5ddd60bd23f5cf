import { type Day, weekdayOf } from '@yilu/platform/contract';
import { useFormats, useText } from '@yilu/platform/web';
import type { CalendarDay } from '../contract/index.ts';
import { clockRange } from './clock.ts';
import { texts, weekdays } from './text.ts';

interface MonthViewProps {
  readonly days: readonly CalendarDay[];
  readonly onOpen: (day: Day) => void;
}

/** A month from Monday to Sunday: hours of each day, 休 on holidays, 班 on make-up days. */
export function MonthView({ days, onOpen }: MonthViewProps) {
  const t = useText();
  const formats = useFormats();
  const first = days[0];
  return (
    <div className="st-month-grid">
      {weekdays.map((weekday) => (
        <div key={weekday.en} className="yl-foot st-weekday">
          {t(weekday)}
        </div>
      ))}
      {days.map((each) => (
        <button
          key={each.day}
          type="button"
          className={classOf(each, formats.today)}
          style={each === first ? { gridColumnStart: weekdayOf(each.day) } : undefined}
          {...(each.day === formats.today && { 'aria-current': 'date' as const })}
          onClick={() => onOpen(each.day)}
        >
          <span className="yl-hidden">{formats.date(each.day)}</span>
          <span className="st-day-head">
            <b className="yl-num">{Number(each.day.slice(8))}</b>
            {each.publicDay?.kind === 'HOLIDAY' && <em>{t(texts.holiday)}</em>}
            {each.publicDay?.kind === 'MAKE_UP' && <em className="st-make-up">{t(texts.makeUp)}</em>}
          </span>
          <span className="st-day-name">
            {each.special || (each.publicDay?.kind === 'HOLIDAY' ? each.publicDay.name : '')}
          </span>
          <span className="st-day-hours yl-num">{hoursOf(each, t)}</span>
        </button>
      ))}
    </div>
  );
}

function hoursOf({ periods }: CalendarDay, t: ReturnType<typeof useText>): string {
  return periods.length === 0 ? t(texts.closed) : periods.map(clockRange).join(' ');
}

function classOf({ day, periods, special }: CalendarDay, today: Day): string {
  return [
    'yl-plain',
    'st-day',
    periods.length === 0 && 'st-day-off',
    special !== undefined && 'st-day-special',
    day === today && 'st-day-today',
  ]
    .filter(Boolean)
    .join(' ');
}
