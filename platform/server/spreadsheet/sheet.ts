/** A calendar moment as the file shows it, without zone: Excel knows none. */
export interface SheetMoment {
  /** `2026-11-21`. */
  readonly day: string;
  /** `14:05:00`; absent at midnight, which is how spreadsheets write a plain day. */
  readonly time?: string;
}

/** What a cell holds: nothing, text, a number, yes/no, or a cell formatted as a date. Formulas come as their last result, those saved without one as `notCalculated`. */
export type Cell = null | string | number | boolean | SheetMoment;

export interface SheetRow {
  /** As the row is numbered in the file, from 1. */
  readonly number: number;
  /** By column from A; trailing empty cells may be missing. */
  readonly cells: readonly Cell[];
}

/** Zero-based, both ends included. */
export interface MergedRange {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}

export interface SheetHead {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly merged: readonly MergedRange[];
}

/** What the file is; found in its bytes, never believed from its name. */
export type SpreadsheetFormat = 'xlsx' | 'xls' | 'csv' | 'markup';

/** A file comes as parts, in order: the file, then each sheet's head followed by its rows in batches. Empty rows are left out. */
export type SpreadsheetPart =
  | { readonly part: 'file'; readonly format: SpreadsheetFormat; readonly encoding?: string }
  | { readonly part: 'sheet'; readonly sheet: SheetHead }
  | { readonly part: 'rows'; readonly sheet: number; readonly rows: readonly SheetRow[] };

/** Counts up when the same file is read otherwise than before, so that nobody goes on with what an older reader kept. */
export const readerEdition = 2;

export interface SpreadsheetLimits {
  readonly fileBytes: number;
  /** All entries of a zip together once unpacked. */
  readonly unpackedBytes: number;
  /** Rows with content over all sheets. */
  readonly rows: number;
  /** Rows of one sheet, empty ones included. */
  readonly rowsWithEmpty: number;
  readonly columns: number;
  readonly sheets: number;
  readonly milliseconds: number;
  readonly memoryMegabytes: number;
}

export const spreadsheetLimits: SpreadsheetLimits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 600 * 1024 * 1024,
  // Titles, totals and the small sheets beside 100,000 rows of data must not tip it over.
  rows: 110_000,
  rowsWithEmpty: 1_048_576,
  columns: 300,
  sheets: 60,
  milliseconds: 90_000,
  memoryMegabytes: 700,
};
