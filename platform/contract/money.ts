import { z } from 'zod';

/** Money in whole fen (1/100 yuan); never a fraction. */
export const Fen = z.int().brand<'Fen'>();
export type Fen = z.infer<typeof Fen>;

/** Yuan with up to two decimals, as people write it, to fen. */
export function fenFromYuan(yuan: number): Fen {
  return Math.round(yuan * 100) as Fen;
}
