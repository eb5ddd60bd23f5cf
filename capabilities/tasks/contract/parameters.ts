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

export const keepNoticesDays = parameter({
  key: 'tasks.notices.keepDays',
  shape: z.int().min(1).max(365),
  default: 30,
  unit: { zh: '天', en: 'days' },
  title: { zh: '提醒保留的天数', en: 'Days for which notices are kept' },
  affects: {
    zh: '铃铛里的提醒，读过没读过都在这么多天后清掉；待办和记录不受影响。',
    en: 'Notices under the bell go after so many days, read or not; tasks and records stay.',
  },
  source: 'DOS-06',
});

export const parameters = [undoSeconds, keepNoticesDays] as const;
