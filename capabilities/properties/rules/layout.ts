import type { FitOut, Orientation, RoomKind, SaleKind, SalesState } from '../contract/index.ts';
import { figuresIn } from './chinese-number.ts';

export interface Layout {
  readonly bedrooms: number;
  readonly livingRooms?: number | undefined;
  readonly bathrooms?: number | undefined;
  readonly kitchens?: number | undefined;
}

/** 3 bedrooms of `3室2厅2卫1厨`, `三室两厅`, `3房2厅2卫`, `三居`, `3+1房`, `3/2/2/1`; undefined when it tells none. */
export function parseLayout(text: string): Layout | undefined {
  const folded = figuresIn(text.normalize('NFKC').replaceAll(/\s+/g, ''));
  const bare = folded.match(/^(\d)[-/,](\d)(?:[-/,](\d))?(?:[-/,](\d))?$/);
  if (bare) return layoutOf(bare[1], bare[2], bare[3], bare[4]);
  const bedrooms = folded.match(/(\d{1,2})(?:\+(\d))?(?:室|房|居|卧)/);
  if (!bedrooms) return /开间|单间|LOFT|STUDIO/i.test(folded) ? { bedrooms: 1 } : undefined;
  // 3+1房: the fourth is a study or a gift, and people sleep in it.
  const sleeping = String(Number(bedrooms[1]) + Number(bedrooms[2] ?? 0));
  return layoutOf(
    sleeping,
    folded.match(/(\d{1,2})厅/)?.[1],
    folded.match(/(\d{1,2})(?:卫|浴)/)?.[1],
    folded.match(/(\d{1,2})厨/)?.[1],
  );
}

export function layoutName({ bedrooms, livingRooms, bathrooms, kitchens }: Layout): string {
  const part = (count: number | undefined, word: string) => (count === undefined ? '' : `${count}${word}`);
  return `${bedrooms}室${part(livingRooms, '厅')}${part(bathrooms, '卫')}${part(kitchens, '厨')}`;
}

function layoutOf(bedrooms: string | undefined, livingRooms?: string, bathrooms?: string, kitchens?: string): Layout {
  return {
    bedrooms: Number(bedrooms),
    ...(livingRooms && { livingRooms: Number(livingRooms) }),
    ...(bathrooms && { bathrooms: Number(bathrooms) }),
    ...(kitchens && { kitchens: Number(kitchens) }),
  };
}

const points: Readonly<Record<string, string>> = { 东: 'E', 南: 'S', 西: 'W', 北: 'N' };
const orientationOf: Readonly<Record<string, Orientation>> = {
  S: 'S',
  SE: 'SE',
  ES: 'SE',
  SW: 'SW',
  WS: 'SW',
  NS: 'NS',
  SN: 'NS',
  E: 'E',
  W: 'W',
  EW: 'EW',
  WE: 'EW',
  N: 'N',
  NE: 'NE',
  EN: 'NE',
  NW: 'NW',
  WN: 'NW',
};

/** SE of `东南`, `朝东南`, `东南向`; NS of `南北通透`. */
export function parseOrientation(text: string): Orientation | undefined {
  const letters = [...text.normalize('NFKC').toUpperCase()]
    .map((sign) => points[sign] ?? sign)
    .join('')
    .replaceAll(/[^ESWN]/g, '');
  return orientationOf[letters];
}

/** 精装 is fitted out, 简装 partly, 毛坯 and 清水 are bare. */
export function parseFitOut(text: string): FitOut | undefined {
  if (/毛坯|毛胚|清水|未装|BARE/i.test(text)) return 'BARE';
  if (/简装|简单装修|简易装修|PARTLY/i.test(text)) return 'PARTLY_FITTED_OUT';
  return /精装|全装|硬装|已装|豪装|FITTED/i.test(text) ? 'FITTED_OUT' : undefined;
}

export function parseSaleKind(text: string): SaleKind | undefined {
  if (/期房|预售|PRESALE/i.test(text)) return 'PRESALE';
  return /现房|现售|准现房|COMPLETED/i.test(text) ? 'COMPLETED' : undefined;
}

/** What sales systems call it, words and the figures of their exports (0 待售 … 7 停售). */
export function parseSalesState(text: string): SalesState | undefined {
  const folded = text.normalize('NFKC').trim();
  const byFigure: readonly (SalesState | undefined)[] = [
    'AVAILABLE',
    'SUBSCRIBED',
    'SIGNED',
    'SIGNED',
    'SIGNED',
    undefined,
    'SIGNED',
    'NOT_FOR_SALE',
  ];
  if (/^\d$/.test(folded)) return byFigure[Number(folded)];
  if (/未推|停售|不可售|自留|销控|保留|未开盘|NOT_FOR_SALE/i.test(folded)) return 'NOT_FOR_SALE';
  if (/退房|待售|可售|未售|在售|AVAILABLE/i.test(folded)) return 'AVAILABLE';
  if (/签约|已售|成交|备案|交房|交楼|交付|入伙|入住|产权|办证|SIGNED|SOLD/i.test(folded)) return 'SIGNED';
  if (/认购|大定|SUBSCRIBED/i.test(folded)) return 'SUBSCRIBED';
  return /预留|预定|预订|定房|小定|认筹|RESERVED/i.test(folded) ? 'RESERVED' : undefined;
}

export function parseRoomKind(text: string): RoomKind | undefined {
  if (/车位|车库|停车|泊位|PARKING/i.test(text)) return 'PARKING_SPACE';
  if (/商铺|店铺|门面|底商|商业|铺|SHOP/i.test(text)) return 'SHOP';
  if (/储藏|储物|杂物|地下室|STORAGE/i.test(text)) return 'STORAGE';
  if (/住宅|别墅|公寓|高层|洋房|叠拼|联排|平层|HOUSE|RESIDENCE/i.test(text)) return 'RESIDENCE';
  return /办公|写字|会所|其他|OTHER/i.test(text) ? 'OTHER' : undefined;
}
