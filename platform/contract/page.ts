import { z } from 'zod';

/** The query part of every list: `limit` rows after `cursor`; `total` only on request, since counting costs. */
export const PageQuery = z.object({
  /** Rows per page. */
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Opaque: what the previous page answered as `next`. */
  cursor: z.string().max(2_000).optional(),
  /** Ask for the exact number of all rows. */
  total: z.stringbool().optional(),
});
export type PageQuery = z.output<typeof PageQuery>;

/** A page of a list. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    /** Absent on the last page. */
    next: z.string().optional(),
    /** Exact; present when asked for. */
    total: z.int().nonnegative().optional(),
  });
}
export interface Page<Item> {
  readonly items: Item[];
  readonly next?: string | undefined;
  readonly total?: number | undefined;
}
