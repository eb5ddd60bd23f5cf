import { dayOf, instantOn } from '@yilu/platform/contract';
import { job, type Work } from '@yilu/platform/server';
import { giveNotice } from '@yilu/tasks/server';
import { z } from 'zod';
import { movesPerPerson } from '../store/moves.ts';
import type { Tables } from '../store/tables.ts';

/** Labels move one by one while staff work and by thousands at night: counted once for all of it. */
const countedAfterSeconds = 60;

/** However many events ask for it, one waits at a time. */
export async function tellMovesSoon(work: Work<Tables>): Promise<void> {
  await work.later(tellMoves, {}, { once: 'moves', afterSeconds: countedAfterSeconds });
}

/** Whoever has customers whose labels moved is told how many it were today: one notice a day, told anew as they grow. */
export const tellMoves = job('segments.tell-moves', z.object({}), async (work: Work<Tables>) => {
  // Of the day on which it was asked for: what moved in the last minute before midnight belongs to that day.
  const day = dayOf(new Date(work.now.getTime() - countedAfterSeconds * 1_000));
  const counts = await movesPerPerson(work.db, instantOn(day));
  await giveNotice(
    work,
    counts.map(({ accountId, count }) => ({
      accountId,
      origin: 'segments.labelsMoved',
      occurrence: day,
      title: {
        zh: `今天有 ${count} 位名下客户的标签变了`,
        en: `Labels of ${count} of your customers changed today`,
      },
      path: '/today',
    })),
  );
});
