import { personLabels } from '@yilu/customers/console';
import { consolePage, type Panel } from '@yilu/platform/web';
import { UsersRound } from 'lucide-react';
import { seeBook } from '../contract/index.ts';
import { texts } from './text.ts';

export const bookPage = consolePage({
  path: '/customers',
  title: texts.customers,
  permission: seeBook,
  nav: { section: 'customers', icon: UsersRound, order: 1, onPhone: true },
  words: 'kehu kh kehuce customers book',
  load: () => import('./book-page.tsx').then((module) => module.BookPage),
});

export const pages = [bookPage];

export const panels: readonly Panel[] = [
  personLabels.with({
    order: 10,
    permission: seeBook,
    load: () => import('./labels-panel.tsx').then((module) => module.LabelsPanel),
  }),
];
