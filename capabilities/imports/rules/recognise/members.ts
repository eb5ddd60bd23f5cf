import type { Field } from '../../contract/field.ts';
import type { ColumnFound } from './sheet.ts';

const ofMembers: readonly (readonly [Field, Field])[] = [
  ['name', 'member'],
  ['phone', 'memberPhone'],
  ['sex', 'memberSex'],
  ['birth', 'memberBirth'],
  ['idNumber', 'memberId'],
  ['employer', 'memberEmployer'],
  ['occupation', 'memberOccupation'],
];

/** What else is about one person only: behind a member's name it is not the owner's. */
const ofOne: ReadonlySet<Field> = new Set(['position', 'industry', 'wechat', 'hobbies', 'nativePlace', 'marriage']);

/**
 * A list of families names the owner and beside a member, whose phone and birth follow the member's name. Where it names
 * members only, they are its people.
 */
export function withMembers(given: readonly ColumnFound[]): ColumnFound[] {
  const columns = withNamedMembers(given);
  const member = columns.find(({ field }) => field === 'member');
  const hasOwner = columns.some(({ field }) => field === 'name');
  if (member && hasOwner) {
    return columns.map((column) => {
      const [, other] = ofMembers.find(([field]) => field === column.field) ?? [];
      const isTheirs =
        column.column > member.column && column.field !== 'name' && !/业主|户主|产权/.test(column.heading);
      if (isTheirs && column.field && ofOne.has(column.field)) return nowhere(column);
      return other && isTheirs && !columns.some(({ field }) => field === other) ? { ...column, field: other } : column;
    });
  }
  return columns.map((column) => {
    const [own] = ofMembers.find(([, field]) => field === column.field) ?? [];
    if (!own) return column;
    const isFree = member !== undefined && !columns.some(({ field }) => field === own);
    return isFree ? { ...column, field: own } : nowhere(column);
  });
}

/** `家庭成员1` is a name where `成员1关系` or a mere `关系` stands beside it, else words about the family. */
function withNamedMembers(columns: readonly ColumnFound[]): readonly ColumnFound[] {
  const first = columns.find(({ field }) => field === 'familyMembers');
  const hasOwner = columns.some(({ field, column }) => field === 'name' && column < (first?.column ?? 0));
  const hasRelation = columns.some(
    ({ field, heading, column }) =>
      field === 'relation' && (/成员|家属/.test(heading) || (hasOwner && column === (first?.column ?? 0) + 1)),
  );
  if (!hasRelation || !first || columns.some(({ field }) => field === 'member')) return columns;
  return columns.map((column) => (column === first ? { ...column, field: 'member' } : column));
}

/** A column whose heading seemed to be ours and is not. */
export function nowhere({ field: _, fitting: __, ...column }: ColumnFound): ColumnFound {
  return { ...column, confidence: 0 };
}
