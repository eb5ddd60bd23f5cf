import { activities, type Condition, type LabelKind, lifecycles, valueClasses } from '../contract/index.ts';

export interface DistributionCount {
  readonly value: string;
  readonly customers: number;
}

export interface DistributionLine {
  /** The value; of completeness the first percent of the band. */
  readonly key: string;
  /** Whole percent, of completeness only. */
  readonly from?: number;
  readonly to?: number;
  readonly customers: number;
  readonly before: number;
  /** Finds them in the customer book as it is today. */
  readonly conditions: readonly Condition[];
}

/** Bands of completeness between the lines that the stages ask for: 30, 70 and 100 % (DOS-11…13). */
const bands = [
  [0, 29],
  [30, 69],
  [70, 99],
  [100, 100],
] as const;

const valuesOf = { lifecycle: lifecycles, value: valueClasses, activity: activities } as const;

/** The counts of two days side by side, every value in its own order; nothing where nobody has a label on either day. */
export function distributionLines(
  label: LabelKind,
  now: readonly DistributionCount[],
  then: readonly DistributionCount[],
): readonly DistributionLine[] {
  if (now.length === 0 && then.length === 0) return [];
  if (label === 'completeness') return bands.map(([from, to]) => bandLine(from, to, now, then));
  return valuesOf[label].map((value) => ({
    key: value,
    customers: customersWith(now, (one) => one === value),
    before: customersWith(then, (one) => one === value),
    conditions: [{ field: label, is: 'in', value: [value] }],
  }));
}

function bandLine(
  from: number,
  to: number,
  now: readonly DistributionCount[],
  then: readonly DistributionCount[],
): DistributionLine {
  const isWithin = (value: string) => Number(value) >= from && Number(value) <= to;
  return {
    key: `${from}`,
    from,
    to,
    customers: customersWith(now, isWithin),
    before: customersWith(then, isWithin),
    conditions: [
      { field: 'completeness', is: 'atLeast', value: from },
      { field: 'completeness', is: 'atMost', value: to },
    ],
  };
}

function customersWith(counts: readonly DistributionCount[], has: (value: string) => boolean): number {
  return counts.reduce((sum, { value, customers }) => sum + (has(value) ? customers : 0), 0);
}
