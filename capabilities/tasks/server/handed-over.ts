import type { Work } from '@yilu/platform/server';
import type { StoredTask } from '../store/task-rows.ts';
import { giveNotice } from './notices.ts';

export const handedOver = 'tasks.handedOver';

/** Whoever is handed a task is told by whom; taken back, the notice goes with it. */
export async function tellHandedOver<Theirs>(
  work: Work<Theirs>,
  task: StoredTask,
  { to, outcomeId }: { readonly to: string; readonly outcomeId: string },
): Promise<void> {
  if (to === work.actor.accountId) return;
  await giveNotice(work, [
    {
      accountId: to,
      origin: handedOver,
      occurrence: outcomeId,
      title: {
        zh: `${work.actor.name}转交给您：${task.title.zh}`,
        en: `${work.actor.name} handed over to you: ${task.title.en}`,
      },
      ...(task.subject && { subject: task.subject }),
      path: '/today',
    },
  ]);
}

/** All open tasks of somebody at once are told as one. */
export async function tellTransferred<Theirs>(
  work: Work<Theirs>,
  { to, moved }: { readonly to: string; readonly moved: number },
): Promise<void> {
  if (to === work.actor.accountId) return;
  await giveNotice(work, [
    {
      accountId: to,
      origin: 'tasks.transferred',
      occurrence: work.requestId,
      title: {
        zh: `${work.actor.name}转给您 ${moved} 件待办`,
        en: `${work.actor.name} transferred ${moved} tasks to you`,
      },
      path: '/today',
    },
  ]);
}
