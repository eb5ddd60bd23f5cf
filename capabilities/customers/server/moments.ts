import { type Day, dayOf, found, instantOn } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { milestoneNames } from '@yilu/properties/contract';
import { noSuchPerson, type PersonMoment } from '../contract/index.ts';
import { type HomeLived, homesLived } from '../store/homes-lived.ts';
import { peopleInReach } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';
import { personMoments } from './slots.ts';

const mostShown = 200;

/** Everything dated that the capabilities know of a person besides contacts, newest first (DOS-55). */
export async function momentsOfPerson(
  work: Work<Tables>,
  { personId }: { personId: string },
): Promise<{ items: PersonMoment[] }> {
  found((await peopleInReach(work.db, [personId]))[0], noSuchPerson);
  const [homes, ...contributed] = await Promise.all([
    homesLived(work.db, personId, dayOf(work.now)),
    ...work.contributions(personMoments).map(({ read }) => read(work as Work, personId)),
  ]);
  // A signing is known to the deal, with its price, and to the room.
  const byId = new Map([...homes.flatMap(momentsOfHome), ...contributed.flat()].map((moment) => [moment.id, moment]));
  const items = [...byId.values()].sort((one, other) => timeOf(other) - timeOf(one)).slice(0, mostShown);
  return { items };
}

/** Which moment of a room it is: deals call theirs the same. */
export function momentOfRoom(what: 'SUBSCRIBED' | 'SIGNED' | 'FILED', roomId: string, on: Day): string {
  return `${what}/${roomId}/${on}`;
}

function timeOf({ at, on }: PersonMoment): number {
  return (at ?? instantOn(on)).getTime();
}

/** What a home went through while it was theirs. */
function momentsOfHome(home: HomeLived): PersonMoment[] {
  return home.milestones.map(({ kind, on }) => {
    const { zh, en } = milestoneNames[kind];
    return {
      id: `${kind}/${home.roomId}/${on}`,
      kind: 'home',
      projectId: home.projectId,
      on,
      title: { zh: `${zh} ${home.label}`, en: `${en}: ${home.label}` },
    };
  });
}
