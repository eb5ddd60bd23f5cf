import { personRail } from '@yilu/customers/console';
import { type Command, type ConsolePage, consolePage, type Panel } from '@yilu/platform/web';
import { FileSignature } from 'lucide-react';
import { editDeals, seeDeals } from '../contract/index.ts';
import { addresses } from './addresses.ts';
import { texts } from './text.ts';

export const pages: readonly ConsolePage[] = [
  consolePage({
    path: addresses.deals,
    title: texts.deals,
    permission: seeDeals,
    nav: { section: 'sales', icon: FileSignature, order: 20 },
    load: () => import('./deals-page.tsx').then(({ DealsPage }) => DealsPage),
  }),
  consolePage({
    path: addresses.newDeal,
    title: texts.newDeal,
    permission: editDeals,
    load: () => import('./deal-page.tsx').then(({ NewDealPage }) => NewDealPage),
  }),
  consolePage({
    path: addresses.deal,
    title: texts.deal,
    permission: seeDeals,
    load: () => import('./deal-page.tsx').then(({ DealPage }) => DealPage),
  }),
];

export const panels: readonly Panel[] = [
  personRail.with({
    order: 40,
    permission: seeDeals,
    load: () => import('./deals-panel.tsx').then(({ DealsPanel }) => DealsPanel),
  }),
];

export const commands: readonly Command[] = [
  {
    title: texts.newDeal,
    words: 'dengji chengjiao djcj rengou qianyue register deal',
    icon: FileSignature,
    permission: editDeals,
    to: addresses.newDeal,
  },
];

export const auditWords = async () => (await import('./audit-words.ts')).auditWords;
