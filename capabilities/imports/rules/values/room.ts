import type { Refusal } from '@yilu/platform/contract';
import type { RoomKind } from '@yilu/properties/contract';
import {
  type PlaceLabel,
  parseBuilding,
  parsePlaceLabel,
  parseRoomNotation,
  parseUnit,
  type RoomNotation,
} from '@yilu/properties/rules';
import type { Cell } from '../../contract/cell.ts';
import { roomContradictsBuilding, roomLacksBuilding, roomNotUnderstood } from '../../contract/problems.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { absent, broken, type Reading, value } from './reading.ts';

/** Where a room stands; the notations themselves are read by properties, in one place for the whole product. */
export interface ReadPlace {
  readonly phase?: string;
  /** Words before the building's number: 梅园, the project's name. */
  readonly before?: string;
  readonly building?: string;
  readonly unit?: string;
  readonly number: string;
  /** Said by the words 车位, 商铺, 储藏室. */
  readonly kind?: RoomKind;
}

export interface PlaceCells {
  readonly building: Cell | undefined;
  readonly unit: Cell | undefined;
  readonly room: Cell | undefined;
}

/**
 * The rooms of a row, nearly always one: from columns of their own, or all in one cell, or with the building said by a line
 * above (`within`). `1-1-101、102` are two rooms. A bare 1203 without any building is not guessed at.
 */
export function readPlaces(cells: PlaceCells, within: PlaceLabel = {}): Reading<readonly ReadPlace[]> {
  const text = cellText(cells.room);
  if (saysNothing(text)) return absent;
  const column = buildingOf(cells, within);
  const hasOwn = !saysNothing(cellText(cells.building));
  const places: ReadPlace[] = [];
  for (const part of severalRooms(text, column.building !== undefined)) {
    const read = placeOf(part, column, hasOwn, places[0]);
    if ('code' in read) return broken(read);
    places.push(read);
  }
  return places.length === 0 ? broken(roomNotUnderstood) : value(places);
}

/** Building and unit of a row that names no room. */
export function buildingOf(cells: Omit<PlaceCells, 'room'>, within: PlaceLabel = {}): PlaceLabel {
  const key = `${cellText(cells.building)}\n${cellText(cells.unit)}\n${within.phase}\n${within.before}\n${within.building}\n${within.unit}`;
  const known = buildings.get(key);
  if (known) return known;
  const read = readBuilding(cells, within);
  if (buildings.size < mostKept) buildings.set(key, read);
  return read;
}

/** A list of a thousand rooms names few buildings. */
const buildings = new Map<string, PlaceLabel>();
const mostKept = 5_000;

const inEnglish = /^(?:tower|block|building|bldg|blk)[\s.]*(?:no\.?\s*)?(?=[\dA-Z]{1,4}$)/i;

function readBuilding({ building, unit }: Omit<PlaceCells, 'room'>, within: PlaceLabel): PlaceLabel {
  const text = saysNothing(cellText(building)) ? '' : cellText(building).replace(inEnglish, '');
  const label = parsePlaceLabel(text);
  const read = label?.building || text === '' ? undefined : parseBuilding(text);
  const named = label?.building ?? read?.building;
  const unitText = saysNothing(cellText(unit)) ? '' : cellText(unit);
  const both = parsePlaceLabel(unitText);
  const unitCode = both?.unit ?? label?.unit ?? (unitText === '' ? undefined : parseUnit(unitText));
  const building_ = named ?? both?.building ?? within.building;
  const before = label?.before ?? read?.before ?? both?.before ?? within.before;
  const inUnit = unitCode ?? (named === undefined || named === within.building ? within.unit : undefined);
  const phase = label?.phase ?? read?.phase ?? within.phase;
  return {
    ...(phase && { phase }),
    ...(before && { before }),
    ...(building_ && { building: building_ }),
    ...(inUnit && { unit: inUnit }),
  };
}

/**
 * `1-1-101、102`, `1栋101；2栋202`; a slash parts rooms only where the parts have dashes or marks of their own, or where doors
 * stand on both sides.
 */
