import type { Orientation, RoomRow, SalesState } from '@yilu/properties/contract';
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

const directions: Readonly<Record<string, Orientation>> = {
  南: 'S',
  北: 'N',
  东: 'E',
  西: 'W',
  东南: 'SE',
  西南: 'SW',
  东北: 'NE',
  西北: 'NW',
  南北: 'NS',
  东西: 'EW',
};

/** A room as the file tells it, in the words of properties. */
export function toRoomRow(ref: string, room: RoomRead, number: string): RoomRow {
  const orientation = directions[(room.orientation ?? '').replace(/[朝向正通透]/g, '')];
  const fitOut = /毛坯|清水/.test(room.fitOut ?? '')
    ? 'BARE'
    : /精装|装修|拎包/.test(room.fitOut ?? '')
      ? 'FITTED_OUT'
      : undefined;
  const kind = kindOf(room.roomType);
  return {
    ref,
    building: room.building,
    number,
    ...(room.unit && { unit: room.unit }),
    ...(room.phase && { phase: room.phase.slice(0, 40) }),
    ...(kind && { kind }),
    ...(room.floor !== undefined && room.floor >= -20 && room.floor <= 300 && { floor: room.floor }),
    ...(room.layout && { layout: room.layout.slice(0, 40) }),
    ...(room.bedrooms !== undefined && room.bedrooms <= 30 && { bedrooms: room.bedrooms }),
    ...(room.builtArea && { grossArea: room.builtArea }),
    ...(room.innerArea && { innerArea: room.innerArea }),
    ...(orientation && { orientation }),
    ...(fitOut && { fitOut }),
    ...(room.state && { salesState: salesStates[room.state] }),
    ...(room.roomType && kind === 'OTHER' && { productType: room.roomType.slice(0, 40) }),
    ...(room.deliveryBatch && { deliveryBatch: room.deliveryBatch.slice(0, 40) }),
    milestones: [
      ...(room.handedOverOn ? [{ kind: 'HANDED_OVER' as const, reachedOn: room.handedOverOn }] : []),
      ...(room.fittedOutOn ? [{ kind: 'DECORATION_STARTED' as const, reachedOn: room.fittedOutOn }] : []),
      ...(room.movedInOn ? [{ kind: 'MOVED_IN' as const, reachedOn: room.movedInOn }] : []),
    ],
  };
}

/** A parking space is a room of its kind; its car park takes the place of the building. */
export function toSpaceRow(ref: string, space: SpaceRead): RoomRow {
  return {
    ref,
    number: space.code,
    kind: 'PARKING_SPACE',
    ...(space.area && { grossArea: space.area }),
    ...(space.kind && { productType: space.kind.slice(0, 40) }),
  };
}

export function placeLabel(room: RoomRead | undefined): string | undefined {
  return room && [room.building, room.unit, room.number].filter(Boolean).join('-');
}

function kindOf(roomType: string | undefined): RoomRow['kind'] {
  if (!roomType) return undefined;
  if (/商铺|店|商业/.test(roomType)) return 'SHOP';
  if (/车位|车库/.test(roomType)) return 'PARKING_SPACE';
  if (/储藏|储物/.test(roomType)) return 'STORAGE';
  if (/办公|宿舍|公寓式办公|厂房/.test(roomType)) return 'OTHER';
  return 'RESIDENCE';
}
