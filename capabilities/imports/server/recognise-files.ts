import { createHash } from 'node:crypto';
import { maskedPhone } from '@yilu/customers/rules';
import { Refused } from '@yilu/platform/contract';
import { newId, type SpreadsheetPart, type Work } from '@yilu/platform/server';
import { type Cell, type Field, type Row, type SheetColumn, tooManyDataRows } from '../contract/index.ts';
import {
  cellText,
  columnsForKind,
  contextOf,
  isOurReason,
  isUncalculated,
  letterOf,
  looksLikeHeadings,
  plainHeading,
  recogniseSheet,
  rememberedKeys,
  saysNothing,
  shareThatFits,
  sortOfRow,
  type TableFound,
  unfolded,
} from '../rules/index.ts';
import { describeFile, filesOf, forgetReadParts } from '../store/files.ts';
import { mappingsFor } from '../store/memory.ts';
import { replaceSheets, type SheetRowOfRun } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';
import { readAndKept } from './kept-reading.ts';
import { storedFile } from './stored-file.ts';

/** Rows read to recognise a sheet; titles and some hundred values are enough. */
const rowsLookedAt = 400;
const rowsAfterHeadings = 40;
const mostKept = 2_000;
const mostDataRows = 100_000;
/** Totals and notes below the data do not count. */
const rowsAtTheEnd = 20;

/** Read each file once: what its sheets are and where their columns go, from memory where somebody decided before. */
export async function recogniseFiles(
  work: Work<Tables>,
  runId: string,
  /** Told as it goes on: rows read so far, over all files. */
  read: (rows: number) => Promise<void>,
): Promise<void> {
  const sheets: SheetLooked[] = [];
  let rows = 0;
  const count = async (more: number) => {
    rows += more;
    await read(rows);
  };
  for (const file of await filesOf(work.db, [runId])) {
    // Of an empty file no part is kept, and it is refused like others.
    const bytes = file.sizeBytes === 0 ? new Uint8Array() : await storedFile(work, file.id);
    if (!bytes) continue;
    try {
      const { encoding, found } = await look(readAndKept(work, file.id, bytes), file.name, count);
      await describeFile(work.db, file.id, { encoding });
      sheets.push(
        ...found.map(({ fits, ...sheet }) => ({ fits, sheet: { ...sheet, id: newId(), runId, fileId: file.id } })),
      );
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      await forgetReadParts(work.db, file.id);
      const { code, message } = problem.refusal;
      await describeFile(work.db, file.id, { refusal: { code, message } });
    }
  }
  await replaceSheets(work.db, runId, await withMemory(work, sheets));
}

type Found = Omit<SheetRowOfRun, 'id' | 'runId' | 'fileId'> & {
  /** How well the values of a column fit a field, 0–1; see `shareThatFits`. */
  readonly fits: (column: number, field: Field) => number | undefined;
};
interface SheetLooked extends Pick<Found, 'fits'> {
  readonly sheet: SheetRowOfRun;
}

/** A CSV has one sheet without a name; its file's name stands in, and often says what it is. */
async function look(
  parts: AsyncIterable<SpreadsheetPart>,
  fileName: string,
  count: (rows: number) => Promise<void>,
): Promise<{ encoding: string | undefined; found: Found[] }> {
  let encoding: string | undefined;
  const looked: {
    position: number;
    name: string;
    hidden: boolean;
    merged: Parameters<typeof recogniseSheet>[2];
    rows: Row[];
    filled: number;
    words: Words;
    last: readonly Row[];
  }[] = [];
  for await (const part of parts) {
    if (part.part === 'file') encoding = part.encoding;
    if (part.part === 'sheet') {
      const { index, name, hidden, merged } = part.sheet;
      looked.push({
        position: index,
        name: name || fileName.replace(/\.[^.]*$/, ''),
        hidden,
        merged,
        rows: [],
        filled: 0,
        words: [],
        last: [],
      });
    }
    const sheet = looked.at(-1);
    if (part.part !== 'rows' || !sheet) continue;
    sheet.filled += part.rows.length;
    sheet.last = [...sheet.last, ...part.rows.slice(-rowsAtTheEnd)].slice(-rowsAtTheEnd);
    keepTelling(sheet.rows, part.rows);
    keepWords(sheet.words, part.rows);
    await count(part.rows.length);
  }
  const found = looked.flatMap((sheet) => (sheet.hidden ? hiddenOnes(toFound(sheet)) : toFound(sheet)));
  const dataRows = found.reduce((sum, { kind, rowsSeen = 0 }) => sum + (kind === 'ignored' ? 0 : rowsSeen), 0);
  if (dataRows > mostDataRows) throw new Refused(tooManyDataRows({ rows: dataRows, most: mostDataRows }), 422);
  return { encoding, found };
}

