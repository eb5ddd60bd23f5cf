import type { Field } from '../../contract/field.ts';
import type { ImportedKind } from '../../contract/kind.ts';
import { answerFields } from '../../contract/read-row.ts';

const person: readonly Field[] = ['name', 'givenName', 'phone', 'sex', 'age', 'birth', 'idNumber', 'idType'];
const answers: readonly Field[] = [...answerFields, 'emergencyPhone'];
const place: readonly Field[] = ['project', 'phase', 'building', 'unit', 'room'];
const facts: readonly Field[] = [
  'floor',
  'layout',
  'builtArea',
  'innerArea',
  'orientation',
  'fitOut',
  'roomType',
  'roomState',
  'deliveryBatch',
  'handedOverOn',
  'fittedOutOn',
  'movedInOn',
];
const ownership: readonly Field[] = ['personKey', 'personKind', 'personState', 'relation', 'share'];
const coOwners: readonly Field[] = [
  'coOwner',
  'coOwnerPhone',
  'coOwnerId',
  'spouse',
  'spousePhone',
  'spouseId',
  'spouseBirth',
];
const family: readonly Field[] = [
  'member',
  'memberPhone',
  'memberSex',
  'memberBirth',
  'memberId',
  'memberEmployer',
  'memberOccupation',
  'child',
  'childBirth',
  'childSchool',
  'familyMembers',
];
const careDays: readonly Field[] = ['lunarBirth', 'weddingDay', 'anniversary', 'companyDay'];
/** Spaces that belong to the home's owner. */
const beside: readonly Field[] = ['spaceCode', 'storageCode'];
const household: readonly Field[] = [...coOwners, ...family, ...careDays];
const tenancy: readonly Field[] = ['tenant', 'tenantPhone', 'tenantId', 'livesFrom', 'livesTo'];
const contact: readonly Field[] = [
  'contactKind',
  'firstCallOn',
  'firstVisitOn',
  'contactedOn',
  'contactTime',
  'consultant',
  'lastFollowOn',
  'lastFollowWay',
  'lastFollowNote',
  'followUp',
  'likes',
  'companions',
  'note',
];
const deal: readonly Field[] = [
  'dealKey',
  'contractNumber',
  'subscribedOn',
  'signDueOn',
  'unitPrice',
  'signedOn',
  'listPrice',
  'agreedPrice',
  'deposit',
  'payment',
  'discount',
  'bank',
  'loan',
  'consultant',
  'referrerName',
  'referrerPhone',
  'closedOn',
  'closedReason',
];

/** In a list of sales the day of handover is the one promised, and the state is the deal's. */
const notInDeals: ReadonlySet<Field> = new Set(['roomState', 'handedOverOn', 'fittedOutOn', 'movedInOn']);

const transfer: readonly Field[] = ['formerOwner', 'formerOwnerPhone', 'formerOwnerId', 'transferredOn'];

const homes: readonly Field[] = [
  ...person,
  ...answers,
  ...place,
  ...facts,
  ...ownership,
  ...household,
  ...beside,
  ...tenancy,
  ...transfer,
  'note',
];

/** The fields that rows of a kind have a place for; a column that would go elsewhere goes nowhere, and is shown so. */
export const fieldsOfKind: Readonly<Record<ImportedKind, ReadonlySet<Field>>> = {
  rooms: new Set([...place, ...facts, 'personKey']),
  owners: new Set(homes),
  assets: new Set(homes),
  residents: new Set(homes),
  contacts: new Set([...person, ...answers, ...contact, ...careDays, 'project']),
  deals: new Set([
    ...person,
    ...answers,
    ...place,
    ...facts.filter((field) => !notInDeals.has(field)),
    ...deal,
    ...coOwners,
    ...careDays,
    'spaceCode',
    'share',
    'note',
  ]),
  parking: new Set([
    ...person,
    ...answers,
    ...place,
    ...[
      'parkingLot',
      'spaceCode',
      'storageCode',
      'spaceKind',
      'spaceTenure',
      'spaceFrom',
      'livesFrom',
      'livesTo',
      'builtArea',
      'personKey',
      'note',
    ],
  ] as Field[]),
};
