import { dayOf, found } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { groupPurpose, noSuchPerson, type PersonView } from '../contract/index.ts';
import { pageOf } from '../store/page.ts';
import { mergedInto } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';
import { completenessIfAny } from './completeness.ts';
import { shownDossier } from './dossier.ts';
import { switchesIn } from './field-settings.ts';
import { shownHousehold, shownRelation } from './relations.ts';
import { shown } from './shown.ts';
import { personPanels } from './slots.ts';

/**
 * The 360° page in one request and one transaction (DOS-55, decision 12): own question and every contributed panel, all on their way
 * before the first has answered. What takes most reckoning is asked first: it is reckoned while PostgreSQL answers the rest.
 */
export async function viewPerson(work: Work<Tables>, { personId }: { personId: string }): Promise<PersonView> {
  const about = { id: personId };
  const [completeness, page, switches, purposes, ...panels] = await Promise.all([
    completenessIfAny(work, about),
    pageOf(work.db, personId),
    switchesIn(work),
    valueOf(work, groupPurpose),
    ...work
      .contributions(personPanels)
      .toReversed()
      .map(async ({ name, read }) => [name, await read(work as Work, about)] as const),
  ]);
  if (!page || !completeness)
    return viewPerson(work, { personId: found(await mergedInto(work.db, personId), noSuchPerson) });
  const { person, mine, homes, answers, relations, household } = page;
  return {
    person: shown(work, person),
    mine,
    homes: [...homes],
    dossier: shownDossier(work, person.id, { answers, switches, purposes, completeness }),
    relations: relations.map(shownRelation),
    ...(household && { household: shownHousehold(household, dayOf(work.now)) }),
    panels: Object.fromEntries(panels.toReversed().filter(([, panel]) => panel !== undefined)),
  };
}
