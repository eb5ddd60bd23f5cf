import type { RoomRow, SalesState } from '@yilu/properties/contract';
import { parseFitOut, parseOrientation, parseRoomKind, spaceCodeOf } from '@yilu/properties/rules';
import type { RoomRead, RoomStateRead, SpaceRead } from '../contract/index.ts';

const salesStates: Readonly<Record<RoomStateRead, SalesState>> = {
  forSale: 'AVAILABLE',
  withheld: 'NOT_FOR_SALE',
  subscribed: 'SUBSCRIBED',
  signed: 'SIGNED',
  handedOver: 'SIGNED',
  titled: 'SIGNED',
  movedIn: 'SIGNED',
};

/** A room as the file tells it, in the words of properties. */
export function toRoomRow(ref: string, room: RoomRead, number: string): RoomRow {
  const orientation = parseOrientation(room.orientation ?? '');
  const fitOut = parseFitOut(room.fitOut ?? '');
  const kindOfType = parseRoomKind(room.roomType ?? '');
  const kind = kindOfType ?? room.kind;
  return {
    ref,
    number: kind === 'PARKING_SPACE' || kind === 'STORAGE' ? spaceCodeOf(number) : number,
    ...(room.building && { building: room.building }),
    ...(room.before && { before: room.before }),
    ...(room.unit && { unit: room.unit }),
    ...(room.phase && { phase: room.phase.slice(0, 40) }),
    ...(kind && { kind }),
    ...(room.floor !== undefined && room.floor >= -20 && room.floor <= 300 && { floor: room.floor }),
    ...(room.layout && { layout: room.layout.slice(0, 40) }),
    ...(room.builtArea && { grossArea: room.builtArea }),
    ...(room.innerArea && { innerArea: room.innerArea }),
    ...(orientation && { orientation }),
    ...(fitOut && { fitOut }),
    ...(room.state && { salesState: salesStates[room.state] }),
    ...(room.roomType && (kind === 'OTHER' || !kindOfType) && { productType: room.roomType.slice(0, 40) }),
    ...(room.deliveryBatch && { deliveryBatch: room.deliveryBatch.slice(0, 40) }),
    milestones: [
      ...(room.handedOverOn ? [{ kind: 'HANDED_OVER' as const, reachedOn: room.handedOverOn }] : []),
      ...(room.fittedOutOn ? [{ kind: 'DECORATION_STARTED' as const, reachedOn: room.fittedOutOn }] : []),
      ...(room.movedInOn ? [{ kind: 'MOVED_IN' as const, reachedOn: room.movedInOn }] : []),
    ],
  };
}

/** A parking space is a room of its kind. Car parks and basement floors number apart, so the name of one stands before its spaces. */
export function toSpaceRow(ref: string, space: SpaceRead): RoomRow {
  const { lot, basement } = space;
  const code = spaceCodeOf(space.code);
  const onFloor = basement === undefined || /^B\d-/.test(code) ? code : `B${basement}-${code}`;
  return {
    ref,
    number: lot ? `${lot.slice(0, mostOfNumber - onFloor.length - 1)}-${onFloor}` : onFloor,
    kind: space.isStorage ? 'STORAGE' : 'PARKING_SPACE',
    ...(space.area && { grossArea: space.area }),
    ...(space.kind && { productType: space.kind.slice(0, 40) }),
  };
}

/** As long as a room's number may be. */
const mostOfNumber = 40;

export function placeLabel(room: RoomRead | undefined): string | undefined {
  return (
    room && [room.building && `${room.before ?? ''}${room.building}`, room.unit, room.number].filter(Boolean).join('-')
  );
}
