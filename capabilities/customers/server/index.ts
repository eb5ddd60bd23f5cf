import { auditShown, holding, subjectTitles } from '@yilu/identity/server';
import type { Capability } from '@yilu/platform/server';
import { dictionaries as editedLists } from '@yilu/settings/server';
import { shownTexts } from '@yilu/tasks/server';
import { dictionaries, parameters, permissions, seeCustomers } from '../contract/index.ts';
import { listeners } from './listeners.ts';
import { namesOf } from './names.ts';
import { withTextsMasked } from './phones-in-texts.ts';
import { routes } from './routes.ts';
import { shownInAudit } from './shown-in-audit.ts';

export { changePerson } from './change-person.ts';
export { rubricIn } from './completeness.ts';
export { registerPerson } from './create-person.ts';
export { writeDossier } from './dossier.ts';
export { consentLedgers } from './field-settings.ts';
export { searchPeople } from './find-people.ts';
export { finishFindable, importPeople, makeFindable } from './import-people.ts';
export { joinProject } from './join-project.ts';
export { lookUpPhone } from './look-up-phone.ts';
export { momentOfRoom } from './moments.ts';
export { beginParty, endOwnership, tellOfParties } from './parties.ts';
export {
  masksPhone,
  recordLookAtText,
  recordLookAtTextOf,
  withTextsMasked,
  withTextsRestored,
} from './phones-in-texts.ts';
export { saved as savedPerson } from './reading.ts';
export {
  type DossierStanding,
  type DossierStandings,
  dossierStandings,
  type PanelPerson,
  type PersonMoments,
  type PersonPanel,
  type PersonReferrer,
  type PersonRelinker,
  personMoments,
  personPanels,
  personReferrers,
  personRelinkers,
} from './slots.ts';
export { undoPeople } from './undo-people.ts';

export const customers: Capability = {
  name: 'customers',
  permissions,
  parameters,
  routes,
  listeners,
  contributes: [
    ...dictionaries.map((list) => editedLists.with(list)),
    subjectTitles.with({ kind: 'person', titles: namesOf }),
    holding.with(seeCustomers),
    shownTexts.with(withTextsMasked),
    auditShown.with(shownInAudit),
  ],
};
