import { recordLookAtText, recordLookAtTextOf } from '@yilu/customers/server';
import type { Answer, Heard } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { taskWords } from '@yilu/tasks/server';
import type { revealTaskWords as endpoint } from '../contract/index.ts';

/** What a task says with the phones in it, once; the same limit, reason and record as for every phone (SEC-09). */
export async function revealTaskWords(
  work: Work,
  { taskId, reason }: Heard<typeof endpoint>,
): Promise<Answer<typeof endpoint>> {
  const { projectId, subject, texts } = await taskWords(work, taskId);
  if (subject?.kind === 'person') await recordLookAtText(work, { personId: subject.id, reason, at: { taskId } });
  else await recordLookAtTextOf(work, { subject: { kind: 'task', id: taskId }, projectId, reason });
  return texts;
}
