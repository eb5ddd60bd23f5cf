import { FormRow, PanelSection, SidePanel, useAsk, useFormats, useMay, useText, useToast } from '@yilu/platform/web';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import {
  type CalendarDay,
  type CalendarKind,
  calendarKindNames,
  calendarMonth,
  editCompanies,
  enterPublicDays,
  type Period,
  Periods,
  type PublicDayKind,
  readCalendar,
  readPublicYear,
  removePublicDay,
  removeSpecialDay,
  setSpecialDay,
} from '../contract/index.ts';
import { PeriodsField } from './periods-field.tsx';
import { texts } from './text.ts';

interface DayPanelProps {
  readonly day: CalendarDay;
  readonly kind: CalendarKind;
  readonly nodeId: string;
  readonly editable: boolean;
  readonly onClose: () => void;
}

const touched = [calendarMonth, readCalendar, readPublicYear];

/** One day: hours of its own here, and for whoever may, what it is for the whole group. */
export function DayPanel({ day, kind, nodeId, editable, onClose }: DayPanelProps) {
  const t = useText();
  const format = useFormats();
  const tell = useToast();
  const may = useMay();
  const [periods, setPeriods] = useState<Period[]>([...day.periods]);
  const [note, setNote] = useState(day.special ?? '');
  const done = () => {
    tell({ message: t(texts.saved) });
    onClose();
  };
  const setting = useAsk(setSpecialDay, { invalidates: touched, onDone: done });
  const removing = useAsk(removeSpecialDay, { invalidates: touched, onDone: done });
  const fits = Periods.safeParse(periods).success;
  const error = setting.error ?? removing.error;
  return (
    <SidePanel open title={`${format.date(day.day)} ${format.weekday(day.day)}`} onClose={onClose}>
      <PanelSection title={`${t(calendarKindNames[kind])} · ${t(texts.special)}`}>
        <PeriodsField label={day.day} periods={periods} onChange={setPeriods} />
        <FormRow label={t(texts.specialNote)} error={error?.message}>
          <Input value={note} maxLength={60} disabled={!editable} onChange={(event) => setNote(event.target.value)} />
        </FormRow>
        {editable && (
          <div className="st-acts">
            <Button
              type="primary"
              disabled={!fits}
              loading={setting.isPending}
              onClick={() => setting.mutate({ kind, day: day.day, nodeId, periods, note })}
            >
              {t(texts.save)}
            </Button>
            {day.special !== undefined && (
              <Button loading={removing.isPending} onClick={() => removing.mutate({ kind, day: day.day, nodeId })}>
                {t(texts.asCalendar)}
              </Button>
            )}
          </div>
        )}
      </PanelSection>
      {may(editCompanies) && <PublicDayForm day={day} onDone={done} />}
    </SidePanel>
  );
}

function PublicDayForm({ day, onDone }: { readonly day: CalendarDay; readonly onDone: () => void }) {
  const t = useText();
  const [kind, setKind] = useState<PublicDayKind>(day.publicDay?.kind ?? 'ORDINARY');
  const [name, setName] = useState(day.publicDay?.name ?? '');
  const year = Number(day.day.slice(0, 4));
  const entering = useAsk(enterPublicDays, { invalidates: touched, onDone });
  const removing = useAsk(removePublicDay, { invalidates: touched, onDone });
  const error = entering.error ?? removing.error;
  return (
    <PanelSection title={t(texts.publicDay)}>
      <p className="yl-foot st-public-note">{t(texts.publicNote)}</p>
      <Segmented
        aria-label={t(texts.publicDay)}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'ORDINARY' as const, label: t(texts.asWeekday) },
          { value: 'HOLIDAY' as const, label: t(texts.off) },
          { value: 'MAKE_UP' as const, label: t(texts.work) },
        ]}
      />
      <FormRow label={t(texts.name)} error={error?.message}>
        <Input
          value={name}
          maxLength={40}
          placeholder={t({ zh: '春节', en: 'Spring Festival' })}
          onChange={(event) => setName(event.target.value)}
        />
      </FormRow>
      <div className="st-acts">
        <Button
          loading={entering.isPending}
          onClick={() => entering.mutate({ year, days: [{ day: day.day, kind, name: name.trim() }] })}
        >
          {t(texts.save)}
        </Button>
        <Button type="text" loading={removing.isPending} onClick={() => removing.mutate({ year, day: day.day })}>
          {t(texts.asShipped)}
        </Button>
      </div>
    </PanelSection>
  );
}
