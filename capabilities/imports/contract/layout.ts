import { z } from 'zod';

/** How far right of its name a value stands on each card of a sheet. */
export const CardPlace = z.object({ name: z.string(), distance: z.int().min(1) });
export type CardPlace = z.infer<typeof CardPlace>;

/** How the rows of a sheet lie that is no table; absent of a table. `chain`: one entry per line, all in one cell. */
export const SheetLayout = z.discriminatedUnion('layout', [
  z.object({ layout: z.literal('cards'), places: z.array(CardPlace).min(3) }),
  z.object({ layout: z.literal('chain') }),
]);
export type SheetLayout = z.infer<typeof SheetLayout>;
