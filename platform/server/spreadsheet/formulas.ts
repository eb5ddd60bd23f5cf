import type { Cell } from './sheet.ts';

/** What stands in for a formula that was saved without its result; Excel itself shows this while it waits for a value. */
export const notCalculated = '#GETTING_DATA';

/** Columns by row, both from 0. */
export type CellsByRow = ReadonlyMap<number, readonly number[]>;
export const noCells: CellsByRow = new Map();

/** A row with its formulas that have no result said so, where a reader found nothing. */
export function withUncalculated(cells: readonly Cell[], columns: readonly number[] = []): readonly Cell[] {
  if (columns.length === 0) return cells;
  const length = Math.max(cells.length, ...columns.map((column) => column + 1));
  return Array.from({ length }, (_, at) => {
    const cell = cells[at] ?? null;
    return (cell === null || cell === '') && columns.includes(at) ? notCalculated : cell;
  });
}

export interface FormulaScan {
  /** Look at the next stretch of a sheet's XML. */
  readonly see: (text: string) => void;
  readonly found: CellsByRow;
}

/** A cell with a formula and no result; an empty text (`t="str"`) is a result. */
const cell =
  /<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*(?:\/>|>\s*<\/(?:\w+:)?v>)\s*)?<\/(?:\w+:)?c>/g;
/** Formulas are at most 8,192 characters, and escaped a few times that. */
const longestCell = 64_000;

/**
 * Programs other than spreadsheets write formulas without their results. A streaming reader shows them as empty cells, and an
 * import would lose what the person sees: so they are looked for.
 */
export function scanFormulas(): FormulaScan {
  const found = new Map<number, number[]>();
  let tail = '';
  return {
    found,
    see: (text) => {
      const window = tail + text;
      if (window.includes('<f') || window.includes(':f')) {
        for (const [, attributes = ''] of window.matchAll(cell)) {
          const [, letters, row] = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes) ?? [];
          if (!letters || !row || /\bt="str"/.test(attributes)) continue;
          const at = Number(row) - 1;
          const known = found.get(at) ?? [];
          if (!known.includes(columnOf(letters))) found.set(at, [...known, columnOf(letters)]);
        }
      }
      tail = unfinished(window);
    },
  };
}

/** What a stretch may have cut off: its last cell, or a tag that is not closed. */
function unfinished(window: string): string {
  const near = window.slice(-longestCell);
  const cellAt = Math.max(near.lastIndexOf('<c '), near.lastIndexOf(':c ') - 1);
  const tagAt = near.lastIndexOf('<');
  const isCut = tagAt >= 0 && near.indexOf('>', tagAt) < 0;
  const from = cellAt >= 0 ? near.lastIndexOf('<', cellAt) : isCut ? tagAt : -1;
  return from < 0 ? '' : near.slice(from);
}

export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
