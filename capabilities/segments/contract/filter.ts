import { z } from 'zod';
import { bookColumns, type ColumnKey, type ColumnType, columnKeys } from './columns.ts';
import { isSignal, type SignalField, signalFields } from './signals.ts';

/** Of whose customers: whoever took them over owes them a word; and those of them whom Today does not name already (ORG-16). */
export const tellingFields = ['toTell', 'toTellBeyondToday'] as const;
export type TellingField = (typeof tellingFields)[number];

/** What can be asked for: every column, whether the dossier is below its line, signs of interest (DOS-33), who is still to be told (ORG-16). */
export const filterFields = [...columnKeys, 'belowLine', ...signalFields, ...tellingFields] as const;
export type FilterField = ColumnKey | 'belowLine' | SignalField | TellingField;
export const FilterField = z.enum(filterFields as unknown as [FilterField, ...FilterField[]]);

export const operators = [
  'in',
  'notIn',
  'all',
  'contains',
  'equals',
  'atLeast',
  'atMost',
  'within',
  'before',
  'after',
  'known',
  'unknown',
  'yes',
  'no',
] as const;
export const Operator = z.enum(operators);
export type Operator = z.infer<typeof Operator>;

/**
 * One condition. `in` and `notIn` take a list of values (`me` = oneself, so that a shared view means everybody's own);
 * `within` a span that moves with the calendar: today, thisWeek, thisMonth, last30, next7; `before` and `after` a day.
 */
export const Condition = z.strictObject({
  field: FilterField,
  is: Operator,
  value: z.union([z.string().max(64), z.number(), z.boolean(), z.array(z.string().max(64)).max(200)]).optional(),
});
export type Condition = z.infer<typeof Condition>;

/** Conditions of which all, any or none must hold; groups nest. */
export interface FilterGroup {
  readonly match: 'all' | 'any' | 'none';
  readonly of: readonly (Condition | FilterGroup)[];
}
export const FilterGroup: z.ZodType<FilterGroup> = z.lazy(() =>
  z.strictObject({
    match: z.enum(['all', 'any', 'none']),
    of: z.array(z.union([Condition, FilterGroup])).max(50),
  }),
);

/** The operators that each type of field takes, in the order in which the filter offers them. */
export const operatorsOf: Readonly<Record<ColumnType['kind'] | 'yesNo', readonly Operator[]>> = {
  text: ['contains', 'equals', 'known', 'unknown'],
  choice: ['in', 'notIn', 'known', 'unknown'],
  keys: ['in', 'all', 'notIn', 'known', 'unknown'],
  id: ['in', 'notIn', 'known', 'unknown'],
  number: ['atLeast', 'atMost', 'equals', 'known', 'unknown'],
  money: ['atLeast', 'atMost', 'equals', 'known', 'unknown'],
  percent: ['atLeast', 'atMost', 'equals', 'known', 'unknown'],
  day: ['within', 'before', 'after', 'known', 'unknown'],
  yearly: ['within', 'known', 'unknown'],
  yesNo: ['yes', 'no'],
};

export function isTelling(field: string): field is TellingField {
  return (tellingFields as readonly string[]).includes(field);
}

export function kindOf(field: FilterField): ColumnType['kind'] | 'yesNo' {
  if (isSignal(field)) return 'keys';
  if (isTelling(field)) return 'id';
  return field === 'belowLine' ? 'yesNo' : bookColumns[field].type.kind;
}

export function isGroup(node: Condition | FilterGroup): node is FilterGroup {
  return 'of' in node;
}
