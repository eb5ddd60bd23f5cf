import type { Cell, MergedRange, Row } from '../../contract/cell.ts';
import type { Field } from '../../contract/field.ts';
import type { SheetKind } from '../../contract/kind.ts';
import type { MappedColumn } from '../../contract/read-row.ts';
import { fieldFromValues, shareThatFits } from './evidence.ts';
import { fieldsOfKind } from './fields-of-kind.ts';
import { matchHeading } from './heading.ts';
import { kindOf } from './kind.ts';
import { findTable, sortOfRow, type TableFound } from './table.ts';

export interface ColumnFound {
  /** From 0, as in the file. */
  readonly column: number;
  readonly heading: string;
  /** Absent: goes nowhere. */
  readonly field?: Field;
  /** 0–1: heading and values together. */
  readonly confidence: number;
  /** Share of the sampled values that fit the field; absent when the field takes anything. */
  readonly fitting?: number;
}

export interface SheetFound {
  readonly kind: SheetKind;
  readonly kindConfidence: number;
  readonly table?: TableFound;
  readonly columns: readonly ColumnFound[];
}

const sampled = 200;
/** Several columns may go here; any other field takes the best one. */
const repeatable = new Set<Field>(['phone', 'note']);

/** What a sheet is and where its columns go, from its first rows (a few hundred are enough). */
export function recogniseSheet(name: string, rows: readonly Row[], merged: readonly MergedRange[]): SheetFound {
  const table = findTable(rows, merged);
  if (!table) return { kind: 'ignored', kindConfidence: 0.9, columns: [] };
  const data = rows
    .filter((row) => row.number > table.headerRow && sortOfRow(row, table, merged) === 'data')
    .slice(0, sampled);

  const judged = [...table.headings]
    .sort(([a], [b]) => a - b)
    .map(([column, heading]) =>
      judge(
        column,
        heading,
        data.map(({ cells }) => cells[column] ?? null),
      ),
    );
  const { kind, confidence } = kindOf(new Set(judged.flatMap(({ field }) => field ?? [])), name);
  const columns = onePerField(judged.map((column) => adjusted(column, kind)));
  return { kind, kindConfidence: confidence, table, columns };
}

function judge(column: number, heading: string, values: readonly Cell[]): ColumnFound {
  const matched = matchHeading(heading);
  const fitting = matched ? shareThatFits(matched.field, values) : undefined;
  if (matched && (fitting === undefined || fitting >= 0.2)) {
    const confidence = fitting === undefined ? matched.confidence : matched.confidence * (0.55 + 0.45 * fitting);
    return {
      column,
      heading,
      field: matched.field,
      confidence: rounded(confidence),
      ...(fitting === undefined ? {} : { fitting }),
    };
  }
  const told = fieldFromValues(values);
  if (told) return { column, heading, field: told.field, confidence: rounded(told.confidence) };
  if (matched) return { column, heading, field: matched.field, confidence: 0.3, fitting: fitting ?? 0 };
  return { column, heading, confidence: 0 };
}

/** The same heading means different things on different sheets. */
function adjusted(column: ColumnFound, kind: SheetKind): ColumnFound {
  if (kind === 'contacts' && column.field === 'layout') return { ...column, field: 'layoutWanted' };
  if (kind === 'contacts' && column.field === 'builtArea') return { ...column, field: 'areaWanted' };
  if (kind === 'deals' && column.field === 'budget') return { ...column, field: 'agreedPrice' };
  if (kind === 'ignored' || !column.field || fieldsOfKind[kind].has(column.field)) return column;
  const { field: _, fitting: __, ...rest } = column;
  return { ...rest, confidence: 0 };
}

/** Where two columns claim one field the surer keeps it, the earlier among equals; the other is offered for the note. */
function onePerField(columns: readonly ColumnFound[]): ColumnFound[] {
  const best = new Map<Field, ColumnFound>();
  for (const column of columns) {
    if (!column.field || repeatable.has(column.field)) continue;
    const other = best.get(column.field);
    if (!other || column.confidence > other.confidence) best.set(column.field, column);
  }
  return columns.map((column) => {
    if (!column.field || repeatable.has(column.field) || best.get(column.field) === column) return column;
    const { field: _, fitting: __, ...rest } = column;
    return { ...rest, confidence: 0 };
  });
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

/** The columns that go somewhere. */
export function mappedColumns(
  columns: readonly { readonly column: number; readonly heading: string; readonly field?: Field | undefined }[],
): MappedColumn[] {
  return columns.flatMap(({ column, heading, field }) => (field ? [{ column, heading, field }] : []));
}
