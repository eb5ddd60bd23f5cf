import type { Cell } from '../../contract/cell.ts';
import { type Field, fields } from '../../contract/field.ts';
import type { DayOrder } from '../../contract/read-row.ts';
import { type DayHints, readMoment } from '../values/day.ts';
import type { SheetContext } from './context.ts';
import { isDayField } from './evidence.ts';
import { plainHeading } from './heading.ts';
import { letterOf } from './headless.ts';
import type { PlaceLine } from './table-rows.ts';

/** Heads the column of reasons in a file of refused rows, which may be mended and dropped in again. */
export const returnedBecause = '退回原因';

export function isOurReason(heading: string): boolean {
  return plainHeading(heading) === returnedBecause;
}

interface Column {
  readonly column: number;
  readonly heading: string;
  readonly field?: Field | undefined;
  readonly dayOrder?: DayOrder | undefined;
}

/** Headings for a table that came without: as our own, so that it is known again. */
export function headingsFor(columns: readonly Column[], width: number): Cell[] {
  const fieldAt = new Map(columns.map(({ column, field }) => [column, field]));
  return Array.from({ length: width }, (_, column) => {
    const field = fieldAt.get(column);
    return field ? fields[field].zh : `第${letterOf(column)}列`;
  });
}

/** Of lines such as 梅园, 3栋, 5栋 those that still say something of the row below the last. */
export function withLine(lines: readonly PlaceLine[], next: PlaceLine): PlaceLine[] {
  if (next.says.before !== undefined) return [next];
  const overwritten = (line: PlaceLine) =>
    line.says.before === undefined && (next.says.building !== undefined || 'unit' in line.says === 'unit' in next.says);
  return [...lines.filter((line) => !overwritten(line)), next];
}

/** What only the rest of its column proved, written so that the row says it by itself: 2/1 as 2024-01-02. */
export function withProvenDays(cells: readonly Cell[], columns: readonly Column[], context: SheetContext): Cell[] {
  const orderAt = new Map(
    columns.flatMap(({ column, field, dayOrder }) => (field && isDayField(field) ? [[column, dayOrder] as const] : [])),
  );
  return cells.map((cell, column) => {
    const order = orderAt.get(column);
    return (order && provenDay(cell, { year: context.year, month: context.month, order })) ?? cell;
  });
}

function provenDay(cell: Cell, hints: DayHints): string | undefined {
  if (typeof cell !== 'string' || !/^\s*\d{1,2}[-/.]\d{1,2}(?:[-/.](?:\d{4}|\d{2}))?(?!\S)/.test(cell))
    return undefined;
  const read = readMoment(cell, hints);
  if (read.state !== 'value') return undefined;
  const { day, minutes } = read.value;
  if (minutes === undefined) return day;
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((figure) => String(figure).padStart(2, '0'));
  return `${day} ${hour}:${minute}`;
}
