import { Day } from '@yilu/platform/contract';
import type { WhyKept } from '@yilu/properties/contract';
import { z } from 'zod';
import { DealState, DealTerms } from './deal.ts';

/** One deal from a file; buyers and rooms exist already. Exempt from required steps and dates (decision 19). */
export const ImportedDeal = DealTerms.omit({ state: true }).extend({
  /** The source's own key (协议编号), else a hash of the row with its ordinal; unique in the project (decision 20). */
  sourceKey: z.string().min(1).max(200),
  projectId: z.uuid(),
  state: DealState,
  cancelledOn: Day.optional(),
  /** No file tells the day of the end: another one stands in, and whatever day is known already stays. */
  cancelledOnIsPresumed: z.boolean().optional(),
  cancelReason: z.string().trim().max(300).optional(),
  /** Name as written, when it was matched to no account. */
  consultantName: z.string().max(60).optional(),
});
export type ImportedDeal = z.input<typeof ImportedDeal>;

/** The fields of a deal that an import may fill, as JSON; money in fen, days as `2026-11-21`. */
export type ImportedDealImage = Readonly<Record<string, string | number | null>>;

export interface ImportedDealResult {
  readonly sourceKey: string;
  readonly id: string;
  readonly result: 'created' | 'updated' | 'unchanged' | 'rejected';
  /** Only the fields that changed; kept by the import for its undo. */
  readonly before?: ImportedDealImage;
  readonly after?: ImportedDealImage;
  /** Fields that differ but hold something entered here (decision 20). */
  readonly differences?: readonly string[];
  /** The day of the end, of a row that knows nothing of it: its deal stays cancelled. */
  readonly endedOn?: string;
  /** Why a row was rejected: its room is in another living deal. */
  readonly reason?: { readonly zh: string; readonly en: string };
}
export interface ImportedDeals {
  readonly importId: string;
  readonly rows: readonly ImportedDeal[];
}
export interface UndoDeals {
  readonly importId: string;
  /** What later imports that stand have changed, and the first of them to do so: what stays for that one is its to take back. */
  readonly changedLater?: ReadonlyMap<string, string> | undefined;
  readonly updated: readonly {
    readonly id: string;
    readonly before: ImportedDealImage;
    readonly after: ImportedDealImage;
  }[];
}
export interface UndoneDeals {
  readonly removed: number;
  readonly restored: number;
  /** Changed since, so they stay as they are (decision 22), and who buys in them. */
  readonly kept: readonly { readonly id: string; readonly people: readonly string[]; readonly because: WhyKept }[];
}
