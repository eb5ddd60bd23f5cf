import { parameter, said } from '@yilu/platform/contract';
import { z } from 'zod';

const months = { zh: '个月', en: 'months' };
const years = { zh: '岁', en: 'years' };
const rooms = { zh: '居', en: 'bedrooms' };

export const longStandingMonths = parameter({
  key: 'lifecycle.longStanding.monthsAfterDelivery',
  shape: z.int().min(1).max(120),
  default: 12,
  unit: months,
  title: { zh: '交付多久算老客户', en: 'Long-standing after delivery' },
  affects: {
    zh: '交付满这么久的业主成为老客户，周年当天算满。',
    en: 'Owners become long-standing on this anniversary.',
  },
  source: 'SEG-04',
});

export const lostMonths = parameter({
  key: 'lifecycle.lost.months',
  shape: z.int().min(1).max(240),
  default: 36,
  unit: months,
  title: { zh: '多久未复购未推荐算流失', en: 'Lost after' },
  affects: {
    zh: '已交付的业主这么久没有复购也没有推荐，标为流失；服务权益不变。',
    en: 'Delivered owners without repurchase or referral for this long are lost for marketing; service stays the same.',
  },
  source: 'SEG-05',
});

export const lostAnchors = ['delivery', 'purchase', 'referral'] as const;
export const lostAnchor = parameter({
  key: 'lifecycle.lost.anchor',
  shape: z.array(z.enum(lostAnchors)).min(1),
  default: [...lostAnchors],
  words: {
    delivery: { zh: '交付', en: 'handover' },
    purchase: { zh: '最近一次购房', en: 'latest purchase' },
    referral: { zh: '最近一次推荐', en: 'latest referral' },
  },
  title: { zh: '流失从哪里起算', en: 'Lost counts from' },
  affects: { zh: '取其中最晚的一天起算。', en: 'The clock starts at the latest of these.' },
  source: 'SEG-05',
});

export const topShare = parameter({
  key: 'value.highNetWorth.topShare',
  shape: z.number().min(0.01).max(1),
  default: 0.2,
  isShare: true,
  title: { zh: '高净值的金额前列', en: 'High net worth: top share by amount' },
  affects: {
    zh: '签约金额排在这个比例以内的算高净值，并列都算。',
    en: 'Signed amounts within this share count, ties included.',
  },
  source: 'SEG-08',
});

export const topScope = parameter({
  key: 'value.highNetWorth.scope',
  shape: z.enum(['project', 'group']),
  default: 'project',
  words: { project: { zh: '项目内', en: 'the project' }, group: { zh: '全集团', en: 'the whole group' } },
  title: { zh: '高净值在哪里排名', en: 'High net worth: ranked within' },
  affects: { zh: '金额在项目内或全集团排名。', en: 'Amounts are ranked within the project or the whole group.' },
  source: 'SEG-08',
});

export const upgraderBedrooms = parameter({
  key: 'value.upgrader.minBedrooms',
  shape: z.int().min(1).max(9),
  default: 3,
  unit: rooms,
  title: { zh: '改善型至少几居', en: 'Upgrader: bedrooms at least' },
  affects: { zh: '买了或想买这么多居室的算改善型。', en: 'Who bought or seeks this many bedrooms is an upgrader.' },
  source: 'SEG-09',
});

export const firstNeedBedrooms = parameter({
  key: 'value.firstNeed.maxBedrooms',
  shape: z.int().min(1).max(9),
  default: 2,
  unit: rooms,
  title: { zh: '刚需至多几居', en: 'First home: bedrooms at most' },
  affects: {
    zh: '首次购房且不超过这么多居室的算刚需。',
    en: 'A first purchase of at most this many bedrooms is a first home.',
  },
  source: 'SEG-10',
});

export const emergingAgeMin = parameter({
  key: 'value.emerging.ageMin',
  shape: z.int().min(16).max(80),
  default: 25,
  unit: years,
  title: { zh: '潜力客户最小年龄', en: 'Emerging: youngest' },
  affects: {
    zh: '这个年龄起、有改善或投资需求的算潜力客户。',
    en: 'From this age on, with an upgrade or investment need.',
  },
  source: 'SEG-11',
});

export const emergingAgeMax = parameter({
  key: 'value.emerging.ageMax',
  shape: z.int().min(16).max(80),
  default: 35,
  unit: years,
  title: { zh: '潜力客户最大年龄', en: 'Emerging: oldest' },
  affects: { zh: '到这个年龄为止（含）。', en: 'Up to and including this age.' },
  source: 'SEG-11',
});

/** Points out of 100 for each part of the future-value score. */
export const FutureWeights = z
  .object({
    age: z.int().min(0).max(100),
    secondHome: z.int().min(0).max(100),
    familyGrowth: z.int().min(0).max(100),
    referrals: z.int().min(0).max(100),
  })
  .refine(
    (given) => given.age + given.secondHome + given.familyGrowth + given.referrals === 100,
    said('几项加起来要等于 100。', 'Together they must be 100.'),
  );