function severalRooms(text: string, hasBuilding: boolean): string[] {
  if (/^(?:\d{1,3}-\d{1,2}-)?\d{1,5}$/.test(text)) return [text];
  const parts = text
    .split(/[、,;&+\n]|和|及/)
    .flatMap((part) =>
      /[-栋幢座#元室].*\/|^\s*\d{3,4}室?\s*\/\s*\d{3,4}室?\s*$/.test(part) ? part.split('/') : [part],
    )
    .flatMap((part) => neighbours(part, hasBuilding));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** `1201-1202`: two homes side by side that were made one, each with a title of its own. Any other pair is a place or a range. */
function neighbours(part: string, hasBuilding: boolean): string[] {
  const [, before = '', one = '', other = ''] =
    /^(.*?)(?<!\d)(\d{3,4})室?\s*[-~至—–]\s*(\d{3,4})[室房]?\s*(?:打通|合并|\([^()]*\))?$/.exec(part.trim()) ?? [];
  const areNext = one !== '' && one.length === other.length && Number(other) === Number(one) + 1;
  const letters = /[A-Z]*$/i.exec(before)?.[0] ?? '';
  return areNext && (hasBuilding || before !== '') ? [`${before}${one}`, `${letters}${other}`] : [part];
}

function placeOf(text: string, column: PlaceLabel, hasOwn: boolean, first: ReadPlace | undefined): ReadPlace | Refusal {
  const read = parseRoomNotation(text);
  if (!read) return roomNotUnderstood;
  const apart = read.kind !== undefined && read.kind !== 'RESIDENCE';
  const held = { ...(read.phase && { phase: read.phase }), ...(read.kind && { kind: read.kind }) };
  if (column.building !== undefined) {
    const isMarked = /[栋幢座#]|号楼/.test(text);
    const inColumn = insideBuilding(read, column, isMarked, hasOwn);
    if (inColumn) return { ...column, ...held, ...inColumn };
    // What a title says of all rows gives way to what the row says itself.
    if (hasOwn) return roomContradictsBuilding;
  }
  if (read.building !== undefined) {
    const unit = read.unit ?? (column.building === undefined ? column.unit : undefined);
    const before = read.before ?? (column.building === undefined ? column.before : undefined);
    return {
      ...(column.phase && { phase: column.phase }),
      ...held,
      ...(before && { before }),
      building: read.building,
      ...(unit && { unit }),
      number: read.number,
    };
  }
  // 1-1-101、102: the second is next door. A space or a shop of another sort stands for itself.
  if (first && !apart) return { ...first, number: read.number, ...(read.unit && { unit: read.unit }) };
  const tower = /^([AC-OQRT-Z](?=[1-9]\d{2,3}$)|[BSP](?=[1-9]\d{3}$))(\d+)$/.exec(read.number);
  if (!apart && tower?.[1] && tower[2]) return { ...column, ...held, building: tower[1], number: tower[2] };
  const unit = read.unit ?? column.unit;
  const before = apart ? undefined : (read.before ?? column.before);
  return apart || isVilla(text)
    ? { ...held, ...(before && { before }), ...(unit && { unit }), number: read.number }
    : roomLacksBuilding;
}

/** The room within the building that its own column names: there `2-1203` is unit 2. */
function insideBuilding(
  read: RoomNotation,
  { before, building, unit }: PlaceLabel,
  isMarked: boolean,
  hasOwn: boolean,
): Pick<ReadPlace, 'before' | 'building' | 'unit' | 'number'> | undefined {
  const { number } = read;
  const same = read.building === undefined ? building : fullerOf(read.building, building);
  // One cell may have the project's name and the other the garden's; a title's words give way.
  const isOther = read.before && before && fullerOf(read.before, before) === undefined;
  if (same !== undefined && (hasOwn || !isOther)) {
    const inUnit = unit ?? read.unit;
    const words = isOther ? `${read.before}${before}` : fullerOf(read.before, before);
    return { building: same, ...(words && { before: words }), ...(inUnit && { unit: inUnit }), number };
  }
  if (read.building === undefined || read.unit !== undefined || isMarked) return undefined;
  return unit === undefined || unit === read.building ? { unit: read.building, number } : undefined;
}

/** 东区3 of 东区3 and 3; undefined of two that differ. */
function fullerOf(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [longer, shorter] = one.length < other.length ? [other, one] : [one, other];
  const isWhole = longer.length === shorter.length || /[\u4e00-\u9fff]$/.test(longer.slice(0, -shorter.length));
  return longer.endsWith(shorter) && isWhole ? longer : undefined;
}

function isVilla(text: string): boolean {
  return /(别墅|独栋|双拼|联排|合院|叠墅|墅)/.test(text);
}
