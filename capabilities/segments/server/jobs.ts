import { dossierChanged, merged, partyChanged, personChanged, personCreated } from '@yilu/customers/contract';
import { portfolioTransferred } from '@yilu/identity/contract';
import { interactionsRecorded } from '@yilu/interactions/contract';
import { dayOf, lastTimeAt } from '@yilu/platform/contract';
import { type Begin, jobInSteps, type Recurring, type Work, when } from '@yilu/platform/server';
import { milestoneReached, roomChanged } from '@yilu/properties/contract';
import { dealsChanged } from '@yilu/sales/contract';
import { parameterChanged } from '@yilu/settings/contract';
import { valueOf } from '@yilu/settings/server';
import { taskActedOn, tasksMade } from '@yilu/tasks/contract';
import { z } from 'zod';
import { labelsChanged, recalculateAt } from '../contract/index.ts';
import { mark, markDue, markEverybody, markPeopleOfRooms } from '../store/marks.ts';
import { hadNightSince, noteNight } from '../store/nights.ts';
import { projectsOfDeals } from '../store/scales.ts';
import type { Tables } from '../store/tables.ts';
import { buildIndexes } from './build-indexes.ts';
import { rank, rankChanged } from './rank.ts';
import { type Recomputed, recomputeMarked } from './recompute.ts';
import { decidingKeys } from './rubrics.ts';
import { tellMoves, tellMovesSoon } from './tell-moves.ts';

/** Works off the marks. However many events ask for it, one waits at a time. */
export const recomputeJob = jobInSteps('segments.recompute', z.object({}), async (begin) => {
  await recomputeMarked(begin);
});

/** Mark people and see to it that the marks are worked off after the commit. */
export async function markChanged(work: Work<Tables>, personIds: readonly string[]): Promise<void> {
  await mark(work.db, personIds);
  await work.later(recomputeJob, {}, { once: 'marked' });
}

/** Mark everybody, for a full recompute; answers how many. */
export async function markAll(work: Work<Tables>): Promise<number> {
  await rank(work, work.actor.projects);
  const marked = await markEverybody(work.db);
  await work.later(recomputeJob, {}, { once: 'marked' });
  return marked;
}

const changed = (work: Work<Tables>, { personIds }: { personIds: string[] }) => markChanged(work, personIds);

/** Of rooms, everybody with a part in them, and the people named beside. */
async function markChangedOf(work: Work<Tables>, roomIds: readonly string[], personIds: readonly string[] = []) {
  await markPeopleOfRooms(work.db, [...new Set(roomIds)]);
  await markChanged(work, personIds);
}

/** What an event is about, rooms and people among it. */
function markSubjects(work: Work<Tables>, { subjects }: { subjects: readonly { kind: string; id: string }[] }) {
  const ids = (kind: string) => subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
  return markChangedOf(work, ids('room'), ids('person'));
}

export const listeners = [
  when(personCreated, 'segments.mark-created', changed),
  when(personChanged, 'segments.mark-changed', changed),
  when(partyChanged, 'segments.mark-parties', changed),
  when(dossierChanged, 'segments.mark-dossier', changed),
  when(interactionsRecorded, 'segments.mark-interactions', changed),
  when(merged, 'segments.mark-merged', async (work: Work<Tables>, { personId, mergedId }) => {
    // What two had signed for is one amount now.
    await rank(work, await projectsOfDeals(work.db, [personId, mergedId]));
    await markChanged(work, [personId, mergedId]);
  }),
  when(dealsChanged, 'segments.mark-deals', async (work: Work<Tables>, { personIds }) => {
    await rank(work, await projectsOfDeals(work.db, personIds));
    await markChanged(work, personIds);
  }),
  when(milestoneReached, 'segments.mark-milestones', (work: Work<Tables>, { milestones }) =>
    markChangedOf(
      work,
      milestones.map(({ roomId }) => roomId),
    ),
  ),
  when(roomChanged, 'segments.mark-rooms', (work: Work<Tables>, { roomIds }) => markChangedOf(work, roomIds)),
  when(portfolioTransferred, 'segments.mark-portfolios', markSubjects),
  when(taskActedOn, 'segments.mark-tasks', async (work: Work<Tables>, { subject }) => {
    if (subject?.kind === 'room') await markPeopleOfRooms(work.db, [subject.id]);
    await markChanged(work, subject?.kind === 'person' ? [subject.id] : []);
  }),
  when(parameterChanged, 'segments.mark-everybody', async (work: Work<Tables>, { key }) => {
    if (decidingKeys.has(key)) await markAll(work);
  }),
  when(labelsChanged, 'segments.count-moves', (work: Work<Tables>) => tellMovesSoon(work)),
  when(tasksMade, 'segments.mark-tasks-made', markSubjects),
];

export const jobs = [recomputeJob, tellMoves];

/** Every night: whose day has come, and only they (SEG-18). */
export async function recomputeDue(begin: Begin): Promise<Recomputed> {
  await begin(async (work) => {
    const own = work as Work<Tables>;
    await rankChanged(own);
    await markDue(own.db, dayOf(own.now));
    await noteNight(own.db, own.now);
  });
  return recomputeMarked(begin);
}

/** Asked every ten minutes; a machine that was switched off at the parameter's time of day does it once it is on again. */
export const nightly: Recurring = {
  name: 'segments.nightly',
  cron: '*/10 * * * *',
  run: async (begin) => {
    // Left over where filling the book was cut short.
    await buildIndexes(begin);
    // Marks that no event announced, a migration's above all, wait no longer than until here.
    await ((await begin(isNightOwed)) ? recomputeDue(begin) : recomputeMarked(begin));
  },
};

async function isNightOwed(work: Work): Promise<boolean> {
  const due = lastTimeAt(await valueOf(work, recalculateAt), work.now);
  return !(await hadNightSince((work as Work<Tables>).db, due));
}
