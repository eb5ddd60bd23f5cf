import type { Field } from '../../contract/field.ts';
import type { ImportedKind, SheetKind } from '../../contract/kind.ts';

/** How much each field speaks for a kind. */
const speaksFor: Readonly<Record<ImportedKind, Partial<Record<Field, number>>>> = {
  deals: {
    dealKey: 4,
    contractNumber: 4,
    unitPrice: 1,
    subscribedOn: 3,
    signedOn: 3,
    agreedPrice: 3,
    listPrice: 3,
    payment: 2,
    discount: 2,
    bank: 2,
    closedReason: 1,
    loan: 2,
    deposit: 2,
    signDueOn: 2,
    name: 1,
    room: 1,
  },
  contacts: {
    contactKind: 2,
    firstCallOn: 3,
    firstVisitOn: 3,
    contactedOn: 2,
    lastFollowOn: 2,
    lastFollowNote: 2,
    followUp: 2,
    grade: 3,
    source: 2,
    motive: 2,
    consultant: 2,
    budget: 2,
    areaWanted: 2,
    layoutWanted: 2,
    doubts: 2,
    livingArea: 1,
    workArea: 1,
    name: 1,
    phone: 1,
    competitors: 1,
    companions: 1,
    referrerName: 2,
  },
  parking: {
    spaceCode: 6,
    storageCode: 6,
    parkingLot: 3,
    plate: 1,
    spaceKind: 3,
    spaceTenure: 3,
    vehicleKind: 2,
    vehicleColour: 1,
  },
  assets: {
    roomType: 2,
    roomState: 2,
    layout: 2,
    totalFloors: 2,
    elevator: 1,
    innerArea: 1,
    rent: 1,
    builtArea: 1,
    room: 1,
    building: 1,
    unit: 1,
    floor: 1,
    name: 2,
    phone: 1,
  },
  rooms: {
    roomType: 2,
    roomState: 2,
    layout: 2,
    totalFloors: 2,
    elevator: 1,
    innerArea: 1,
    rent: 1,
    builtArea: 2,
    room: 2,
    building: 2,
    unit: 2,
    floor: 2,
    orientation: 2,
  },
  owners: {
    name: 3,
    phone: 2,
    personKey: 2,
    personKind: 2,
    idNumber: 2,
    sex: 1,
    age: 1,
    birth: 1,
    handedOverOn: 2,
    movedInOn: 1,
    fittedOutOn: 1,
    room: 1,
    plate: 1,
    hobbies: 1,
    builtArea: 1,
  },
  residents: {
    relation: 6,
    member: 2,
    tenant: 2,
    livesFrom: 3,
    livesTo: 3,
    name: 2,
    phone: 1,
    room: 2,
    movedInOn: 1,
    idNumber: 1,
  },
};

const namedFor: readonly [RegExp, ImportedKind][] = [
  [/认购|签约|合同|成交|订单|s_order/i, 'deals'],
  [/来电|来访|接待|客户登记|跟进|老带新|渠道/, 'contacts'],
  [/车位|停车|车库|储藏|储物/, 'parking'],
  [/资产/, 'assets'],
  [/住户|租户|租客|居民|家庭成员/, 'residents'],
  [/业主/, 'owners'],
  [/房屋|房间|房源|楼栋/, 'rooms'],
];

export interface KindFound {
  readonly kind: SheetKind;
  /** 0–1: how far ahead of the next kind. */
  readonly confidence: number;
}

/** What the sheet is about, from its fields first and its name second. */
export function kindOf(all: ReadonlySet<Field>, sheetName: string, areFees = false): KindFound {
  // Beside an owner the relation is the family member's, and says nothing of the list.
  const found = all.has('member') && all.has('name') ? new Set([...all].filter((field) => field !== 'relation')) : all;
  const scores = (Object.keys(speaksFor) as ImportedKind[])
    .filter((kind) => hasWhatItNeeds(kind, found, sheetName))
    // A bill has a number and a day as well.
    .filter((kind) => kind !== 'deals' || !areFees || found.has('agreedPrice') || found.has('contractNumber'))
    .map((kind) => {
      const fromFields = [...found].reduce((sum, field) => sum + (speaksFor[kind][field] ?? 0), 0);
      const fromName = namedFor.find(([name]) => name.test(sheetName))?.[1] === kind ? 3 : 0;
      return { kind, score: fromFields + fromName };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (!first || first.score < 4) return { kind: 'ignored', confidence: 0.9 };
  const ahead = (first.score - (second?.score ?? 0)) / first.score;
  return { kind: first.kind, confidence: Math.min(1, 0.6 + ahead) };
}

/** Without these a sheet cannot be of the kind, however many other columns agree. */
function hasWhatItNeeds(kind: ImportedKind, found: ReadonlySet<Field>, sheetName: string): boolean {
  const has = (...fields: Field[]) => fields.some((field) => found.has(field));
  const person = found.has('name') || found.has('tenant');
  const aboutRooms = ['roomType', 'roomState', 'layout', 'totalFloors', 'elevator', 'rent'] as const;
  switch (kind) {
    case 'deals':
      return (
        has('dealKey', 'contractNumber', 'subscribedOn', 'signedOn') &&
        has('agreedPrice', 'listPrice', 'room') &&
        has('name', 'phone')
      );
    case 'contacts':
      return (
        has('name', 'phone') &&
        has(
          'contactKind',
          'firstCallOn',
          'firstVisitOn',
          'contactedOn',
          'grade',
          'source',
          'lastFollowOn',
          'lastFollowNote',
          'followUp',
        )
      );
    case 'parking':
      // A list of owners may name their spaces too.
      return (
        has('spaceCode', 'storageCode') &&
        (has('parkingLot', 'spaceKind', 'spaceTenure', 'vehicleKind') ||
          !has('room') ||
          /车位|停车|车库|储藏|储物/.test(sheetName))
      );
    case 'assets':
      return person && has('room') && aboutRooms.filter((field) => found.has(field)).length >= 2;
    case 'rooms':
      return !person && (has('room') || (has('building') && has('unit')));
    case 'owners':
      return person && has('phone', 'room', 'personKey', 'idNumber') && !has('relation');
    case 'residents':
      return (
        person &&
        has('room', 'personKey', 'building') &&
        has('relation', 'member', 'livesFrom', 'livesTo', 'personKind', 'movedInOn', 'phone', 'tenantPhone')
      );
  }
}
