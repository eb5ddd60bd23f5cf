import { slot, type Work } from '@yilu/platform/server';
import type { DemoEstate, LanAccess, LeavingObstacle, SubjectKind } from '../contract/index.ts';

/** What a member of staff still has to hand over before leaving (ORG-16): open tasks, cases; undefined when nothing. */
export type LeavingCheck = (work: Work, staffId: string) => Promise<LeavingObstacle | undefined>;
export const leavingObstacles = slot<LeavingCheck>('identity.leaving-obstacles');

/** What rooms or people are called, by id; what the actor may not see is left out. */
export interface SubjectTitles {
  readonly kind: SubjectKind;
  readonly titles: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}
export const subjectTitles = slot<SubjectTitles>('identity.subject-titles');

/** Who can fill an empty house with invented households; apps/server does. */
export interface DemoMaker {
  readonly read: (work: Work) => Promise<DemoEstate>;
  /** Begins in the background; called only while `possible` or `failed`. */
  readonly begin: (work: Work) => Promise<void>;
}
export const demoEstate = slot<DemoMaker>('identity.demo-estate');

/** Who knows how telephones reach this process; apps/server does. */
export const lanAccess = slot<{ readonly read: () => LanAccess | undefined }>('identity.lan-access');
