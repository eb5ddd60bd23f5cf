import { slot, type Work } from '@yilu/platform/server';

/** Makes the move, and may refuse it before or after, in the same transaction. */
export type AroundMove = (
  work: Work,
  moved: {
    /** The companies that stood above and do no more. */
    readonly leftNodeIds: readonly string[];
  },
  move: () => Promise<void>,
) => Promise<void>;

/** Whoever must not lose sight of the projects below a node that goes elsewhere in the tree; later capabilities contribute. */
export const aroundMoves = slot<AroundMove>('settings.around-moves');
