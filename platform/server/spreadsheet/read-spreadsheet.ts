import { Refused } from '../../contract/index.ts';
import { fileTooBig, SpreadsheetRefused } from './refusals.ts';
import {
  type SheetHead,
  type SheetRow,
  type SpreadsheetLimits,
  type SpreadsheetPart,
  spreadsheetLimits,
} from './sheet.ts';
import { readInThread } from './threads.ts';

/**
 * Read .xlsx, .xls or .csv (UTF-8, UTF-16, GBK) from outside, part by part, in a thread with limits. What cannot be read is
 * `Refused` with 422 (413 when too big) and a sentence of what to do; the server is unharmed by any input. With `sheets`, rows of those positions only.
 */
export async function* readSpreadsheet(
  bytes: Uint8Array,
  limits: Partial<SpreadsheetLimits> = {},
  sheets?: readonly number[],
): AsyncGenerator<SpreadsheetPart> {
  const held = { ...spreadsheetLimits, ...limits };
  if (bytes.length > held.fileBytes) {
    throw new Refused(fileTooBig({ megabytes: Math.round(held.fileBytes / 1_048_576) }), 413);
  }
  try {
    // A copy of exact length: a Node buffer may be a view on a pool that holds others' bytes.
    yield* readInThread({ bytes: new Uint8Array(bytes), limits: held, sheets });
  } catch (problem) {
    if (problem instanceof SpreadsheetRefused) throw new Refused(problem.refusal, 422);
    throw problem;
  }
}

export interface WholeSheet extends SheetHead {
  readonly rows: readonly SheetRow[];
}

/** All sheets at once; for files known to be small, such as in tests. */
export async function readWholeSpreadsheet(
  bytes: Uint8Array,
  limits: Partial<SpreadsheetLimits> = {},
): Promise<WholeSheet[]> {
  const sheets: (SheetHead & { rows: SheetRow[] })[] = [];
  for await (const part of readSpreadsheet(bytes, limits)) {
    if (part.part === 'sheet') sheets.push({ ...part.sheet, rows: [] });
    if (part.part === 'rows') sheets.at(-1)?.rows.push(...part.rows);
  }
  return sheets;
}
