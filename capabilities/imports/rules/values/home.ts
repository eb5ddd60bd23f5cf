import type { Cell } from '../../contract/cell.ts';
import { gradeUnknown } from '../../contract/problems.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { absent, broken, type Reading, value } from './reading.ts';

/** How many of each; what was not said is absent. */
export interface ReadLayout {
  readonly bedrooms: number;
  readonly livingRooms?: number;
  readonly bathrooms?: number;
  /** As written. */
  readonly text: string;
}

const figures = new Map([...'零一二三四五六七八九'].map((character, figure) => [character, figure]));

/** Chinese or Arabic digits up to 99: `3`, `三`, `两`, `十二`. */
export function smallNumber(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  if (written === '两') return 2;
  const [, tens, units] = /^(?:([一二两三四五六七八九]?)十)?([零一二三四五六七八九]?)$/.exec(written) ?? [];
  if (written === '' || (tens === undefined && !units)) return undefined;
  const ten = tens === undefined ? 0 : (figures.get(tens) ?? 1) * 10;
  return ten + (figures.get(units ?? '') ?? 0);
}

/** `三房`, `3室2厅2卫`, `三室两厅`, `复式`; codes such as 10102 say nothing. */
export function readLayout(cell: Cell | undefined): Reading<ReadLayout | string> {
  const text = cellText(cell).replace(/\s/g, '');
  if (saysNothing(text) || /^\d{5,}$/.test(text)) return absent;
  const bedrooms = partOf(text, '[室房居卧]');
  if (bedrooms === undefined) return value(text.slice(0, 60));
  const livingRooms = partOf(text, '厅');
  const bathrooms = partOf(text, '卫');
  return value({
    bedrooms,
    ...(livingRooms === undefined ? {} : { livingRooms }),
    ...(bathrooms === undefined ? {} : { bathrooms }),
    text: text.slice(0, 60),
  });
}

function partOf(text: string, mark: string): number | undefined {
  const written = new RegExp(`([一二两三四五六七八九十\\d]+)${mark}`).exec(text)?.[1];
  return written === undefined ? undefined : smallNumber(written);
}

/** A letter with an optional sign, as its company graded; which rubric it followed is kept beside it (shapes §5.3). */
export function readGrade(cell: Cell | undefined): Reading<string> {
  const text = cellText(cell)
    .toUpperCase()
    .replace(/[级类\s]/g, '');
  if (saysNothing(text)) return absent;
  return /^[A-EU][+-]?$/.test(text) ? value(text) : broken(gradeUnknown);
}

/** Free text, at most 2,000 characters. */
export function readText(cell: Cell | undefined): Reading<string> {
  const text = cellText(cell);
  return saysNothing(text) ? absent : value(text.slice(0, 2_000));
}

export interface ReadRoom {
  readonly building: string;
  readonly unit?: string;
  readonly number: string;
}

/** Building, unit and room from columns of their own, or all in one: `3栋2单元1203`, `3-2-1203`, `3#1203`, `3号楼2单元1203室`. */
export function readRoom(
  building: Cell | undefined,
  unit: Cell | undefined,
  room: Cell | undefined,
): ReadRoom | 'absent' | 'broken' {
  const whole = cellText(room).replace(/\s/g, '');
  if (saysNothing(whole)) return 'absent';
  const inColumns = partName(building, /(栋|幢|座|号楼|楼|#|号)$/);
  if (inColumns) {
    const unitName = partName(unit, /(单元|门|梯)$/);
    const parsed = parseRoom(whole);
    const number = parsed ? parsed.number : roomNumber(whole);
    if (!number) return 'broken';
    const inUnit = unitName ?? parsed?.unit;
    return { building: inColumns, ...(inUnit ? { unit: inUnit } : {}), number };
  }
  return parseRoom(whole) ?? 'broken';
}

const inWords =
  /^(?:.*?期)?(?:.*?[^\dA-Za-z一二三四五六七八九十])?([\dA-Za-z]+|[一二三四五六七八九十]+)(?:栋|幢|座|号楼|楼|#)[-—]?(?:([\dA-Za-z]+|[一二三四五六七八九十]+)(?:单元|门|梯)[-—]?)?(?:(?:\d+)[层楼])?([\dA-Za-z]+(?:-\d+)?)[室号房户]?$/;
const inDashes = /^([\dA-Za-z]+)(?:#|栋|幢|座)?[-—/]([\dA-Za-z]+)(?:[-—/]([\dA-Za-z]+))?[室号房户]?$/;

function parseRoom(text: string): ReadRoom | undefined {
  const words = inWords.exec(text);
  if (words?.[1] && words[3]) {
    return {
      building: arabic(words[1]),
      ...(words[2] ? { unit: arabic(words[2]) } : {}),
      number: words[3].toUpperCase(),
    };
  }
  const [, building, second, third] = inDashes.exec(text) ?? [];
  if (!building || !second) return undefined;
  return third
    ? { building: building.toUpperCase(), unit: second.toUpperCase(), number: third.toUpperCase() }
    : { building: building.toUpperCase(), number: second.toUpperCase() };
}

function roomNumber(text: string): string | undefined {
  return /^([\dA-Za-z]+(?:-\d+)?)[室号房户]?$/.exec(text)?.[1]?.toUpperCase();
}

/** `6栋`, `6`, `六栋`, `A座` are `6`, `6`, `6`, `A`. */
export function partName(cell: Cell | undefined, ending: RegExp): string | undefined {
  const text = cellText(cell).replace(/\s/g, '');
  if (saysNothing(text)) return undefined;
  const bare = text.replace(ending, '').replace(/^第/, '');
  return bare === '' ? undefined : arabic(bare);
}

function arabic(written: string): string {
  const figure = /^[一二三四五六七八九十]+$/.test(written) ? smallNumber(written) : undefined;
  return figure === undefined ? written.toUpperCase() : String(figure);
}
