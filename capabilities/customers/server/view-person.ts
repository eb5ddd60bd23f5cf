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
import { type PanelPerson, type PersonPanel, personPanels } from './slots.ts';

/**
 * The 360° page in one request and one transaction (DOS-55, decision 12): own question and every contributed panel, all on their way
 * before the first has answered. What takes little work here once it is answered is asked last: the rest is worked up meanwhile.
 */
export async function viewPerson(work: Work<Tables>, { personId }: { personId: string }): Promise<PersonView> {
  const about = { id: personId };
  const panels = work.contributions(personPanels);
  const ask = (which: readonly PersonPanel[]) =>
    Promise.all(which.map(async ({ name, read }) => [name, await read(work as Work, about)] as const));
  const [own, ...answered] = await Promise.all([
    ownPart(work, about),
    ask(panels.filter(({ asksLast }) => !asksLast)),
    ask(panels.filter(({ asksLast }) => asksLast)),
  ]);
  if (!own) return viewPerson(work, { personId: found(await mergedInto(work.db, personId), noSuchPerson) });
  const panelOf = new Map(answered.flat());
  return {
    ...own,
    panels: Object.fromEntries(
      panels.map(({ name }) => [name, panelOf.get(name)] as const).filter(([, panel]) => panel !== undefined),
    ),
  };
}

/** Put together as soon as it is there; nothing for somebody out of reach. */
async function ownPart(work: Work<Tables>, about: PanelPerson): Promise<Omit<PersonView, 'panels'> | undefined> {
  const [page, completeness, switches, purposes] = await Promise.all([
    pageOf(work.db, about.id),
    completenessIfAny(work, about),
    switchesIn(work),
    valueOf(work, groupPurpose),
  ]);
  if (!page || !completeness) return undefined;
  const { person, mine, homes, answers, relations, household } = page;
  return {
    person: shown(work, person),
    mine,
    homes: [...homes],
    dossier: shownDossier(work, person.id, { answers, switches, purposes, completeness }),
    relations: relations.map(shownRelation),
    ...(household && { household: shownHousehold(household, dayOf(work.now)) }),
  };
}
