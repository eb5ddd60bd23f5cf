import { dayOf, weekdayOf } from '@yilu/platform/contract';
import { Link, PanelSection, useFormats, useLanguage, useText } from '@yilu/platform/web';
import { ArrowRight } from 'lucide-react';
import type { HouseholdChange, Today } from '../contract/index.ts';
import { Chip } from './chips.tsx';
import { OftenPostponed } from './often-postponed.tsx';
import { busiest, sinceDay, texts } from './text.ts';

/** Beside the road: what changed with the households, and the week ahead. */
export function TodayRail({ today }: { readonly today: Today }) {
  const t = useText();
  const formats = useFormats();
  const since = formats.day(dayOf(today.since));
  return (
    <>
      <PanelSection title={t(texts.changes)} note={t(sinceDay(since))}>
        {today.changes.length === 0 ? (
          <p className="yl-quiet">{t(texts.noChanges)}</p>
        ) : (
          <ul className="yl-today-changes">
            {today.changes.map((change) => (
              <Change key={change.key} change={change} />
            ))}
          </ul>
        )}
      </PanelSection>
      {today.scope === 'team' && <OftenPostponed />}
      <PanelSection title={t(texts.ahead)}>
        <Week ahead={today.ahead} />
      </PanelSection>
    </>
  );
}

function Change({ change }: { readonly change: HouseholdChange }) {
  const t = useText();
  const { subject, label, headline } = change;
  const name = <b className="yl-strong">{subject.name}</b>;
  return (
    <li>
      <div className="yl-today-change">
        {subject.path ? <Link to={subject.path}>{name}</Link> : name}
        {subject.room && <span className="yl-room">{subject.room}</span>}
        <span className="yl-today-moved">
          {label?.before && <Chip label={label.name} value={label.before} bare />}
          {label?.before && <ArrowRight size={12} aria-hidden="true" />}
          {label && <Chip label={label.name} value={label.after} />}
          {headline && t(headline)}
        </span>
      </div>
      <div className="yl-quiet">{t(change.why)}</div>
    </li>
  );
}

const letters = { zh: ['一', '二', '三', '四', '五', '六', '日'], en: ['M', 'T', 'W', 'T', 'F', 'S', 'S'] };

/** Bars of the week; the busiest is darker and named beneath. */
function Week({ ahead }: { readonly ahead: Today['ahead'] }) {
  const t = useText();
  const { language } = useLanguage();
  const formats = useFormats();
  const most = Math.max(...ahead.map(({ count }) => count));
  const top = ahead.find(({ count }) => count === most);
  if (!top || most === 0) return <p className="yl-quiet">{t(texts.nothingAhead)}</p>;
  return (
    <>
      <ol className="yl-today-week">
        {ahead.map(({ day, count }) => (
          <li
            key={day}
            className={day === top.day ? 'yl-today-top' : undefined}
            aria-label={`${formats.day(day)} ${count}`}
          >
            <span>{count}</span>
            <i style={{ height: `${Math.max(4, (count / most) * 40)}px` }} aria-hidden="true" />
            <small>{letters[language][weekdayOf(day) - 1]}</small>
          </li>
        ))}
      </ol>
      <p className="yl-foot">{t(busiest(formats.day(top.day), most))}</p>
    </>
  );
}
