import { SidePanel, useAsk, useText, useToast } from '@yilu/platform/web';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import {
  type CalendarAnswer,
  calendarKindNames,
  calendarMonth,
  Periods,
  readCalendar,
  setCalendar,
} from '../contract/index.ts';
import { PeriodsField } from './periods-field.tsx';
import { texts, weekdays } from './text.ts';

/** The hours of a week, with several periods a day. */
export function WeekPanel({ calendar, onClose }: { readonly calendar: CalendarAnswer; readonly onClose: () => void }) {
  const t = useText();
  const tell = useToast();
  const [week, setWeek] = useState(calendar.week);
  const [followsHolidays, follow] = useState(calendar.followsHolidays);
  const saving = useAsk(setCalendar, {
    invalidates: [readCalendar, calendarMonth],
    onDone: () => {
      tell({ message: t(texts.saved) });
      onClose();
    },
  });
  const isIdle = week.every((periods) => periods.length === 0);
  const fits = !isIdle && week.every((periods) => Periods.safeParse(periods).success);
  const { kind, nodeId, version } = calendar;
  return (
    <SidePanel
      open
      width={520}
      title={`${t(calendarKindNames[kind])} · ${t(texts.hours)}`}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={saving.isPending}
          disabled={!fits}
          onClick={() => saving.mutate({ kind, nodeId, week, followsHolidays, version })}
        >
          {t(texts.save)}
        </Button>
      }
    >
      <ul className="st-lines">
        {weekdays.map((weekday, at) => (
          <li key={weekday.en} className="st-week-row">
            <b>{t(weekday)}</b>
            <PeriodsField
              label={t(weekday)}
              periods={week[at] ?? []}
              onChange={(periods) => setWeek(week.with(at, periods))}
            />
            {at === 0 && (
              <Button type="link" size="small" onClick={() => setWeek(weekdays.map(() => week[0] ?? []))}>
                {t(texts.toAll)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isIdle && (
        <p className="yl-late" role="alert">
          {t(texts.idleWeek)}
        </p>
      )}
      {saving.error && (
        <p className="yl-late" role="alert">
          {saving.error.message}
        </p>
      )}
      <Checkbox checked={followsHolidays} onChange={(event) => follow(event.target.checked)}>
        {t(texts.follow)}
      </Checkbox>
    </SidePanel>
  );
}
