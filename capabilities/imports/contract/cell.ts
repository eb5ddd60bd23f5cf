/** A cell as a spreadsheet holds it; the same shape that the reader in the platform delivers. */
export type Cell = null | string | number | boolean | { readonly day: string; readonly time?: string };

export interface Row {
  /** As numbered in the file, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Zero-based, both ends included. */
export interface MergedRange {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}
