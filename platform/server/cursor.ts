import type { z } from 'zod';
import { type Page, Refused } from '../contract/index.ts';
import { badCursor } from './refusals.ts';

/** A cursor is the sort key of the last row, opaque to callers. */
export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key, or 422 when it is not one of ours. */
export function readCursor<Key extends z.ZodType>(cursor: string | undefined, shape: Key): z.output<Key> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Refused(badCursor, 422, { field: 'cursor' });
  }
}

/** Ask the store for `limit + 1` rows; the one too many tells that there is a next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => unknown,
  total?: number,
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    ...(rows.length > limit && last !== undefined && { next: writeCursor(keyOf(last)) }),
    ...(total !== undefined && { total }),
  };
}
