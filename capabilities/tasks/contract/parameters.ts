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

export const longestPostponing = parameter({
  key: 'tasks.postpone.longestDays',
  shape: z.int().min(1).max(366),
  default: 30,
  unit: { zh: '天', en: 'days' },
  title: { zh: '一次最多改期的天数', en: 'Longest time by which a task is postponed' },
  affects: {
    zh: '从今天和原定那天里晚的一天算起；跟进最疏的意向级别也是 30 天一次。更久的请选不需要，或另建待办。',
    en: 'Counted from today, or from the day it is due if that is later; the least frequent follow-up is every 30 days, too.',
  },
  source: 'GRD-13',
});

export const oftenPostponedFrom = parameter({
  key: 'tasks.postpone.oftenFrom',
  shape: z.int().min(2).max(20),
  default: 3,
  unit: { zh: '次', en: 'times' },
  title: { zh: '改期几次算一再改期', en: 'How often postponed is often' },
  affects: {
    zh: '改期达到这个次数还没做的待办，带团队的人在团队的今天里单独看到，连同每次的原因。',
    en: 'Open tasks postponed so often are shown to whoever leads, beside the team’s day, with each reason.',
  },
  source: 'DOS-06',
});

export const parameters = [undoSeconds, keepNoticesDays, longestPostponing, oftenPostponedFrom] as const;
