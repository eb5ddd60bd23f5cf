import type { PersonMoment } from '@yilu/customers/contract';
import { dayOf } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { haveTasks } from '@yilu/tasks/contract';
import { type Closing, closingsOf } from '@yilu/tasks/server';

const mostShown = 100;

/** Tasks that ended without a record, on the timeline of the 360° page; those with one stand there as their contact. */
export async function taskMoments(work: Work, personId: string): Promise<readonly PersonMoment[]> {
  if (!work.actor.permissions.has(haveTasks.id)) return [];
  return (await closingsOf(work, { kind: 'person', id: personId }, mostShown)).map(momentOf);
}

const ended = {
  DONE: { zh: '完成', en: 'Done' },
  NOT_NEEDED: { zh: '不需要了', en: 'Not needed' },
} as const;

function momentOf({ outcomeId, projectId, title, effect, reason, by, at }: Closing): PersonMoment {
  const how = effect === 'DONE' ? ended.DONE : ended.NOT_NEEDED;
  const why = reason === undefined ? { zh: '', en: '' } : { zh: `（${reason}）`, en: ` (${reason})` };
  return {
    id: outcomeId,
    kind: 'task',
    projectId,
    on: dayOf(at),
    at,
    by,
    title: { zh: `${how.zh}：${title.zh}${why.zh}`, en: `${how.en}: ${title.en}${why.en}` },
  };
}
