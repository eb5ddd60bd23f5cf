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
      fact: projects !== undefined && t(projectCount(projects)),
    },
    {
      to: '/settings/parameters',
      title: texts.parameters,
      note: texts.parametersNote,
      fact: parameters.data && changed !== undefined && t(parameterCount(parameters.data.items.length, changed)),
    },
    {
      to: '/settings/dictionaries',
      title: texts.dictionaries,
      note: texts.dictionariesNote,
      fact: dictionaries.data && t(listCount(dictionaries.data.items.length)),
    },
    {
      to: '/settings/calendars',
      title: texts.calendars,
      note: texts.calendarsNote,
      fact: thisYear.data && t(thisYear.data.known ? holidaysKnown(year) : holidaysMissing(year)),
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

const projectCount = (projects: number) => ({
  zh: `${projects} 个项目`,
  en: projects === 1 ? '1 project' : `${projects} projects`,
});
const parameterCount = (all: number, changed: number) => ({
  zh: changed === 0 ? `${all} 项，都是默认` : `${all} 项，${changed} 项已改`,
  en: changed === 0 ? `${all}, all as shipped` : `${all}, ${changed} changed`,
});
const listCount = (lists: number) => ({ zh: `${lists} 个字典`, en: `${lists} lists` });
const holidaysKnown = (year: number) => ({ zh: `${year} 年放假安排已有`, en: `Public holidays of ${year} are in` });
const holidaysMissing = (year: number) => ({
  zh: `${year} 年放假安排还没录入`,
  en: `Public holidays of ${year} are not in yet`,
});
