import type { FitOut, Orientation, RoomKind } from '../contract/index.ts';
import { figuresIn } from './chinese-number.ts';

export interface Layout {
  readonly bedrooms: number;
  readonly livingRooms?: number | undefined;
  readonly bathrooms?: number | undefined;
  readonly kitchens?: number | undefined;
}

/** `89㎡`, `110平米`: an area that stands before the layout. */
const areas = /\d+(?:\.\d+)?\s*(?:㎡|m²|m2|平方米|平方|平米|平)/gi;
const afterSign = /(?<=[0-9A-Za-z])(?=[零〇一二两三四五六七八九十])/g;

/**
 * 3 bedrooms of `3室2厅2卫1厨`, `三室两厅`, `3房2厅2卫`, `三居`, `3+1房`, `3/2/2/1`, `89㎡三房`, `A1三室`; undefined when it tells
 * none.
 */
export function parseLayout(text: string): Layout | undefined {
  const folded = figuresIn(text.replaceAll(areas, ' ').normalize('NFKC').replaceAll(afterSign, ' '));
  const bare = folded.replaceAll(/\s+/g, '').match(/^(\d)[-/,](\d)(?:[-/,](\d))?(?:[-/,](\d))?$/);
  if (bare) return layoutOf(bare[1], bare[2], bare[3], bare[4]);
  const found = folded.match(/(?<!\d)([A-Z]?)(\d{1,2})\s*(?:\+\s*(\d)\s*)?(?:室|房|居|卧)/i);
  if (!found) return /开间|单间|LOFT|STUDIO/i.test(folded) ? { bedrooms: 1 } : undefined;
  const [, letter, figures = '', more] = found;
  // Of two figures right behind a letter the first is the type's: A1 and 3室 of A13室.
  const bedrooms = Number(letter ? figures.slice(-1) : figures);
  if (bedrooms > mostRooms) return undefined;
  return layoutOf(
    // 3+1房: the fourth is a study or a gift, and people sleep in it.
    String(bedrooms + Number(more ?? 0)),
    folded.match(/(\d{1,2})\s*厅/)?.[1],
    folded.match(/(\d{1,2})\s*(?:卫|浴)/)?.[1],
    folded.match(/(\d{1,2})\s*厨/)?.[1],
  );
}

/** No home has more of one sort: such a figure is something else. */
const mostRooms = 20;

export function layoutName({ bedrooms, livingRooms, bathrooms, kitchens }: Layout): string {
  const part = (count: number | undefined, word: string) => (count === undefined ? '' : `${count}${word}`);
  return `${bedrooms}室${part(livingRooms, '厅')}${part(bathrooms, '卫')}${part(kitchens, '厨')}`;
}

function layoutOf(bedrooms: string | undefined, livingRooms?: string, bathrooms?: string, kitchens?: string): Layout {
  const isCount = (figures: string | undefined) => figures !== undefined && Number(figures) <= mostRooms;
  return {
    bedrooms: Number(bedrooms),
    ...(isCount(livingRooms) && { livingRooms: Number(livingRooms) }),
    ...(isCount(bathrooms) && { bathrooms: Number(bathrooms) }),
    ...(isCount(kitchens) && { kitchens: Number(kitchens) }),
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

export function parseRoomKind(text: string): RoomKind | undefined {
  if (/车位|车库|停车|泊位|PARKING/i.test(text)) return 'PARKING_SPACE';
  if (/商铺|店铺|门面|底商|商业|铺|SHOP/i.test(text)) return 'SHOP';
  if (/储藏|储物|杂物|地下室|STORAGE/i.test(text)) return 'STORAGE';
  if (/住宅|别墅|公寓|高层|洋房|叠拼|联排|平层|HOUSE|RESIDENCE/i.test(text)) return 'RESIDENCE';
  return /办公|写字|会所|宿舍|酒店|幼儿园|学校|配套|其他|OTHER/i.test(text) ? 'OTHER' : undefined;
}
