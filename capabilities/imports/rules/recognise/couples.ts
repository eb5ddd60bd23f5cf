import type { Field } from '../../contract/field.ts';
import { plainHeading } from './heading.ts';
import { nowhere } from './members.ts';
import { fieldOfParty } from './party.ts';
import type { ColumnFound } from './sheet.ts';

type Side = 'man' | 'woman';

/** Which of the two a heading speaks of: 男主人电话, 女方姓名; undefined of neither. */
export function sideOf(heading: string): Side | undefined {
  const plain = plainHeading(heading);
  if (/男主人|男业主|男户主|男方|^先生(?=姓名|电话|手机|联系)/.test(plain)) return 'man';
  return /女主人|女业主|女户主|女方/.test(plain) ? 'woman' : undefined;
}

/**
 * `男主人 | 电话 | 女主人 | 电话`: the first is whom the row is about, the other the spouse with all that is theirs. Beside an
 * owner's own column such names say nothing that can be kept; a phone is judged row by row (`rules/rows/people.ts`).
 */
export function withCouple(columns: readonly ColumnFound[]): readonly ColumnFound[] {
  const named = columns.filter(({ field, heading }) => field === 'name' && sideOf(heading) !== undefined);
  const [first, second] = named;
  if (!first) return columns;
  if (columns.some(({ field, heading }) => field === 'name' && sideOf(heading) === undefined))
    return columns.map((column) => (named.includes(column) ? nowhere(column) : column));
  const other = second && sideOf(second.heading);
  if (other === undefined || other === sideOf(first.heading)) return columns;
  return columns.map((column) => {
    if (!column.field || sideOf(column.heading) !== other) return column;
    const field: Field | undefined = fieldOfParty(column.field, 'spouse');
    return field ? { ...column, field } : nowhere(column);
  });
}
