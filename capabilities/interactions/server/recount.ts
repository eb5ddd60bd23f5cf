import { mostIdsInAnEvent } from '@yilu/platform/contract';
import { jobInSteps, type Work, when } from '@yilu/platform/server';
import { parameterChanged } from '@yilu/settings/contract';
import { valueInEachProject } from '@yilu/settings/server';
import { z } from 'zod';
import { countedKinds, interactionKinds, interactionsRecorded } from '../contract/index.ts';
import { countsAsInteraction } from '../rules/index.ts';
import { recountAfter } from '../store/recount.ts';
import type { Tables } from '../store/tables.ts';

/**
 * What counts as interaction has changed (SEG-17): contacts that are there are judged anew, in pieces, and the labels of those
 * for whom it differs follow. Once more from the beginning after a crash: who is right already is not written again.
 */
export const recount = jobInSteps('interactions.recount', z.object({}), async (begin) => {
  for (let after: string | undefined, isMore = true; isMore; ) {
    after = await begin((work) => recountSome(work as Work<Tables>, after));
    isMore = after !== undefined;
  }
});

export const recountWhenChanged = when(parameterChanged, 'interactions.recount-changed', async (work, { key }) => {
  if (key === countedKinds.key) await work.later(recount, {}, { once: 'counted' });
});

/** The last contact of the piece; undefined when there are no more. */
async function recountSome(work: Work<Tables>, after: string | undefined): Promise<string | undefined> {
  const countedIn = await valueInEachProject(work, countedKinds);
  const verdicts = work.actor.projects.flatMap((projectId) =>
    interactionKinds.flatMap((kind) =>
      [true, false].map((reacted) => {
        return { projectId, kind, reacted, counted: countsAsInteraction(kind, reacted, countedIn(projectId)) };
      }),
    ),
  );
  const { last, personIds } = await recountAfter(work.db, after, verdicts);
  for (let from = 0; from < personIds.length; from += mostIdsInAnEvent) {
    await work.tell(interactionsRecorded, { personIds: personIds.slice(from, from + mostIdsInAnEvent) });
  }
  return last;
}
