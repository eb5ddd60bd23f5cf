import { parameter } from '@yilu/platform/contract';
import { z } from 'zod';
import { kindTitles } from './text.ts';

/** `18:00`; `24:00` is the end of the day. */
const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const characters = { zh: '字', en: 'characters' };
const Scope = z.enum(['feedback', 'total']);
const scopeWords = {
  feedback: { zh: '只算客户反馈', en: 'the customer’s feedback only' },
  total: { zh: '全部合起来算', en: 'all parts together' },
};

export const callInDeadline = parameter({
  key: 'register.callIn.deadlineTime',
  shape: ClockTime,
  default: '18:00',
  unit: { zh: '当日时刻', en: 'time of day' },
  title: { zh: '来电登记截止', en: 'Call-in register closes at' },
  affects: {
    zh: '来电当日这个时刻之前登记完算准时；没有改过时，以案场当日工作日历的收班时间为准。',
    en: 'Calls registered by this time of the same day are on time; until it is changed, the site’s closing time of that day counts.',
  },
  source: 'DOS-01',
});

export const walkInDeadline = parameter({
  key: 'register.walkIn.deadlineTime',
  shape: ClockTime,
  default: '18:00',
  unit: { zh: '当日时刻', en: 'time of day' },
  title: { zh: '来访登记截止', en: 'Visit register closes at' },
  affects: {
    zh: '来访当日这个时刻之前登记完算准时；没有改过时，以案场当日工作日历的收班时间为准。',
    en: 'Visits registered by this time of the same day are on time; until it is changed, the site’s closing time of that day counts.',
  },
  source: 'DOS-02',
});

export const afterHoursDeadline = parameter({
  key: 'register.afterHours.deadlineTime',
  shape: ClockTime,
  default: '24:00',
  unit: { zh: '当日时刻', en: 'time of day' },
  title: { zh: '下班后来电来访的登记截止', en: 'Register of contacts after closing closes at' },
  affects: {
    zh: '收班之后、以及案场不上班那天的来电和来访，在当日这个时刻之前登记完算准时。',
    en: 'Contacts after closing, or on a day on which the site is closed, are on time when registered by this time of the same day.',
  },
  source: 'DOS-01',
});

export const reminderMinutes = parameter({
  key: 'register.reminderMinutesBefore',
  shape: z.int().min(5).max(480),
  default: 60,
  unit: { zh: '分钟', en: 'minutes' },
  title: { zh: '登记截止前多久提醒', en: 'Reminder before a register closes' },
  affects: {
    zh: '还没登记完的来电来访，在截止前这么久提醒登记人。',
    en: 'Unfinished registers remind their recorder this long before closing.',
  },
  source: 'DOS-06',
});

export const offlineHours = parameter({
  key: 'register.offline.trustedHours',
  shape: z.int().min(0).max(168),
  default: 48,
  unit: { zh: '小时', en: 'hours' },
  title: { zh: '离线登记认设备时间的最长时限', en: 'How long a device is trusted about a register' },
  affects: {
    zh: '没有信号时写好、之后才传到的登记，在这个时限内按写好的时间算准时与否，两个时间都留着；0 表示一律按传到的时间。',
    en: 'A register written without a signal counts by when it was written if it comes within this time; both times are kept. 0: by when it came.',
  },
  source: 'DOS-06',
});

export const phoneMinimum = parameter({
  key: 'record.phone.minChars',
  shape: z.int().min(0).max(500),
  default: 30,
  unit: characters,
  title: { zh: '电话回访最少字数', en: 'Least length of a phone record' },
  affects: { zh: '接通的电话回访，少于这个字数不能保存。', en: 'Shorter records of answered calls are refused.' },
  source: 'DOS-41',
});

