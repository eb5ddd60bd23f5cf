import { type Command, consolePage, type Panel } from '@yilu/platform/web';
import { emptyBook } from '@yilu/segments/console';
import { FileInput } from 'lucide-react';
import { importData } from '../contract/index.ts';
import { texts } from './text.ts';

export const importsPage = consolePage({
  path: '/imports',
  title: texts.imports,
  permission: importData,
  nav: { section: 'customers', icon: FileInput, order: 80 },
  words: 'daoru dr import excel',
  load: () => import('./imports-page.tsx').then((module) => module.ImportsPage),
});

export const importPage = consolePage({
  path: '/imports/:importId',
  title: texts.importOf,
  permission: importData,
  load: () => import('./import-page.tsx').then((module) => module.ImportPage),
});

export const pages = [importsPage, importPage];
export const panels: readonly Panel[] = [
  emptyBook.with({
    order: 10,
    permission: importData,
    load: () => import('./begin-import.tsx').then((module) => module.BeginImport),
  }),
];
export const commands: readonly Command[] = [];

export const auditWords = async () => (await import('./audit-words.ts')).auditWords;
