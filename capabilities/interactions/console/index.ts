import { personActions, personRail, personTimeline } from '@yilu/customers/console';
import { revealPhones } from '@yilu/customers/contract';
import { type Command, type ConsolePage, consolePage, type Panel } from '@yilu/platform/web';
import { dialing, recordSheet, todayActs, wholeTaskWords } from '@yilu/tasks/console';
import { haveTasks } from '@yilu/tasks/contract';
import { NotebookPen, PhoneIncoming } from 'lucide-react';
import { keepRegisters, recordInteractions, seeInteractions } from '../contract/index.ts';
import { addresses } from './addresses.ts';
import { texts } from './text.ts';

export const pages: readonly ConsolePage[] = [
  consolePage({
    path: addresses.registers,
    title: texts.registers,
    permission: keepRegisters,
    nav: { section: 'sales', icon: PhoneIncoming, order: 10 },
    load: () => import('./registers-page.tsx').then(({ RegistersPage }) => RegistersPage),
  }),
  consolePage({
    path: addresses.registerNew,
    title: texts.registerCall,
    permission: keepRegisters,
    load: () => import('./register-page.tsx').then(({ NewRegisterPage }) => NewRegisterPage),
  }),
  consolePage({
    path: addresses.register,
    title: texts.registers,
    permission: keepRegisters,
    load: () => import('./register-page.tsx').then(({ OpenRegisterPage }) => OpenRegisterPage),
  }),
  consolePage({
    path: addresses.print,
    title: texts.print,
    permission: keepRegisters,
    frame: 'bare',
    load: () => import('./print-page.tsx').then(({ PrintPage }) => PrintPage),
  }),
  consolePage({
    path: addresses.record,
    title: texts.record,
    permission: recordInteractions,
    load: () => import('./record-page.tsx').then(({ RecordPage }) => RecordPage),
  }),
];

export const panels: readonly Panel[] = [
  personTimeline.with({
    order: 10,
    permission: seeInteractions,
    load: () => import('./person-timeline.tsx').then(({ PersonTimeline }) => PersonTimeline),
  }),
  personActions.with({
    order: 10,
    permission: recordInteractions,
    load: () => import('./person-record.tsx').then(({ PersonRecord }) => PersonRecord),
  }),
  personRail.with({
    order: 30,
    permission: haveTasks,
    load: () => import('./person-tasks.tsx').then(({ PersonTasks }) => PersonTasks),
  }),
  todayActs.with({ order: 10, load: () => import('./today-acts.tsx').then(({ TodayActs }) => TodayActs) }),
  dialing.with({
    order: 10,
    permission: revealPhones,
    load: () => import('./dial.tsx').then(({ Dial }) => Dial),
  }),
  wholeTaskWords.with({
    order: 10,
    permission: revealPhones,
    load: () => import('./whole-task-words.tsx').then(({ WholeTaskWords }) => WholeTaskWords),
  }),
  recordSheet.with({
    order: 10,
    permission: recordInteractions,
    load: () => import('./record-sheet.tsx').then(({ RecordSheet }) => RecordSheet),
  }),
];

export const commands: readonly Command[] = [
  {
    title: texts.record,
    words: 'jiyibi jyb wanglai record contact',
    icon: NotebookPen,
    permission: recordInteractions,
    to: addresses.record,
    key: 'n',
    onPhone: true,
  },
  {
    title: texts.registerCall,
    words: 'dengji laidian djld register call',
    icon: PhoneIncoming,
    permission: keepRegisters,
    to: addresses.registerNew,
  },
  {
    title: texts.registerVisit,
    words: 'dengji laifang djlf register visit',
    icon: PhoneIncoming,
    permission: keepRegisters,
    to: `${addresses.registerNew}?kind=VISIT_IN`,
  },
];

export const auditWords = async () => (await import('./audit-words.ts')).auditWords;
