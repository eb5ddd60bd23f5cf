import type { MissingItem } from '@yilu/customers/contract';
import { type CompletenessRubric, completenessOf, type DossierFacts, dossierStateOf } from '@yilu/customers/rules';
import type { Day } from '@yilu/platform/contract';
import { dayOf, instantOn } from '@yilu/platform/contract';
import type { Activity, Label, LabelKind, Lifecycle, Reason, Standing } from '../contract/index.ts';
import { type ActivityFacts, type ActivityParameters, activity } from './activity.ts';
import { type LifecycleFacts, type LifecycleParameters, lifecycle } from './lifecycle.ts';
import { type ValueFacts, type ValueLabel, type ValueParameters, valueClass } from './value.ts';
import type { ValueScale } from './value-scale.ts';

/** Everything known of one customer in one project that a label may depend on. */
export interface CustomerFacts {
  readonly standing: Standing;
  readonly lifecycle: LifecycleFacts;
  readonly value: ValueFacts;
  readonly activity: ActivityFacts;
  readonly dossier: DossierFacts;
}

/** The company's figures for one project. */
export interface Rubric {
  readonly lifecycle: LifecycleParameters;
  readonly value: ValueParameters;
  readonly activity: ActivityParameters;
  readonly completeness: CompletenessRubric;
}

/** Completeness as a label: whole percent, with the line and the day it is due. */
export interface CompletenessLabel extends Label<number> {
  readonly line?: number | undefined;
  readonly dueBy?: Day | undefined;
}

/** Each label that somebody carries; tenants, residents, children and former owners carry none (decision 15). */
export interface Labels {
  readonly lifecycle?: Label<Lifecycle> | undefined;
  readonly value?: ValueLabel | undefined;
  readonly activity?: Label<Activity> | undefined;
  readonly completeness?: CompletenessLabel | undefined;
}

export const bearers: readonly Standing[] = ['owner', 'coOwner', 'lead'];

/** All labels of one customer in one project at an instant. */
export function labelsOf(facts: CustomerFacts, scale: ValueScale, rubric: Rubric, now: Date): Labels {
  if (!bearers.includes(facts.standing)) return {};
  const today = dayOf(now);
  return {
    lifecycle: judges.lifecycle(facts, scale, rubric, today),
    value: judges.value(facts, scale, rubric, today),
    activity: judges.activity(facts, scale, rubric, today),
    completeness: judges.completeness(facts, scale, rubric, today),
  };
}

/** One label alone, for looking ahead to the day on which it changes. */
export function labelOn<Kind extends LabelKind>(
  kind: Kind,
  facts: CustomerFacts,
  scale: ValueScale,
  rubric: Rubric,
  day: Day,
): Labels[Kind] {
  return bearers.includes(facts.standing) ? judges[kind](facts, scale, rubric, day) : undefined;
}

type Judge<Result> = (facts: CustomerFacts, scale: ValueScale, rubric: Rubric, today: Day) => Result;

const judges: { readonly [Kind in LabelKind]: Judge<Labels[Kind]> } = {
  lifecycle: (facts, _, rubric, today) => lifecycle(facts.lifecycle, today, rubric.lifecycle),
  value: (facts, scale, rubric, today) => valueClass(facts.value, scale, today, rubric.value),
  activity: (facts, _, rubric, today) => activity(facts.activity, today, rubric.activity),
  completeness: (facts, _, rubric, today) => completeness(facts, rubric.completeness, today),
};

/** The earliest day on which any of the labels changes by itself. */
export function firstChange(labels: Labels): Day | undefined {
  const days = [
    labels.lifecycle?.validUntil,
    labels.value?.validUntil,
    labels.activity?.validUntil,
    labels.completeness?.validUntil,
  ];
  return days.reduce((first, on) => (on !== undefined && (first === undefined || on < first) ? on : first), undefined);
}

/** The dossier's rule, asked at the day's beginning: its day of change is the first day that begins after its instant. */
function completeness(facts: CustomerFacts, rubric: CompletenessRubric, today: Day): CompletenessLabel {
  const known = completenessOf(dossierStateOf(facts.dossier, rubric), rubric, instantOn(today));
  return {
    value: known.percent,
    line: known.line === undefined ? undefined : Math.ceil(known.line),
    dueBy: known.dueBy,
    reasons: [
      { criterion: 'completenessLine', observed: known.percent, needed: known.line, met: known.met },
      ...known.missing.map(reasonOf),
    ],
    validUntil: known.validUntil && dayOf(known.validUntil),
  };
}

const reasonsOfGaps = new WeakMap<MissingItem, Reason>();

/** The gaps of a rubric are the same for everybody, and so are their reasons. */
function reasonOf(gap: MissingItem): Reason {
  const known = reasonsOfGaps.get(gap);
  if (known) return known;
  const reason: Reason = { criterion: 'missingField', observed: gap.item, needed: gap.weight, met: false };
  reasonsOfGaps.set(gap, reason);
  return reason;
}
