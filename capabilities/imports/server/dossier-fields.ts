import type { FieldKey } from '@yilu/customers/contract';
import type { AnswerField, Field } from '../contract/index.ts';

/** Where a column of a file goes in the dossier. */
export const dossierFields: Readonly<Record<AnswerField, FieldKey>> = {
  source: 'sourceChannel',
  motive: 'purchasePurpose',
  family: 'familyStructure',
  marriage: 'marriage',
  livingArea: 'livingArea',
  workArea: 'workArea',
  layoutWanted: 'needLayout',
  areaWanted: 'needArea',
  budget: 'totalPrice',
  unitPriceWanted: 'unitPrice',
  floorWanted: 'needFloor',
  doubts: 'resistance',
  competitors: 'competitors',
  occupation: 'occupation',
  industry: 'industry',
  employer: 'employer',
  position: 'position',
  hobbies: 'hobbies',
  nativePlace: 'nativePlace',
  address: 'address',
  wechat: 'wechat',
  emergencyContact: 'emergencyContact',
  carBrand: 'carBrands',
  plate: 'carPlates',
  grade: 'intentGrade',
  remark: 'remark',
  residenceStatus: 'residenceStatus',
  community: 'community',
  homeLayout: 'homeLayout',
  homeArea: 'homeArea',
  groupOwner: 'groupOwner',
  groupProperties: 'groupProperties',
  otherProperty: 'otherProperty',
  propertyHistory: 'propertyHistory',
  character: 'character',
  brands: 'brands',
  circles: 'circles',
  appearance: 'appearance',
  religion: 'religion',
  personalIncome: 'personalIncome',
  householdIncome: 'householdIncome',
  carCount: 'carCount',
  investments: 'investments',
  needBuilding: 'needBuilding',
  paymentWanted: 'paymentMethod',
  paymentAbility: 'paymentAbility',
  eligibility: 'eligibility',
  secondHomeNeed: 'secondHomeNeed',
  referrals: 'referrals',
  financialDecider: 'financialDecider',
  purchaseDecider: 'purchaseDecider',
  deciderRelation: 'deciderRelation',
  familyMembers: 'familyMembers',
  careDates: 'careDates',
};

/** Of what several columns may fill, one that stands for them. */
const columnOf: Readonly<Partial<Record<AnswerField, Field>>> = { remark: 'note', careDates: 'weddingDay' };

const fieldsByKey: ReadonlyMap<FieldKey, Field> = new Map(
  (Object.entries(dossierFields) as [AnswerField, FieldKey][]).map(([field, key]) => [
    key,
    columnOf[field] ?? (field as Field),
  ]),
);

/** The other way round: which field of a file a place in the dossier was filled from; what no file has goes with the name. */
export function fieldOfAnswer(key: FieldKey): Field {
  return fieldsByKey.get(key) ?? 'name';
}
