import { type Field, repeatableFields } from '../../contract/field.ts';
import type { ImportedKind } from '../../contract/kind.ts';
import { fieldsOfKind } from './fields-of-kind.ts';
import { matchHeading, plainHeading } from './heading.ts';

/** By what a column is known again: its plain heading, the second of two 电话 by its number too. */
export function rememberedKeys(columns: readonly { readonly column: number; readonly heading: string }[]): string[] {
  const seen = new Map<string, number>();
  const keys = new Map<number, string>();
  for (const { column, heading } of columns.toSorted((one, other) => one.column - other.column)) {
    const plain = plainHeading(heading);
    const nth = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, nth);
    keys.set(column, nth === 1 ? plain : `${plain} ${nth}`);
  }
  return columns.map(({ column }) => keys.get(column) ?? '');
}

/**
 * Columns for a sheet that is said to be of another kind: what has no place in that kind goes where its heading would, or
 * nowhere, so that it is named among the columns left out; and what had no place before may have one now. A column that a
 * person sent nowhere stays there.
 */
export function columnsForKind<Column extends KnownColumn>(columns: readonly Column[], kind: ImportedKind): Column[] {
  const fits = fieldsOfKind[kind];
  const taken = new Set(columns.flatMap(({ field }) => (field && fits.has(field) ? field : [])));
  return columns.map((column) => {
    const { field, ...rest } = column;
    const isSentNowhere = field === undefined && column.confidence === 1;
    if (isSentNowhere || (field && fits.has(field))) return column;
    const match = matchHeading(column.heading);
    const isFree = match && fits.has(match.field) && (repeatableFields.has(match.field) || !taken.has(match.field));
    if (!isFree) return { ...(rest as Column), confidence: 0 };
    taken.add(match.field);
    return { ...column, field: match.field, confidence: match.confidence };
  });
}

interface KnownColumn {
  readonly heading: string;
  readonly field?: Field | undefined;
  /** 0–1 */
  readonly confidence: number;
}
