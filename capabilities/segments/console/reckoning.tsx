import { addMonths, type Day, daysBetween } from '@yilu/platform/contract';
import {
  ErrorState,
  Explanation,
  LoadingState,
  Meter,
  ScaleLine,
  useAnswer,
  useFormats,
  useText,
} from '@yilu/platform/web';
import { Check, Minus } from 'lucide-react';
import { useState } from 'react';
import {
  type Criterion,
  explainLabel,
  type LabelKind,
  labelTexts,
  labelValueText,
  type Reason,
  type Reckoning,
  reasonSentence,
} from '../contract/index.ts';
import { HistoryPanel } from './history-panel.tsx';
import { LabelGlyph } from './label-chip.tsx';
import './reckoning.css';
import { texts } from './text.ts';

interface ReckoningOfProps {
  readonly personId: string;
  readonly projectId: string;
  readonly label: LabelKind;
}

/** Why a label has its value, asked when somebody wants to know. */
export function ReckoningOf({ personId, projectId, label }: ReckoningOfProps) {
  const { data, error, refetch } = useAnswer(explainLabel, { personId, projectId, label });
  const [history, showHistory] = useState(false);
  const t = useText();
  if (error) return <ErrorState error={error} onRetry={() => refetch()} />;
  if (!data) return <LoadingState rows={3} />;
  return (
    <>
      <ReckoningShown
        reckoning={data}
        foot={
          <button type="button" className="yl-plain yl-strong" onClick={() => showHistory(true)}>
            {t(texts.seeHistory)}
          </button>
        }
      />
      <HistoryPanel
        open={history}
        personId={personId}
        projectId={projectId}
        label={label}
        onClose={() => showHistory(false)}
      />
    </>
  );
}

interface ReckoningShownProps {
  readonly reckoning: Reckoning;
  readonly foot?: React.ReactNode;
}

/** A label with its sentence, the line it stands on, its cells, and what comes next. */
export function ReckoningShown({ reckoning, foot }: ReckoningShownProps) {
  const t = useText();
  const { today, date } = useFormats();
  const { label, value = '', since, next, reasons } = reckoning;
  const sinceWords = since && t({ zh: `${date(since)}起`, en: `since ${date(since)}` });
  return (
    <Explanation
      label={
        label === 'completeness' ? <b>{t(labelTexts.completeness)}</b> : <LabelGlyph label={label} value={value} />
      }
      title={label === 'completeness' ? t(labelValueText(label, value)) : undefined}
      since={sinceWords}
      foot={
        <>
          <span>{next ? t(nextWords(next, label, today)) : t(staysWords)}</span>
          {foot}
        </>
      }
    >
      {label === 'activity' && <ContactLine reasons={reasons} today={today} />}
      {label === 'completeness' && <CompletenessLine reckoning={reckoning} />}
      {label === 'value' && <Besides reckoning={reckoning} />}
      {label === 'value' && <Scores reckoning={reckoning} />}
      <ul className="sg-cells">
        {cellsShown(reckoning).map((reason) => (
          <li key={`${reason.criterion}-${reason.observed}`} className={reason.met ? 'sg-cell-met' : undefined}>
            {reason.met ? <Check size={14} aria-hidden="true" /> : <Minus size={14} aria-hidden="true" />}
            {t(reasonSentence(reason, today))}
          </li>
        ))}
      </ul>
    </Explanation>
  );
}

const staysWords = { zh: '没有新的事情就不会变', en: 'Stays until something happens' };

function nextWords({ on, value }: { on: Day; value: string }, label: LabelKind, today: Day) {
  const days = daysBetween(today, on);
  const to = labelValueText(label, value);
  if (label === 'activity')
    return { zh: `再过 ${days} 天没有互动，将变为${to.zh}`, en: `Without contact, ${to.en} in ${days} days` };
  if (label === 'completeness') return { zh: `${days} 天后要求提高`, en: `More is asked in ${days} days` };
  return { zh: `${days} 天后变为${to.zh}`, en: `${to.en} in ${days} days` };
}

