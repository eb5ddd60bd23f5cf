import type { RoomKind } from '../contract/index.ts';

/** Where a room stands, in canonical parts; see notation.ts. */
export interface RoomPlace {
  readonly projectCode?: string | undefined;
  readonly phase?: string | undefined;
  readonly building?: string | undefined;
  readonly unit?: string | undefined;
  readonly number: string;
  readonly kind: RoomKind;
}

const kindLetters: Readonly<Record<RoomKind, string>> = {
  RESIDENCE: '',
  SHOP: 'S',
  PARKING_SPACE: 'P',
  STORAGE: 'C',
  OTHER: 'X',
};
const kindWords: Readonly<Record<RoomKind, string>> = {
  RESIDENCE: '',
  SHOP: '商铺',
  PARKING_SPACE: '车位',
  STORAGE: '储藏室',
  OTHER: '',
};

/** `XYHY-02-08-1-1203` (norms §8), without the parts that are not known. */
export function codeOf({ projectCode, phase, building, unit, number, kind }: RoomPlace): string {
  const letter = kindLetters[kind];
  const parts = [
    projectCode,
    phase,
    building && padded(withinPhase(building, phase)),
    unit,
    letter && !number.startsWith(letter) ? `${letter}${number}` : number,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('-');
}

/** `3-2-1203`; `3-S101` and `车位B1-023` for what is no home. */
export function displayCodeOf({ building, unit, number, kind }: RoomPlace): string {
  const place = [building, unit].filter((part) => part !== undefined);
  if (place.length === 0) return `${kindWords[kind]}${number}`;
  return [...place, kind === 'RESIDENCE' || kind === 'OTHER' ? number : `${kindWords[kind]}${number}`].join('-');
}

/** `3栋2单元1203`, `A座1801`, `3栋商铺101`, `车位B1-023`. */
export function displayNameOf({ building, unit, number, kind }: RoomPlace): string {
  return `${building ? buildingNameOf(building) : ''}${unit ? unitNameOf(unit) : ''}${kindWords[kind]}${number}`;
}

/** `3栋`, `A座`, `东区3栋`; a named building keeps its name. */
export function buildingNameOf(code: string): string {
  if (/[0-9]$/.test(code) || /[0-9][A-Z]$/.test(code)) return `${code}栋`;
  return /[A-Z]$/.test(code) ? `${code}座` : code;
}

export function unitNameOf(code: string): string {
  return `${code}单元`;
}

/** `二期` is written 2期; a named phase keeps its name. */
export function phaseNameOf(code: string): string {
  return /^\d+$/.test(code) ? `${Number(code)}期` : code;
}

/** Sorts as people count: every run of figures padded, basements before the ground floor. */
export function sortKeyOf({ phase, building, unit, number, kind }: RoomPlace): string {
  const order =
    kind === 'RESIDENCE'
      ? '0'
      : kind === 'SHOP'
        ? '1'
        : kind === 'STORAGE'
          ? '2'
          : kind === 'PARKING_SPACE'
            ? '3'
            : '4';
  return [building === undefined ? `~${phase ?? ''}` : building, unit ?? '', order, number].map(counting).join('|');
}

function counting(text: string): string {
  return text.replaceAll(/\d+/g, (figures) => figures.padStart(6, '0'));
}

/** 3 of 2期3 in the second phase, and of 梅园3 in the phase of that name: the phase stands before it already. */
function withinPhase(building: string, phase: string | undefined): string {
  const name = phase && phaseNameOf(phase);
  return name && building.startsWith(name) && building !== name ? building.slice(name.length) : building;
}

function padded(building: string): string {
  return /^\d$/.test(building) ? `0${building}` : building;
}
