import type { Parameter, Permission } from '../contract/index.ts';
import type { Route } from './http/route.ts';
import type { JobKind, Listener, Recurring } from './jobs/job.ts';
import type { Contribution } from './slot.ts';

/** What a capability gives to the composition in apps/server/capabilities.ts. */
export interface Capability {
  readonly name: string;
  readonly permissions?: readonly Permission[];
  readonly parameters?: readonly Parameter[];
  readonly routes?: readonly Route[];
  readonly listeners?: readonly Listener[];
  readonly jobs?: readonly JobKind[];
  readonly recurring?: readonly Recurring[];
  readonly contributes?: readonly Contribution[];
}
