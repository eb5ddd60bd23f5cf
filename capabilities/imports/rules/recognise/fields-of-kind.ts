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
  'subscribedOn',
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

/** The fields that rows of a kind have a place for; a column that would go elsewhere goes nowhere, and is shown so. */
export const fieldsOfKind: Readonly<Record<ImportedKind, ReadonlySet<Field>>> = {
  rooms: new Set([...place, ...facts, 'personKey']),
  owners: new Set([...person, ...answers, ...place, ...facts, ...ownership]),
  assets: new Set([...person, ...answers, ...place, ...facts, ...ownership]),
  residents: new Set([...person, ...answers, ...place, ...facts, ...ownership, 'livesFrom']),
  contacts: new Set([...person, ...answers, ...contact, 'project']),
  deals: new Set([...person, ...answers, ...place, ...deal, 'builtArea', 'innerArea', 'layout', 'floor', 'share']),
  parking: new Set(['project', 'parkingLot', 'spaceCode', 'spaceKind', 'spaceTenure', 'builtArea', 'personKey']),
};
