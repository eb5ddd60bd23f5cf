import { catalogue } from '@yilu/customers/contract';
import type { Sentence } from '@yilu/platform/contract';

/** What the trade reads a customer's interest from (DOS-33). */
export const signalFields = ['buyingSignals', 'potential'] as const;
export type SignalField = (typeof signalFields)[number];

export const signalTexts: Readonly<Record<SignalField, Sentence>> = {
  buyingSignals: { zh: '购买信号', en: 'Buying signals' },
  potential: { zh: '挖潜信息', en: 'Potential' },
};

/** Fields of the purchase focus, each a signal once it is answered; 转介绍 speaks of potential, 意向 has a column of its own. */
const focusFields = catalogue.filter(
  ({ group, purpose, key }) => group === 'purchaseFocus' && purpose === 'buyingSignal' && key !== 'intentGrade',
);
export const focusKeys: readonly string[] = focusFields.map(({ key }) => key);

/** What each label is made of, by the values that a filter takes. */
export const signalsOf: Readonly<Record<SignalField, Readonly<Record<string, Sentence>>>> = {
  buyingSignals: {
    deal: { zh: '成交信息', en: 'A deal' },
    ...Object.fromEntries(focusFields.map(({ key, title }) => [key, title])),
  },
  potential: {
    referral: { zh: '转介绍', en: 'Referrals' },
    activity: { zh: '活动参与', en: 'Took part in activities' },
    tracking: { zh: '跟踪记录', en: 'Contacts' },
  },
};

export function isSignal(field: string): field is SignalField {
  return (signalFields as readonly string[]).includes(field);
}
