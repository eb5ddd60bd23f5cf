import { type Day, dayOf, found, instantOn, type Sentence } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { milestoneNames } from '@yilu/properties/contract';
import { type AnswerSource, noSuchPerson, type PersonMoment, titleOfPlace } from '../contract/index.ts';
import { type Editing, editingsOf } from '../store/changes.ts';
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
  const [homes, editings, ...contributed] = await Promise.all([
    homesLived(work.db, personId, dayOf(work.now)),
    editingsOf(work.db, personId, mostShown),
    ...work.contributions(personMoments).map(({ read }) => read(work as Work, personId)),
  ]);
  // A signing is known to the deal, with its price, and to the room.
  const byId = new Map(
    [...homes.flatMap(momentsOfHome), ...editings.map(momentOfEditing), ...contributed.flat()].map((moment) => [
      moment.id,
      moment,
    ]),
  );
  const items = [...byId.values()].sort((one, other) => timeOf(other) - timeOf(one)).slice(0, mostShown);
  return { items };
}

/** Which moment of a room it is: deals call theirs the same. */
export function momentOfRoom(what: 'RESERVED' | 'SUBSCRIBED' | 'SIGNED' | 'FILED', roomId: string, on: Day): string {
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

/** So many fields are named; of an import that filled a whole dossier, the others are counted. */
const mostNamed = 4;

const editingTitles: Readonly<Record<AnswerSource, Sentence>> = {
  staff: { zh: '修改', en: 'Changed' },
  register: { zh: '登记时填写', en: 'Filled in with a register' },
  import: { zh: '导入补充', en: 'Filled in by an import' },
  owner: { zh: '本人填写', en: 'Filled in by themselves' },
};

/** Which fields somebody changed, without their values: those stand in the history, under its own guard. */
function momentOfEditing({ id, fields, by, at, source }: Editing): PersonMoment {
  const titles = fields.slice(0, mostNamed).map(titleOfPlace);
  const others = fields.length - titles.length;
  const said = editingTitles[source];
  return {
    id,
    kind: 'dossier',
    on: dayOf(at),
    at,
    by,
    title: {
      zh: `${said.zh}：${titles.map(({ zh }) => zh).join('、')}${others > 0 ? ` 等 ${fields.length} 项` : ''}`,
      en: `${said.en}: ${titles.map(({ en }) => en).join(', ')}${others > 0 ? ` and ${others} more` : ''}`,
    },
  };
}
