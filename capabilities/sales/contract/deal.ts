import { Day, Fen, said } from '@yilu/platform/contract';
import { z } from 'zod';

/** From intention money to the signed contract; CANCELLED ends a deal at any point before. */
export const DealState = z.enum(['INTENTION_PAID', 'UNIT_RESERVED', 'SUBSCRIBED', 'CONTRACT_SIGNED', 'CANCELLED']);
export type DealState = z.output<typeof DealState>;

export const PaymentMethod = z.enum(['LUMP_SUM', 'MORTGAGE', 'PROVIDENT_FUND', 'COMBINED_LOAN', 'INSTALMENT']);
export type PaymentMethod = z.output<typeof PaymentMethod>;

export const PaymentKind = z.enum(['INTENTION', 'DEPOSIT', 'DOWN_PAYMENT', 'INSTALMENT', 'LOAN', 'OTHER']);
export type PaymentKind = z.output<typeof PaymentKind>;

/** More than nothing, below 100 billion yuan. */
const Amount = Fen.refine((fen) => fen > 0 && fen < 1e13, said('金额要大于 0。', 'The amount must be above 0.'));

export const BuyerPart = z.object({
  personId: z.uuid(),
  /** Part of the ownership, above 0 to 1; absent when the buyers did not say. */
  share: z.number().gt(0).max(1).optional(),
});
export type BuyerPart = z.output<typeof BuyerPart>;

export const Payment = z.object({
  kind: PaymentKind,
  amountFen: Amount,
  receivedOn: Day,
  note: z.string().trim().max(200).optional(),
});
export type Payment = z.output<typeof Payment>;

/** What people may write about a deal (DOS-29). */
export const DealTerms = z.object({
  roomId: z.uuid().optional(),
  state: DealState.exclude(['CANCELLED']),
  /** First named first. */
  buyers: z.array(BuyerPart).min(1).max(10),
  /** Total price as agreed. */
  amountFen: Amount.optional(),
  /** Per square metre of gross area. */
  unitPriceFen: Amount.optional(),
  /** Before discount. */
  listAmountFen: Amount.optional(),
  /** As it was granted, in words: 98 折. */
  discount: z.string().trim().min(1).max(100).optional(),
  paymentMethod: PaymentMethod.optional(),
  intentionMoneyFen: Amount.optional(),
  depositFen: Amount.optional(),
  intentionPaidOn: Day.optional(),
  reservedOn: Day.optional(),
  subscribedOn: Day.optional(),
  signedOn: Day.optional(),
  filedOn: Day.optional(),
  number: z.string().trim().min(1).max(60).optional(),
  contractNumber: z.string().trim().min(1).max(60).optional(),
  /** Absent = nobody in particular. */
  consultantId: z.uuid().optional(),
  referrerId: z.uuid().optional(),
  payments: z.array(Payment).max(60).default([]),
  note: z.string().trim().min(1).max(1_000).optional(),
});
export type DealTerms = z.output<typeof DealTerms>;

export const Named = z.object({ id: z.uuid(), name: z.string() });

export const Deal = DealTerms.omit({ buyers: true, state: true }).extend({
  id: z.uuid(),
  projectId: z.uuid(),
  state: DealState,
  /** As staff say it: `3-2-1801`. */
  roomLabel: z.string().optional(),
  /** A buyer beyond the asker's reach has no name for them. */
  buyers: z.array(BuyerPart.extend({ name: z.string().optional() })),
  consultantName: z.string().optional(),
  referrerName: z.string().optional(),
  cancelledOn: Day.optional(),
  cancelReason: z.string().optional(),
  /** Sum of payments received. */
  receivedFen: z.int(),
  imported: z.boolean(),
  changedAt: z.coerce.date(),
  version: z.int(),
});
export type Deal = z.output<typeof Deal>;

/** The panel of the 360° page, latest change first. */
export const DealsOfPerson = z.object({ items: z.array(Deal) });
export type DealsOfPerson = z.output<typeof DealsOfPerson>;
