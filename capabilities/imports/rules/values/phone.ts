import type { Refusal } from '@yilu/platform/contract';
import type { Cell } from '../../contract/cell.ts';
import {
  phoneHasWrongLength,
  phoneIsNotANumber,
  phoneIsPlaceholder,
  phoneLostDigits,
} from '../../contract/problems.ts';
import { cellText, saysNothing } from './cell-text.ts';
import { absent, broken, type Reading, value } from './reading.ts';

/** Mobile numbers of the mainland as eleven digits, others as `+…`, landlines with area code and dash. */
export type ReadPhone = string;

export interface ReadPhones {
  /** By person named in the same row, in order: numbers after `;` belong to the next name. */
  readonly groups: readonly (readonly ReadPhone[])[];
  readonly problems: readonly Refusal[];
}

const mobile = /^1[3-9]\d{9}$/;

/** All phones of a cell. `/`, `、` and `,` separate numbers of one person, `;` and line ends go on to the next. */
export function readPhones(cell: Cell | undefined): ReadPhones {
  const text = cellText(cell);
  if (saysNothing(text)) return { groups: [], problems: [] };
  const problems: Refusal[] = [];
  const groups = text.split(/[;\n]/).map((group) =>
    numbersIn(group).flatMap((written) => {
      const read = readPhone(written);
      if (read.state === 'broken') problems.push(read.reason);
      return read.state === 'value' ? [read.value] : [];
    }),
  );
  return { groups: groups.some((group) => group.length > 0) ? groups : [], problems };
}

/** One phone as written, without separators of several. */
export function readPhone(written: string): Reading<ReadPhone> {
  const text = written.trim();
  if (saysNothing(text)) return absent;
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return broken(phoneLostDigits);

  const bare = text.replace(/^[(（]?(手机|电话|tel|mobile|移动电话|本人|座机)[)）]?[:：]?/i, '').replace(/\(.*?[^\d\s+-].*?\)$/, '');
  if (/[^\d+\-\s.()·_*转#]/.test(bare)) return broken(phoneIsNotANumber);
  const digits = bare.replace(/[^\d+]/g, '');
  if (/^\+(?!86)\d{6,15}$/.test(digits)) return value(digits);
  const national = digits.replace(/^(\+86|0086)/, '').replace(/^86(?=1[3-9]\d{9}$)/, '');

  if (isPlaceholder(national)) return broken(phoneIsPlaceholder);
  if (mobile.test(national)) return value(national);
  if (/^(400|800)\d{7}$/.test(national)) return value(national);
  if (/^0\d{9,11}$/.test(national)) return value(landline(national));
  if (/^[2-8]\d{6,7}$/.test(national) && !bare.includes('*')) return value(national);
  return broken(phoneHasWrongLength({ digits: national.replace(/\D/g, '').length }));
}

/** Numbers people type where they have none; the source systems' own instructions ask for some of them. */
export function isPlaceholder(digits: string): boolean {
  return /^(\d)\1{6,}$/.test(digits) || /^1\d([019])\1{8}$/.test(digits) || /^(123456789\d{0,2}|12345678|13800000000)$/.test(digits);
}

function numbersIn(group: string): string[] {
  return group
    .split(/[/、,|&或和]/)
    .flatMap((part) => {
      const spaced = part.trim().split(/\s+/);
      return spaced.length > 1 && spaced.every((one) => mobile.test(one)) ? spaced : [part];
    })
    .filter((part) => part.trim() !== '');
}

/** Beijing, Guangzhou, Shanghai and the other `02x` have three-digit area codes. */
function landline(digits: string): string {
  const area = /^0(10|2\d)/.test(digits) ? 3 : 4;
  return `${digits.slice(0, area)}-${digits.slice(area)}`;
}
