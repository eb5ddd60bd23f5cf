import { parameter } from '@yilu/platform/contract';
import { z } from 'zod';
import { groupTitles, purposeTitles } from './catalogue.ts';
import { completenessItems } from './completeness.ts';
import { GroupPurposes, shippedPurposes } from './dossier.ts';

const share = z.number().min(0).max(1);

export const firstVisitLine = parameter({
  key: 'dossier.completeness.firstVisit',
  shape: share,
  default: 0.3,
  isShare: true,
  title: { zh: '首次来访后的档案完善度', en: 'Dossier completeness after the first visit' },
  affects: { zh: '低于此线的来访客户会出现在今日待办。', en: 'Visitors below this line appear in Today.' },
  source: 'DOS-11',
});

export const deepenedLine = parameter({
  key: 'dossier.completeness.deepened',
  shape: share,
  default: 0.7,
  isShare: true,
  title: { zh: '三访或满月后的档案完善度', en: 'Dossier completeness after three visits or a month' },
  affects: { zh: '低于此线的客户需在宽限期内补齐。', en: 'Customers below this line must be completed in time.' },
  source: 'DOS-12',
});

export const ownerLine = parameter({
  key: 'dossier.completeness.owner',
  shape: share,
  default: 1,
  isShare: true,
  title: { zh: '业主的档案完善度', en: 'Dossier completeness of owners' },
  affects: { zh: '业主档案应在签约当日补齐到此线。', en: 'Owners must reach this line on signing day.' },
  source: 'DOS-13',
});

export const deepenedVisits = parameter({
  key: 'dossier.deepened.visitCount',
  shape: z.int().min(1).max(20),
  default: 3,
  unit: { zh: '次', en: 'visits' },
  title: { zh: '来访几次后须深化档案', en: 'Visits after which the dossier must deepen' },
  affects: { zh: '达到次数当天进入深化阶段。', en: 'The deepened stage begins with that visit.' },
  source: 'DOS-12',
});

export const deepenedMonths = parameter({
  key: 'dossier.deepened.months',
  shape: z.int().min(1).max(24),
  default: 1,
  unit: { zh: '个月', en: 'months' },
  title: { zh: '登记多久后须深化档案', en: 'Months after which the dossier must deepen' },
  affects: { zh: '初次登记满此月数进入深化阶段。', en: 'The deepened stage begins that long after registration.' },
  source: 'DOS-12',
});

export const deepenedGrace = parameter({
  key: 'dossier.deepened.graceDays',
  shape: z.int().min(0).max(60),
  default: 3,
  unit: { zh: '天', en: 'days' },
  title: { zh: '深化档案的宽限天数', en: 'Days of grace for deepening' },
  affects: { zh: '超过宽限仍不足即为不合规。', en: 'Still below after that is non-compliant.' },
  source: 'DOS-12',
});

export const countDeclined = parameter({
  key: 'dossier.countDeclined',
  shape: z.boolean(),
  default: true,
  title: { zh: '拒绝提供算已填写', en: 'Declined counts as filled' },
  affects: { zh: '关闭后，拒绝提供的项目会一直显示为缺项。', en: 'When off, declined fields stay missing for ever.' },
  source: 'DOS-14',
});

export const dossierWeights = parameter({
  key: 'dossier.weights',
  shape: z.record(z.string(), z.int().min(0).max(100)),
  default: Object.fromEntries(completenessItems.map(({ key, weight }) => [key, weight])),
  words: Object.fromEntries(completenessItems.map(({ key, title }) => [key, title])),
  unit: { zh: '分', en: 'points' },
  title: { zh: '档案项目的分值', en: 'Points of dossier items' },
  affects: { zh: '完善度按已填分值占全部适用分值计算。', en: 'Completeness is filled points over applicable points.' },
  source: 'DOS-14',
});

export const groupPurpose = parameter({
  key: 'dossier.groupPurpose',
  shape: GroupPurposes,
  default: shippedPurposes,
  words: { ...groupTitles, ...purposeTitles },
  title: { zh: '档案各组的用途', en: 'What each group of the dossier is for' },
  affects: { zh: '显示在客户档案的每一组旁边。', en: 'Stands beside each group of a customer’s dossier.' },
  source: 'DOS-27',
});

export const revealsPerHour = parameter({
  key: 'privacy.reveal.perHour',
  shape: z.int().min(1).max(1_000),
  default: 60,
  unit: { zh: '次/小时', en: 'per hour' },
  title: { zh: '每人每小时可查看的号码数', en: 'Phones one person may reveal per hour' },
  affects: { zh: '超过后当小时内不能再查看完整号码。', en: 'Beyond it no further phone is shown within the hour.' },
  source: 'SEC-09',
});

export const lookUpsPerHour = parameter({
  key: 'privacy.lookUp.perHour',
  shape: z.int().min(1).max(10_000),
  default: 300,
  unit: { zh: '次/小时', en: 'per hour' },
  title: { zh: '每人每小时可按号码查找的次数', en: 'Phone look-ups per person and hour' },
  affects: { zh: '超过后当小时内不能再按号码查找。', en: 'Beyond it no further look-up within the hour.' },
  source: 'SEC-09',
});

export const graphDepth = parameter({
  key: 'graph.defaultDepth',
  shape: z.int().min(1).max(3),
  default: 2,
  unit: { zh: '层', en: 'steps' },
  title: { zh: '关系图的层数', en: 'Steps of the relation graph' },
  affects: { zh: '关系图从一个人画到几层以外。', en: 'How many steps from a person the graph is drawn.' },
  source: 'DOS-18',
});

export const parameters = [
  firstVisitLine,
  deepenedLine,
  ownerLine,
  deepenedVisits,
  deepenedMonths,
  deepenedGrace,
  countDeclined,
  dossierWeights,
  groupPurpose,
  revealsPerHour,
  lookUpsPerHour,
  graphDepth,
];
