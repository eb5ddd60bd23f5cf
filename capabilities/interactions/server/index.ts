import { personMoments, personPanels, personReferrers, personRelinkers } from '@yilu/customers/server';
import type { Capability } from '@yilu/platform/server';
import { registerRates, subjectNames, todayLines } from '@yilu/tasks/server';
import { parameters, permissions } from '../contract/index.ts';
import { registerRatesOf } from './compliance.ts';
import { taskMoments } from './moments.ts';
import { refersTo, relink, timelinePanel } from './panels.ts';
import { recount, recountWhenChanged } from './recount.ts';
import { routes } from './routes.ts';
import { openRegister, peopleNames, registerLines, registerNames, registerPath } from './today.ts';

export { importInteractions, undoImportedInteractions } from './import-contacts.ts';
export { inventRegisters } from './invent-registers.ts';
export { remindOfCutOffs } from './remind.ts';

export const interactions: Capability = {
  name: 'interactions',
  permissions,
  parameters,
  routes,
  listeners: [recountWhenChanged],
  jobs: [recount],
  contributes: [
    personPanels.with({ name: 'timeline', read: timelinePanel }),
    personMoments.with({ name: 'tasks', read: taskMoments }),
    personRelinkers.with({ name: 'interactions', relink }),
    personReferrers.with({ name: 'interactions', refersTo }),
    subjectNames.with({ kind: 'person', names: peopleNames }),
    subjectNames.with({ kind: 'register', names: registerNames }),
    todayLines.with({ origin: openRegister, lines: registerLines, path: registerPath }),
    registerRates.with(registerRatesOf),
  ],
};