/** A hidden sheet stays out, and is told where it holds what would go in; lists of choices hide in many workbooks. */
function hiddenOnes(found: readonly Found[]): Found[] {
  return found
    .filter(({ kind, remark }) => kind !== 'ignored' && remark === undefined)
    .map((sheet) => ({ ...sheet, kind: 'ignored', remark: 'hidden' }));
}

/** The different texts of each column, as long as they are few: further down the file other projects may be named. */
type Words = (Set<string> | null)[];
const mostWords = 40;

function keepWords(words: Words, rows: readonly Row[]): void {
  for (const { cells } of rows) {
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (typeof cell !== 'string' || words[column] === null) continue;
      const known = words[column] ?? new Set<string>();
      known.add(cell);
      words[column] = known.size > mostWords ? null : known;
    }
  }
}

/** The first rows, and further down those where another table may begin. */
function keepTelling(kept: Row[], rows: readonly Row[]): void {
  const first = Math.max(0, rowsLookedAt - kept.length);
  kept.push(...rows.slice(0, first));
  for (let at = first; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row || !looksLikeHeadings(row) || kept.length > mostKept) continue;
    const from = Math.max(0, at - 3);
    const known = new Set(kept.slice(-60).map(({ number }) => number));
    kept.push(...rows.slice(from, at + rowsAfterHeadings).filter(({ number }) => !known.has(number)));
  }
}

function toFound({
  position,
  name,
  merged,
  rows,
  filled,
  words,
  last,
}: {
  position: number;
  name: string;
  merged: Parameters<typeof recogniseSheet>[2];
  rows: readonly Row[];
  filled: number;
  words: Words;
  last: readonly Row[];
}): Found[] {
  const recognised = recogniseSheet(name, rows, merged);
  return recognised.map((sheet, part) => {
    const { name: ownName, kind, kindConfidence, table, columns, headless = false, layout, remark } = sheet;
    const below = unfolded(layout, rows).filter((row) => row.number > (table?.headerRow ?? 0));
    const title = table?.above.join(' ').slice(0, 500);
    return {
      fits: (column, field) => {
        const values = below.map(({ cells }) => cells[column] ?? null).slice(0, 200);
        return shareThatFits(field, values, contextOf(ownName, title));
      },
      position,
      part,
      name: ownName,
      kind,
      kindConfidence,
      headerRow: table?.headerRow,
      firstRow: table?.firstRow,
      lastRow: table?.lastRow,
      headless,
      layout,
      remark,
      headingsKey: table && headingsKeyOf(headless ? shapeOf(columns) : [...table.headings.values()]),
      columns: columns.map((column): SheetColumn => {
        const told = below.map(({ cells }) => cells[column.column] ?? null).filter(isTelling);
        const samples = [...new Set(told.slice(0, 20).map(maskedSample))].slice(0, headless ? 3 : 1);
        const all = recognised.length === 1 && !layout ? words[column.column] : undefined;
        const names = column.field === 'project' ? namesIn(all ?? textsIn(below, column.column), column, table) : [];
        return {
          ...column,
          ...(samples.length > 0 && { sample: samples.join(' · ').slice(0, 120) }),
          ...(names.length > 1 && { names }),
        };
      }),
      rowsSeen: layout
        ? Math.round((filled * below.length) / rows.length)
        : Math.max(
            0,
            Math.min(filled - (rows.length - below.length) - notData(last, table, merged), table?.lastRow ?? filled),
          ),
      title,
      skipped: { blank: 0, total: 0, note: 0, repeatedHeading: 0 },
    };
  });
}

