import { dayOf } from '@yilu/platform/contract';
import { LinkCard, useAnswer, useNow, useText } from '@yilu/platform/web';
import { listCompanies, listDictionaries, listParameters, readPublicYear } from '../contract/index.ts';
import { texts } from './text.ts';

// The pages of this capability on the first page of settings, each with how it stands.

export function CompaniesCard() {
  const t = useText();
  const { data } = useAnswer(listCompanies, {});
  const projects = data?.items.filter(({ kind }) => kind === 'project').length;
  return (
    <LinkCard
      to="/settings/companies"
      title={t(texts.companies)}
      note={t(texts.companiesNote)}
      fact={projects === undefined ? undefined : t(projectCount(projects))}
    />
  );
}

export function ParametersCard() {
  const t = useText();
  const { data } = useAnswer(listParameters, {});
  const changed = data?.items.filter(({ from }) => from !== undefined).length ?? 0;
  return (
    <LinkCard
      to="/settings/parameters"
      title={t(texts.parameters)}
      note={t(texts.parametersNote)}
      fact={data && t(parameterCount(data.items.length, changed))}
    />
  );
}

export function DictionariesCard() {
  const t = useText();
  const { data } = useAnswer(listDictionaries, {});
  return (
    <LinkCard
      to="/settings/dictionaries"
      title={t(texts.dictionaries)}
      note={t(texts.dictionariesNote)}
      fact={data && t(listCount(data.items.length))}
    />
  );
}

export function CalendarsCard() {
  const t = useText();
  const year = Number(dayOf(useNow()).slice(0, 4));
  const { data } = useAnswer(readPublicYear, { year });
  return (
    <LinkCard
      to="/settings/calendars"
      title={t(texts.calendars)}
      note={t(texts.calendarsNote)}
      fact={data && t(data.known ? holidaysKnown(year) : holidaysMissing(year))}
    />
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
