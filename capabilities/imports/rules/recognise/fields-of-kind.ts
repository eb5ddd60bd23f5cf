import type { Field } from '../../contract/field.ts';
import type { ImportedKind } from '../../contract/kind.ts';
import { answerFields } from '../../contract/read-row.ts';

const person: readonly Field[] = ['name', 'phone', 'sex', 'age', 'birth', 'idNumber', 'idType'];
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
const ownership: readonly Field[] = ['personKey', 'personKind', 'relation', 'share'];
const coOwners: readonly Field[] = ['coOwner', 'coOwnerPhone', 'coOwnerId', 'spouse', 'spousePhone'];
const tenancy: readonly Field[] = ['tenant', 'tenantPhone', 'tenantId', 'livesFrom', 'livesTo'];
const contact: readonly Field[] = [
  'contactKind',
  'firstCallOn',
  'firstVisitOn',
  'contactedOn',
  'consultant',
  'lastFollowOn',
  'lastFollowWay',
  'lastFollowNote',
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
  'closedReason',
];

/** In a list of sales the day of handover is the one promised, and the state is the deal's. */
const notInDeals: ReadonlySet<Field> = new Set(['roomState', 'handedOverOn', 'fittedOutOn', 'movedInOn']);

/** The fields that rows of a kind have a place for; a column that would go elsewhere goes nowhere, and is shown so. */
export const fieldsOfKind: Readonly<Record<ImportedKind, ReadonlySet<Field>>> = {
  rooms: new Set([...place, ...facts, 'personKey']),
  owners: new Set([...person, ...answers, ...place, ...facts, ...ownership, ...coOwners, ...tenancy, 'note']),
  assets: new Set([...person, ...answers, ...place, ...facts, ...ownership, ...coOwners, ...tenancy, 'note']),
  residents: new Set([...person, ...answers, ...place, ...facts, ...ownership, ...coOwners, ...tenancy, 'note']),
  contacts: new Set([...person, ...answers, ...contact, 'project']),
  deals: new Set([
    ...person,
    ...answers,
    ...place,
    ...facts.filter((field) => !notInDeals.has(field)),
    ...deal,
    ...coOwners,
    'share',
    'note',
  ]),
  parking: new Set([
    ...person,
    ...answers,
    ...place,
    ...['parkingLot', 'spaceCode', 'spaceKind', 'spaceTenure', 'spaceFrom', 'builtArea', 'personKey', 'note'],
  ] as Field[]),
};
