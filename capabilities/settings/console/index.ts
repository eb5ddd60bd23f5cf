import { type ConsolePage, consolePage, type Panel } from '@yilu/platform/web';
import { BookMarked, CalendarDays, Network, Settings2, SlidersHorizontal } from 'lucide-react';
import { seeParameters, seeSettings } from '../contract/index.ts';
import { settingsCards } from './slots.ts';
import { texts } from './text.ts';

export { settingsCards } from './slots.ts';

export const pages: readonly ConsolePage[] = [
  consolePage({
    path: '/settings',
    title: texts.settings,
    permission: seeParameters,
    nav: { section: 'settings', icon: Settings2, order: 0 },
    words: 'shezhi sz',
    load: () => import('./settings-page.tsx').then(({ SettingsPage }) => SettingsPage),
  }),
  consolePage({
    path: '/settings/companies',
    title: texts.companies,
    permission: seeParameters,
    nav: { section: 'settings', icon: Network, order: 10 },
    words: 'gongsi xiangmu jigou zuzhi gs xm',
    load: () => import('./companies-page.tsx').then(({ CompaniesPage }) => CompaniesPage),
  }),
  consolePage({
    path: '/settings/parameters',
    title: texts.parameters,
    permission: seeParameters,
    nav: { section: 'settings', icon: SlidersHorizontal, order: 40 },
    words: 'canshu cs guize',
    load: () => import('./parameters-page.tsx').then(({ ParametersPage }) => ParametersPage),
  }),
  consolePage({
    path: '/settings/dictionaries',
    title: texts.dictionaries,
    permission: seeParameters,
    nav: { section: 'settings', icon: BookMarked, order: 50 },
    words: 'zidian zd xuanxiang laiyuan quanceng',
    load: () => import('./dictionaries-page.tsx').then(({ DictionariesPage }) => DictionariesPage),
  }),
  consolePage({
    path: '/settings/calendars',
    title: texts.calendars,
    permission: seeSettings,
    nav: { section: 'settings', icon: CalendarDays, order: 60 },
    words: 'rili rl jiejiari shangban',
    load: () => import('./calendars-page.tsx').then(({ CalendarsPage }) => CalendarsPage),
  }),
];

export const panels: readonly Panel[] = [
  settingsCards.with({
    order: 10,
    permission: seeParameters,
    load: () => import('./settings-cards.tsx').then(({ CompaniesCard }) => CompaniesCard),
  }),
  settingsCards.with({
    order: 40,
    permission: seeParameters,
    load: () => import('./settings-cards.tsx').then(({ ParametersCard }) => ParametersCard),
  }),
  settingsCards.with({
    order: 50,
    permission: seeParameters,
    load: () => import('./settings-cards.tsx').then(({ DictionariesCard }) => DictionariesCard),
  }),
  settingsCards.with({
    order: 60,
    permission: seeSettings,
    load: () => import('./settings-cards.tsx').then(({ CalendarsCard }) => CalendarsCard),
  }),
];

export const auditWords = async () => (await import('./audit-words.ts')).auditWords;
