import { isUtf8 } from 'node:buffer';
import { fileIsEmpty, notASpreadsheet, SpreadsheetRefused, tooManyColumns, unclosedQuote } from './refusals.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gbk' | 'utf-8 and gbk';
}

/**
 * Old Chinese systems write GBK without saying so; what is not valid UTF-8 is read as its superset GB 18030. Exports glued
 * together hold both, each line in its own.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be');
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' };
  const lines = linesOf(bytes);
  const isMixed = lines.some(isChineseUtf8);
  const text = isMixed ? lines.map(decodedLine).join('') : gbk.decode(bytes);
  const broken = text.split('\uFFFD').length - 1;
  if (broken > text.length / 200) throw new SpreadsheetRefused(notASpreadsheet);
  return { text, encoding: isMixed ? 'utf-8 and gbk' : 'gbk' };
}

const gbk = new TextDecoder('gb18030');
const utf8 = new TextDecoder('utf-8');

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    lines.push(bytes.subarray(start, end < 0 ? bytes.length : end + 1));
    start = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}

/** Two letters of GBK can by chance be UTF-8 of some other script, hardly ever of Chinese alone. */
function isChineseUtf8(line: Uint8Array): boolean {
  if (!isUtf8(line)) return false;
  const foreign = utf8.decode(line).replace(/\p{ASCII}/gu, '');
  return foreign !== '' && /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef\ufeff·“”‘’—…㎡]+$/u.test(foreign);
}

function decodedLine(line: Uint8Array): string {
  return (isChineseUtf8(line) ? utf8 : gbk).decode(line);
}

function decoded(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** No spreadsheet is wider. */
const mostCells = 16_384;

const delimiters = [',', '\t', ';', '|'] as const;
type Delimiter = (typeof delimiters)[number];

/** The delimiter that splits the first lines into the most columns, most evenly; quoted ones do not count. */
export function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, 64 * 1024);
  const lines = outsideQuotes(sample)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  const scored = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = mostFrequent(counts.filter((count) => count > 0));
    const agreeing = counts.filter((count) => count === usual).length;
    return { delimiter, score: usual === undefined ? 0 : usual * (agreeing / Math.max(lines.length, 1)) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function outsideQuotes(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, '""');
}

function mostFrequent(counts: readonly number[]): number | undefined {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}

/** RFC 4180 with what offices really produce: any line end, quotes inside unquoted cells, `="0012"` for text. */
export function* parseCsv(text: string): Generator<string[]> {
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  // Excel's own line of which delimiter follows.
  const stated = /^sep=(.)\r?\n/i.exec(text.slice(mark, mark + 10));
  const start = mark + (stated?.[0].length ?? 0);
  if (text.length === start) throw new SpreadsheetRefused(fileIsEmpty);
  const delimiter = stated?.[1] ?? detectDelimiter(text.slice(start));
  let cells: string[] = [];
  let at = start;
  let row = stated ? 2 : 1;

  while (at <= text.length) {
    const quoted = text[at] === '"' || (text[at] === '=' && text[at + 1] === '"');
    const cell = quoted
      ? quotedCell(text, text[at] === '=' ? at + 1 : at, delimiter, row)
      : plainCell(text, at, delimiter);
    cells.push(cell.value);
    if (cells.length > mostCells) throw new SpreadsheetRefused(tooManyColumns({ columns: mostCells, sheet: 'CSV' }));
    at = cell.next;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    yield cells;
    row += 1;
    cells = [];
    if (at >= text.length) return;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (at >= text.length) return;
  }
}

interface ReadCell {
  readonly value: string;
  readonly next: number;
}

function plainCell(text: string, from: number, delimiter: string): ReadCell {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: text.slice(from, at), next: at };
}

function quotedCell(text: string, from: number, delimiter: string, row: number): ReadCell {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new SpreadsheetRefused(unclosedQuote({ row }));
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = plainCell(text, quote + 1, delimiter);
      return { value: value + rest.value, next: rest.next };
    }
    value += '"';
    at = quote + 2;
  }
}
