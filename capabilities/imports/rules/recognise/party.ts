import type { Field } from '../../contract/field.ts';

/** Whose name, phone or ID number a column holds; `other` is nobody whom we keep by such a column. */
export type Party =
  | 'main'
  | 'former'
  | 'coOwner'
  | 'spouse'
  | 'member'
  | 'child'
  | 'tenant'
  | 'emergency'
  | 'referrer'
  | 'other';

const parties: readonly [RegExp, Party][] = [
  [/紧急|应急/, 'emergency'],
  [/(?<!被)(?:推荐|介绍人)|老带新|推介/, 'referrer'],
  [/(?:原|前)(?:业主|户主|产权)|转让[人方]|出让|卖方|(?:变更|更名|过户)前|former|previous|seller/, 'former'],
  [/租户|租客|承租|经营者|经营人|租赁人|租房人|tenant|lessee/, 'tenant'],
  [
    /共有|共同(买受|购|产权)|联名|(业主|产权人|买受人|权利人|购房人)[2-9二三四]|第[二三](产权|业主|买受|权利)/,
    'coOwner',
  ],
  [/配偶|爱人|妻子|丈夫|老公|老婆|太太|夫人|spouse/, 'spouse'],
  [/成员|家属|家人/, 'member'],
  [/子女|小孩|孩子/, 'child'],
  [
    /顾问|经纪|中介|物业|开发商|管家|经办|业务员|销售|渠道|银行|客服|公司|法人|法定|代表|代理|委托|担保|前台|接待|员工|操作|录入|负责|父|母|监护|装修|施工|到场|领取|领用|签收|使用人|跟进|售楼|楼盘|保险|agent|broker|staff|company/,
    'other',
  ],
];

export function partyOf(plain: string): Party {
  return parties.find(([words]) => words.test(plain))?.[1] ?? 'main';
}

const fieldsOf: Readonly<Record<Exclude<Party, 'main'>, Partial<Record<Field, Field>>>> = {
  former: { name: 'formerOwner', phone: 'formerOwnerPhone', idNumber: 'formerOwnerId' },
  coOwner: { name: 'coOwner', phone: 'coOwnerPhone', idNumber: 'coOwnerId', share: 'share' },
  spouse: { name: 'spouse', phone: 'spousePhone', idNumber: 'spouseId', birth: 'spouseBirth' },
  member: {
    name: 'member',
    phone: 'memberPhone',
    sex: 'memberSex',
    birth: 'memberBirth',
    idNumber: 'memberId',
    relation: 'relation',
    employer: 'memberEmployer',
    occupation: 'memberOccupation',
  },
  child: { name: 'child', birth: 'childBirth' },
  tenant: { name: 'tenant', phone: 'tenantPhone', idNumber: 'tenantId', livesFrom: 'livesFrom', livesTo: 'livesTo' },
  emergency: {
    name: 'emergencyContact',
    emergencyContact: 'emergencyContact',
    phone: 'emergencyPhone',
    emergencyPhone: 'emergencyPhone',
  },
  referrer: { name: 'referrerName', phone: 'referrerPhone' },
  other: {},
};

/** What is about a person or the person's home; of anybody but the main person it goes elsewhere or nowhere. */
const personal: ReadonlySet<Field> = new Set([
  'name',
  'phone',
  'sex',
  'age',
  'birth',
  'idNumber',
  'idType',
  'relation',
  'share',
  'room',
  'building',
  'unit',
  'address',
  'employer',
  'position',
  'occupation',
  'nativePlace',
  'wechat',
  'emergencyContact',
  'emergencyPhone',
]);

/** `紧急联系人` over `电话` is the emergency phone; an agent's phone is nobody's. */
export function fieldOfParty(field: Field, party: Party): Field | undefined {
  if (party === 'main') return field;
  return fieldsOf[party][field] ?? (personal.has(field) ? undefined : field);
}
