import { counted, type Sentence } from '@yilu/platform/contract';
import type { ImportWaiting } from './run.ts';

const time = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' } as const;

/** 在等王敏 10:32 开始的导入，前面还有 2 个；轮到后自动开始. */
export function waitingWords({ before, startedByName, startedAt }: ImportWaiting): Sentence {
  const at = startedAt.toLocaleTimeString('en-GB', time);
  const all = counted(before, { zh: '个', en: 'imports', one: 'import' });
  return {
    zh: `在等 ${startedByName} ${at} 开始的导入做完，前面共 ${all.zh}。轮到后自动开始。`,
    en: `Waiting for the import that ${startedByName} started at ${at}; ${all.en} before this one. It begins by itself when its turn comes.`,
  };
}
