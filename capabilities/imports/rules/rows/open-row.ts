import type { Day, Refusal } from '@yilu/platform/contract';
import type { Cell, Row } from '../../contract/cell.ts';
import type { Field } from '../../contract/field.ts';
import { cellIsAnError, cellIsGarbled, dayAhead, formulaNotCalculated } from '../../contract/problems.ts';
import type { MappedColumn, Problem } from '../../contract/read-row.ts';
import type { SheetContext } from '../recognise/context.ts';
import { cellText, isError, isUncalculated, saysNothing } from '../values/cell-text.ts';
import { type DayHints, type ReadMoment, readDay, readMoment } from '../values/day.ts';
import { remarkBesideNames } from '../values/name.ts';
import { broken, type Reading } from '../values/reading.ts';
import { readText } from '../values/words.ts';

/** A row by field instead of by column. Broken values are noted as problems and then absent. */
export interface OpenRow {
  readonly row: Row;
  readonly has: (field: Field) => boolean;
  readonly cell: (field: Field) => Cell;
  readonly cells: (field: Field) => readonly CellOfField[];
  /** The heading of the field's column; the field's own name when it has none. */
  readonly heading: (field: Field) => string;
  readonly take: <Value>(field: Field, read: (cell: Cell, heading: string) => Reading<Value>) => Value | undefined;
  /** The same of one of several columns that go to the same field. */
  readonly takeAt: <Value>(
    given: { readonly cell: Cell; readonly heading: string },
    read: (cell: Cell, heading: string) => Reading<Value>,
  ) => Value | undefined;
  readonly text: (field: Field) => string | undefined;
  /** A day; of something that has happened, one ahead of today is none. */
  readonly day: (field: Field) => Day | undefined;
  readonly pastMoment: (field: Field) => ReadMoment | undefined;
  readonly context: SheetContext;
  readonly today: Day;
  readonly note: (field: Field, reason: Refusal) => void;
  /** Of one of several columns that go to the same field. */
  readonly noteAt: (heading: string, reason: Refusal) => void;
  readonly problems: () => readonly Problem[];
}

export interface CellOfField {
  readonly cell: Cell;
  readonly heading: string;
  /** Who signed, of a phone behind them. */
  readonly signer?: Cell;
}

/** What reading a row leans on besides its cells. */
export interface RowSurroundings {
  readonly context: SheetContext;
  readonly today: Day;
}

export function openRow(row: Row, columns: readonly MappedColumn[], { context, today }: RowSurroundings): OpenRow {
  const problems: Problem[] = columns.flatMap(({ column, heading: of }) => {
    const given = row.cells[column];
    if (typeof given !== 'string') return [];
    if (given.includes('\uFFFD')) return [{ column: of, reason: cellIsGarbled }];
    if (!isError(given.trim())) return [];
    return [{ column: of, reason: isUncalculated(given.trim()) ? formulaNotCalculated : cellIsAnError }];
  });
  const byField = columnsByField(columns);
  const of = (field: Field) => byField.get(field)?.[0];
  const heading = (field: Field) => of(field)?.heading ?? field;
  const hints = (field: Field): DayHints => ({ year: context.year, month: context.month, order: of(field)?.dayOrder });
  const cell = (field: Field): Cell => {
    const column = of(field);
    return column ? (row.cells[column.column] ?? null) : null;
  };
  const note = (field: Field, reason: Refusal) => void problems.push({ column: heading(field), reason });
  const takeAt: OpenRow['takeAt'] = (given, read) => {
    const reading = read(given.cell, inUnits(given.heading, context));
    const said = reading.state === 'broken' ? reading.reason : reading.state === 'value' ? reading.note : undefined;
    if (said) problems.push({ column: given.heading, reason: said });
    return reading.state === 'value' ? reading.value : undefined;
  };
  const take = <Value>(field: Field, read: (cell: Cell, heading: string) => Reading<Value>): Value | undefined => {
    return of(field) ? takeAt({ cell: cell(field), heading: heading(field) }, read) : undefined;
  };
  return {
    row,
    has: (field) => of(field) !== undefined,
    cell,
    cells: (field) =>
      (byField.get(field) ?? []).map(({ column, heading: said, signer }) => ({
        cell: row.cells[column] ?? null,
        heading: said,
        ...(signer !== undefined && { signer: row.cells[signer] ?? null }),
      })),
    heading,
    take,
    takeAt,
    text: (field) => take(field, readText),
    day: (field) => take(field, (given) => readDay(given, hints(field))),
    pastMoment: (field) => take(field, (given) => notAhead(readMoment(given, hints(field)), today)),
    context,
    today,
    note,
    noteAt: (column, reason) => void problems.push({ column, reason }),
    problems: () => problems,
  };
}

const indexes = new WeakMap<readonly MappedColumn[], ReadonlyMap<Field, readonly MappedColumn[]>>();

/** Made once for all rows of a sheet. */
function columnsByField(columns: readonly MappedColumn[]): ReadonlyMap<Field, readonly MappedColumn[]> {
  const known = indexes.get(columns);
  if (known) return known;
  const made = Map.groupBy(columns, ({ field }) => field);
  indexes.set(columns, made);
  return made;
}

const named: readonly Field[] = ['name', 'coOwner', 'spouse', 'member', 'tenant'];

/** What the note columns say, of several each with its heading, and what stands in brackets beside names. */
export function remarkOf(row: OpenRow): string | undefined {
  const beside = named
    .filter(row.has)
    .flatMap((field) => row.cells(field).flatMap(({ cell }) => remarkBesideNames(cell) ?? []));
  const notes = row.cells('note').flatMap(({ cell, heading }) => {
    const text = cellText(cell);
    return saysNothing(text) ? [] : [{ text, heading }];
  });
  const several = row.cells('note').length > 1;
  const text = [
    ...notes.map(({ text: said, heading }) => (several ? `${heading.replace(/\s/g, '')}：${said}` : said)),
    ...beside,
  ].join('；');
  return text === '' ? undefined : text;
}

/** A title that says 单位：万元 speaks for headings that name no unit themselves. */
function inUnits(heading: string, { inTenThousands }: SheetContext): string {
  return inTenThousands && !/[元万]/.test(heading) ? `${heading}(万元)` : heading;
}

function notAhead(read: Reading<ReadMoment>, today: Day): Reading<ReadMoment> {
  return read.state === 'value' && read.value.day > today ? broken(dayAhead) : read;
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
  // Taken over one by one: an object from which a key was deleted is slow for whoever reads it afterwards.
  const held: Partial<Thing> = {};
  for (const key in thing) if (thing[key] !== undefined) held[key] = thing[key];
  return held as { [Key in keyof Thing]: Exclude<Thing[Key], undefined> };
}
