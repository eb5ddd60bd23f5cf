import { consolePage } from '@yilu/platform/web';
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
