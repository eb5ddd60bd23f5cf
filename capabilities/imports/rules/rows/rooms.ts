import { basementOf, type PlaceLabel, spaceCodeOf } from '@yilu/properties/rules';
import type { Cell } from '../../contract/cell.ts';
import { areaOfSeveral, codeUnknown, spaceNotUnderstood } from '../../contract/problems.ts';
import type { RoomRead, SpaceRead } from '../../contract/read-row.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { readArea, readFloor, readWholeNumber } from '../values/money.ts';
import { buildingOf, type ReadPlace, readPlaces } from '../values/room.ts';
import { simplified } from '../values/simplified.ts';
import { roomStateOf, roomTypeOf, tenureOf } from './codes.ts';
import { type OpenRow, present } from './open-row.ts';

/** The rooms of a row; of a row that names none, its building and unit. Facts belong to the first. */
export function readRoomsOf(row: OpenRow): RoomRead[] {
  const [place, ...further] = placesOf(row);
  if (!place) return [];
  const layout = row.text('layout');
  // 自住 and 出租 say how a home is used, wherever they stand.
  const type = row.has('roomType') ? cellText(row.cell('roomType')) : '';
  const isUse = type !== '' && !row.has('roomState') && /^(?:自住|自用|出租|空置|空关|闲置)$/.test(type);
  const phase = row.text('phase');
  // Of two homes that were made one each has a title, and nobody says how much of the area.
  const isOfSeveral = further.some(({ kind }) => kind !== 'PARKING_SPACE' && kind !== 'STORAGE');
  const area = (field: 'builtArea' | 'innerArea') => {
    const read = row.take(field, readArea);
    if (read !== undefined && isOfSeveral) row.note(field, areaOfSeveral);
    return isOfSeveral ? undefined : read;
  };
  const room = present({
    ...place,
    phase: phase ?? place.phase,
    floor: row.take('floor', readFloor),
    totalFloors: row.take('totalFloors', readWholeNumber),
    layout: layout && !/^\d{5,}$/.test(layout) ? layout.slice(0, 60) : undefined,
    builtArea: area('builtArea'),
    innerArea: area('innerArea'),
    orientation: row.text('orientation'),
    fitOut: row.text('fitOut'),
    roomType: isUse ? undefined : coded(row, 'roomType', roomTypeOf),
    state: isUse ? roomStateOf(type) : coded(row, 'roomState', roomStateOf),
    deliveryBatch: row.text('deliveryBatch'),
    handedOverOn: row.pastMoment('handedOverOn')?.day,
    fittedOutOn: row.pastMoment('fittedOutOn')?.day,
    movedInOn: row.pastMoment('movedInOn')?.day,
  }) as RoomRead;
  return [room, ...further];
}

/** Parking spaces and storage rooms that a list names beside the home: `B1-023、B1-024`. A mere count of them is none. */
export function spacesBeside(row: OpenRow): RoomRead[] {
  return [...spacesIn(row, 'spaceCode', 'PARKING_SPACE'), ...spacesIn(row, 'storageCode', 'STORAGE')];
}

function spacesIn(row: OpenRow, field: 'spaceCode' | 'storageCode', kind: NonNullable<RoomRead['kind']>): RoomRead[] {
  const text = row.text(field);
  if (text === undefined) return [];
  return severalSpaces(text).flatMap((code) => {
    const isCode =
      /\d/.test(code) && code.length >= 2 && code.length <= 40 && !/^\d+\s*[个位间]$|有|租|固定/.test(code);
    if (!isCode) row.note(field, spaceNotUnderstood);
    return isCode ? [{ number: code, kind }] : [];
  });
}

/** `A区026、A区027`; of `B1-023、024` the second lies beside the first. */
function severalSpaces(text: string): string[] {
  const codes = text
    .split(/[、,;\n]|(?<=\d)[/+和及](?=[^/]*\d)/)
    .map((code) => code.trim())
    .filter((code) => !saysNothing(code));
  const [, before = ''] = /^(.*\D)\d+$/.exec(codes[0] ?? '') ?? [];
  return codes.map((code) => (/^\d+$/.test(code) ? `${before}${code}` : code));
}

