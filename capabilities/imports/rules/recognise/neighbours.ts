import type { Row } from '../../contract/cell.ts';
import type { Field } from '../../contract/field.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { readPlaces } from '../values/room.ts';
import { plainHeading } from './heading.ts';
import type { ColumnFound } from './sheet.ts';

type Theirs = Partial<Record<'phone' | 'idNumber', Field>>;

/** What a phone or an ID number is that stands behind the name of somebody else; a steward's is nobody's. */
const behind: Partial<Record<Field, Theirs>> = {
  tenant: { phone: 'tenantPhone', idNumber: 'tenantId' },
  coOwner: { phone: 'coOwnerPhone', idNumber: 'coOwnerId' },
  spouse: { phone: 'spousePhone', idNumber: 'spouseId' },
  formerOwner: { phone: 'formerOwnerPhone', idNumber: 'formerOwnerId' },
  emergencyContact: { phone: 'emergencyPhone' },
  referrerName: { phone: 'referrerPhone' },
  consultant: {},
};
const oneOfOthers = /人(?:姓名|员)?$/;
const bare = /^(联系|移动)?(电话|手机|手机号|手机号码|电话号码|联系方式|号码|phone|mobile)$|^(身份证|证件)(号|号码)?$/;

/** `业主 | 电话 | 租客 | 电话`: a second phone that names nobody is of whoever's name stands before it. */
export function withNeighbours(columns: readonly ColumnFound[]): ColumnFound[] {
  return columns.map((column) => {
    const { field, fitting: _, ...rest } = column;
    if ((field !== 'phone' && field !== 'idNumber') || !bare.test(plainHeading(column.heading))) return column;
    const before = columns.filter((other) => other.column < column.column);
    if (isBehindStranger(before) && columns.some(isOwnersPhone)) return { ...rest, confidence: 0 };
    const person = before.findLast((other) => isPerson(other, columns));
    const signer =
      field === 'phone' ? before.findLast((other) => isPerson(other, columns) || isSigner(other)) : undefined;
    if (signer && isSigner(signer) && hasOwner(before)) return { ...column, signer: signer.column };
    const theirs = person?.field && behind[person.field];
    const hasOwn = before.some((other) => other.field === field && other.column < (person?.column ?? 0));
    // Between 租客姓名 and 租客手机 it is the tenant's as well.
    const isAmid = columns.some(
      (other) => other.column > column.column && other.field && Object.values(theirs ?? {}).includes(other.field),
    );
    // 租户 | 联系人 | 电话 | 业主 | 业主电话: the owner comes later, with a phone that says so.
    const isBeforeOwner = !hasOwner(before) && (columns.some(isOwnersPhone) || !hasOwner(columns));
    if (!theirs || !(hasOwn || isAmid || isBeforeOwner)) return column;
    const own = theirs[field];
    if (own && columns.some((other) => other.field === own)) return column;
    return own ? { ...column, field: own } : { ...rest, confidence: 0 };
  });
}

/** 单位 is where somebody works; where no column says the room and it holds doors such as A室 or A座1201, it is the room. */
export function withPlaces(columns: readonly ColumnFound[], data: readonly Row[]): readonly ColumnFound[] {
  if (columns.some(({ field }) => field === 'room')) return columns;
  const hasBuilding = columns.some(({ field }) => field === 'building');
  const isDoor = (text: string) =>
    hasBuilding
      ? /^(?:[A-Z]|\d{1,4}[A-Z]?)[室户座]?$|^商[铺舖]/i.test(text)
      : /\d/.test(text) && readPlaces({ building: null, unit: null, room: text }).state === 'value';
  return columns.map((column) => {
    if (column.field !== 'employer' || plainHeading(column.heading) !== '单位') return column;
    const texts = data.map(({ cells }) => cellText(cells[column.column])).filter((text) => !saysNothing(text));
    const areDoors = texts.length > 0 && texts.filter(isDoor).length >= texts.length * 0.8;
    return areDoors ? { ...column, field: 'room' } : column;
  });
}

/** `Block | Floor | Unit No`: where nothing else says the door, an English unit is one. */
export function withDoors(columns: readonly ColumnFound[]): readonly ColumnFound[] {
  if (columns.some(({ field }) => field === 'room')) return columns;
  return columns.map((column) =>
    column.field === 'unit' && /^[\x20-\x7e]+$/.test(column.heading) ? { ...column, field: 'room' } : column,
  );
}

const hasOwner = (columns: readonly ColumnFound[]) => columns.some(({ field }) => field === 'name');
const isOwnersPhone = ({ field, heading }: ColumnFound) => field === 'phone' && /业主|产权|房东|户主/.test(heading);

/** 领用人 | 联系电话 | 业主 | 业主电话: whoever comes first is nobody of ours, and so is the phone. */
function isBehindStranger(before: readonly ColumnFound[]): boolean {
  const person = before.findLast((other) => isPerson(other, before) || isStranger(other));
  return person !== undefined && isStranger(person);
}

const isStranger = ({ field, heading }: ColumnFound) => field === undefined && oneOfOthers.test(plainHeading(heading));

/** Somebody who may have come in the owner's place. */
const isSigner = (column: ColumnFound) => isStranger(column) && /签收|签领|领取|领用|代领|代收/.test(column.heading);

/** Whom the tenant's own 联系人 answers for is the tenant, whose phone then follows. */
function isPerson({ field, column }: ColumnFound, columns: readonly ColumnFound[]): boolean {
  if (field === 'emergencyContact' && isOfTenant(column, columns)) return false;
  return field === 'name' || (field !== undefined && field in behind);
}

function isOfTenant(column: number, columns: readonly ColumnFound[]): boolean {
  const before = columns.filter((other) => other.column < column);
  return before.findLast(({ field }) => field === 'name' || field === 'tenant')?.field === 'tenant';
}

/**
 * What stands beside a column tells whose or what it is: `公司` before `项目` is ours and no employer, `来源` of a form's export
 * is how the form was opened, and `与业主关系` behind `到场人` is that person's, not the owner's.
 */
export function withoutStrangers(columns: readonly ColumnFound[]): ColumnFound[] {
  const project = columns.find(({ field }) => field === 'project');
  const isForm = columns.some(({ heading }) => /^(?:来自ip|来源详情)/.test(plainHeading(heading)));
  const name = columns.find(({ field }) => field === 'name');
  const isOwners = name !== undefined && /业主|户主|产权|房主/.test(name.heading);
  return columns.map((column) => {
    const { field, fitting: _, ...rest } = column;
    const plain = plainHeading(column.heading);
    const isOurCompany = field === 'employer' && project !== undefined && column.column < project.column;
    const isOfForm = field === 'source' && isForm && plain === '来源';
    const isOfOther =
      field === 'relation' &&
      isOwners &&
      !columns.some((other) => other.field === 'member') &&
      columns.some(
        (other) =>
          other.column > (name?.column ?? 0) &&
          other.column < column.column &&
          (other.field === undefined || other.field === 'emergencyContact') &&
          oneOfOthers.test(plainHeading(other.heading)),
      );
    // 联系人 of a tenant is nobody's emergency contact.
    const isTenants =
      field === 'emergencyContact' && /^联系人(姓名)?$/.test(plain) && isOfTenant(column.column, columns);
    return isOurCompany || isOfForm || isOfOther || isTenants ? { ...rest, confidence: 0 } : column;
  });
}
