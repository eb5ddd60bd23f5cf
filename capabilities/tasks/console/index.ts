import { leavingSteps } from '@yilu/identity/console';
import { consolePage, noticePanels, type Panel } from '@yilu/platform/web';
import { Sun } from 'lucide-react';
import { haveTasks, transferTasks } from '../contract/index.ts';
import { subjectTasks } from './slots.ts';
import { texts } from './text.ts';

export { dialing, recordSheet, subjectTasks, todayActs, wholeTaskWords } from './slots.ts';

export const todayPage = consolePage({
  path: '/today',
  title: texts.today,
  permission: haveTasks,
  nav: { section: 'today', icon: Sun, order: 0, onPhone: true },
  load: () => import('./today-page.tsx').then((module) => module.TodayPage),
});

export const pages = [todayPage];

export const panels: readonly Panel[] = [
  noticePanels.with({
    order: 10,
    permission: haveTasks,
    load: () => import('./notice-bell.tsx').then((module) => module.NoticeBell),
  }),
  leavingSteps.with({
    order: 10,
    permission: transferTasks,
    load: () => import('./leaver-tasks.tsx').then((module) => module.LeaverTasks),
  }),
  subjectTasks.with({
    order: 10,
    permission: haveTasks,
    load: () => import('./subject-tasks.tsx').then((module) => module.SubjectTasks),
  }),
];

export const auditWords = async () => (await import('./audit-words.ts')).auditWords;
