import { addMonths, type Day } from '@yilu/platform/contract';
import type { Label, Lifecycle, lostAnchors, Reason } from '../contract/index.ts';
import { firstDifferent, latest } from './valid-until.ts';

/** What is known of one customer in one project; the last purchase and referral are those in the whole group. */
export interface LifecycleFacts {
  /** First sign of interest: registered, called, visited, joined an online activity (SEG-01). */
  readonly interestOn?: Day | undefined;
  /** Latest sign of interest; after giving up it takes the giving up back. */
  readonly lastInterestOn?: Day | undefined;
  /** Said explicitly that they will not buy (SEG-05). */
  readonly gaveUpOn?: Day | undefined;
  /** A reservation or intention money that stands and is not signed yet (SEG-02). */
  readonly reservedOn?: Day | undefined;
  /** First contract signed here that stands (SEG-03). */
  readonly signedOn?: Day | undefined;
  /** Owner or co-owner of a room here today, with or without a contract on record. */
  readonly owns: boolean;
  /** First delivery of a room owned here; absent when not delivered or the day is not known. */
  readonly deliveredOn?: Day | undefined;
  readonly lastPurchaseOn?: Day | undefined;
  readonly lastReferralOn?: Day | undefined;
}

export interface LifecycleParameters {
  readonly longStandingMonths: number;
  readonly lostMonths: number;
  readonly lostAnchor: readonly (typeof lostAnchors)[number][];
}

/**
 * Exactly one state, tested in the order LOST, LONG_STANDING, CLOSED, PROSPECTIVE, POTENTIAL (SEG-06);
 * none for people who neither own, buy nor look (residents, tenants, children).
 */
export function lifecycle(
  facts: LifecycleFacts,
  today: Day,
  parameters: LifecycleParameters,
): Label<Lifecycle> | undefined {
  const value = lifecycleOn(facts, today, parameters);
  if (!value) return undefined;
  const turns = [
    facts.deliveredOn,
    facts.deliveredOn && addMonths(facts.deliveredOn, parameters.longStandingMonths),
    lostOn(facts, parameters),
  ];
  return {
    value,
    reasons: reasonsFor(facts, value, today, parameters),
    validUntil: firstDifferent(turns, today, value, (on) => lifecycleOn(facts, on, parameters)),
  };
}

const advancement: readonly Lifecycle[] = ['LONG_STANDING', 'CLOSED', 'PROSPECTIVE', 'POTENTIAL', 'LOST'];

/** The state of somebody known in several projects: the most advanced that is not lost (SEG-06). */
export function overallLifecycle(states: readonly Lifecycle[]): Lifecycle | undefined {
  return advancement.find((state) => states.includes(state));
}

function lifecycleOn(facts: LifecycleFacts, on: Day, parameters: LifecycleParameters): Lifecycle | undefined {
  const owner = facts.owns || facts.signedOn !== undefined;
  if (!owner && hasGivenUp(facts)) return 'LOST';
  if (owner) {
    const lost = lostOn(facts, parameters);
    if (lost && lost <= on) return 'LOST';
    if (facts.deliveredOn && addMonths(facts.deliveredOn, parameters.longStandingMonths) <= on) return 'LONG_STANDING';
    return 'CLOSED';
  }
  if (facts.reservedOn) return 'PROSPECTIVE';
  return facts.interestOn ? 'POTENTIAL' : undefined;
}

/** The day on which an owner counts as lost; never for one whose home is not delivered or whose delivery has no date. */
function lostOn(facts: LifecycleFacts, { lostMonths, lostAnchor }: LifecycleParameters): Day | undefined {
  const since = lostSince(facts, lostAnchor);
  if (!facts.deliveredOn || !since) return undefined;
  return later(facts.deliveredOn, addMonths(since, lostMonths));
}

function lostSince(facts: LifecycleFacts, anchors: LifecycleParameters['lostAnchor']): Day | undefined {
  return latest(anchors.map((anchor) => facts[dayOfAnchor[anchor]]));
}

const dayOfAnchor = { delivery: 'deliveredOn', purchase: 'lastPurchaseOn', referral: 'lastReferralOn' } as const;

/** Interest or a reservation on a later day takes a giving up back; the call in which it was said does not. */
function hasGivenUp({ gaveUpOn, lastInterestOn, reservedOn }: LifecycleFacts): boolean {
  if (!gaveUpOn) return false;
  const back = [lastInterestOn, reservedOn].some((on) => on !== undefined && on > gaveUpOn);
  return !back;
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function reasonsFor(facts: LifecycleFacts, value: Lifecycle, today: Day, parameters: LifecycleParameters): Reason[] {
  const owner = facts.owns || facts.signedOn !== undefined;
  if (!owner) {
    return [
      ...(facts.gaveUpOn ? [{ criterion: 'gaveUp', observed: facts.gaveUpOn, met: value === 'LOST' } as const] : []),
      { criterion: 'reserved', observed: facts.reservedOn, met: facts.reservedOn !== undefined },
      { criterion: 'interest', observed: facts.interestOn, met: facts.interestOn !== undefined },
    ];
  }
  // Who has no home yet cannot be lost, however long ago they bought: that clock is not shown to them.
  const since = facts.deliveredOn && lostSince(facts, parameters.lostAnchor);
  return [
    { criterion: 'sinceRepurchaseOrReferral', observed: since, needed: parameters.lostMonths, met: value === 'LOST' },
    {
      criterion: 'sinceDelivery',
      observed: facts.deliveredOn,
      needed: parameters.longStandingMonths,
      met: facts.deliveredOn !== undefined && addMonths(facts.deliveredOn, parameters.longStandingMonths) <= today,
    },
    { criterion: 'signed', observed: facts.signedOn, met: true },
  ];
}
