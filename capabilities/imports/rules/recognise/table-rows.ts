import { parsePlaceLabel } from '@yilu/properties/rules';
import type { Cell, MergedRange, PlaceWithin, Row } from '../../contract/cell.ts';
import type { Field } from '../../contract/field.ts';
import type { SheetKind } from '../../contract/kind.ts';
import { cellText, isDitto, saysNothing } from '../values/cell-text.ts';
import { gardenIn } from './garden.ts';
import { plainHeading } from './heading.ts';
import { type RowSort, sortOfRow } from './row-sort.ts';
import type { TableFound } from './table.ts';

/** A row as it is meant, and what it is. */
export interface MeantRow {
  readonly sort: RowSort;
  readonly row: Row;
  /** Of a line that says where the rows below it stand. */
  readonly says?: PlaceWithin;
}

/** A line such as `3栋`, as the file has it. */
export interface PlaceLine {
  readonly row: Row;
  readonly says: PlaceWithin;
}

export interface TableRead {
  readonly table: TableFound;
  readonly merged: readonly MergedRange[];
  readonly kind: SheetKind;
  readonly columns: readonly {
    readonly column: number;
    readonly heading: string;
    readonly field?: Field | undefined;
  }[];
}

const shared: readonly Field[] = ['project', 'phase', 'building', 'unit', 'room', 'dealKey', 'contractNumber'];
/** A running number. */
export function isOrdinal(plain: string): boolean {
  return /^(序号?|no|编号|项次|行号|#)$/.test(plain);
}

/**
 * Reads the rows of a table in the file's order: cells merged downwards mean all their rows; a line such as `3栋` or `2单元`
 * says where the rows below it stand; a row of another person, with neither number nor room of its own, goes on with the
 * room of the row above.
 */
export function tableReader({ table, merged, kind, columns }: TableRead): (row: Row) => MeantRow {
  const fillMerged = mergedFiller(merged, table.headerRow);
  const placed = columns.filter(({ field }) => field && shared.includes(field)).map(({ column }) => column);
  const at = (wanted: Field) => columns.find(({ field }) => field === wanted)?.column;
  const [room, name, relation] = [at('room'), at('name'), at('relation')];
  // A deal's own number does for a running one: without it the row is another buyer's.
  const deal = kind === 'deals' ? (at('dealKey') ?? at('contractNumber')) : undefined;
  const number = columns.find(({ heading }) => isOrdinal(plainHeading(heading)))?.column ?? deal;
  const fillGarden = gardenFiller(at('phase'), at('building'));
  const fillPlace = placeFiller(at('building'), at('unit'), room, at('phase'));
  const fillProject = projectFiller(at('project'), at('phase'));
  const [member, phone, id] = [at('member'), at('phone'), at('idNumber')];
  const hasHousehold = kind === 'owners' || kind === 'assets' || kind === 'residents' || kind === 'deals';
  let within: PlaceWithin | undefined;
  let base: Row | undefined;
  let last = 0;

  const isEmpty = (row: Row, column: number | undefined) =>
    column !== undefined && saysNothing(cellText(row.cells[column]));
  const goesOn = (row: Row): boolean => {
    if (!hasHousehold || room === undefined || name === undefined || !base || row.number !== last + 1) return false;
    if (isEmpty(row, name) || !placed.every((column) => isEmpty(row, column)) || isEmpty(base, room)) return false;
    return isEmpty(row, number) || (relation !== undefined && !isEmpty(row, relation));
  };
  /** Another member of the family above: neither home nor owner are written again. */
  const isFamilyOf = (row: Row): boolean =>
    hasHousehold &&
    member !== undefined &&
    base !== undefined &&
    row.number === last + 1 &&
    !isEmpty(row, member) &&
    isEmpty(row, name) &&
    placed.every((column) => isEmpty(row, column));
  return (given) => {
    const { row: filled, fromAbove } = fillMerged(given);
    const row = sameAgain(fillPlace(fillGarden(filled)), base, { name, with: [phone, id] });
    const sort = sortOfRow(row, table, merged);
    const label = sort === 'total' ? undefined : placeLine(row, table);
    if (label) {
      within = label.before === undefined ? { ...(label.building ? gardenOf(within) : within), ...label } : label;
      base = undefined;
      return { sort: 'note', row, says: label };
    }
    if (sort !== 'data') return { sort, row };
    const placedRow: Row = within ? { ...row, within } : row;
    const isMerged =
      hasHousehold &&
      room !== undefined &&
      name !== undefined &&
      fromAbove.has(room) &&
      !fromAbove.has(name) &&
      !isEmpty(row, name);
    if (isMerged) {
      last = row.number;
      return { sort, row: { ...placedRow, continues: 'merged' } };
    }
    if (goesOn(row) && base) {
      last = row.number;
      return { sort, row: { ...withCells(placedRow, placed, base), continues: 'blank' } };
    }
    if (isFamilyOf(row) && base && name !== undefined) {
      last = row.number;
      return { sort, row: { ...withCells(placedRow, [...placed, name], base), continues: 'family' } };
    }
    const whole = fillProject(placedRow);
    base = whole;
    last = row.number;
    return { sort, row: whole };
  };
}

/**
 * A building, or a unit, that is written once means the rows below it too, as long as their rooms are written as in its own
 * row: 2-1204 below 3栋 with 2-1203 is no building 2.
 */
function placeFiller(
  building: number | undefined,
  unit: number | undefined,
  room: number | undefined,
  phase: number | undefined,
): (row: Row) => Row {
  const outer = building ?? unit;
  if (outer === undefined || room === undefined) return (row) => row;
  let named: Row | undefined;
  const isBlank = (row: Row, column: number | undefined) => saysNothing(cellText(row.cells[column ?? -1]));
  const shapeOf = (row: Row) => cellText(row.cells[room]).replace(/\d+/g, '9');
  return (row) => {
    const isOwn = !isBlank(row, outer);
    if (isOwn && (unit === undefined || !isBlank(row, unit))) {
      named = row;
      return row;
    }
    const isOther = isOwn && cellText(row.cells[outer]) !== cellText(named?.cells[outer]);
    if (isOther || !named || isBlank(row, room) || shapeOf(named) !== shapeOf(row)) {
      if (isOwn) named = row;
      return row;
    }
    const blank = [building, unit, phase].filter(
      (column): column is number => column !== undefined && isBlank(row, column),
    );
    const whole = withCells(row, blank, named);
    named = whole;
    return whole;
  };
}

/** A project that is written once means the rows below it too, and with it its phase. */
function projectFiller(project: number | undefined, phase: number | undefined): (row: Row) => Row {
  if (project === undefined) return (row) => row;
  let named: Row | undefined;
  return (row) => {
    if (!saysNothing(cellText(row.cells[project]))) named = row;
    else if (named)
      return withCells(
        row,
        [project, ...(phase !== undefined && saysNothing(cellText(row.cells[phase])) ? [phase] : [])],
        named,
      );
    return row;
  };
}

/** Cells that say 同上 or 〃 mean what stands above; somebody said so is reached by the same phone. */
function sameAgain(
  row: Row,
  above: Row | undefined,
  person: { readonly name: number | undefined; readonly with: readonly (number | undefined)[] },
): Row {
  if (!above) return row;
  const again: number[] = [];
  for (let column = 0; column < row.cells.length; column += 1) {
    const cell = row.cells[column];
    if (typeof cell === 'string' && cell.length <= 3 && isDitto(cellText(cell))) again.push(column);
  }
  if (again.length === 0) return row;
  const theirs =
    person.name !== undefined && again.includes(person.name)
      ? person.with.flatMap((column) =>
          column !== undefined && saysNothing(cellText(row.cells[column])) ? [column] : [],
        )
      : [];
  return withCells(row, [...again, ...theirs], above);
}

/** A garden that is written once means the buildings below it too, as it looks where its cells were merged. */
function gardenFiller(garden: number | undefined, building: number | undefined): (row: Row) => Row {
  if (garden === undefined || building === undefined) return (row) => row;
  let named: Row | undefined;
  return (row) => {
    if (saysNothing(cellText(row.cells[building]))) return row;
    const text = cellText(row.cells[garden]);
    // A mere count such as 一期 says less of where a building stands, and may be left open.
    if (!saysNothing(text)) named = gardenIn(text) === undefined ? undefined : row;
    return named && saysNothing(text) ? withCells(row, [garden], named) : row;
  };
}

/** A line `3栋` is within the garden of the lines above it. */
function gardenOf(within: PlaceWithin | undefined): PlaceWithin {
  return within?.before === undefined ? {} : { before: within.before };
}

/** The only text of a line, when it speaks of a place. */
function placeLine(row: Row, { headings }: TableFound): PlaceWithin | undefined {
  let only: string | undefined;
  for (const column of headings.keys()) {
    const text = cellText(row.cells[column]);
    if (text !== '' && only !== undefined) return undefined;
    if (text !== '') only = text;
  }
  if (only === undefined) return undefined;
  const place = parsePlaceLabel(only.replace(/(业主|住户|名单|[::])+$/, ''));
  const before = place ? undefined : gardenIn(only);
  return before === undefined ? place : { before };
}

function withCells(row: Row, columns: readonly number[], from: Row): Row {
  const cells: Cell[] = [...row.cells];
  for (const column of columns) {
    while (cells.length <= column) cells.push(null);
    cells[column] = from.cells[column] ?? null;
  }
  return { ...row, cells };
}

/**
 * Cells merged downwards carry their value only in the first row; every row of the range means it. Rows must be given in
 * order; returns the row as meant, and the columns that came from above.
 */
export function mergedFiller(
  merged: readonly MergedRange[],
  headerRow: number,
): (row: Row) => { readonly row: Row; readonly fromAbove: ReadonlySet<number> } {
  const downwards = merged.filter(({ fromRow, toRow }) => toRow > fromRow && fromRow >= headerRow);
  const byRow = Map.groupBy(downwards, ({ fromRow }) => fromRow);
  const held = new Map<number, { readonly cell: Cell; readonly untilRow: number }>();
  return (row) => {
    const at = row.number - 1;
    for (const [column, { untilRow }] of held) if (untilRow < at) held.delete(column);
    const given = [...held].filter(([column]) => (row.cells[column] ?? null) === null);
    for (const { fromColumn, toRow } of byRow.get(at) ?? []) {
      held.set(fromColumn, { cell: row.cells[fromColumn] ?? null, untilRow: toRow });
    }
    if (given.length === 0) return { row, fromAbove: none };
    const cells = [...row.cells];
    for (const [column, { cell }] of given) {
      while (cells.length <= column) cells.push(null);
      cells[column] = cell;
    }
    return { row: { ...row, cells }, fromAbove: new Set(given.map(([column]) => column)) };
  };
}

const none: ReadonlySet<number> = new Set();
