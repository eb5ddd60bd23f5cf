import { decryptField, type Work } from '@yilu/platform/server';
import { repairsOf } from '../store/rows.ts';
import type { Tables } from '../store/tables.ts';

/** What a person wrote into the cells of a sheet on the page, by row and column. */
export type RepairsOfSheet = ReadonlyMap<number, ReadonlyMap<number, string>>;

export async function openRepairs(work: Work<Tables>, runId: string): Promise<Map<string, RepairsOfSheet>> {
  const bySheet = new Map<string, Map<number, Map<number, string>>>();
  for (const { sheetId, row, column, sealed } of await repairsOf(work.db, runId)) {
    const rows = bySheet.get(sheetId) ?? new Map<number, Map<number, string>>();
    const cells = rows.get(row) ?? new Map<number, string>();
    cells.set(column, decryptField(work.keys, sealed, sheetId));
    rows.set(row, cells);
    bySheet.set(sheetId, rows);
  }
  return bySheet;
}
