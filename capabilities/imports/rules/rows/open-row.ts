import type { Refusal } from '@yilu/platform/contract';
import type { Cell, Row } from '../../contract/cell.ts';
import type { Field } from '../../contract/field.ts';
import type { MappedColumn, Problem } from '../../contract/read-row.ts';
import { cellText } from '../values/cell-text.ts';
import type { Reading } from '../values/reading.ts';
import { readText } from '../values/words.ts';

/** A row by field instead of by column. Broken values are noted as problems and then absent. */
export interface OpenRow {
  readonly row: Row;
  readonly has: (field: Field) => boolean;
  readonly cell: (field: Field) => Cell;
  readonly cells: (field: Field) => readonly { readonly cell: Cell; readonly heading: string }[];
  /** The heading of the field's column; the field's own name when it has none. */
  readonly heading: (field: Field) => string;
  readonly take: <Value>(field: Field, read: (cell: Cell, heading: string) => Reading<Value>) => Value | undefined;
  readonly text: (field: Field) => string | undefined;
  readonly note: (field: Field, reason: Refusal) => void;
  readonly problems: () => readonly Problem[];
}

export function openRow(row: Row, columns: readonly MappedColumn[]): OpenRow {
  const problems: Problem[] = [];
  const of = (field: Field) => columns.find((column) => column.field === field);
  const heading = (field: Field) => of(field)?.heading ?? field;
  const cell = (field: Field): Cell => {
    const column = of(field);
    return column ? (row.cells[column.column] ?? null) : null;
  };
  const note = (field: Field, reason: Refusal) => void problems.push({ column: heading(field), reason });
  const take = <Value>(field: Field, read: (cell: Cell, heading: string) => Reading<Value>): Value | undefined => {
    if (!of(field)) return undefined;
    const reading = read(cell(field), heading(field));
    if (reading.state === 'broken') note(field, reading.reason);
    if (reading.state === 'value' && reading.note) note(field, reading.note);
    return reading.state === 'value' ? reading.value : undefined;
  };
  return {
    row,
    has: (field) => of(field) !== undefined,
    cell,
    cells: (field) =>
      columns
        .filter((column) => column.field === field)
        .map((column) => ({ cell: row.cells[column.column] ?? null, heading: column.heading })),
    heading,
    take,
    text: (field) => take(field, readText),
    note,
    problems: () => problems,
  };
}

/**
 * What makes two rows the same row, whatever the order of columns and whatever they were mapped to: the evened text under
 * each heading. Equal rows of one sheet are told apart by their ordinal.
 */
export function fingerprintOf(row: Row, columns: readonly Pick<MappedColumn, 'column' | 'heading'>[]): string {
  return columns
    .map(({ column, heading }) => `${heading}\u001f${cellText(row.cells[column])}`)
    .sort()
    .join('\u001e');
}

/** Drop what is absent, so that absence is a missing key. */
export function present<Thing extends object>(thing: Thing): { [Key in keyof Thing]: Exclude<Thing[Key], undefined> } {
  return Object.fromEntries(Object.entries(thing).filter(([, held]) => held !== undefined)) as {
    [Key in keyof Thing]: Exclude<Thing[Key], undefined>;
  };
}
