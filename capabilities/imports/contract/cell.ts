/** A cell as a spreadsheet holds it; the same shape that the reader in the platform delivers. */
export type Cell = null | string | number | boolean | { readonly day: string; readonly time?: string };

export interface Row {
  /** As numbered in the file, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
  /** What a line above says of the rows below it: `3栋`, `2单元`. */
  readonly within?: PlaceWithin;
  /** The row tells of further people of the row above, whose room and agreement it shares; `family`: of the same owner's. */
  readonly continues?: 'merged' | 'blank' | 'family';
}

/** Canonical parts of a place. */
export interface PlaceWithin {
  readonly phase?: string;
  /** Words before the building's number: 梅园, the project's name. */
  readonly before?: string;
  readonly building?: string;
  readonly unit?: string;
}

/** Zero-based, both ends included. */
export interface MergedRange {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}
