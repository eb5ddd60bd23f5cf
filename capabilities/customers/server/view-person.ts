import type { Work } from '@yilu/platform/server';
import type { PersonView } from '../contract/index.ts';
import { partiesOfPerson } from '../store/parties.ts';
import { isMine } from '../store/people.ts';
import { relationsOf } from '../store/relations.ts';
import type { Tables } from '../store/tables.ts';
import { dossierOf } from './dossier.ts';
import { personInReach } from './reading.ts';
import { readHousehold } from './relations.ts';
import { shown } from './shown.ts';
import { personPanels } from './slots.ts';

/** The 360° page in one request and one transaction (DOS-55, decision 12): own queries and every contributed panel. */
export async function viewPerson(work: Work<Tables>, { personId }: { personId: string }): Promise<PersonView> {
  const person = await personInReach(work, personId);
  const homesAsked = partiesOfPerson(work.db, person.id);
  const [mine, homes, dossier, relations, household] = await Promise.all([
    isMine(work.db, person.id),
    homesAsked,
    dossierOf(work, person, homesAsked),
    relationsOf(work.db, person.id),
    readHousehold(work, person.id),
  ]);
  const roomIds = homes.filter(({ endedOn }) => endedOn === undefined).map(({ roomId }) => roomId);
  const about = { id: person.id, projectIds: person.projectIds, roomIds };
  const panels = await Promise.all(
    work.contributions(personPanels).map(async ({ name, read }) => [name, await read(work as Work, about)] as const),
  );
  return {
    person: shown(work, person),
    mine,
    homes,
    dossier,
    relations,
    ...(household && { household }),
    panels: Object.fromEntries(panels.filter(([, panel]) => panel !== undefined)),
  };
}