function isTelling(cell: Cell): boolean {
  return cell !== null && !isUncalculated(cellText(cell));
}

function notData(
  last: readonly Row[],
  table: TableFound | undefined,
  merged: Parameters<typeof recogniseSheet>[2],
): number {
  if (!table) return 0;
  return last.filter((row) => row.number > table.headerRow && sortOfRow(row, table, merged) !== 'data').length;
}

function textsIn(rows: readonly Row[], column: number): string[] {
  return rows.map(({ cells }) => cellText(cells[column]));
}

/** Names of projects, without what stands above them. */
function namesIn(texts: Iterable<string>, { heading }: SheetColumn, table: TableFound | undefined): string[] {
  const names = [...texts].map(cellText).filter((name) => !saysNothing(name) && name.length <= 60);
  const above = new Set([heading, ...(table?.above ?? [])]);
  return [...new Set(names)].filter((name) => !above.has(name)).slice(0, mostWords);
}

/** The same headings in another order are the same set, and so are those of a file that came back with our reasons. */
export function headingsKeyOf(headings: readonly string[]): string {
  const own = headings.filter((heading) => !isOurReason(heading));
  const plain = own.map(plainHeading).sort().join('\u001f');
  return createHash('sha256').update(plain).digest('base64url');
}

/** What stands in for headings that are not there: how many columns, and what their values look like. */
function shapeOf(columns: readonly { readonly column: number; readonly field?: string }[]): string[] {
  return ['headless', ...columns.map(({ column, field }) => `${letterOf(column)}=${field ?? ''}`)];
}

async function withMemory(work: Work<Tables>, looked: readonly SheetLooked[]): Promise<SheetRowOfRun[]> {
  const keys = looked.flatMap(({ sheet: { headingsKey } }) => headingsKey ?? []);
  const remembered = await mappingsFor(work.db, [...new Set(keys)]);
  return looked.map(({ sheet, fits }) => {
    const mapping = sheet.headingsKey ? remembered.get(sheet.headingsKey) : undefined;
    if (!mapping) return sheet;
    const { kind = sheet.kind } = mapping;
    const isOther = kind !== sheet.kind && kind !== 'ignored' && sheet.kind !== 'ignored';
    const columns = isOther ? columnsForKind(sheet.columns, kind) : sheet.columns;
    return {
      ...sheet,
      kind,
      ...(mapping.kind && { kindConfidence: 1 }),
      rememberedAt: mapping.decidedAt,
      columns: rememberedKeys(columns).flatMap((key, at): SheetColumn[] => {
        const known = columns[at];
        const decided = mapping.fields[key];
        if (!known || decided === undefined) return known ? [known] : [];
        const { field: _, fitting: __, signer: ___, ...column } = known;
        if (decided === null) return [{ ...column, confidence: 1 }];
        // What was decided for another file is doubted where the values of this one do not look like it.
        const fitting = fits(column.column, decided);
        const confidence = fitting !== undefined && fitting < 0.2 ? 0.3 : 1;
        return [{ ...column, field: decided, confidence, ...(fitting !== undefined && { fitting }) }];
      }),
    };
  });
}

/** What a cell looks like without giving away a phone or an ID number. */
export function maskedSample(cell: Cell): string {
  return maskedText(cellText(cell)).slice(0, 60);
}

export function maskedText(text: string): string {
  return text
    .replace(/\d{14}\d{3}[\dXx]|\d{15}/g, (id) => `${id.slice(0, 3)}${'*'.repeat(id.length - 7)}${id.slice(-4)}`)
    .replace(/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, (phone) =>
      maskedPhone(phone.replace(/\D/g, '').slice(-11)),
    );
}
