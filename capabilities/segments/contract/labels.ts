import type { Day, Sentence } from '@yilu/platform/contract';
import { z } from 'zod';

/** Where a customer stands on the way to a home (SEG-01…06), from first interest to long-standing owner; LOST stands beside. */
export const lifecycles = ['POTENTIAL', 'PROSPECTIVE', 'CLOSED', 'LONG_STANDING', 'LOST'] as const;
export const Lifecycle = z.enum(lifecycles);
export type Lifecycle = z.infer<typeof Lifecycle>;

/** What a customer is worth to us now and later (SEG-08…12), in the order of precedence. */
export const valueClasses = ['HIGH_NET_WORTH', 'UPGRADER', 'FIRST_NEED', 'EMERGING', 'UNCLASSIFIED'] as const;
export const ValueClass = z.enum(valueClasses);
export type ValueClass = z.infer<typeof ValueClass>;

/** How long ago we heard of each other (SEG-13…16). NO_RECORD: nothing on record, shown apart from DORMANT. */
export const activities = ['ACTIVE', 'COOLING', 'SILENT', 'DORMANT', 'NO_RECORD'] as const;
export const Activity = z.enum(activities);
export type Activity = z.infer<typeof Activity>;

/** The labels that this capability computes. Completeness is one too: its value is whole percent 0–100 (DOS-14). */
export const labelKinds = ['lifecycle', 'value', 'activity', 'completeness'] as const;
export const LabelKind = z.enum(labelKinds);
export type LabelKind = z.infer<typeof LabelKind>;

/** What a rule looked at. Each has one sentence for people in `text.ts`. */
export const criteria = [
  'gaveUp',
  'sinceRepurchaseOrReferral',
  'sinceDelivery',
  'signed',
  'reserved',
  'interest',
  'amountAmongTop',
  'secondHomeOrInvestment',
  'bedroomsAtLeast',
  'bedroomsAtMost',
  'firstPurchase',
  'ageBetween',
  'futureNeed',
  'currentScore',
  'scoreForAge',
  'scoreForSecondHome',
  'scoreForFamilyGrowth',
  'scoreForReferrals',
  'sinceContact',
  'sinceMilestone',
  'sincePayment',
  'completenessLine',
  'missingField',
] as const;
export const Criterion = z.enum(criteria);
export type Criterion = z.infer<typeof Criterion>;

/**
 * One cell of a label's reckoning: what was asked, what was seen, what would have been needed, whether it holds.
 * Data, not sentences, so that a page shows the matrix and a report counts it. Days as `2026-11-21`, money in fen.
 */
export const Reason = z.object({
  criterion: Criterion,
  /** Absent when nothing is known. */
  observed: z.union([z.string(), z.number(), z.boolean()]).optional(),
  needed: z.union([z.string(), z.number(), z.boolean(), z.array(z.number())]).optional(),
  met: z.boolean(),
});
export type Reason = z.infer<typeof Reason>;

/** What every rule of a label answers. */
export interface Label<Value> {
  readonly value: Value;
  readonly reasons: readonly Reason[];
  /** The first day in Shanghai on which the answer would differ although nothing happens; absent: never. */
  readonly validUntil?: Day | undefined;
}

export const lifecycleTexts: Readonly<Record<Lifecycle, Sentence>> = {
  POTENTIAL: { zh: '潜在', en: 'Potential' },
  PROSPECTIVE: { zh: '准客户', en: 'Prospective' },
  CLOSED: { zh: '成交', en: 'Closed' },
  LONG_STANDING: { zh: '老客户', en: 'Long-standing' },
  LOST: { zh: '流失', en: 'Lost' },
};

export const valueTexts: Readonly<Record<ValueClass, Sentence>> = {
  HIGH_NET_WORTH: { zh: '高净值', en: 'High net worth' },
  UPGRADER: { zh: '改善', en: 'Upgrader' },
  FIRST_NEED: { zh: '刚需', en: 'First home' },
  EMERGING: { zh: '潜力', en: 'Emerging' },
  UNCLASSIFIED: { zh: '未分层', en: 'Unclassified' },
};

export const activityTexts: Readonly<Record<Activity, Sentence>> = {
  ACTIVE: { zh: '活跃', en: 'Active' },
  COOLING: { zh: '降温', en: 'Cooling' },
  SILENT: { zh: '沉默', en: 'Silent' },
  DORMANT: { zh: '沉睡', en: 'Dormant' },
  NO_RECORD: { zh: '无记录', en: 'No record' },
};

export const labelTexts: Readonly<Record<LabelKind, Sentence>> = {
  lifecycle: { zh: '生命周期', en: 'Lifecycle' },
  value: { zh: '价值', en: 'Value' },
  activity: { zh: '活跃度', en: 'Activity' },
  completeness: { zh: '完善度', en: 'Completeness' },
};

/** The value of a label as people read it; completeness is a figure. */
export function labelValueText(label: LabelKind, value: string): Sentence {
  if (label === 'completeness') return { zh: `${value}%`, en: `${value}%` };
  const texts: Readonly<Record<string, Sentence>> = { ...lifecycleTexts, ...valueTexts, ...activityTexts };
  return texts[value] ?? { zh: value, en: value };
}
