import type { SpreadsheetPart } from '@yilu/platform/server';
import type { Cell, MergedRange, Row } from '../contract/index.ts';
import { type PlaceLine, type RowSort, type TableFound, tableReader, unfolding } from '../rules/index.ts';
import type { SheetRowOfRun, Skipped } from '../store/sheets.ts';
import type { RepairsOfSheet } from './repairs.ts';

export interface SheetRows {
  /** Data rows in batches, in the file's order, with repairs applied and merged cells filled. */
  readonly batches: AsyncGenerator<readonly Row[]>;
  /** Complete once the batches are through. */
  readonly skipped: () => Skipped;
  /** The lines passed so far that say where the rows below them stand. */
  readonly lines: readonly PlaceLine[];
}

const rowsPerBatch = 1_000;

/** The data rows among the parts of a sheet: what lies below its headings and is no blank, total, note or heading. */
export function dataRows(
  parts: AsyncIterable<SpreadsheetPart>,
  sheet: SheetRowOfRun,
  repairs: RepairsOfSheet,
): SheetRows {
  const skipped: Record<Exclude<RowSort, 'data'>, number> = { blank: 0, total: 0, note: 0, repeatedHeading: 0 };
  const headerRow = sheet.headerRow ?? 0;
  const table: TableFound = {
    headerRow,
    headings: new Map(sheet.columns.map(({ column, heading }) => [column, heading])),
    above: [],
  };

  const lines: PlaceLine[] = [];
  const readerOf = (merged: readonly MergedRange[]) =>
    tableReader({ table, merged, kind: sheet.kind, columns: sheet.columns });

  async function* batches(): AsyncGenerator<readonly Row[]> {
    const { take, rest } = unfolding(sheet.layout);
    let meant = readerOf([]);
    let last = headerRow;
    let batch: Row[] = [];
    for await (const part of parts) {
      if (part.part === 'sheet' && part.sheet.index === sheet.position) {
        meant = readerOf(part.sheet.merged);
      }
      if (part.part !== 'rows' || part.sheet !== sheet.position) continue;
      const within = part.rows.filter(({ number }) => number > headerRow && number <= (sheet.lastRow ?? number));
      for (const given of sheet.layout ? within.flatMap(take) : within) {
        const { sort, row, says } = meant(repaired(given, repairs));
        if (says) lines.push({ row: given, says });
        if (!sheet.layout) skipped.blank += row.number - last - 1;
        last = row.number;
        if (sort !== 'data') {
          skipped[sort] += 1;
          continue;
        }
        batch.push(row);
        if (batch.length === rowsPerBatch) {
          yield batch;
          batch = [];
        }
      }
    }
    for (const row of rest()) batch.push(meant(repaired(row, repairs)).row);
    if (batch.length > 0) yield batch;
  }
  return { batches: batches(), skipped: () => skipped, lines };
}

function repaired(row: Row, repairs: RepairsOfSheet): Row {
  const corrected = repairs.get(row.number);
  if (!corrected) return row;
  const cells: Cell[] = [...row.cells];
  for (const [column, text] of corrected) {
    while (cells.length <= column) cells.push(null);
    cells[column] = text === '' ? null : text;
  }
  return { ...row, cells };
}
