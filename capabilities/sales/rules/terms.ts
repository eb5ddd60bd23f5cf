import type { Day, Refusal, RefusedDetail } from '@yilu/platform/contract';
import {
  amountNeeded,
  buyerTwice,
  type DealState,
  type DealTerms,
  dateInFuture,
  dateMissing,
  datesOutOfOrder,
  referrerBuys,
  roomNeeded,
  type Step,
  sharesTooHigh,
  signedStands,
  stepTitles,
} from '../contract/index.ts';

export interface TermsRefusal {
  readonly refusal: Refusal;
  readonly detail: RefusedDetail;
}

const steps = [
  'intentionPaidOn',
  'reservedOn',
  'subscribedOn',
  'signedOn',
  'filedOn',
] as const satisfies readonly Step[];
const stepOfState = {
  INTENTION_PAID: 'intentionPaidOn',
  UNIT_RESERVED: 'reservedOn',
  SUBSCRIBED: 'subscribedOn',
  CONTRACT_SIGNED: 'signedOn',
} as const satisfies Record<DealTerms['state'], Step>;

/** Shares are fractions, so thirds may add up to a hair more than one. */
const hair = 1e-5;

/** Why these terms cannot stand, with the field to mend. */
export function refusalOfTerms(terms: DealTerms, today: Day): TermsRefusal | undefined {
  const people = terms.buyers.map(({ personId }) => personId);
  if (new Set(people).size < people.length) return at('buyers', buyerTwice);
  const shares = terms.buyers.reduce((sum, { share = 0 }) => sum + share, 0);
  if (shares > 1 + hair) return at('buyers', sharesTooHigh);
  if (terms.referrerId && people.includes(terms.referrerId)) return at('referrerId', referrerBuys);
  if (terms.payments.some(({ receivedOn }) => receivedOn > today)) return at('payments', dateInFuture(receivedTitle));

  if (terms.state !== 'INTENTION_PAID' && !terms.roomId) return at('roomId', roomNeeded);
  const priced = terms.state === 'SUBSCRIBED' || terms.state === 'CONTRACT_SIGNED';
  if (priced && terms.amountFen === undefined) return at('amountFen', amountNeeded);

  const step = stepOfState[terms.state];
  if (!terms[step]) return at(step, dateMissing({ field: step, ...stepTitles[step] }));
  return refusalOfDates(terms, today);
}

const receivedTitle = { zh: '收款日期', en: 'Payment received on' };

/** Why a deal that stands cannot become this: what was signed ends by being cancelled only. */
export function refusalToBecome(
  stands: { readonly state: DealState; readonly roomId?: string | undefined },
  terms: DealTerms,
): Refusal | undefined {
  if (stands.state !== 'CONTRACT_SIGNED') return undefined;
  return terms.state === 'CONTRACT_SIGNED' && terms.roomId === stands.roomId ? undefined : signedStands;
}

/** Why a deal cannot end on this day. */
export function refusalToCancel(stands: Pick<DealTerms, Step>, on: Day, today: Day): Refusal | undefined {
  if (on > today) return dateInFuture(cancelledTitle);
  const later = steps.find((step) => (stands[step] ?? on) > on);
  if (!later) return undefined;
  const { zh, en } = stepTitles[later];
  const { zh: laterZh, en: laterEn } = cancelledTitle;
  return datesOutOfOrder({ earlierZh: zh, earlierEn: en, laterZh, laterEn });
}

const cancelledTitle = { zh: '作废日期', en: 'Cancelled on' };

function refusalOfDates(terms: DealTerms, today: Day): TermsRefusal | undefined {
  let earlier: Step | undefined;
  for (const step of steps) {
    const on = terms[step];
    if (!on) continue;
    if (on > today) return at(step, dateInFuture(stepTitles[step]));
    const before = earlier && terms[earlier];
    if (earlier && before && on < before) {
      const [one, other] = [stepTitles[earlier], stepTitles[step]];
      return at(step, datesOutOfOrder({ earlierZh: one.zh, laterZh: other.zh, earlierEn: one.en, laterEn: other.en }));
    }
    earlier = step;
  }
  return undefined;
}

function at(field: string, refusal: Refusal): TermsRefusal {
  return { refusal, detail: { field } };
}
