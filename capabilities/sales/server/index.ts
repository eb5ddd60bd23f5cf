import { personMoments, personPanels, personReferrers, personRelinkers } from '@yilu/customers/server';
import type { Capability } from '@yilu/platform/server';
import { permissions } from '../contract/index.ts';
import { dealMoments } from './moments.ts';
import { dealsPanel, refersTo, relink } from './panels.ts';
import { routes } from './routes.ts';

export { importDeals, undoImportedDeals } from './import-deals.ts';

export const sales: Capability = {
  name: 'sales',
  permissions,
  routes,
  contributes: [
    personPanels.with({ name: 'deals', read: dealsPanel, asksLast: true }),
    personMoments.with({ name: 'deals', read: dealMoments }),
    personRelinkers.with({ name: 'sales', relink }),
    personReferrers.with({ name: 'sales', refersTo }),
  ],
};
