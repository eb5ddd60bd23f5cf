import { projectsWith } from '@yilu/identity/server';
import { type Heard, insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import {
  assigneeOutOfReach,
  type transferTasksOf as endpoint,
  handOverToSelf,
  transferTasks as transferTasksAllowed,
} from '../contract/index.ts';
import { onOwnTables, type Tables } from '../store/tables.ts';
import { countOpenTasksOf, moveOpenTasks, reachesTasksOf } from '../store/tasks.ts';
import { tellTransferred } from './handed-over.ts';

/** Leaving staff hand their tasks over first (ORG-16); only those where the one who transfers may do so are moved. */
export async function transferTasks(
  work: Work<Tables>,
  { from, to, reason }: Heard<typeof endpoint>,
): Promise<{ moved: number }> {
  insist(from === to ? handOverToSelf : undefined, 422, { field: 'to' });
  const { db, actor, now } = work;
  const projectIds = [...(await projectsWith(work, transferTasksAllowed))];
  insist((await reachesTasksOf(db, { from, to, projectIds })) ? undefined : assigneeOutOfReach, 422, { field: 'to' });
  const moved = await moveOpenTasks(db, { from, to, projectIds, accountId: actor.accountId, now });
  if (moved > 0) await tellTransferred(work, { to, moved });
  await work.audit({
    action: 'tasks.transferred',
    subject: { kind: 'staff', id: from },
    after: { to, moved },
    reason,
  });
  return { moved };
}

/** What keeps an account from closing (ORG-16): its open tasks. */
export async function openTasksOf(work: Work, staffId: string) {
  const count = await countOpenTasksOf(onOwnTables(work), staffId);
  if (count === 0) return undefined;
  return {
    kind: 'tasks',
    count,
    sentence: { zh: `还有 ${count} 件待办没有转交。`, en: `${count} open tasks are not handed over yet.` },
  };
}
