import { addDays } from '@yilu/platform/contract';
import { ErrorState, LoadingState, PanelSection, useAnswer, useFormats, useMay, useText } from '@yilu/platform/web';
import { Segmented } from 'antd';
import { useState } from 'react';
import { type ComplianceFigure, ownCompliance, registerCompliance, seeCompliance } from '../contract/index.ts';
import { texts } from './text.ts';
import './interactions.css';

interface Asked {
  readonly projectId?: string;
  readonly from: string;
  readonly to: string;
}

/** How timely the registers of a day or a week are: one's own for everybody, sites and people for who leads (DOS-06). */
export function Rates({ projectId }: { readonly projectId: string | undefined }) {
  const t = useText();
  const may = useMay();
  const { today } = useFormats();
  const [days, setDays] = useState<1 | 7>(7);
  const asked = { from: addDays(today, 1 - days), to: today, ...(projectId && { projectId }) };
  return (
    <>
      <Segmented<1 | 7>
        aria-label={t(texts.ofWhen)}
        block
        size="small"
        className="in-span"
        value={days}
        onChange={setDays}
        options={[
          { value: 1, label: t(texts.thisDay) },
          { value: 7, label: t(texts.lastDays) },
        ]}
      />
      {may(seeCompliance) ? <OfEverybody asked={asked} /> : <Own asked={asked} />}
    </>
  );
}

function Own({ asked }: { readonly asked: Asked }) {
  const t = useText();
  const { data, error, refetch } = useAnswer(ownCompliance, asked, { keep: true });
  if (error) return <ErrorState small error={error} title={t(texts.ratesNotLoaded)} onRetry={refetch} />;
  if (!data) return <LoadingState rows={2} />;
  return (
    <PanelSection title={t(texts.ownRate)}>
      <Figures rows={[{ ...data, key: 'own', name: t(texts.me) }]} />
    </PanelSection>
  );
}

function OfEverybody({ asked }: { readonly asked: Asked }) {
  const t = useText();
  const { data, error, refetch } = useAnswer(registerCompliance, asked, { keep: true });
  if (error) return <ErrorState small error={error} title={t(texts.ratesNotLoaded)} onRetry={refetch} />;
  if (!data) return <LoadingState rows={3} />;
  return (
    <>
      <PanelSection title={t(texts.bySite)}>
        <Figures rows={data.sites.map((site) => ({ ...site, key: site.projectId }))} />
      </PanelSection>
      <PanelSection title={t(texts.byPerson)}>
        <Figures rows={data.people.map((one) => ({ ...one, key: one.accountId }))} />
      </PanelSection>
    </>
  );
}

type Line = ComplianceFigure & { readonly key: string; readonly name: string };

function Figures({ rows }: { readonly rows: readonly Line[] }) {
  const t = useText();
  const formats = useFormats();
  if (rows.length === 0) return <p className="yl-quiet">{t(texts.nothing)}</p>;
  return (
    <table className="in-rates">
      <thead>
        <tr>
          <th scope="col">
            <span className="yl-hidden">{t(texts.recorder)}</span>
          </th>
          <th scope="col">{t(texts.onTime)}</th>
          <th scope="col">{t(texts.late)}</th>
          <th scope="col">{t(texts.missing)}</th>
          <th scope="col">{t(texts.rate)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, onTime, late, missing, rate }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{onTime}</td>
            <td>{late}</td>
            <td className={missing > 0 ? 'yl-late' : undefined}>{missing}</td>
            <td>{rate === undefined ? '—' : formats.percent(rate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
