import type { PlaceLabel } from '@yilu/properties/rules';
import { areaOfSeveral, codeUnknown, spaceNotUnderstood } from '../../contract/problems.ts';
import type { RoomRead, SpaceRead } from '../../contract/read-row.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { readArea, readFloor, readWholeNumber } from '../values/money.ts';
import { buildingOf, type ReadPlace, readPlaces } from '../values/room.ts';
import { roomStateOf, roomTypeOf, tenureOf } from './codes.ts';
import { type OpenRow, present } from './open-row.ts';

/** The rooms of a row; of a row that names none, its building and unit. Facts belong to the first. */
export function readRoomsOf(row: OpenRow): RoomRead[] {
  const [place, ...further] = placesOf(row);
  if (!place) return [];
  const layout = row.text('layout');
  const phase = row.text('phase');
  // Of two homes that were made one each has a title, and nobody says how much of the area.
  const isOfSeveral = further.some(({ kind }) => kind === undefined || kind === 'RESIDENCE');
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
    roomType: coded(row, 'roomType', roomTypeOf),
    state: coded(row, 'roomState', roomStateOf),
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
  return severalSpaces(row.text(field) ?? '').flatMap((code) => {
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
    lot: row.text('parkingLot'),
    kind: row.text('spaceKind'),
    area: further.length > 0 ? undefined : area,
    tenure: coded(row, 'spaceTenure', tenureOf),
    isStorage: isStorage || undefined,
    plate: row.text('plate'),
    from: row.day('spaceFrom'),
    to: row.day('spaceTo'),
  }) as SpaceRead;
}

function placesOf(row: OpenRow): readonly (PlaceLabel & Partial<Pick<ReadPlace, 'number' | 'kind'>>)[] {
  const cells = { building: row.cell('building'), unit: row.cell('unit'), room: row.cell('room') };
  const read = readPlaces(cells, withinOf(row));
  if (read.state === 'broken') row.note('room', read.reason);
  if (read.state === 'value') return read.value;
  if (row.has('room')) return [];
  const label = buildingOf(cells);
  return label.building ? [label] : [];
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
  if (translated === undefined) row.note(field, codeUnknown({ code: text.slice(0, 40) }));
  return translated;
}
