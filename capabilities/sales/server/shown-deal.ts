import { withTextsMasked, withTextsRestored } from '@yilu/customers/server';
import type { Deal, DealTerms } from '../contract/index.ts';

type Worded = Pick<Deal, 'discount' | 'note' | 'payments' | 'cancelReason'>;

/** As it is answered: phones in what people wrote about it are masked (SEC-09). */
export function shownDeal(deal: Deal): Deal {
  return { ...deal, ...withTextsMasked(wordsOf(deal)) };
}

/** What somebody wrote around masked phones, whole again. */
export function wholeTerms<Terms extends DealTerms>(terms: Terms, current: Deal): Terms {
  return { ...terms, ...withTextsRestored(wordsOf(terms), wordsOf(current)) };
}

function wordsOf({ discount, note, payments, cancelReason }: Worded): Worded {
  return {
    payments,
    ...(discount !== undefined && { discount }),
    ...(note !== undefined && { note }),
    ...(cancelReason !== undefined && { cancelReason }),
  };
}
