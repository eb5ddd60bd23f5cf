import { type Command, consolePage } from '@yilu/platform/web';
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
export const commands: readonly Command[] = [];

export const auditWords = async () => (await import('./audit-words.ts')).auditWords;
