import {
  dossierStandings,
  personMoments,
  personPanels,
  personReferrers,
  personRelinkers,
} from '@yilu/customers/server';
import type { Capability } from '@yilu/platform/server';
import { colourings } from '@yilu/properties/server';
import { personChips, todayChanges, todayLines } from '@yilu/tasks/server';
import { parameters, permissions, seeBook } from '../contract/index.ts';
import { peopleWithGivingUp, relinkPerson } from '../store/giving-up.ts';
import { performJob, undoJob } from './bulk.ts';
import { gridColourings } from './colourings.ts';
import { labelsFor, standings } from './explain.ts';
import { jobs, listeners } from './jobs.ts';
import { labelMoments } from './moments.ts';
import { asOwnWork, onOwnTables } from './own-work.ts';
import { routes } from './routes.ts';
import { takenOverCustomers } from './taken-over.ts';
import { aboutToCoolLines, chipsOf, labelMoves, shortDossiers } from './today.ts';
import { unentrustedCustomers } from './unentrusted.ts';

export { markAll, nightly, recomputeDue } from './jobs.ts';
export { recomputeMarked } from './recompute.ts';
export { recomputeEverybody } from './recompute-everybody.ts';

export const segments: Capability = {
  name: 'segments',
  permissions,
  parameters,
  routes,
  listeners,
  jobs: [...jobs, performJob, undoJob],
  contributes: [
    personPanels.with({
      name: 'labels',
      read: (work, person) =>
        work.actor.permissions.has(seeBook.id) ? labelsFor(asOwnWork(work), person) : Promise.resolve(undefined),
    }),
    personMoments.with({ name: 'labels', read: labelMoments }),
    dossierStandings.with(standings),
    personRelinkers.with({ name: 'segments', relink: (work, merge) => relinkPerson(onOwnTables(work), merge) }),
    personReferrers.with({ name: 'segments', refersTo: (work, ids) => peopleWithGivingUp(onOwnTables(work), ids) }),
    ...gridColourings.map((colouring) => colourings.with(colouring)),
    todayLines.with(shortDossiers),
    todayLines.with(aboutToCoolLines),
    todayLines.with(unentrustedCustomers),
    todayLines.with(takenOverCustomers),
    todayChanges.with(labelMoves),
    personChips.with(chipsOf),
  ],
};
