import type { Cell, MergedRange, Row } from '../../contract/cell.ts';
import { type Field, repeatableFields } from '../../contract/field.ts';
import type { SheetKind } from '../../contract/kind.ts';
import type { SheetLayout } from '../../contract/layout.ts';
import type { DayOrder, MappedColumn } from '../../contract/read-row.ts';
import type { SheetRemark } from '../../contract/sheet-remark.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { dayOrderOf, readTime } from '../values/day.ts';
import { holdsPhone } from '../values/name.ts';
import { contextOf, type SheetContext } from './context.ts';
import { withCouple } from './couples.ts';
import { fieldFromValues, isDayField, shareThatFits } from './evidence.ts';
import { fieldsOfKind } from './fields-of-kind.ts';
import { isGrid } from './grid.ts';
import { matchHeading, plainHeading } from './heading.ts';
import { findUnheaded } from './headless.ts';
import { kindOf } from './kind.ts';
import { nowhere, withMembers } from './members.ts';
import { withDoors, withNeighbours, withoutStrangers, withPlaces } from './neighbours.ts';
import { onePerField } from './one-per-field.ts';
import { isOurReason } from './returned.ts';
import { sortOfRow } from './row-sort.ts';
import { strangerOf } from './stranger.ts';
import { findTables, type TableFound } from './table.ts';
import { isOrdinal } from './table-rows.ts';
import { layoutOf, tableOf, unfolded } from './unfold.ts';

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
  /** Which figure of 1/4 its values prove to be the day. */
  readonly dayOrder?: DayOrder;
  /** Of a phone behind whoever signed: the column that names them. */
  readonly signer?: number;
}

/** One table of a sheet; most sheets have one. */
export interface SheetFound {
  /** The sheet's name; of several tables with the title above each. */
  readonly name: string;
  readonly kind: SheetKind;
  readonly kindConfidence: number;
  readonly table?: TableFound;
  readonly columns: readonly ColumnFound[];
  /** No heading row: columns are called by their letters. */
  readonly headless?: boolean;
  /** How its rows lie, where they make no table. */
  readonly layout?: SheetLayout;
  /** Why nothing of it goes in. */
  readonly remark?: SheetRemark;
}

const sampled = 200;
/** A bill is no sale. */
const ofFees = /费项|费用|收费|缴费|欠费|应收/;
const notImported = { kind: 'ignored', confidence: 0.9 } as const;

/** What the tables of a sheet are and where their columns go, from its first rows (a few hundred are enough). */
export function recogniseSheet(name: string, rows: readonly Row[], merged: readonly MergedRange[]): SheetFound[] {
  const layout = layoutOf(rows);
  if (layout) return [recogniseFolded(name, layout, rows)];
  const found = recogniseTables(name, rows, merged);
  const isPlan = found.every(({ kind }) => kind === 'ignored') && isGrid(rows);
  return isPlan ? found.map((sheet) => ({ ...sheet, remark: 'grid' })) : found;
}

function recogniseTables(name: string, rows: readonly Row[], merged: readonly MergedRange[]): SheetFound[] {
  const tables = findTables(rows, merged);
  if (tables.length === 0) return [withoutKnownHeadings(name, rows)];
  const found = tables.map((table, at) => {
    const title = table.above.at(-1);
    const part = title && title.length <= 30 && table.headerRow !== tables[at - 1]?.headerRow ? title : String(at + 1);
    const ownName = tables.length === 1 ? name : `${name} · ${part}`;
    return recogniseTable(ownName, contextOf(name, table.above.join(' ')), table, rows, merged);
  });
  // A list of codes below the table is no table of ours, but ends it.
  const ours = found.filter(({ kind }) => kind !== 'ignored');
  return ours.length > 0 ? ours : found.slice(0, 1);
}

/** Cards and lists of lines are read as the table that they would make; where that says nothing, the sheet is told as what it is. */
function recogniseFolded(name: string, layout: SheetLayout, rows: readonly Row[]): SheetFound {
  const table = tableOf(layout, rows);
  const found = recogniseTable(name, contextOf(name, table.above.join(' ')), table, unfolded(layout, rows), []);
  if (found.kind !== 'ignored') return { ...found, layout };
  return { ...found, layout, remark: layout.layout === 'cards' ? 'cards' : 'oneColumn' };
}

/** Ignored until a person says what its columns are. */
function withoutKnownHeadings(name: string, rows: readonly Row[]): SheetFound {
  const ignored = { name, kind: 'ignored', kindConfidence: 0.9 } as const;
  const found = findUnheaded(rows);
  if (!found) {
    const arePeople = rows.filter(({ cells }) => cells.some((cell) => holdsPhone(cellText(cell)))).length > 1;
    const remark = rows.length === 0 ? 'empty' : arePeople ? 'oneColumn' : 'titleOnly';
    return { ...ignored, columns: [], remark };
  }
  return { ...ignored, ...found, remark: found.headless ? 'headless' : 'unknownHeadings' };
}

