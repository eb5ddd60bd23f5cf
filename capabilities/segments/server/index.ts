import type { Capability } from '@yilu/platform/server';
import { parameters, permissions } from '../contract/index.ts';
import { jobs, listeners, nightly } from './jobs.ts';
import { routes } from './routes.ts';

export { markAll, recomputeDue } from './jobs.ts';
export { recomputeMarked } from './recompute.ts';

export const segments: Capability = {
  name: 'segments',
  permissions,
  parameters,
  routes,
  listeners,
  jobs,
  recurring: [nightly],
};
