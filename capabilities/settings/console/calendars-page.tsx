import { addMonths, type Day, day, dayOf } from '@yilu/platform/contract';
import {
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  PanelSection,
  useAnswer,
  useAsk,
  useFormats,
  useMay,
  useQueryState,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Alert, Button, Segmented } from 'antd';
import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react';
import { useState } from 'react';
import {
  type CalendarAnswer,
  CalendarKind,
  calendarKindNames,
  calendarKinds,
  calendarMonth,
  editCalendars,
  listCompanies,
  readCalendar,
  resetCalendar,
  yearWithoutHolidays,
} from '../contract/index.ts';
import { clockRange } from './clock.ts';
import { DayPanel } from './day-panel.tsx';
import { MonthView } from './month-view.tsx';
import { NodeSelect } from './node-select.tsx';
import { texts, weekdays } from './text.ts';
import { WeekPanel } from './week-panel.tsx';
import './settings.css';

/** When a site works: the month as it will be, and the week behind it. */
export function CalendarsPage() {
  const t = useText();
  const format = useFormats();
  const may = useMay();
  const companies = useAnswer(listCompanies, {});
  const [at, goTo] = useQueryState('at');
  const [kindText, setKind] = useQueryState('kind', 'sales');
  const [month, setMonth] = useQueryState('month', dayOf(new Date()).slice(0, 7));
  const [openedDay, openDay] = useState<Day>();
  const [isEditing, edit] = useState(false);
  const kind = CalendarKind.catch('sales').parse(kindText);
  const nodeId =
    at ?? companies.data?.items.find((node) => node.kind === 'project')?.id ?? companies.data?.items[0]?.id;
  const where = { kind, ...(nodeId && { nodeId }) };
  const calendar = useAnswer(readCalendar, where, { when: nodeId !== undefined, keep: true });
  const days = useAnswer(calendarMonth, { ...where, month }, { when: nodeId !== undefined, keep: true });
  const error = calendar.error ?? days.error;
  if (error) return <ErrorState error={error} onRetry={() => Promise.all([calendar.refetch(), days.refetch()])} />;
  if (!calendar.data || !days.data || !nodeId) return <LoadingState shape="table" rows={8} />;

  const step = (by: number) => setMonth(addMonths(day(`${month}-01`), by).slice(0, 7));
  const opened = days.data.days.find((each) => each.day === openedDay);
  const canEdit = may(editCalendars);
  return (
    <>
      <PageHeader title={t(texts.calendars)} note={t(texts.calendarsNote)} />
      <PageBody rail={<Hours calendar={calendar.data} editable={canEdit} onEdit={() => edit(true)} />}>
        <div className="st-bar">
          <NodeSelect aria-label={t(texts.at)} value={nodeId} onChange={goTo} />
          <Segmented
            aria-label={t(texts.which)}
            value={kind}
            onChange={(next) => setKind(next)}
            options={calendarKinds.map((value) => ({ value, label: t(calendarKindNames[value]) }))}
          />
          <span className="st-month">
            <Button
              type="text"
              icon={<ChevronLeft size={18} />}
              aria-label={t(texts.previous)}
              onClick={() => step(-1)}
            />
            <b className="yl-num">{month.replace('-', ' / ')}</b>
            <Button type="text" icon={<ChevronRight size={18} />} aria-label={t(texts.next)} onClick={() => step(1)} />
            <Button onClick={() => setMonth(format.today.slice(0, 7))}>{t(texts.today)}</Button>
          </span>
        </div>
        {!days.data.known && calendar.data.followsHolidays && (
          <Alert type="warning" showIcon title={t(yearWithoutHolidays)} className="st-warning" />
        )}
        <MonthView days={days.data.days} onOpen={openDay} />
      </PageBody>
      {opened && (
        <DayPanel
          key={opened.day}
          day={opened}
          kind={kind}
          nodeId={nodeId}
          editable={canEdit}
          onClose={() => openDay(undefined)}
        />
      )}
      {isEditing && <WeekPanel calendar={calendar.data} onClose={() => edit(false)} />}
    </>
  );
}

interface HoursProps {
  readonly calendar: CalendarAnswer;
  readonly editable: boolean;
  readonly onEdit: () => void;
}

function Hours({ calendar, editable, onEdit }: HoursProps) {
  const t = useText();
  const tell = useToast();
  const { week, from, nodeId, kind, followsHolidays } = calendar;
  const isOwn = from?.nodeId === nodeId;
  const resetting = useAsk(resetCalendar, {
    invalidates: [readCalendar, calendarMonth],
    onDone: () => tell({ message: t(texts.resetDone) }),
  });
  const origin = !from ? t(texts.shipped) : isOwn ? t(texts.setHere) : `${t(texts.inheritedFrom)} ${from.name}`;
  return (
    <PanelSection title={t(texts.hours)} note={origin}>
      <ul className="st-lines">
        {week.map((periods, at) => (
          <li key={weekdays[at]?.en} className="st-week">
            <span>{weekdays[at] && t(weekdays[at])}</span>
            <span className={periods.length > 0 ? 'yl-num' : 'yl-quiet'}>
              {periods.length > 0 ? periods.map(clockRange).join(' · ') : t(texts.closed)}
            </span>
          </li>
        ))}
      </ul>
      {followsHolidays && <p className="yl-foot">{t(texts.follow)}</p>}
      {editable && (
        <div className="st-acts">
          <Button icon={<Pencil size={16} />} onClick={onEdit}>
            {t(texts.editHours)}
          </Button>
          {isOwn && (
            <Button type="text" loading={resetting.isPending} onClick={() => resetting.mutate({ kind, nodeId })}>
              {t(texts.reset)}
            </Button>
          )}
        </div>
      )}
    </PanelSection>
  );
}