function recogniseTable(
  name: string,
  context: SheetContext,
  table: TableFound,
  rows: readonly Row[],
  merged: readonly MergedRange[],
): SheetFound {
  const data = rows
    .filter(({ number }) => number > table.headerRow && number <= (table.lastRow ?? number))
    .filter((row) => sortOfRow(row, table, merged) === 'data')
    .slice(0, sampled);
  const judged = [...table.headings]
    .sort(([a], [b]) => a - b)
    .map(([column, heading]): ColumnFound => {
      const values = data.map(({ cells }) => cells[column] ?? null);
      const judged = asTime(judge(column, heading, values, context), values);
      const dayOrder = judged.field === undefined || isDayField(judged.field) ? dayOrderOf(values) : undefined;
      return dayOrder ? { ...judged, dayOrder } : judged;
    });
  const paired = withCompanies(
    withoutStrangers(withMembers(withCoOwners(withNeighbours(withCouple(withDoors(withPlaces(judged, data))))))),
  );
  const found = new Set(paired.flatMap(({ field }) => field ?? []));
  const headings = [...table.headings.values()].map(plainHeading);
  const stranger = strangerOf([...table.headings.values()], { hasRoom: found.has('room') });
  const areFees = headings.some((heading) => ofFees.test(heading));
  const { kind, confidence } = stranger ? notImported : kindOf(found, `${name} ${table.above.join(' ')}`, areFees);
  const columns = onePerField(withFullPlace(paired, data).map((column) => adjusted(column, kind, found)));
  const remark = data.length === 0 ? 'noData' : kind === 'ignored' ? (stranger ?? 'notOurs') : undefined;
  return { name, kind, kindConfidence: confidence, table, columns, ...(remark && { remark }) };
}

function judge(column: number, heading: string, values: readonly Cell[], context: SheetContext): ColumnFound {
  const matched = matchHeading(heading);
  const fitting = matched ? shareThatFits(matched.field, values, context) : undefined;
  if (matched && (fitting === undefined || fitting >= 0.2)) {
    // A code of the source is a room's number only where no other column says where it lies; an amount in words repeats another.
    const sure =
      (matched.field === 'room' && /编[码号]|代码/.test(heading)) ||
      /大写/.test(heading) ||
      (matched.field === 'share' && /情况|方式/.test(heading))
        ? 0.9 * matched.confidence
        : matched.confidence;
    const confidence = fitting === undefined ? sure : sure * (0.55 + 0.45 * fitting);
    return {
      column,
      heading,
      field: matched.field,
      confidence: rounded(confidence),
      ...(fitting === undefined ? {} : { fitting }),
    };
  }
  const told = fieldFromValues(values);
  if (told && (matched || isVague(heading)))
    return { column, heading, field: told.field, confidence: rounded(told.confidence) };
  // A heading that only resembles a field's is believed with its values or not at all.
  if (matched && matched.confidence >= 0.9)
    return { column, heading, field: matched.field, confidence: 0.3, fitting: fitting ?? 0 };
  return { column, heading, confidence: 0 };
}

/** 带看时间 may be the time of day beside 带看日期. */
function asTime(found: ColumnFound, values: readonly Cell[]): ColumnFound {
  if (!found.field || !isDayField(found.field) || !/时间$/.test(plainHeading(found.heading))) return found;
  const filled = values.filter((cell) => !saysNothing(cellText(cell)));
  const areTimes = filled.length > 0 && filled.every((cell) => readTime(cell) !== undefined);
  return areTimes ? { ...found, field: 'contactTime', confidence: 1, fitting: 1 } : found;
}

/** A heading that tells nothing, so that values may; `经纪人电话` tells that it is not ours. */
function isVague(heading: string): boolean {
  return /^(.|列\d+|字段\d+|column\d+|field\d+|f\d+|未命名\d*|unnamed\d*)$/i.test(plainHeading(heading));
}

/** A list of companies has no other name than theirs. */
function withCompanies(columns: readonly ColumnFound[]): readonly ColumnFound[] {
  const has = (wanted: Field) => columns.some(({ field }) => field === wanted);
  if (has('name') || !has('employer') || !(has('room') || has('idNumber'))) return columns;
  const company = columns.find(({ field, heading }) => field === 'employer' && plainHeading(heading) !== '单位');
  return columns.map((column) => (column === company ? { ...column, field: 'name' } : column));
}

