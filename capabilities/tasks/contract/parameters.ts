import { parameter } from '@yilu/platform/contract';
import { z } from 'zod';

export const undoSeconds = parameter({
  key: 'tasks.undo.seconds',
  shape: z.int().min(5).max(600),
  default: 60,
  unit: { zh: '秒', en: 'seconds' },
  title: { zh: '待办结果可撤销的时间', en: 'Time in which an outcome can be taken back' },
  affects: {
    zh: '页面上的撤销停留 8 秒，信号慢的手机在这个时间内送到也算数。',
    en: 'The page offers it for 8 seconds; a slow phone’s request still counts within this time.',
  },
  source: 'PRN-12',
});

export const parameters = [undoSeconds] as const;
