import { counted, type Sentence } from '@yilu/platform/contract';
import type { ImportRun } from '../contract/index.ts';
import { texts } from './text.ts';

/** What an applied import brought; of one that changed nothing, that it did. */
export function broughtWords({ counts, records }: Pick<ImportRun, 'counts' | 'records'>): Sentence {
  const parts = (['people', 'rooms', 'contacts', 'deals'] as const).flatMap((kind) => {
    const count = records?.[kind] ?? 0;
    return count > 0 ? [counted(count, texts[kind])] : [];
  });
  const all = { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') };
  if (counts.created > 0 || counts.updated > 0) return all;
  if (counts.unchanged === 0 || parts.length === 0) return texts.nothingWritten;
  return {
    zh: `没有变化：表里的 ${all.zh} 库里都已经有了。`,
    en: `Nothing has changed: ${all.en} of the files are all here already.`,
  };
}

/** What is promised beside the figures: undoing, only while it can be done. */
export function promiseWords({ phase, undoUntil }: Pick<ImportRun, 'phase' | 'undoUntil'>): Sentence {
  if (phase === 'undone' || phase === 'undoing') return texts.beforeUndo;
  if (phase !== 'applied') return texts.undoPromise;
  return undoUntil ? texts.undoable : texts.everyRow;
}

/** Two files by name, of more the first. */
export function filesInShort(names: readonly string[]): Sentence {
  const [first = ''] = names;
  if (names.length <= 2) return { zh: names.join('、'), en: names.join(', ') };
  return { zh: `${first} 等 ${names.length} 个文件`, en: `${first} and ${names.length - 1} more files` };
}
