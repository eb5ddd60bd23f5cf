import type { Sentence } from '@yilu/platform/contract';
import { fieldOf } from './catalogue.ts';
import type { PartyRole, RelationSeen } from './party.ts';
import type { IdentityKind, PhoneKind, Sex } from './person.ts';

export const sexTitles: Readonly<Record<Sex, Sentence>> = {
  female: { zh: '女', en: 'Female' },
  male: { zh: '男', en: 'Male' },
};

export const phoneKindTitles: Readonly<Record<PhoneKind, Sentence>> = {
  mobile: { zh: '手机', en: 'Mobile' },
  home: { zh: '家庭', en: 'Home' },
  work: { zh: '单位', en: 'Work' },
  other: { zh: '其他', en: 'Other' },
};

export const identityKindTitles: Readonly<Record<IdentityKind, Sentence>> = {
  residentId: { zh: '身份证', en: 'Resident ID' },
  passport: { zh: '护照', en: 'Passport' },
  hongKongMacauPermit: { zh: '港澳通行证', en: 'Hong Kong/Macau permit' },
  taiwanPermit: { zh: '台湾通行证', en: 'Taiwan permit' },
  officerId: { zh: '军官证', en: 'Officer’s ID' },
  businessLicence: { zh: '营业执照', en: 'Business licence' },
  other: { zh: '其他证件', en: 'Other' },
};

export const partyRoleTitles: Readonly<Record<PartyRole, Sentence>> = {
  owner: { zh: '业主', en: 'Owner' },
  coOwner: { zh: '共有人', en: 'Co-owner' },
  resident: { zh: '住户', en: 'Resident' },
  tenant: { zh: '租户', en: 'Tenant' },
  family: { zh: '家人', en: 'Family' },
};

export const relationTitles: Readonly<Record<RelationSeen, Sentence>> = {
  spouse: { zh: '配偶', en: 'Spouse' },
  parent: { zh: '父母', en: 'Parent' },
  child: { zh: '子女', en: 'Child' },
  sibling: { zh: '兄弟姐妹', en: 'Sibling' },
  relative: { zh: '亲戚', en: 'Relative' },
  referrer: { zh: '推荐人', en: 'Referrer' },
  referred: { zh: '被推荐人', en: 'Referred' },
  friend: { zh: '朋友', en: 'Friend' },
  colleague: { zh: '同事', en: 'Colleague' },
  neighbour: { zh: '邻居', en: 'Neighbour' },
  partner: { zh: '生意伙伴', en: 'Business partner' },
  influencer: { zh: '影响其决定', en: 'Influences them' },
  influenced: { zh: '受其影响', en: 'Influenced by them' },
};

const placeTitles: Readonly<Record<string, Sentence>> = {
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  birthDate: { zh: '出生日期', en: 'Birth date' },
  birthYear: { zh: '出生年份', en: 'Birth year' },
  phone: { zh: '电话', en: 'Phone' },
  identity: { zh: '证件', en: 'ID document' },
};

/** What a place of a person's record is called in its history: a column, or a field of the dossier. */
export function titleOfPlace(field: string): Sentence {
  return fieldOf(field)?.title ?? placeTitles[field] ?? { zh: field, en: field };
}
