import { type Field, repeatableFields } from '../../contract/field.ts';
import { ofContract } from '../rows/deals.ts';
import type { ColumnFound } from './sheet.ts';

/** Where two columns claim one field the surer keeps it, the earlier among equals; the other is offered for the note. */
export function onePerField(columns: readonly ColumnFound[]): ColumnFound[] {
  const best = new Map<Field, ColumnFound>();
  for (const column of columns) {
    if (!column.field || mayRepeat(column, columns)) continue;
    const other = best.get(column.field);
    if (!other || column.confidence > other.confidence) best.set(column.field, column);
  }
  return columns.map((column) => {
    if (!column.field || mayRepeat(column, columns) || best.get(column.field) === column) return column;
    const { field: _, fitting: __, ...rest } = column;
    return { ...rest, confidence: 0 };
  });
}

/** Of prices only that of the subscription and that of the contract stand beside each other. */
function mayRepeat({ field, heading }: ColumnFound, columns: readonly ColumnFound[]): boolean {
  if (field !== 'agreedPrice') return field !== undefined && repeatableFields.has(field);
  const prices = columns.filter((column) => column.field === 'agreedPrice');
  const subscribed = prices.find((column) => /认购|订购|定购/.test(column.heading));
  const contracted = prices.find((column) => ofContract.test(column.heading));
  return (
    subscribed !== undefined && contracted !== undefined && [subscribed.heading, contracted.heading].includes(heading)
  );
}
