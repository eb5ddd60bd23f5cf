import type { Cell } from '../../contract/cell.ts';

/**
 * What a person reads in the cell, evened out: full-width letters, digits and marks become plain ones, spaces collapse.
 * Long whole numbers keep all digits, so a phone kept as a number is the same as one kept as text.
 */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  // Below 10²¹ a whole number already is written with all its digits, a hundred times as fast.
  if (typeof cell === 'number')
    return Number.isInteger(cell) && Math.abs(cell) >= 1e21
      ? cell.toLocaleString('en-US', { useGrouping: false })
      : String(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (typeof cell === 'object') return cell.time ? `${cell.day} ${cell.time}` : cell.day;
  return evened(cell);
}

/** Most cells are even already: printable signs without spaces, and Chinese characters. */
const plain = /^[\x21-\x7e\u4e00-\u9fa5]*$/;

/** Line ends stay: they separate values in one cell. An apostrophe in front only told a spreadsheet to keep the text as it is. */
export function evened(text: string): string {
  if (text.startsWith("'") && text.length > 1) return evened(text.slice(1));
  if (plain.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff\u2060]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

const wordsForNothing = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '/',
  '\\',
  '.',
  '*',
  '无',
  '暂无',
  '没有',
  '未知',
  '不详',
  '不明',
  '待补',
  '待定',
  '空',
  '未填',
  '未提供',
  '保密',
  'n/a',
  'na',
  'null',
  'none',
  'nil',
  'undefined',
]);

const longestWord = Math.max(...[...wordsForNothing].map(({ length }) => length));

const dittos: ReadonlySet<string> = new Set(['〃', '″', '”', '"', '同上']);

/** The same as in the row above. */
export function isDitto(text: string): boolean {
  return dittos.has(text);
}

/** What a formula shows when it fails, and what a column too narrow shows. */
export function isError(text: string): boolean {
  return /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)$/i.test(text);
}

/** A formula whose result the file does not have. */
export function isUncalculated(text: string): boolean {
  return text === '#GETTING_DATA';
}

/** Nobody filled this in: empty, or one of the words that stand for nothing. */
export function saysNothing(text: string): boolean {
  if (text.length > longestWord) return text.startsWith('#') && isError(text);
  return wordsForNothing.has(text.toLowerCase()) || (text.startsWith('#') && isError(text));
}
