import { Day } from '@yilu/platform/contract';
import { z } from 'zod';
import { ColumnKey, type ColumnType } from './columns.ts';

/** A day that stands or moves with today: 30 days ago is `{ ago: 30, unit: 'day' }`, in two weeks `{ ahead: 2, unit: 'week' }`. */
export const When = z.union([
  Day,
  z.enum(['today', 'startOfWeek', 'endOfWeek', 'startOfMonth', 'endOfMonth', 'startOfYear', 'endOfYear']),
  z.object({ ago: z.int().min(0).max(4_000), unit: z.enum(['day', 'week', 'month', 'year']) }),
  z.object({ ahead: z.int().min(0).max(4_000), unit: z.enum(['day', 'week', 'month', 'year']) }),
]);
export type When = z.infer<typeof When>;

const text = z.string().trim().min(1).max(60);
const several = z.array(z.string().min(1).max(64)).min(1).max(200);
const number = z.number().min(-1e15).max(1e15);

/** One condition. Which operators a column takes is said by its type; anything else is refused with 422. */
export const Condition = z.discriminatedUnion('is', [
  z.object({ column: ColumnKey, is: z.literal('anyOf'), value: several }),
  z.object({ column: ColumnKey, is: z.literal('noneOf'), value: several }),
  z.object({ column: ColumnKey, is: z.literal('allOf'), value: several }),
  z.object({ column: ColumnKey, is: z.literal('contains'), value: text }),
  z.object({ column: ColumnKey, is: z.literal('startsWith'), value: text }),
  z.object({ column: ColumnKey, is: z.literal('atLeast'), value: number }),
  z.object({ column: ColumnKey, is: z.literal('atMost'), value: number }),
  z.object({ column: ColumnKey, is: z.literal('from'), value: When }),
  z.object({ column: ColumnKey, is: z.literal('until'), value: When }),
  /** For `birthday`: this month 0, next month 1. */
  z.object({ column: ColumnKey, is: z.literal('inMonth'), value: z.int().min(0).max(11) }),
  /** For `birthday`: today and this many days on, across New Year. */
  z.object({ column: ColumnKey, is: z.literal('inNextDays'), value: z.int().min(0).max(180) }),
  z.object({ column: ColumnKey, is: z.literal('empty') }),
  z.object({ column: ColumnKey, is: z.literal('filled') }),
  /** Below the line of its stage; for `completeness` only. */
  z.object({ column: ColumnKey, is: z.literal('belowLine') }),
  /** Oneself, for `responsible` only; so that a shared view means everybody's own. */
  z.object({ column: ColumnKey, is: z.literal('me') }),
]);
export type Condition = z.infer<typeof Condition>;
export type Operator = Condition['is'];

/** Conditions nested with and, or, not. */
export type Filter =
  | Condition
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter };

const branches = 30;
export const Filter: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    Condition,
    z.strictObject({ all: z.array(Filter).max(branches) }),
    z.strictObject({ any: z.array(Filter).max(branches) }),
    z.strictObject({ not: Filter }),
  ]),
);

/** The operators that each type of column takes, in the order in which the filter offers them. */
export const operatorsOf: Readonly<Record<ColumnType['kind'], readonly Operator[]>> = {
  text: ['contains', 'startsWith', 'empty', 'filled'],
  choice: ['anyOf', 'noneOf', 'empty', 'filled'],
  number: ['atLeast', 'atMost', 'empty', 'filled'],
  money: ['atLeast', 'atMost', 'empty', 'filled'],
  percent: ['atLeast', 'atMost', 'belowLine', 'empty', 'filled'],
  day: ['from', 'until', 'empty', 'filled'],
  yearly: ['inMonth', 'inNextDays', 'empty', 'filled'],
  keys: ['anyOf', 'allOf', 'noneOf', 'empty', 'filled'],
  id: ['anyOf', 'noneOf', 'me', 'empty', 'filled'],
};
