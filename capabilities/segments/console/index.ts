import { personLabels } from '@yilu/customers/console';
import { consolePage, type Panel } from '@yilu/platform/web';
import { ChartNoAxesColumn, UsersRound } from 'lucide-react';
import { seeBook } from '../contract/index.ts';
import { texts } from './text.ts';

export { emptyBook } from './slots.ts';

export const bookPage = consolePage({
  path: '/customers',
  title: texts.customers,
  permission: seeBook,
  nav: { section: 'customers', icon: UsersRound, order: 1, onPhone: true },
  words: 'kehu kh kehuce customers book',
  kept: true,
  load: () => import('./book-page.tsx').then((module) => module.BookPage),
});

const distributionPage = consolePage({
  path: '/labels',
  title: texts.distribution,
  permission: seeBook,
  nav: { section: 'customers', icon: ChartNoAxesColumn, order: 60 },
  words: 'biaoqian fenbu bqfb fenceng baobiao labels distribution over time report',
  load: () => import('./distribution-page.tsx').then((module) => module.DistributionPage),
});

export const pages = [bookPage, distributionPage];

export const panels: readonly Panel[] = [
  personLabels.with({
    order: 10,
    permission: seeBook,
    load: () => import('./labels-panel.tsx').then((module) => module.LabelsPanel),
  }),
];

export const auditWords = async () => (await import('./audit-words.ts')).auditWords;
