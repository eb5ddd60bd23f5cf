import { phoneOf } from '@yilu/customers/rules';
import type { Refusal } from '@yilu/platform/contract';
import type { Cell } from '../../contract/cell.ts';
import {
  phoneExtensionLeftOut,
  phoneHasWrongLength,
  phoneIsMasked,
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
  /** Whose a number is said to be: `13800138001（李娜）`. */
  readonly labels: ReadonlyMap<ReadPhone, string>;
  readonly problems: readonly Refusal[];
}

const mobiles = /1[3-9]\d(?:[- ]?\d{4}){2}/g;
/** What most cells hold. */
const oneMobile = /^1[3-9]\d{9}$/;

/**
 * All phones of a cell. `/`, `、` and `,` separate numbers of one person, `;` and line ends go on to the next. Two mobile
 * numbers run together are two.
 */
export function readPhones(cell: Cell | undefined): ReadPhones {
  const text = cellText(cell);
  const problems: Refusal[] = [];
  const labels = new Map<ReadPhone, string>();
  if (saysNothing(text)) return { groups: [], labels, problems };
  const only = oneMobile.test(text) ? phoneOf(text) : undefined;
  if (only && 'number' in only) return { groups: [[only.number]], labels, problems };
  const groups = text.split(/[;\n]/).map((group) =>
    numbersIn(group).flatMap((written) => {
      const read = readPhone(written);
      if (read.state === 'broken') problems.push(read.reason);
      if (read.state !== 'value') return [];
      if (read.note) problems.push(read.note);
      const label = written.replace(/[^\p{Script=Han}]/gu, '');
      if (label !== '') labels.set(read.value, label);
      return [read.value];
    }),
  );
  return { groups: groups.some((group) => group.length > 0) ? groups : [], labels, problems };
}

/** One phone as written, without separators of several. */
export function readPhone(written: string): Reading<ReadPhone> {
  const text = written.trim();
  if (saysNothing(text)) return absent;
  if (!/\d/.test(text)) return broken(phoneIsNotANumber);
  // All eleven digits are there, only written otherwise.
  if (/^1\.\d{10}e\+?10$/i.test(text)) return readPhone(String(Number(text)));
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return broken(phoneLostDigits);
  if (/\d\*{2,}|\*{2,}\d/.test(text)) return broken(phoneIsMasked);
  const plain = withoutRemarks(text);
  const bare = withoutExtension(plain);
  const read = phoneOf(bare);
  const [, extension] = /(?:转|分机|ext\.?|(?<=\d{4})-)\s*(\d{1,5})$/i.exec(bare === plain ? '' : plain) ?? [];
  if ('number' in read) return value(read.number, extension ? phoneExtensionLeftOut({ extension }) : undefined);
  if ('absent' in read) return read.absent === 'placeholder' ? broken(phoneIsPlaceholder) : absent;
  const digits = text.replace(/\D/g, '');
  return /[^\d+\-\s.()_*#转]/.test(bare) || digits === ''
    ? broken(phoneIsNotANumber)
    : broken(phoneHasWrongLength({ digits: digits.length }));
}

/** `手机：138…`, `138…（本人）`, `138… 李娜`. */
function withoutRemarks(text: string): string {
  const front = /^[\p{Script=Han}\s:.]*(?:(?:tel|mobile|phone|fax)[\s:.]*)?(?=[\d+(])/iu;
  return text
    .replace(/^\([^)\d]*\)/, '')
    .replace(front, '')
    .replace(/\s*\([^)]*\p{Script=Han}[^)]*\)$/u, '')
    .replace(/[\s:-]*\p{Script=Han}[\p{Script=Han}\s]*$/u, '')
    .trim();
}

/** `0755-26618888-802` and `26618888转802` ring the same line; `86-755-26618888` is one at home. */
function withoutExtension(text: string): string {
  return (
    text
      .replace(/^(\(?0\d{2,3}\)?[- ]?\d{3,4}[- ]?\d{4}|[2-8]\d{6,7})\s*[-转]\s*\d{1,5}$/, '$1')
      .replace(/^\+?86[- ]?(?=[2-9]\d{1,2}[- ]?\d{7,8}$)/, '0')
      // Hong Kong, Macau and Taiwan, whose code stands there without +.
      .replace(/^\(?(85[23])\)?[- ]+(?=\d{4}[- ]?\d{4}$)|^\(?(886)\)?[- ]+0?(?=9\d{2}[- ]?\d{3}[- ]?\d{3}$)/, '+$1$2')
  );
}

function numbersIn(group: string): string[] {
  return group
    .split(/[/、,|&或和]/)
    .flatMap((part) => {
      const starts = [...part.matchAll(mobiles)].map(({ index }) => index);
      if (starts.length < 2 || part.replace(mobiles, '').match(/\d/)) return [part];
      return starts.map((start, at) => part.slice(at === 0 ? 0 : start, starts[at + 1]));
    })
    .filter((part) => part.trim() !== '');
}
