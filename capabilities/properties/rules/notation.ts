import type { RoomKind } from '../contract/index.ts';
import { figuresIn } from './chinese-number.ts';
import { spaceCodeOf } from './spaces.ts';
import { endsInRemark, storeysOf } from './storeys.ts';

/** Where a room stands, as read from what somebody wrote; each part canonical. */
export interface RoomNotation {
  /** 2 of 二期. */
  readonly phase?: string;
  /** 3 of 3栋, 3#, 三号楼; A of A座; 东区3 of 东区3栋, since districts number apart. */
  readonly building?: string;
  /** 2 of 2单元; 东 of 东单元; A of 1栋A座, a tower on a podium. */
  readonly unit?: string;
  /** 1203 */
  readonly number: string;
  /** Said by the words 车位, 商铺, 储藏室. */
  readonly kind?: RoomKind;
  /** What stood before the building: a garden such as 梅园, the project's name, or both. Only who knows the project can tell. */
  readonly before?: string;
}

/** Widths, dashes, spaces and Chinese numbers made one; `3栋－２单元 １２０３室` = `3栋-2单元1203室`. */
export function foldNotation(text: string): string {
  return figuresIn(text.normalize('NFKC').toUpperCase().replaceAll(/\s+/g, '').replaceAll('负', 'B'))
    .replaceAll(/[‐‑‒–—―−─_/\\、·•.~]+/g, '-')
    .replaceAll(/-+/g, '-')
    .replaceAll(/幢|号楼|#楼|楼栋|#|号(?=\d)/g, '栋')
    .replaceAll(/第(?=\d+(?:栋|座|单元))/g, '')
    .replaceAll(/单无|(?<=[0-9A-Z甲乙丙丁])(?:門|门(?!面)|梯)/g, '单元')
    .replaceAll(/^[-:]+|[-:,;。]+$/g, '');
}

/** The end of what stands before a building's number, where it tells parts of one estate apart. */
export const district = /([东南西北中][区苑园]|[A-Z]区|\d{1,2}区|[\u4e00-\u9fff0-9]{1,3}组团)$/;
/** 东1栋 and 西1栋 are two buildings; 浦东1栋 is building 1 of 浦东. */
export const direction = /^[东南西北中]$/;
const villaWord = '(?:别墅|独栋|双拼|联排|合院|叠墅|墅)区?';
const villaNumber = '(\\d{1,4}[A-Z]?|[A-Z]\\d{1,3})(?:号|栋|户|座)?';
/** 梅园别墅8号 and 梅园8#别墅. */
const villas = [
  new RegExp(`^([\\u4e00-\\u9fff]{0,8}?)-?${villaWord}-?${villaNumber}$`),
  new RegExp(`^([\\u4e00-\\u9fff]{0,8}?)-?${villaNumber}-?${villaWord}$`),
];
const name = '([0-9]{1,4}[A-Z]?|[A-Z][0-9]{0,3})';
/** Units also are told by where they lie or counted as of old: 东单元, 甲单元. */
const unitName = '([0-9]{1,4}[A-Z]?|[A-Z][0-9]{0,3}|[东南西北中甲乙丙丁])';
/** 梅园, 东区, 1组团, A区: what stands before the number of a building. */
const words = '[\\u4e00-\\u9fff]{1,12}|[A-Z0-9\\u4e00-\\u9fff]{1,12}(?:区|组团)';
const door = '(-?[A-Z]{0,2}[0-9]{1,6}[A-Z]{0,2}|[0-9]{1,2}[A-Z][0-9]{2})';
const ending = '(?:室|房|户|号|号房|铺)?';
const apart: readonly [RegExp, RoomKind][] = [
  [/(?:地下|地上|机动车|人防|产权|子母)*(?:车位|停车位|车库|泊位)/, 'PARKING_SPACE'],
  [/(?:沿街|临街|底层)?(?:商铺|店铺|门面房?|底商|铺位|商业|商(?=-?\d))/, 'SHOP'],
  [/(?:地下)?(?:储藏[室间]?|储物[室间]?|杂物间|地下室)/, 'STORAGE'],
];

/**
 * Read where a room stands; undefined when the text names no room, or several. `3栋2单元1203`, `3-2-1203`, `A座1801`, `3#1203`,
 * `1203`. A remark in brackets at the end is no part of it.
 */
export function parseRoomNotation(text: string): RoomNotation | undefined {
  // By far the most rooms of a list are written in one of these two ways.
  if (/^[1-9]\d{2,4}$/.test(text)) return { number: text };
  const usual = /^([1-9]\d{0,2})-([1-9]\d?)-([1-9]\d{2,4})$/.exec(text);
  if (usual?.[1] && usual[2] && usual[3]) return { building: usual[1], unit: usual[2], number: usual[3] };
  const { rest: folded, half } = storeysOf(foldNotation(text.normalize('NFKC').replace(endsInRemark, '')));
  if (half) return halfOfHome(folded, half);
  const [rest, kind] = withoutKind(folded);
  const isSpace = kind === 'PARKING_SPACE' || kind === 'STORAGE';
  const onFloor = isSpace ? spaceCodeOf(text) : '';
  if (kind && /^B\d-/.test(onFloor)) return { number: onFloor, kind };
  const { phase, rest: place } = withoutPhase(rest);
  // B1-023 of a parking space is its number on a basement floor, not a door in building B1; S-12 of a shop likewise.
  const isApart = kind !== undefined && /^[A-Z]/.test(place) && (kind === 'PARKING_SPACE' || !/^[A-Z]/.test(folded));
  const read =
    (isApart ? readApart(place, kind) : undefined) ??
    readMarked(place) ??
    readDashed(place, phase !== undefined) ??
    readApart(place, kind) ??
    readVilla(place);
  if (!read || /\d[栋座单元室]/.test(read.before ?? '')) return undefined;
  return { ...(phase && { phase }), ...withShopLetter(read, place), ...(kind && { kind }) };
}

/** 1栋S-101 is the shop 1栋S101: S counts shops, and is no unit unless it says so. */
function withShopLetter<Place extends Omit<RoomNotation, 'phase' | 'kind'>>(read: Place, place: string): Place {
  if (read.unit !== 'S' || read.building === undefined || place.includes('单元')) return read;
  const { unit: _, ...rest } = read;
  return { ...rest, number: `S${read.number}` } as Place;
}

/** 101上 behind a door of two homes; of 3栋上叠, where the building has no doors, 上叠 is the number. */
function halfOfHome(place: string, half: '上' | '下'): RoomNotation | undefined {
  const behindDoor = parseRoomNotation(place);
  if (behindDoor?.number) return { ...behindDoor, number: `${behindDoor.number}${half}` };
  const label = place === '' ? {} : (parsePlaceLabel(place) ?? parseBuilding(place));
  return label && { ...label, number: `${half}叠` };
}

/** Part of a place, without a room: a heading within a list, or what a title says of all its rows. */
export type PlaceLabel = Omit<RoomNotation, 'number' | 'kind'>;

/** `3栋`, `梅园3栋2单元`, `2单元`, `一期3栋`, `A座`; undefined without such a word, since a bare 3 may be anything. */
export function parsePlaceLabel(text: string): PlaceLabel | undefined {
  const { phase, rest } = withoutPhase(foldNotation(text).replace(/楼$/, '栋'));
  const match = rest.match(new RegExp(`^(.{0,12}?)(?:${name}(?:栋|座)-?)?(?:${unitName}单元)?$`));
  if (!match) return undefined;
  const [, before = '', building, unit] = match;
  const place = placeBefore(before);
  if (phase === undefined && building === undefined && unit === undefined) return undefined;
  if (place.before && (building === undefined || !/^[\u4e00-\u9fff]+$/.test(place.before))) return undefined;
  return {
    ...(phase && { phase }),
    ...(place.before && { before: place.before }),
    ...(building !== undefined && { building: `${place.district ?? ''}${plain(building)}` }),
    ...(unit !== undefined && { unit: plain(unit) }),
  };
}

/** A building as somebody wrote it: 3 of `3栋`, `3#`, `三号楼`, `03`, `3`; 3 and 梅园 of `梅园3栋`; A of `A座`. */
export type BuildingNotation = Pick<RoomNotation, 'phase' | 'before'> & { readonly building: string };

/** Undefined when it names no building. */
export function parseBuilding(text: string): BuildingNotation | undefined {
  const folded = foldNotation(text).replace(/#$/, '栋').replace(/号$/, '栋');
  const { phase, rest } = withoutPhase(folded);
  const match = rest.match(new RegExp(`^(.*?)${name}(?:栋|座|楼)?$`));
  if (match) {
    const place = placeBefore(match[1] ?? '');
    return {
      ...(phase && { phase }),
      ...(place.before && { before: place.before }),
      building: `${place.district ?? ''}${plain(match[2] ?? '')}`,
    };
  }
  // Villas and halls have names: 翠竹楼, 会所.
  const named = rest.replace(/(栋|座|楼)$/, '');
  if (!/^[\u4e00-\u9fffA-Z0-9-]{1,12}$/.test(named)) return undefined;
  return { ...(phase && { phase }), building: named };
}

/** 2 of `2单元`, `二单元`, `2`; B of `B单元`; 东 of `东单元`; undefined for none: ``, `0`, `无`, `-`. */
export function parseUnit(text: string): string | undefined {
  const match = foldNotation(text).match(new RegExp(`^${unitName}(?:单元|座|梯)?$`));
  const unit = match?.[1] && plain(match[1]);
  return unit === '0' ? undefined : unit;
}

/** 02 of `二期`, `2期`, `第二期`, `2`; the text itself for a named phase such as `御湖`. */
export function parsePhase(text: string): string | undefined {
  const folded = foldNotation(text).replace(/^第/, '');
  const match = folded.match(/^(\d{1,2})期?$/);
  if (match) return String(Number(match[1])).padStart(2, '0');
  const named = folded.replace(/期$/, '');
  return named.length > 0 && named.length <= 12 ? named : undefined;
}

function withoutKind(folded: string): [string, RoomKind | undefined] {
  for (const [words, kind] of apart) {
    if (words.test(folded)) return [folded.replace(words, '-').replaceAll(/-+/g, '-').replaceAll(/^-|-$/g, ''), kind];
  }
  return [folded, undefined];
}

function withoutPhase(folded: string): { phase?: string; rest: string } {
  const match = folded.match(/^(.*?)第?(\d{1,2})期-?(.*)$/);
  if (!match) return { rest: folded };
  return { phase: String(Number(match[2])).padStart(2, '0'), rest: `${match[1]}${match[3]}` };
}

/** With the words of the trade: 栋, 座, 单元, 层, 室. */
function readMarked(text: string): Omit<RoomNotation, 'phase' | 'kind'> | undefined {
  const tower = text.match(new RegExp(`^(.*?)${name}栋-?${name}座-?${door}${ending}$`));
  if (tower) return placed(tower[1], tower[2], tower[3], tower[4]);

  const marked = text.match(
    new RegExp(
      `^(.*?)${name}(?:栋|座|楼)-?(?:${unitName}单元-?|${name}-)?(?:(-?\\d{1,3}[AM]?)[层楼]-?)?${door}${ending}$`,
    ),
  );
  if (marked) return placed(marked[1], marked[2], marked[3] ?? marked[4], withFloor(marked[5], marked[6]));

  const unitOnly = text.match(
    new RegExp(`^(?:(.*?)${name}-)?${unitName}单元-?(?:(\\d{1,3}[AM]?)[层楼]-?)?${door}${ending}$`),
  );
  if (unitOnly) return placed(unitOnly[1], unitOnly[2], unitOnly[3], withFloor(unitOnly[4], unitOnly[5]));
  return undefined;
}

/** With dashes only: 3-1203, 3-2-1203, 3-2-12-03, 2-3-2-1203 and XYHY-02-08-1-1203. */
function readDashed(text: string, hasPhase: boolean): Omit<RoomNotation, 'kind'> | undefined {
  const parts = text.replace(/(室|房|户|号)$/, '').split('-');
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || parts.some((part) => part === '') || !new RegExp(`^${door}$`).test(last)) return undefined;
  const isBefore = new RegExp(`^(?:[A-Z]{2,12}|${words})$`).test(parts[0] ?? '') && parts.length > 2;
  const isCode = /^[A-Z]/.test(parts[0] ?? '') && parts.length < 4;
  const [before, rest] = isBefore && !isCode ? [parts[0], parts.slice(1)] : ['', parts];
  if (!rest.slice(0, -1).every((part) => new RegExp(`^(?:${words})?${name}$`).test(part))) return undefined;

  // A last part of two figures is the door on a floor, when what stands before it is a floor.
  const floorApart = rest.length >= 4 && /^\d{2}$/.test(last) && /^\d{1,2}$/.test(rest.at(-2) ?? '');
  const number = floorApart ? `${Number(rest.at(-2))}${last}` : last;
  const place = floorApart ? rest.slice(0, -2) : rest.slice(0, -1);
  if (place.length > 3) return undefined;
  if (place.length === 3 && !hasPhase) {
    return { phase: plain(place[0] ?? '').padStart(2, '0'), ...placed(before, place[1], place[2], number) };
  }
  const [building = '', unit] = place.length === 3 ? place.slice(1) : place;
  const named = building.match(new RegExp(`^(.*?)${name}$`));
  return placed(`${before}${named?.[1] ?? ''}`, named?.[2] ?? building, unit, number);
}

/** A bare door, or a space such as B1-023. */
function readApart(text: string, kind: RoomKind | undefined): Omit<RoomNotation, 'phase' | 'kind'> | undefined {
  const bare = text.replace(/(室|房|户|号|号房)$/, '');
  if (new RegExp(`^${door}$`).test(bare)) return { number: plainDoor(bare) };
  if (kind && /^[A-Z0-9\u4e00-\u9fff]{1,12}(-[A-Z0-9]{1,8}){0,3}$/.test(bare) && /\d/.test(bare))
    return { number: bare };
  return undefined;
}

/** A house that is its own building. */
function readVilla(text: string): Omit<RoomNotation, 'phase' | 'kind'> | undefined {
  const [, before, number] = villas.map((villa) => villa.exec(text)).find(Boolean) ?? [];
  return number === undefined ? undefined : { number: plain(number), ...(before && { before }) };
}

function placed(
  before: string | undefined,
  building: string | undefined,
  unit: string | undefined,
  number: string | undefined,
) {
  const place = placeBefore(before ?? '');
  const unitCode = unit === undefined || plain(unit) === '0' ? undefined : plain(unit);
  return {
    ...(building !== undefined && { building: `${place.district ?? ''}${plain(building)}` }),
    ...(unitCode !== undefined && { unit: unitCode }),
    number: plainDoor(number ?? ''),
    ...(place.before && { before: place.before }),
  };
}

function placeBefore(text: string): { district?: string; before?: string } {
  const clean = text.replaceAll(/^-|-$/g, '');
  const match = clean.match(district) ?? clean.match(direction);
  const before = match ? clean.slice(0, -(match[0]?.length ?? 0)).replace(/-$/, '') : clean;
  return { ...(match?.[0] && { district: match[0] }), ...(before && { before }) };
}

/** 12层03室 = 1203, 12层1203室 = 1203. */
function withFloor(floor: string | undefined, number: string | undefined): string | undefined {
  if (!floor || !number || number.length > 2) return number;
  return `${floor}${number.padStart(2, '0')}`;
}

function plain(code: string): string {
  return code.replace(/^0+(?=[0-9A-Z])/, '');
}

/** 0803 = 803: the same door, with the floor padded. */
export function plainDoor(number: string): string {
  return /^0\d{3}$/.test(number) ? number.slice(1) : number;
}
