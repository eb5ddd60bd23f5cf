import { slot, type Work } from '@yilu/platform/server';
import type { DemoEstate, LanAccess, LeavingObstacle, SubjectKind } from '../contract/index.ts';

/** Work that a member of staff has to hand over before leaving, or before a role is withdrawn (ORG-16): open tasks, cases. */
export interface LeavingWork {
  /** Without it nobody gets at this work. */
  readonly needs: { readonly id: string };
  /** What is still in these projects, absent in whatever project; undefined when nothing. */
  readonly obstacle: (
    work: Work,
    staffId: string,
    projectIds?: readonly string[],
  ) => Promise<LeavingObstacle | undefined>;
  /** Give all of it that the actor may move to a colleague, in the actor's transaction. */
  readonly handOver: (work: Work, given: HandOver) => Promise<void>;
}
export interface HandOver {
  readonly from: string;
  readonly to: string;
  readonly projectIds: readonly string[];
}
export const leavingWork = slot<LeavingWork>('identity.leaving-work');

/** Of an entry of the audit what stands in words: its reason, and the values before and after. */
export interface AuditWords {
  readonly action: string;
  readonly reason?: string | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
}
/** Whoever owns what nobody is shown whole, phones and sensitive answers, hides it in the audit as well (SEC-04, SEC-09). */
export const auditShown = slot<<Entry extends AuditWords>(entry: Entry) => Entry>('identity.audit-shown');

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
