import { type PlaceLabel, parseBuilding, parsePlaceLabel } from '@yilu/properties/rules';
import { evened } from '../values/cell-text.ts';
import { simplified } from '../values/simplified.ts';
import { gardenIn } from './garden.ts';

/** What a sheet's name and the lines above its headings say of all its rows. */
export interface SheetContext {
  /** The only year they name: `2024年3月来访登记`. */
  readonly year?: number;
  /** The only month they name: `2024年4月来电登记`, `4月`. */
  readonly month?: number;
  /** `单位：万元`. */
  readonly inTenThousands?: true;
  readonly contactKind?: 'CALL_IN' | 'VISIT_IN';
  /** What is sold or kept are spaces for cars, and a home beside one tells whose it is. */
  readonly areSpaces?: true;
  /** The rows are of people who rent. */
  readonly areTenants?: true;
  /** The only building they name, and the garden: `3栋业主名册`, `梅园`. */
  readonly within?: PlaceLabel;
}

export function contextOf(sheetName: string, above = ''): SheetContext {
  const text = simplified(evened(`${above} ${sheetName}`));
  const years = [
    ...new Set([...text.matchAll(/(?<!\d)(20\d{2})\s*(?:年|[-./]\d{1,2}(?!\d))/g)].map(([, year]) => Number(year))),
  ];
  const [year] = years.length === 1 ? years : [];
  const month = monthIn(text);
  const contactKind = kindIn(above) ?? kindIn(sheetName);
  const before = gardenIn(sheetName) ?? above.split(' ').map(gardenIn).find(Boolean);
  const place = placeIn(sheetName) ?? placeIn(above);
  const within = before || place ? { ...(before && { before }), ...place } : undefined;
  return {
    ...(year && { year }),
    ...(month && { month }),
    ...(/单位\s*:?\s*\(?(人民币)?万元?/.test(text) && { inTenThousands: true }),
    ...(contactKind && { contactKind }),
    ...(/车位|车库/.test(text) && { areSpaces: true }),
    ...(/租户|租客|承租/.test(text) && { areTenants: true }),
    ...(within && { within }),
  };
}

/** A day such as 4月5日 is when the list was made, and 1-4月 are several. */
function monthIn(text: string): number | undefined {
  const named = [
    ...text.matchAll(/(?<![\d.]|[-~至到、]\s*)(1[0-2]|0?[1-9])\s*月(?!\s*\d|\s*[-~至到、])/g),
    ...text.matchAll(/(?<!\d)20\d{2}[-./](1[0-2]|0?[1-9])(?![-./\d月])/g),
  ].map(([, month]) => Number(month));
  const months = new Set(named);
  return months.size === 1 ? named[0] : undefined;
}

function kindIn(text: string): SheetContext['contactKind'] {
  const called = /来电|电话登记|call/i.test(text);
  const came = /来访|到访|上门|接待登记|visit/i.test(text);
  return called === came ? undefined : called ? 'CALL_IN' : 'VISIT_IN';
}

/** `1-3栋`, `共5栋` and `1栋、2栋` name no one building. */
function placeIn(text: string): PlaceLabel | undefined {
  const whole = parsePlaceLabel(evened(text));
  if (whole) return whole;
  const mentions = [...evened(text).matchAll(/(\d{1,3}|[A-Z]|[一二三四五六七八九十]{1,3})\s*(?:栋|幢|号楼|#楼?|座)/gi)];
  const [only] = mentions;
  if (!only?.[1] || mentions.length > 1) return undefined;
  if (/[-~、,至到和及共—/\d]\s*$/.test(text.slice(0, only.index))) return undefined;
  const building = parseBuilding(only[0])?.building;
  const unit = /^\s*(?:单元\s*:?\s*)?(\d{1,2})\s*单元/.exec(evened(text).slice(only.index + only[0].length))?.[1];
  return building ? { building, ...(unit && { unit }) } : undefined;
}
