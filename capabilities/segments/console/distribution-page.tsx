import { addMonths, type Day, dayOf } from '@yilu/platform/contract';
import {
  DayField,
  EmptyState,
  ErrorState,
  Link,
  LoadingState,
  Meter,
  PageBody,
  PageHeader,
  useAnswer,
  useFormats,
  useProjectId,
  useQueryState,
  useText,
  ViewTabs,
} from '@yilu/platform/web';
import { type LabelKind, labelDistribution, labelKinds, labelTexts, labelValueText } from '../contract/index.ts';
import { type DistributionLine, distributionLines } from '../rules/index.ts';
import { LabelGlyph } from './label-chip.tsx';
import { nothingBefore, texts } from './text.ts';
import './distribution.css';

/** 标签分布: how many customers had each value on a day, beside an earlier day (SEG-18). */
export function DistributionPage() {
  const t = useText();
  const [chosen, choose] = useQueryState('label');
  const [on, setOn] = useQueryState('on');
  const [than, setThan] = useQueryState('than');
  const today = dayOf(new Date());
  const label = labelKinds.find((kind) => kind === chosen) ?? 'lifecycle';
  const day = (on as Day | undefined) ?? today;
  const before = (than as Day | undefined) ?? addMonths(day, -1);
  return (
    <>
      <PageHeader open title={t(texts.distribution)} note={t(texts.distributionNote)}>
        <ViewTabs
          label={t(texts.labels)}
          tabs={labelKinds.map((key) => ({ key, title: t(labelTexts[key]) }))}
          chosen={label}
          onChoose={choose}
        />
      </PageHeader>
      <PageBody>
        <div className="sg-days">
          <div className="sg-day">
            {t(texts.onDay)}
            <DayField aria-label={t(texts.onDay)} value={day} onChange={setOn} />
          </div>
          <div className="sg-day">
            {t(texts.thanDay)}
            <DayField aria-label={t(texts.thanDay)} value={before} onChange={setThan} />
          </div>
        </div>
        <Lines label={label} day={day} before={before} isNow={day === today} />
      </PageBody>
    </>
  );
}

interface LinesProps {
  readonly label: LabelKind;
  readonly day: Day;
  readonly before: Day;
  /** Only today's customers can be opened: the book shows what is. */
  readonly isNow: boolean;
}

function Lines({ label, day, before, isNow }: LinesProps) {
  const t = useText();
  const formats = useFormats();
  const projectId = useProjectId();
  const here = projectId ? { projectId } : {};
  const now = useAnswer(labelDistribution, { label, on: day, ...here });
  const then = useAnswer(labelDistribution, { label, on: before, ...here });
  const error = now.error ?? then.error;
  if (error) return <ErrorState error={error} onRetry={() => Promise.all([now.refetch(), then.refetch()])} />;
  if (!now.data || !then.data) return <LoadingState shape="table" rows={6} />;
  const lines = distributionLines(label, now.data.counts, then.data.counts);
  if (lines.length === 0) return <EmptyState title={t(texts.noDistribution)}>{t(texts.noDistributionWhy)}</EmptyState>;
  const [total, totalBefore] = [sumOf(lines, 'customers'), sumOf(lines, 'before')];
  // A day before anybody was counted has no figures; against nothing everything would have grown.
  const isCompared = totalBefore > 0;
  return (
    <>
      {!isCompared && <p className="sg-nothing-before">{t(nothingBefore(formats.column(before)))}</p>}
      <table className="sg-distribution">
        <thead>
          <tr>
            <th scope="col">{t(labelTexts[label])}</th>
            <th scope="col" className="sg-share" />
            <th scope="col">{formats.column(day)}</th>
            {isCompared && <th scope="col">{formats.column(before)}</th>}
            {isCompared && <th scope="col">{t(texts.change)}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.key} label={label} line={line} total={total} isNow={isNow} isCompared={isCompared} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(texts.total)}</th>
            <td className="sg-share" />
            <td>{formats.number(total)}</td>
            {isCompared && <td>{formats.number(totalBefore)}</td>}
            {isCompared && <td>{changeWords(total - totalBefore, formats.number)}</td>}
          </tr>
        </tfoot>
      </table>
    </>
  );
}

interface RowProps {
  readonly label: LabelKind;
  readonly line: DistributionLine;
  readonly total: number;
  readonly isNow: boolean;
  readonly isCompared: boolean;
}

function Row({ label, line, total, isNow, isCompared }: RowProps) {
  const { key, from, to, customers, before, conditions } = line;
  const t = useText();
  const formats = useFormats();
  const title =
    label === 'completeness' ? (from === to ? `${from}%` : `${from}–${to}%`) : t(labelValueText(label, key));
  const share = total === 0 ? 0 : customers / total;
  const filter = JSON.stringify({ match: 'all', of: conditions });
  return (
    <tr>
      <th scope="row">{label === 'completeness' ? title : <LabelGlyph label={label} value={key} />}</th>
      <td className="sg-share">
        <div className="sg-meter">
          <Meter share={share} label={title} />
          <span>{formats.percent(share)}</span>
        </div>
      </td>
      <td>
        {isNow && customers > 0 ? (
          <Link className="yl-reach" to={`/customers?${new URLSearchParams({ view: 'all', filter })}`}>
            {formats.number(customers)}
          </Link>
        ) : (
          formats.number(customers)
        )}
      </td>
      {isCompared && <td>{formats.number(before)}</td>}
      {isCompared && <td>{changeWords(customers - before, formats.number)}</td>}
    </tr>
  );
}

function changeWords(change: number, number: (value: number) => string): string {
  if (change === 0) return '–';
  return change > 0 ? `+${number(change)}` : `−${number(-change)}`;
}

function sumOf(lines: readonly DistributionLine[], what: 'customers' | 'before'): number {
  return lines.reduce((sum, line) => sum + line[what], 0);
}
