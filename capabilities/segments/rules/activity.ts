import { addMonths, type Day } from '@yilu/platform/contract';
import type { Activity, Criterion, Label } from '../contract/index.ts';
import { firstDifferent, latest } from './valid-until.ts';

/** When we last heard of each other: the latest of interaction, milestone and payment counts (decision 15, SEG-17). */
export interface ActivityFacts {
  /** Latest interaction that counts (SEG-17); messages without reaction never do. */
  readonly lastInteractionOn?: Day | undefined;
  /** Latest milestone of a room or deal up to today, such as the handover. */
  readonly lastMilestoneOn?: Day | undefined;
  /** Latest payment of their own in a deal; what a bank pays never counts. */
  readonly lastPaymentOn?: Day | undefined;
  /** The next dated milestone still ahead; it will count from its day. */
  readonly nextMilestoneOn?: Day | undefined;
}

/** Calendar months, boundaries included: exactly 3 months is silent, exactly 6 dormant. */
export interface ActivityParameters {
  readonly activeMaxMonths: number;
  readonly coolingEnabled: boolean;
  readonly silentMinMonths: number;
  readonly dormantMinMonths: number;
  /** Whether payments count as interaction (SEG-17). */
  readonly paymentsCount: boolean;
}

/** Exactly one of five values for everybody who carries labels (SEG-13…16). */
export function activity(known: ActivityFacts, today: Day, parameters: ActivityParameters): Label<Activity> {
  const facts = parameters.paymentsCount ? known : { ...known, lastPaymentOn: undefined };
  const value = activityOn(facts, today, parameters);
  const anchor = anchorOn(facts, today);
  return {
    value,
    reasons: [
      {
        criterion: criterionOf(facts, anchor),
        observed: anchor,
        needed: [parameters.activeMaxMonths, parameters.silentMinMonths, parameters.dormantMinMonths],
        met: value === 'ACTIVE',
      },
    ],
    validUntil: firstDifferent(turnsOf(facts, parameters), today, value, (on) => activityOn(facts, on, parameters)),
  };
}

/** Milestones and payments count as contact, but people must not read that somebody called. */
function criterionOf(facts: ActivityFacts, anchor: Day | undefined): Criterion {
  if (anchor === undefined || anchor === facts.lastInteractionOn) return 'sinceContact';
  const isMilestone = anchor === facts.lastMilestoneOn || anchor === facts.nextMilestoneOn;
  return isMilestone ? 'sinceMilestone' : 'sincePayment';
}

function activityOn(facts: ActivityFacts, on: Day, parameters: ActivityParameters): Activity {
  const anchor = anchorOn(facts, on);
  if (!anchor) return 'NO_RECORD';
  if (on >= addMonths(anchor, parameters.dormantMinMonths)) return 'DORMANT';
  if (on >= addMonths(anchor, parameters.silentMinMonths)) return 'SILENT';
  if (on >= addMonths(anchor, parameters.activeMaxMonths)) return parameters.coolingEnabled ? 'COOLING' : 'ACTIVE';
  return 'ACTIVE';
}

/** The latest day of contact up to this day. */
function anchorOn(facts: ActivityFacts, on: Day): Day | undefined {
  return latest(contactsOf(facts), on);
}

function contactsOf(facts: ActivityFacts): readonly (Day | undefined)[] {
  return [facts.lastInteractionOn, facts.lastMilestoneOn, facts.lastPaymentOn, facts.nextMilestoneOn];
}

/** A loop: it is asked of everybody. */
function turnsOf(
  facts: ActivityFacts,
  { activeMaxMonths, silentMinMonths, dormantMinMonths }: ActivityParameters,
): Day[] {
  const turns: Day[] = [];
  for (const from of contactsOf(facts)) {
    if (from === undefined) continue;
    turns.push(
      from,
      addMonths(from, activeMaxMonths),
      addMonths(from, silentMinMonths),
      addMonths(from, dormantMinMonths),
    );
  }
  return turns;
}
