import { SSF } from '@e965/xlsx';
import type { Cell, SheetMoment } from './sheet.ts';

/** A number as the sheet shows it: a moment where its format is one of dates. */
export function numberShown(value: number, isDate: boolean, from1904: boolean): Cell {
  return isDate ? (momentOf(value, from1904) ?? value) : value;
}

/** As the sheet shows them, so that a formula's failure can be told from an empty cell. */
export function errorShown(code: number): string {
  return errorTexts[code] ?? '#N/A';
}

const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function momentOf(serial: number, from1904: boolean): SheetMoment | undefined {
  const parts = SSF.parse_date_code(serial, { date1904: from1904 });
  if (!parts || parts.m === 0 || parts.d === 0) return undefined;
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
  const time = `${two(parts.H)}:${two(parts.M)}:${two(Math.floor(parts.S))}`;
  return time === '00:00:00' ? { day } : { day, time };
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
