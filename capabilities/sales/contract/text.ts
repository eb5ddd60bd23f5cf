import type { Sentence } from '@yilu/platform/contract';
import type { DealState, PaymentKind, PaymentMethod } from './deal.ts';

export const stateTitles: Readonly<Record<DealState, Sentence>> = {
  INTENTION_PAID: { zh: '认筹', en: 'Intention paid' },
  UNIT_RESERVED: { zh: '定房', en: 'Reserved' },
  SUBSCRIBED: { zh: '认购', en: 'Subscribed' },
  CONTRACT_SIGNED: { zh: '已签约', en: 'Signed' },
  CANCELLED: { zh: '已作废', en: 'Cancelled' },
};

export const methodTitles: Readonly<Record<PaymentMethod, Sentence>> = {
  LUMP_SUM: { zh: '一次性付款', en: 'Lump sum' },
  MORTGAGE: { zh: '商业按揭', en: 'Mortgage' },
  PROVIDENT_FUND: { zh: '公积金', en: 'Provident fund' },
  COMBINED_LOAN: { zh: '组合贷', en: 'Combined loan' },
  INSTALMENT: { zh: '分期付款', en: 'Instalments' },
};

export const paymentTitles: Readonly<Record<PaymentKind, Sentence>> = {
  INTENTION: { zh: '诚意金', en: 'Intention money' },
  DEPOSIT: { zh: '定金', en: 'Deposit' },
  DOWN_PAYMENT: { zh: '首付', en: 'Down payment' },
  INSTALMENT: { zh: '分期款', en: 'Instalment' },
  LOAN: { zh: '放款', en: 'Loan' },
  OTHER: { zh: '其他', en: 'Other' },
};

/** The steps of a deal with the day of each, in their order. */
export const stepTitles = {
  intentionPaidOn: { zh: '认筹日期', en: 'Intention paid on' },
  reservedOn: { zh: '定房日期', en: 'Reserved on' },
  subscribedOn: { zh: '认购日期', en: 'Subscribed on' },
  signedOn: { zh: '签约日期', en: 'Signed on' },
  filedOn: { zh: '备案日期', en: 'Filed on' },
} as const satisfies Readonly<Record<string, Sentence>>;
export type Step = keyof typeof stepTitles;
