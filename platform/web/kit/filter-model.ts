import type { ComponentType } from 'react';
import { z } from 'zod';
import { addDays, addMonths, type Day, type Sentence } from '../../contract/index.ts';

/** One condition: a field, how it compares, with what. The meaning of fields is the list's own. */
export const FilterCondition = z.object({
  field: z.string(),
  is: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
});
export type FilterCondition = z.infer<typeof FilterCondition>;

/** Conditions of which all, any or none must hold; groups nest. */
export interface FilterGroup {
  readonly match: 'all' | 'any' | 'none';
  readonly of: readonly FilterNode[];
}
export type FilterNode = FilterCondition | FilterGroup;

export const FilterGroup: z.ZodType<FilterGroup> = z.object({
  match: z.enum(['all', 'any', 'none']),
  of: z.array(z.lazy(() => z.union([FilterCondition, FilterGroup]))).max(50),
});

/** A control by which the values of a condition are chosen. */
export interface ChooserProps {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly 'aria-label': string;
}

/** A field that can be asked for, and how. */
export interface FilterField {
  readonly key: string;
  readonly title: Sentence;
  /** `choices`: one record may have several of them, such as tags. `yearly`: a day that comes every year, such as a birthday. */
  readonly kind: 'choice' | 'choices' | 'text' | 'number' | 'day' | 'yearly' | 'yesNo';
  /** For `choice` and `choices`; where they are chosen by a control of their own, what those in the filter are called. */
  readonly options?: readonly { readonly value: string; readonly title: Sentence }[];
  /** For choices too many for a list, which are searched for on the server. */
  readonly chooser?: ComponentType<ChooserProps>;
  /** For `number`: 天, %. */
  readonly unit?: Sentence;
}

export const nothingFiltered: FilterGroup = { match: 'all', of: [] };

export function isGroup(node: FilterNode): node is FilterGroup {
  return 'of' in node;
}

interface Operator {
  readonly key: string;
  readonly title: Sentence;
  readonly takes: 'nothing' | 'text' | 'number' | 'options' | 'day' | 'relativeDay';
}

const operator = (key: string, zh: string, en: string, takes: Operator['takes']): Operator => ({
  key,
  title: { zh, en },
  takes,
});
const known = [operator('known', '已填', 'is known', 'nothing'), operator('unknown', '没填', 'is unknown', 'nothing')];

/** How a field of each kind can be compared; the first is offered first. */
export const operators: Readonly<Record<FilterField['kind'], readonly Operator[]>> = {
  choice: [operator('in', '是', 'is', 'options'), operator('notIn', '不是', 'is not', 'options'), ...known],
  choices: [
    operator('in', '有任一', 'has any of', 'options'),
    operator('all', '全都有', 'has all of', 'options'),
    operator('notIn', '都没有', 'has none of', 'options'),
    ...known,
  ],
  text: [
    operator('contains', '含有', 'contains', 'text'),
    operator('equals', '正好是', 'is exactly', 'text'),
    ...known,
  ],
  number: [
    operator('atLeast', '至少', 'at least', 'number'),
    operator('atMost', '至多', 'at most', 'number'),
    operator('equals', '等于', 'equals', 'number'),
    ...known,
  ],
  day: [
    operator('within', '在', 'within', 'relativeDay'),
    operator('before', '早于', 'before', 'day'),
    operator('after', '晚于', 'after', 'day'),
    ...known,
  ],
  yearly: [operator('within', '在', 'within', 'relativeDay'), ...known],
  yesNo: [operator('yes', '是', 'yes', 'nothing'), operator('no', '否', 'no', 'nothing')],
};

/** Spans that move with the calendar, so that a saved view stays true. */
export const relativeDays = [
  { value: 'today', title: { zh: '今天', en: 'today' } },
  { value: 'thisWeek', title: { zh: '本周', en: 'this week' } },
  { value: 'thisMonth', title: { zh: '本月', en: 'this month' } },
  { value: 'last7', title: { zh: '近 7 天', en: 'the last 7 days' } },
  { value: 'last30', title: { zh: '近 30 天', en: 'the last 30 days' } },
  { value: 'last90', title: { zh: '近 90 天', en: 'the last 90 days' } },
  { value: 'last365', title: { zh: '近一年', en: 'the last year' } },
  { value: 'next7', title: { zh: '接下来 7 天', en: 'the next 7 days' } },
  { value: 'next30', title: { zh: '接下来 30 天', en: 'the next 30 days' } },
] as const satisfies readonly { value: string; title: Sentence }[];
export type RelativeDay = (typeof relativeDays)[number]['value'];

/** First and last day of a moving span, both included. */
export function spanOf(relative: RelativeDay, today: Day): readonly [Day, Day] {
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  const firstOfMonth = `${today.slice(0, 8)}01` as Day;
  const spans: Record<RelativeDay, readonly [Day, Day]> = {
    today: [today, today],
    thisWeek: [monday, addDays(monday, 6)],
    thisMonth: [firstOfMonth, addDays(addMonths(firstOfMonth, 1), -1)],
    last7: [addDays(today, -6), today],
    last30: [addDays(today, -29), today],
    last90: [addDays(today, -89), today],
    last365: [addDays(today, -364), today],
    next7: [today, addDays(today, 6)],
    next30: [today, addDays(today, 29)],
  };
  return spans[relative];
}

/** How many conditions, however nested. */
export function countOf(group: FilterGroup): number {
  return group.of.reduce((sum, node) => sum + (isGroup(node) ? countOf(node) : 1), 0);
}

/** The group with one of its nodes replaced, or removed when undefined. */
export function withNode(group: FilterGroup, index: number, node: FilterNode | undefined): FilterGroup {
  return { ...group, of: node ? group.of.with(index, node) : group.of.toSpliced(index, 1) };
}
