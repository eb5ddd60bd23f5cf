import { panelSlot } from '@yilu/platform/web';
import type { LeavingObstacle, StaffLine } from '../contract/index.ts';

export interface Leaving {
  readonly staff: StaffLine;
  /** What still keeps the account from closing. */
  readonly obstacles: readonly LeavingObstacle[];
}

/** In the panel of somebody who leaves: how to hand over what a later capability counts (ORG-16). */
export const leavingSteps = panelSlot<Leaving>('identity.leavingSteps');