export function readSpace(row: OpenRow): SpaceRead | undefined {
  const storage = row.text('spaceCode') ? undefined : row.text('storageCode');
  const [code, ...further] = severalSpaces(row.text('spaceCode') ?? storage ?? '').map((one) => one.slice(0, 40));
  if (!code) return undefined;
  const isStorage = storage !== undefined || /储藏|储物|仓/.test(row.text('spaceKind') ?? '');
  const area = row.take('builtArea', readArea);
  if (area !== undefined && further.length > 0) row.note('builtArea', areaOfSeveral);
  return present({
    code,
    further: further.length > 0 ? further : undefined,
    ...lotOf(row, code),
    kind: row.text('spaceKind'),
    area: further.length > 0 ? undefined : area,
    tenure: coded(row, 'spaceTenure', tenureOf),
    isStorage: isStorage || undefined,
    plate: row.text('plate'),
    from: row.day('spaceFrom'),
    to: row.day('spaceTo'),
  }) as SpaceRead;
}

/** Car park, zone and floor may stand in columns of their own; a zone that the number begins with says nothing more. */
function lotOf(row: OpenRow, code: string): Pick<SpaceRead, 'lot' | 'basement'> {
  const parts = row
    .cells('parkingLot')
    .map(({ cell }) => cellText(cell))
    .filter((text) => !saysNothing(text));
  const basement = parts.map(basementOf).find(Boolean);
  const onFloor = spaceCodeOf(code).replace(/^B\d-/, '');
  const lot = parts
    .filter((text) => basementOf(text) === undefined && !/^(?:地下|地上|地面)?(?:车库|停车场|车场|车位)?$/.test(text))
    .filter((text) => !onFloor.startsWith(text.replace(/[区栋]$/, '')))
    .join('-');
  return { ...(lot !== '' && { lot }), ...(basement && { basement }) };
}

function placesOf(row: OpenRow): readonly (PlaceLabel & Partial<Pick<ReadPlace, 'number' | 'kind'>>)[] {
  const given = cellText(row.cell('room'));
  // Under 铺位号 S-101 is a shop, and S no building.
  const isShop = /铺|档口/.test(row.heading('room')) && !saysNothing(given) && !/[铺商]/.test(given);
  const room = isShop ? given.replaceAll(/(^|[、,;]\s*)(?=[^、,;\s])/g, '$1商铺') : doorOnFloor(row);
  const cells = {
    building: row.cell('building'),
    unit: row.cell('unit'),
    room: typeof room === 'string' ? simplified(room) : room,
  };
  const read = readPlaces(cells, withinOf(row));
  if (read.state === 'broken') row.note('room', read.reason);
  if (read.state === 'value') return read.value;
  if (row.has('room')) return [];
  const label = buildingOf(cells);
  return label.building ? [label] : [];
}

/** Door A, or 02, of a floor that has a column of its own: 12A and 1202, since every floor has one. */
function doorOnFloor(row: OpenRow): Cell {
  const cell = row.cell('room');
  const [, letter, figures] = /^(?:([A-Z])|0?(\d{1,2}))[室户座]?$/i.exec(cellText(cell)) ?? [];
  const floor = letter || figures ? readFloor(row.cell('floor')) : undefined;
  if (floor?.state !== 'value' || floor.value < 1) return cell;
  return `${floor.value}${letter?.toUpperCase() ?? figures?.padStart(2, '0')}`;
}

/** A line above that names a building has the say within the sheet's garden; one that names a unit only, within its building. */
function withinOf({ row, context }: OpenRow): PlaceLabel {
  const { before } = context.within ?? {};
  if (row.within?.building !== undefined) return { ...(before && { before }), ...row.within };
  return { ...context.within, ...row.within };
}

function coded<Value>(
  row: OpenRow,
  field: 'roomType' | 'roomState' | 'spaceTenure',
  translate: (text: string) => Value | undefined,
): Value | undefined {
  const text = cellText(row.cell(field));
  if (!row.has(field) || saysNothing(text)) return undefined;
  const translated = translate(text);
  // 未交付 is no code that we do not know: it says that nothing has happened.
  if (translated === undefined && !/^(?:尚?未|还没|没有?|待)|^正常$|^(?:空置|空闲|闲置)$/.test(text))
    row.note(field, codeUnknown({ code: text.slice(0, 40) }));
  return translated;
}
