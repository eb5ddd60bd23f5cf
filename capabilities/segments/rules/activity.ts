import { addMonths, type Day } from '@yilu/platform/contract';
import type { Activity, Label } from '../contract/index.ts';
import { firstDifferent, latest } from './valid-until.ts';

/** When we last heard of each other: the latest of interaction and milestone counts (decision 15). */
export interface ActivityFacts {
  /** Latest interaction that counts (SEG-17); messages without reaction never do. */
  readonly lastInteractionOn?: Day | undefined;
  /** Latest milestone of a room or deal up to today, such as the handover. */
  readonly lastMilestoneOn?: Day | undefined;
  /** The next dated milestone still ahead; it will count from its day. */
  readonly nextMilestoneOn?: Day | undefined;
}

/** Calendar months, boundaries included: exactly 3 months is silent, exactly 6 dormant. */
export interface ActivityParameters {
  readonly activeMaxMonths: number;
  readonly coolingEnabled: boolean;
  readonly silentMinMonths: number;
  readonly dormantMinMonths: number;
}

/** Exactly one of five values for everybody who carries labels (SEG-13…16). */
export function activity(facts: ActivityFacts, today: Day, parameters: ActivityParameters): Label<Activity> {
  const value = activityOn(facts, today, parameters);
  const anchor = anchorOn(facts, today);
  const contacts = [facts.lastInteractionOn, facts.lastMilestoneOn, facts.nextMilestoneOn];
  const turns = contacts.flatMap((from) => (from ? [from, ...turnsAfter(from, parameters)] : []));
  return {
    value,
    reasons: [
      {
        criterion: isMilestone(facts, anchor) ? 'sinceMilestone' : 'sinceContact',
        observed: anchor,
        needed: [parameters.activeMaxMonths, parameters.silentMinMonths, parameters.dormantMinMonths],
        met: value === 'ACTIVE',
      },
    ],
    validUntil: firstDifferent(turns, today, value, (on) => activityOn(facts, on, parameters)),
  };
}

/** A milestone counts as contact, but people must not read that somebody called. */
function isMilestone({ lastInteractionOn }: ActivityFacts, anchor: Day | undefined): boolean {
  return anchor !== undefined && anchor !== lastInteractionOn;
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
function anchorOn({ lastInteractionOn, lastMilestoneOn, nextMilestoneOn }: ActivityFacts, on: Day): Day | undefined {
  return latest([lastInteractionOn, lastMilestoneOn, nextMilestoneOn], on);
}

function turnsAfter(anchor: Day, { activeMaxMonths, silentMinMonths, dormantMinMonths }: ActivityParameters): Day[] {
  return [activeMaxMonths, silentMinMonths, dormantMinMonths].map((months) => addMonths(anchor, months));
}