export type FutureWeights = z.infer<typeof FutureWeights>;

export const futureWeights = parameter({
  key: 'value.future.weights',
  shape: FutureWeights,
  default: { age: 30, secondHome: 30, familyGrowth: 20, referrals: 20 },
  unit: { zh: '分，合计 100', en: 'points, 100 in all' },
  words: {
    age: { zh: '年龄段', en: 'Age band' },
    secondHome: { zh: '再置业需求', en: 'Need for a second home' },
    familyGrowth: { zh: '家庭成长', en: 'Family growth' },
    referrals: { zh: '推荐次数', en: 'Referrals' },
  },
  title: { zh: '未来价值的分值', en: 'Future value: weights' },
  affects: {
    zh: '年龄段、再置业需求、家庭成长、推荐次数各占多少分。',
    en: 'How much age, need, family growth and referrals weigh.',
  },
  source: 'SEG-07',
});

export const activeMaxMonths = parameter({
  key: 'activity.active.maxMonths',
  shape: z.int().min(1).max(12),
  default: 1,
  unit: months,
  title: { zh: '多久内有互动算活跃', en: 'Active within' },
  affects: { zh: '距最近一次互动不满这么久的算活跃。', en: 'Who was in touch less than this long ago is active.' },
  source: 'SEG-13',
});

export const coolingEnabled = parameter({
  key: 'activity.cooling.enabled',
  shape: z.boolean(),
  default: true,
  title: { zh: '使用“降温”', en: 'Use “cooling”' },
  affects: {
    zh: '关闭后，活跃与沉默之间的客户仍算活跃。',
    en: 'When off, the gap between active and silent counts as active.',
  },
  source: 'SEG-16',
});

export const silentMinMonths = parameter({
  key: 'activity.silent.minMonths',
  shape: z.int().min(1).max(24),
  default: 3,
  unit: months,
  title: { zh: '多久没有互动算沉默', en: 'Silent after' },
  affects: {
    zh: '满这么久没有互动的算沉默，当天起算。',
    en: 'Silent from this many months without contact, that day included.',
  },
  source: 'SEG-14',
});

export const dormantMinMonths = parameter({
  key: 'activity.dormant.minMonths',
  shape: z.int().min(1).max(60),
  default: 6,
  unit: months,
  title: { zh: '多久没有互动算沉睡', en: 'Dormant after' },
  affects: {
    zh: '满这么久没有互动的算沉睡，当天起算。',
    en: 'Dormant from this many months without contact, that day included.',
  },
  source: 'SEG-15',
});

export const recalculateAt = parameter({
  key: 'segmentation.recalculateAt',
  shape: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  default: '02:00',
  unit: { zh: '几点几分', en: 'hh:mm' },
  title: { zh: '每晚何时重算', en: 'Recomputed every night at' },
  affects: { zh: '标签到期的客户在这个时刻更新。', en: 'Customers whose labels are due are updated at this time.' },
  source: 'SEG-18',
});

export const exportReleaseRows = parameter({
  key: 'export.release.aboveRows',
  shape: z.int().min(0).max(1_000_000),
  default: 500,
  unit: { zh: '户', en: 'customers' },
  title: { zh: '超过多少户的导出需批准', en: 'Exports to be released above' },
  affects: {
    zh: '更大的导出要等主管批准后才能下载；同一人 24 小时内的导出合起来算。',
    en: 'Larger exports wait for a manager; what one person takes within 24 hours counts together.',
  },
  source: 'SEC-09',
});

export const tellWithinDays = parameter({
  key: 'staffChange.tellWithinDays',
  shape: z.int().min(0).max(30),
  default: 3,
  unit: { zh: '天', en: 'days' },
  title: { zh: '换了联系人，几天内告知客户', en: 'Days in which customers are told of a new contact' },
  affects: {
    zh: '移交客户或房屋后，接手的人在今日里逐户告知，到期还没联系算逾期。',
    en: 'After a hand-over the new holder tells each household from Today; later it is overdue.',
  },
  source: 'ORG-16',
});

export const mostInBulk = parameter({
  key: 'bulk.mostCustomers',
  shape: z.int().min(1).max(200_000),
  default: 20_000,
  unit: { zh: '户', en: 'customers' },
  title: { zh: '一次批量操作的上限', en: 'Most customers in one bulk act' },
  affects: { zh: '选中更多客户时不执行，请先缩小范围。', en: 'With more chosen the act is refused.' },
  source: 'SEC-09',
});

export const parameters = [
  longStandingMonths,
  lostMonths,
  lostAnchor,
  topShare,
  topScope,
  upgraderBedrooms,
  firstNeedBedrooms,
  emergingAgeMin,
  emergingAgeMax,
  futureWeights,
  activeMaxMonths,
  coolingEnabled,
  silentMinMonths,
  dormantMinMonths,
  recalculateAt,
  exportReleaseRows,
  tellWithinDays,
  mostInBulk,
];
