import type { ImportedDeal } from '@yilu/sales/contract';
import type { Field } from '../contract/index.ts';

/** What the rows of one import have said of deals so far, by project and number. */
export type SaidOfDeals = Map<string, SaidOfDeal[]>;
interface SaidOfDeal {
  readonly sheet: string;
  readonly row: number;
  readonly deal: ImportedDeal;
}

export interface DealContradiction {
  readonly field: Field;
  readonly earlier: { readonly sheet: string; readonly row: number };
}

/** What a row tells of a deal's terms, by the field of a file that it came from. */
const termsOfFields = {
  roomId: 'room',
  subscribedOn: 'subscribedOn',
  signedOn: 'signedOn',
  amountFen: 'agreedPrice',
  unitPriceFen: 'unitPrice',
  listAmountFen: 'listPrice',
  discount: 'discount',
  paymentMethod: 'payment',
  depositFen: 'deposit',
  number: 'dealKey',
  contractNumber: 'contractNumber',
  consultantId: 'consultant',
  consultantName: 'consultant',
  referrerId: 'referrerName',
  note: 'note',
} as const satisfies Partial<Record<keyof ImportedDeal, Field>>;
const terms = Object.keys(termsOfFields) as (keyof typeof termsOfFields)[];

/**
 * A row without what an earlier row of the same import says otherwise of its deal. A contract says later news than its
 * subscription, and an end than both; of two that stand equally far the first has the say. Were each to have it in its turn, every
 * further run would write both again.
 */
export function asDealSaidFirst(
  said: SaidOfDeals,
  deal: ImportedDeal,
  at: { readonly sheet: string; readonly row: number },
): { readonly deal: ImportedDeal; readonly contradictions: readonly DealContradiction[] } {
  const key = `${deal.projectId} ${deal.sourceKey}`;
  const earlier = said.get(key) ?? [];
  const standing = heardAfter(earlier, deal);
  said.set(key, [...earlier, { ...at, deal: standing.deal }]);
  return standing;
}

function heardAfter(earlier: readonly SaidOfDeal[], deal: ImportedDeal): ReturnType<typeof asDealSaidFirst> {
  const furthest = earlier.reduce<SaidOfDeal | undefined>(
    (most, one) => (most && howFar(most.deal) >= howFar(one.deal) ? most : one),
    undefined,
  );
  if (!furthest || howFar(deal) > howFar(furthest.deal)) return { deal, contradictions: [] };
  const contradictions: DealContradiction[] = [];
  const against = terms.filter((term) => {
    const first = earlier.find((one) => one.deal[term] !== undefined);
    if (deal[term] === undefined || !first || first.deal[term] === deal[term]) return false;
    // Of what a contract changed, its subscription need not be reproached; another home is never a matter of time.
    if (howFar(deal) === howFar(first.deal) || term === 'roomId')
      contradictions.push({ field: termsOfFields[term], earlier: { sheet: first.sheet, row: first.row } });
    return true;
  });
  const { state, cancelledOn, cancelledOnIsPresumed, cancelReason } = furthest.deal;
  return {
    deal: {
      ...deal,
      ...Object.fromEntries(against.map((term) => [term, undefined])),
      ...{ state, cancelledOn, cancelledOnIsPresumed, cancelReason },
    },
    contradictions,
  };
}

const steps = ['INTENTION_PAID', 'UNIT_RESERVED', 'SUBSCRIBED', 'CONTRACT_SIGNED', 'CANCELLED'] as const;

function howFar({ state }: ImportedDeal): number {
  return steps.indexOf(state);
}
