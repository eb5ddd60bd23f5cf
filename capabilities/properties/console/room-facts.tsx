import { useFormats, useText } from '@yilu/platform/web';
import type { ReactNode } from 'react';
import {
  fitOutNames,
  orientationNames,
  type Room,
  roomFactLabels,
  saleKindNames,
  salesStateNames,
} from '../contract/index.ts';
import { efficiencyOf, layoutName } from '../rules/index.ts';
import { liftsForHomesWords, texts } from './text.ts';

/** What is known of the room; what is not known says so, since somebody will be asked. */
export function RoomFactsList({ room }: { readonly room: Room }) {
  const t = useText();
  const format = useFormats();
  const area = (value: number | undefined) => value !== undefined && `${value} ${t(texts.squareMetres)}`;
  const efficiency = efficiencyOf(room);
  const layout =
    room.layout ?? (room.bedrooms === undefined ? undefined : layoutName({ ...room, bedrooms: room.bedrooms }));
  const floor =
    room.floor !== undefined &&
    (room.floorLabel && room.floorLabel !== String(room.floor) ? `${room.floorLabel} (${room.floor})` : room.floor);
  const facts: [string, ReactNode][] = [
    [t(roomFactLabels.layout), layout],
    [t(roomFactLabels.grossArea), area(room.grossArea)],
    [t(roomFactLabels.innerArea), area(room.innerArea)],
    [t(texts.efficiency), efficiency !== undefined && format.percent(efficiency)],
    [t(texts.liftsForHomes), room.liftsForHomes && t(liftsForHomesWords(room.liftsForHomes))],
    [t(roomFactLabels.orientation), room.orientation && t(orientationNames[room.orientation])],
    [t(roomFactLabels.floor), floor],
    [t(roomFactLabels.fitOut), room.fitOut && t(fitOutNames[room.fitOut])],
    [t(roomFactLabels.productType), room.productType],
    [t(roomFactLabels.saleKind), room.saleKind && t(saleKindNames[room.saleKind])],
    [t(roomFactLabels.salesState), room.salesState && t(salesStateNames[room.salesState])],
    [t(roomFactLabels.deliveryBatch), room.deliveryBatch],
    [t(roomFactLabels.address), room.address],
    [t(texts.roomCode), room.code],
    ...room.externalCodes.map(({ source, code }): [string, ReactNode] => [source, code]),
  ];
  return (
    <dl className="pr-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || value === 0 ? value : <span className="yl-foot">{t(texts.unknown)}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