/** The parts of a score are drawn, missing fields are counted; the rest is said cell by cell. */
function cellsShown({ reasons, label }: Reckoning): readonly Reason[] {
  if (label === 'value')
    return reasons.filter(({ criterion }) => !criterion.startsWith('scoreFor') && criterion !== 'currentScore');
  if (label === 'completeness') return reasons.slice(0, 9);
  return reasons;
}

const sinceCriteria: readonly Criterion[] = ['sinceContact', 'sinceMilestone', 'sincePayment'];

function ContactLine({ reasons, today }: { readonly reasons: readonly Reason[]; readonly today: Day }) {
  const t = useText();
  const contact = reasons.find(({ criterion }) => sinceCriteria.includes(criterion));
  const months = Array.isArray(contact?.needed) ? contact.needed : [];
  const longest = months.at(-1);
  if (typeof contact?.observed !== 'string' || longest === undefined) return null;
  const from = contact.observed as Day;
  const whole = daysBetween(from, addMonths(from, longest));
  const share = (days: number) => Math.min(1, days / whole);
  return (
    <ScaleLine
      at={share(daysBetween(from, today))}
      tone={contact.met ? 'accent' : 'soon'}
      marks={[0, ...months].map((month) => ({
        at: share(daysBetween(from, addMonths(from, month))),
        text: month === 0 ? '0' : t({ zh: `${month} 月`, en: `${month} mo` }),
      }))}
    />
  );
}

function CompletenessLine({ reckoning: { value, line, dueBy } }: { readonly reckoning: Reckoning }) {
  const t = useText();
  const { date } = useFormats();
  return (
    <>
      <Meter share={Number(value) / 100} label={t(labelTexts.completeness)} thick />
      {line !== undefined && (
        <p className="yl-quiet">
          {t({
            zh: dueBy ? `要求 ${line}%，${date(dueBy)}前` : `要求 ${line}%`,
            en: dueBy ? `${line}% asked by ${date(dueBy)}` : `${line}% asked`,
          })}
        </p>
      )}
    </>
  );
}

/** What a value class is besides: the other classes that match, and that the home was their first (SEG-12). */
export function Besides({ reckoning }: { readonly reckoning: Reckoning }) {
  const t = useText();
  const { value, matches = [], reasons } = reckoning;
  const others = matches.filter((one) => one !== value).map((one) => t(labelValueText('value', one)));
  const isFirst = reasons.some(
    ({ criterion, observed, met }) => criterion === 'firstPurchase' && met && observed === 1,
  );
  const tags = value === 'UPGRADER' && isFirst ? [t(firstPurchase), ...others] : others;
  if (tags.length === 0) return null;
  return <span className="sg-besides">{t({ zh: `兼 ${tags.join('、')}`, en: `also ${tags.join(', ')}` })}</span>;
}

const firstPurchase = { zh: '首次购房', en: 'first purchase' };

function Scores({ reckoning: { currentScore, futureScore, reasons } }: { readonly reckoning: Reckoning }) {
  const t = useText();
  const { today } = useFormats();
  if (futureScore === undefined) return null;
  const parts = reasons.filter(({ criterion }) => criterion.startsWith('scoreFor'));
  return (
    <div className="sg-scores">
      <ScoreLine title={t({ zh: '当前价值', en: 'Current value' })} points={currentScore ?? 0} of={100} />
      <ScoreLine title={t({ zh: '未来价值', en: 'Future value' })} points={futureScore} of={100} />
      <p className="yl-quiet">{parts.map((part) => t(reasonSentence(part, today))).join(' · ')}</p>
    </div>
  );
}

function ScoreLine({ title, points, of }: { readonly title: string; readonly points: number; readonly of: number }) {
  return (
    <div className="sg-score">
      <span>{title}</span>
      <Meter share={points / of} label={title} />
      <span className="yl-number">
        {points} / {of}
      </span>
    </div>
  );
}
