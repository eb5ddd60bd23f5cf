import { codeUnknown, roomNotUnderstood } from '../../contract/problems.ts';
import type { RoomRead, SpaceRead } from '../../contract/read-row.ts';
import { cellText, saysNothing } from '../values/cell-text.ts';
import { readDay } from '../values/day.ts';
import { partName, readLayout, readRoom } from '../values/home.ts';
import { readArea, readWholeNumber } from '../values/money.ts';
import { roomStateOf, roomTypeOf, tenureOf } from './codes.ts';
import { type OpenRow, present } from './open-row.ts';

/** The room of a row, or only its building and unit; undefined when the row names none or it cannot be understood. */
export function readRoomOf(row: OpenRow): RoomRead | undefined {
  const place = placeOf(row);
  if (!place) return undefined;
  const layout = row.take('layout', readLayout);
  return present({
    ...place,
    phase: row.text('phase'),
    floor: row.take('floor', readWholeNumber),
    totalFloors: row.take('totalFloors', readWholeNumber),
    layout: typeof layout === 'object' ? layout.text : layout,
    bedrooms: typeof layout === 'object' ? layout.bedrooms : undefined,
    builtArea: row.take('builtArea', readArea),
    innerArea: row.take('innerArea', readArea),
    orientation: row.text('orientation'),
    fitOut: row.text('fitOut'),
    roomType: coded(row, 'roomType', roomTypeOf),
    state: coded(row, 'roomState', roomStateOf),
    deliveryBatch: row.text('deliveryBatch'),
    handedOverOn: row.take('handedOverOn', readDay),
    fittedOutOn: row.take('fittedOutOn', readDay),
    movedInOn: row.take('movedInOn', readDay),
  }) as RoomRead;
}

export function readSpace(row: OpenRow): SpaceRead | undefined {
  const code = row.text('spaceCode');
  if (!code) return undefined;
  return present({
    code: code.slice(0, 40),
    lot: row.text('parkingLot'),
    kind: row.text('spaceKind'),
    area: row.take('builtArea', readArea),
    tenure: coded(row, 'spaceTenure', tenureOf),
    plate: row.text('plate'),
    from: row.take('spaceFrom', readDay),
    to: row.take('spaceTo', readDay),
  }) as SpaceRead;
}

function placeOf(row: OpenRow): Pick<RoomRead, 'building' | 'unit' | 'number'> | undefined {
  const read = readRoom(row.cell('building'), row.cell('unit'), row.cell('room'));
  if (read === 'broken') {
    row.note('room', roomNotUnderstood);
    return undefined;
  }
  if (read !== 'absent') return read;
  if (row.has('room')) return undefined;
  const building = partName(row.cell('building'), /(栋|幢|座|号楼|楼|#|号)$/);
  const unit = partName(row.cell('unit'), /(单元|门|梯)$/);
  return building ? { building, ...(unit ? { unit } : {}) } : undefined;
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
