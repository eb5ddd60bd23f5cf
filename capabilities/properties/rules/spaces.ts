import { figuresIn } from './chinese-number.ts';

/**
 * The number of a parking space or storage room, its basement floor written in one way: 负一层-023, B1层023, -1F-023 and
 * 地下一层023号 are B1-023. A number that names no floor stays as it is.
 */
export function spaceCodeOf(text: string): string {
  const folded = figuresIn(text.normalize('NFKC').toUpperCase().replaceAll(/\s+/g, ''))
    .replaceAll(/[‐‑‒–—―−─_/\\·•.~]+/g, '-')
    .replace(/(?<=[0-9A-Z])号?(?:车位|停车位|车库|泊位)?号?$/, '')
    .replace(/^(?:车位|停车位|泊位)号?(?:[-:](?!\d(?:F|层|楼)))?(?=.)/, '');
  const [, floor, rest] = onFloor.exec(folded) ?? [];
  return floor && rest ? `B${floor}-${rest.replace(new RegExp(`^B${floor}-`), '')}` : folded;
}

/** A dash or `层` parts the floor from the number; B1023 may be space 1023 as well. */
const onFloor =
  /^(?:(?:地下|负|-)+B?|B)(\d)(?:(?:层|楼|F)(?:车库|停车场|停?车位)?-?|-|(?=[A-Z\u4e00-\u9fff]))(.*\d.*)$/;

/** The basement floor that a name of one is: 1 of 负一层, 地下负一层, B1. */
export function basementOf(text: string): string | undefined {
  const folded = figuresIn(text.normalize('NFKC').toUpperCase().replaceAll(/\s+/g, ''));
  return /^(?:(?:地下|负|-)+B?|B)(\d)(?:层|楼|F)?(?:车库|停车场)?$/.exec(folded)?.[1];
}

/** B1-012 to B6-012 of 012, and A区-B1-012 of A区-012: where a space may lie whose number names no floor; none of one that does. */
export function onWhateverFloor(number: string): readonly string[] {
  const [, lot = '', own = ''] = /^(.*-)?([^-]+)$/.exec(number) ?? [];
  if (/(?:^|-)B\d-/.test(number) || !/\d/.test(own)) return [];
  return [1, 2, 3, 4, 5, 6].map((floor) => `${lot}B${floor}-${own}`);
}

/** S-101 of S101 and the other way round: how else the same shop or space may be written; undefined where there is none. */
export function writtenOtherwise(number: string): string | undefined {
  const [, letters, dash, figures] = /^([A-Z]{1,2})(-?)(\d{1,5})$/.exec(number) ?? [];
  return letters && figures ? `${letters}${dash ? '' : '-'}${figures}` : undefined;
}