/** `电话2` beside `业主2` is the second owner's; without one it is another phone of the first. */
function withCoOwners(columns: readonly ColumnFound[]): ColumnFound[] {
  const seconds = new Set(
    columns.filter(({ field }) => field === 'coOwner').flatMap(({ heading }) => ordinalOf(heading) ?? []),
  );
  return columns.map((column) =>
    column.field === 'phone' && seconds.has(ordinalOf(column.heading) ?? '')
      ? { ...column, field: 'coOwnerPhone' }
      : column,
  );
}

function ordinalOf(heading: string): string | undefined {
  const ordinal = /([2-9二三四])$/.exec(plainHeading(heading))?.[1];
  return ordinal && String('二三四'.includes(ordinal) ? '二三四'.indexOf(ordinal) + 2 : ordinal);
}

const onlyHere: readonly (readonly [SheetKind, Field, Field, RegExp?])[] = [
  ['contacts', 'layout', 'layoutWanted'],
  ['contacts', 'builtArea', 'areaWanted'],
  ['contacts', 'room', 'address', /址/],
  ['contacts', 'payment', 'paymentWanted'],
  ['contacts', 'familyMembers', 'family'],
  ['deals', 'budget', 'agreedPrice'],
  ['deals', 'roomState', 'closedReason'],
  ['deals', 'contactedOn', 'subscribedOn'],
  ['owners', 'contactKind', 'personKind', /客户类型/],
  ['residents', 'contactKind', 'personKind', /客户类型/],
  ['assets', 'contactKind', 'personKind', /客户类型/],
  ['parking', 'phase', 'parkingLot', /区域|分区|^区$/],
  ['residents', 'closedOn', 'livesTo'],
  ['owners', 'closedOn', 'livesTo'],
  ['parking', 'contactKind', 'spaceKind', /^类型$/],
  ['parking', 'roomType', 'spaceKind'],
  ['parking', 'roomState', 'spaceTenure'],
  ['parking', 'subscribedOn', 'spaceFrom'],
];

/** The same heading means different things on different sheets. */
function adjusted(column: ColumnFound, kind: SheetKind, found: ReadonlySet<Field>): ColumnFound {
  const other = onlyHere.find(
    ([of, from, , words]) =>
      of === kind && from === column.field && (words === undefined || words.test(column.heading)),
  );
  if (kind === 'deals' && column.field === 'contactedOn' && found.has('contractNumber') && !found.has('signedOn'))
    return { ...column, field: 'signedOn' };
  if (other && (repeatableFields.has(other[2]) || !found.has(other[2]))) return { ...column, field: other[2] };
  // 补差后总价 beside 合同总价 is no budget.
  // 自驾 is no kind of contact.
  if (kind === 'contacts' && column.field === 'contactKind' && column.fitting === 0) return nowhere(column);
  const isAnotherPrice = (kind === 'deals' || kind === 'parking') && column.field === 'budget';
  if (kind === 'ignored' || !column.field || (fieldsOfKind[kind].has(column.field) && !isAnotherPrice)) return column;
  const { field: _, fitting: __, ...rest } = column;
  return { ...rest, confidence: 0 };
}

/** Of two columns of rooms the one that says the building too, unless it has a column of its own and so has the unit. */
function withFullPlace(columns: readonly ColumnFound[], data: readonly Row[]): readonly ColumnFound[] {
  const rooms = columns.filter(({ field }) => field === 'room');
  if (rooms.length < 2 || columns.some(({ field }) => field === 'unit')) return columns;
  const tells = ({ column }: ColumnFound) =>
    data.filter(({ cells }) => /[栋幢座#单元].*\d|\d+\s*[-–]\s*\d+\s*[-–]\s*\d/.test(cellText(cells[column]))).length;
  const fullest = rooms.reduce((best, next) => (tells(next) > tells(best) ? next : best));
  return columns.map((column) => (column === fullest ? { ...column, confidence: 1 } : column));
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

/** Columns with content that go nowhere, besides running numbers and the reasons we wrote: what an importer should know before confirming. */
export function columnsLeftOut<
  Column extends { readonly heading: string; readonly field?: Field | undefined; readonly sample?: string | undefined },
>(columns: readonly Column[]): Column[] {
  return columns.filter(
    ({ heading, field, sample }) =>
      !field && sample !== undefined && !isOrdinal(plainHeading(heading)) && !isOurReason(heading),
  );
}

/** The columns that go somewhere. */
export function mappedColumns(
  columns: readonly (Omit<MappedColumn, 'field'> & { readonly field?: Field | undefined })[],
): MappedColumn[] {
  return columns.flatMap(({ column, heading, field, dayOrder, signer }) =>
    field ? [{ column, heading, field, ...(dayOrder && { dayOrder }), ...(signer !== undefined && { signer }) }] : [],
  );
}
