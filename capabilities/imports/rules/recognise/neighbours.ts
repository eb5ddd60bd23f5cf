import type { Field } from '../../contract/field.ts';
import { plainHeading } from './heading.ts';
import type { ColumnFound } from './sheet.ts';

type Theirs = Partial<Record<'phone' | 'idNumber', Field>>;

/** What a phone or an ID number is that stands behind the name of somebody else; a steward's is nobody's. */
const behind: Partial<Record<Field, Theirs>> = {
  tenant: { phone: 'tenantPhone', idNumber: 'tenantId' },
  coOwner: { phone: 'coOwnerPhone', idNumber: 'coOwnerId' },
  spouse: { phone: 'spousePhone', idNumber: 'spouseId' },
  emergencyContact: { phone: 'emergencyPhone' },
  referrerName: { phone: 'referrerPhone' },
  consultant: {},
};
const bare = /^(联系|移动)?(电话|手机|手机号|手机号码|电话号码|联系方式|号码|phone|mobile)$|^(身份证|证件)(号|号码)?$/;

/** `业主 | 电话 | 租客 | 电话`: a second phone that names nobody is of whoever's name stands before it. */
export function withNeighbours(columns: readonly ColumnFound[]): ColumnFound[] {
  return columns.map((column) => {
    const { field, fitting: _, ...rest } = column;
    if ((field !== 'phone' && field !== 'idNumber') || !bare.test(plainHeading(column.heading))) return column;
    const before = columns.filter((other) => other.column < column.column);
    const person = before.findLast((other) => other.field === 'name' || (other.field && other.field in behind));
    const theirs = person?.field && behind[person.field];
    const hasOwn = before.some((other) => other.field === field && other.column < (person?.column ?? 0));
    if (!theirs || !hasOwn) return column;
    const own = theirs[field];
    if (own && columns.some((other) => other.field === own)) return column;
    return own ? { ...column, field: own } : { ...rest, confidence: 0 };
  });
}
