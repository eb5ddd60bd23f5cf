import type { Sentence } from '@yilu/platform/contract';
import { buyingFields } from './catalogue-buying.ts';
import { lifeFields } from './catalogue-life.ts';
import type { DossierField, FieldGroup, Purpose } from './dossier.ts';

/** Every field of the dossier that staff may fill in; each answer is a row of its own (decision 5). */
export const catalogue = [...lifeFields, ...buyingFields];
export type FieldKey = (typeof catalogue)[number]['key'];

export const fieldKeys = catalogue.map((field) => field.key) as [FieldKey, ...FieldKey[]];

const byKey = new Map<string, DossierField<FieldKey>>(catalogue.map((field) => [field.key, field]));

/** The catalogue's entry, if there is such a field. */
export function fieldOf(key: string): DossierField<FieldKey> | undefined {
  return byKey.get(key);
}

export const groupTitles: Readonly<Record<FieldGroup, Sentence>> = {
  background: { zh: '背景', en: 'Background' },
  family: { zh: '家庭成员', en: 'Family' },
  residence: { zh: '居住', en: 'Residence' },
  economic: { zh: '经济', en: 'Economy' },
  personality: { zh: '个性', en: 'Personality' },
  careDates: { zh: '关怀日期', en: 'Care dates' },
  purchaseFocus: { zh: '购房关注点', en: 'Purchase focus' },
};

/** What each use is called (DOS-27, DOS-33). */
export const purposeTitles: Readonly<Record<Purpose, Sentence>> = {
  identification: { zh: '识别与联系', en: 'Identification' },
  purchasingPower: { zh: '购买力', en: 'Purchasing power' },
  approachReason: { zh: '接近理由', en: 'Reason to approach' },
  serviceOpportunity: { zh: '服务时机', en: 'Service opportunity' },
  buyingSignal: { zh: '购买信号', en: 'Buying signal' },
  potential: { zh: '挖潜信息', en: 'Potential' },
};
