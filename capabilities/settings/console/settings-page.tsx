import { dayOf } from '@yilu/platform/contract';
import { Link, PageBody, PageHeader, PanelSlot, useAnswer, useNow, useText } from '@yilu/platform/web';
import { listCompanies, listDictionaries, listParameters, readPublicYear } from '../contract/index.ts';
import { settingsCards } from './slots.ts';
import { texts } from './text.ts';
import './settings.css';

/** The first page of settings: what can be set, with how it stands. */
export function SettingsPage() {
  const t = useText();
  const year = Number(dayOf(useNow()).slice(0, 4));
  const companies = useAnswer(listCompanies, {});
  const parameters = useAnswer(listParameters, {});
  const dictionaries = useAnswer(listDictionaries, {});
  const thisYear = useAnswer(readPublicYear, { year });
  const projects = companies.data?.items.filter(({ kind }) => kind === 'project').length;
  const changed = parameters.data?.items.filter(({ from }) => from !== undefined).length;
  const cards = [
    {
      to: '/settings/companies',
      title: texts.companies,
      note: texts.companiesNote,
      fact: projects !== undefined && `${projects} ${t(texts.nodes)}`,
    },
    {
      to: '/settings/parameters',
      title: texts.parameters,
      note: texts.parametersNote,
      fact: parameters.data && `${parameters.data.items.length} · ${changed} ${t(texts.changed)}`,
    },
    {
      to: '/settings/dictionaries',
      title: texts.dictionaries,
      note: texts.dictionariesNote,
      fact: dictionaries.data && `${dictionaries.data.items.length} ${t(texts.ofLists)}`,
    },
    {
      to: '/settings/calendars',
      title: texts.calendars,
      note: texts.calendarsNote,
      fact: thisYear.data && `${year} ${t(thisYear.data.known ? texts.yearKnown : texts.yearMissing)}`,
    },
  ];
  return (
    <>
      <PageHeader title={t(texts.settings)} />
      <PageBody>
        <div className="st-cards">
          {cards.map((card) => (
            <Link key={card.to} to={card.to} className="st-card">
              <b>{t(card.title)}</b>
              <span className="yl-quiet">{t(card.note)}</span>
              <span className="yl-foot">{card.fact || ' '}</span>
            </Link>
          ))}
          <PanelSlot slot={settingsCards} />
        </div>
      </PageBody>
    </>
  );
}
