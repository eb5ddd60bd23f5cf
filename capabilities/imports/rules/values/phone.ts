import { phoneOf } from '@yilu/customers/rules';
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

/** As customers keep numbers: digits, foreign ones with `+`. */
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
  const read = phoneOf(withoutRemarks(text));
  if ('number' in read) return value(read.number);
  if ('absent' in read) return read.absent === 'placeholder' ? broken(phoneIsPlaceholder) : absent;
  const digits = text.replace(/\D/g, '');
  return /[^\d+\-\s.()_*#转]/.test(withoutRemarks(text)) || digits === ''
    ? broken(phoneIsNotANumber)
    : broken(phoneHasWrongLength({ digits: digits.length }));
}

/** `手机：138…`, `138…（本人）`. */
function withoutRemarks(text: string): string {
  return text
    .replace(/^\(?(手机|电话|tel|mobile|移动电话|本人|座机)\)?:?/i, '')
    .replace(/\([^)]*\p{Script=Han}[^)]*\)$/u, '')
    .trim();
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
