import { parameter } from '@yilu/platform/contract';
import { z } from 'zod';

const times = { zh: '次', en: 'times' };
const minutes = { zh: '分钟', en: 'minutes' };
const days = { zh: '天', en: 'days' };

export const mostFailures = parameter({
  key: 'signIn.mostFailures',
  shape: z.int().min(3).max(20),
  default: 5,
  unit: times,
  title: { zh: '连续输错多少次后锁定', en: 'Failed tries before an account is locked' },
  affects: {
    zh: '达到次数后，该用户名在锁定时间内不能登录。',
    en: 'After so many the username cannot sign in until the lock ends.',
  },
  source: 'SEC-09',
});

export const lockMinutes = parameter({
  key: 'signIn.lockMinutes',
  shape: z.int().min(1).max(1_440),
  default: 15,
  unit: minutes,
  title: { zh: '锁定时长，也是计算连续输错的时间段', en: 'Length of a lock, and the window in which failures count' },
  affects: { zh: '锁定多久；多久以前的输错不再计算。', en: 'How long a lock lasts, and when a failure is forgotten.' },
  source: 'SEC-09',
});

export const mostFailuresPerAddress = parameter({
  key: 'signIn.mostFailuresPerAddress',
  shape: z.int().min(10).max(10_000),
  default: 100,
  unit: times,
  title: { zh: '同一网络地址最多输错多少次', en: 'Failed tries allowed from one network address' },
  affects: {
    zh: '防止有人从一处逐个试用户名；一个办公室共用一个地址时不宜过小。',
    en: 'Stops trying many names from one place; an office may share one address.',
  },
  source: 'SEC-09',
});

export const leastPasswordLength = parameter({
  key: 'signIn.leastPasswordLength',
  shape: z.int().min(8).max(64),
  default: 10,
  unit: { zh: '个字符', en: 'characters' },
  title: { zh: '密码最少长度', en: 'Least length of a password' },
  affects: {
    zh: '新设或修改密码时检查，已有密码不受影响。',
    en: 'Checked when a password is set; existing ones stay valid.',
  },
  source: 'SEC-09',
});

export const sessionIdleDays = parameter({
  key: 'signIn.sessionIdleDays',
  shape: z.int().min(1).max(180),
  default: 30,
  unit: days,
  title: { zh: '多久不用需要重新登录', en: 'Days without use until one must sign in again' },
  affects: { zh: '只影响之后的登录。', en: 'Applies to sign-ins from then on.' },
  source: 'SEC-09',
});

export const parameters = [mostFailures, lockMinutes, mostFailuresPerAddress, leastPasswordLength, sessionIdleDays];