export const phoneScope = parameter({
  key: 'record.phone.minCharsScope',
  shape: Scope,
  default: 'feedback',
  words: scopeWords,
  title: { zh: '电话回访的字数算哪里', en: 'What a phone record’s length counts' },
  affects: {
    zh: '字数只看客户反馈，或连同沟通要点一起算。',
    en: 'The length is that of the customer’s feedback, or of the key points as well.',
  },
  source: 'DOS-44',
});

export const visitMinimum = parameter({
  key: 'record.visit.minChars',
  shape: z.int().min(0).max(500),
  default: 50,
  unit: characters,
  title: { zh: '客户拜访最少字数', en: 'Least length of a visit record' },
  affects: { zh: '拜访记录少于这个字数不能保存。', en: 'Shorter visit records are refused.' },
  source: 'DOS-42',
});

export const visitScope = parameter({
  key: 'record.visit.minCharsScope',
  shape: Scope,
  default: 'total',
  words: scopeWords,
  title: { zh: '客户拜访的字数算哪里', en: 'What a visit record’s length counts' },
  affects: {
    zh: '字数把目标、达成、反馈、计划合起来算，或只看客户反馈。',
    en: 'The length is that of goal, achievement, feedback and plan together, or of the feedback only.',
  },
  source: 'DOS-44',
});

export const activityMinimum = parameter({
  key: 'record.activity.minChars',
  shape: z.int().min(0).max(500),
  default: 30,
  unit: characters,
  title: { zh: '活动参与反馈最少字数', en: 'Least length of an activity’s feedback' },
  affects: { zh: '活动参与反馈少于这个字数不能保存。', en: 'Shorter feedback of an activity is refused.' },
  source: 'DOS-43',
});

export const countPunctuation = parameter({
  key: 'record.count.punctuation',
  shape: z.boolean(),
  default: false,
  title: { zh: '标点算字数', en: 'Punctuation counts' },
  affects: {
    zh: '打开后，每个标点也算一个字；空格和表情始终不算。',
    en: 'When on, every punctuation mark counts as one; spaces and emoji never do.',
  },
  source: 'DOS-44',
});

export const editWindow = parameter({
  key: 'record.editWindowHours',
  shape: z.int().min(0).max(720),
  default: 24,
  unit: { zh: '小时', en: 'hours' },
  title: { zh: '记录可直接修改的时间', en: 'Time in which a record may be changed in place' },
  affects: {
    zh: '超过这个时间再改，会另存一版，原来的话一直看得到。',
    en: 'A later change makes a new version; the original stays visible.',
  },
  source: 'DOS-45',
});

export const countedKinds = parameter({
  key: 'activity.countedEvents',
  shape: z.array(
    z.enum([
      'CALL_IN',
      'VISIT_IN',
      'CALL_OUT',
      'VISIT_OUT',
      'SMS',
      'WECHAT',
      'INVITATION',
      'ACTIVITY',
      'CIRCLE',
      'ENQUIRY',
      'PAYMENT',
    ]),
  ),
  default: [
    'CALL_IN',
    'VISIT_IN',
    'CALL_OUT',
    'VISIT_OUT',
    'SMS',
    'WECHAT',
    'INVITATION',
    'ACTIVITY',
    'CIRCLE',
    'ENQUIRY',
    'PAYMENT',
  ],
  words: { ...kindTitles, PAYMENT: { zh: '交款', en: 'Payment' } },
  title: { zh: '哪些往来算互动', en: 'Which contacts count as interaction' },
  affects: {
    zh: '决定活跃、降温、沉默、沉睡；我们发出而客户没有回应的、银行放的款从不算。',
    en: 'Decides active, cooling, silent and dormant; what we send and nobody answers never counts, nor does a loan paid out by a bank.',
  },
  source: 'SEG-17',
});

export const parameters = [
  callInDeadline,
  walkInDeadline,
  afterHoursDeadline,
  reminderMinutes,
  offlineHours,
  phoneMinimum,
  phoneScope,
  visitMinimum,
  visitScope,
  activityMinimum,
  countPunctuation,
  editWindow,
  countedKinds,
] as const;
