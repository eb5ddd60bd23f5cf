import { later, PanelSection, useFormats, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import type { PersonTotals } from '../contract/index.ts';
import { everybody, texts } from './text.ts';

const ColleagueSelect = later(
  async () => (await import('@yilu/identity/console/colleague-select')).ColleagueSelect,
  <span className="yl-today-find yl-today-find-coming" aria-hidden="true" />,
);

/** Whoever has most that is late first; the rest is found by name. */
const mostAtOnce = 15;

/** Each person of the team: open, late, done today, and how timely the registers were (DOS-06). */
export function TeamTotals({
  people,
  chosen,
  onChoose,
}: {
  readonly people: readonly PersonTotals[];
  readonly chosen: string | undefined;
  readonly onChoose: (accountId: string | undefined) => void;
}) {
  const t = useText();
  const formats = useFormats();
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? people : people.filter(({ account }, at) => at < mostAtOnce || account.id === chosen);
  // On the property side nobody keeps registers: a column of dashes says nothing.
  const hasRates = people.some(({ registerRate }) => registerRate !== undefined);
  const rateNote = hasRates ? ` · ${t(texts.rate)} ${t(texts.rateNote)}` : '';
  return (
    <PanelSection title={t(texts.team)} note={`${t(texts.counted)}${rateNote}`}>
      {people.length > mostAtOnce && (
        <div className="yl-today-find">
          <ColleagueSelect
            aria-label={t(texts.findColleague)}
            placeholder={t(texts.findColleague)}
            nobody={t(texts.wholeTeam)}
            value={chosen}
            name={people.find(({ account }) => account.id === chosen)?.account.name}
            onChange={(id) => onChoose(id)}
          />
        </div>
      )}
      <table className="yl-today-team">
        <thead>
          <tr>
            <th scope="col">{t(texts.person)}</th>
            <th scope="col">{t(texts.open)}</th>
            <th scope="col">{t(texts.lateCount)}</th>
            <th scope="col">{t(texts.doneToday)}</th>
            {hasRates && <th scope="col">{t(texts.rate)}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ account, open, late, doneToday, registerRate }) => (
            <tr key={account.id} className={account.id === chosen ? 'yl-today-chosen' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="yl-plain"
                  aria-pressed={account.id === chosen}
                  onClick={() => onChoose(account.id === chosen ? undefined : account.id)}
                >
                  {account.name}
                </button>
              </th>
              <td>{open}</td>
              <td className={late > 0 ? 'yl-late' : undefined}>{late}</td>
              <td>{doneToday}</td>
              {hasRates && (
                <td className={registerRate !== undefined && registerRate < 1 ? 'yl-soon' : undefined}>
                  {registerRate === undefined ? '—' : formats.percent(registerRate)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < people.length && (
        <Button type="link" size="small" onClick={() => showWhole(true)}>
          {t(everybody(people.length))}
        </Button>
      )}
    </PanelSection>
  );
}
