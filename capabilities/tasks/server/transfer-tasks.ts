import { type HandOver, keepGrantsOf, type LeavingWork, projectsWith } from '@yilu/identity/server';
import { type Heard, insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import {
  assigneeOutOfReach,
  type transferTasksOf as endpoint,
  handOverToSelf,
  haveTasks,
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
  const projectIds = [...(await projectsWith(work, transferTasksAllowed))];
  return { moved: await move(work, { from, to, projectIds }, { reason, field: 'to' }) };
}

async function move(
  work: Work<Tables>,
  { from, to, projectIds }: HandOver,
  { reason, field }: { readonly reason?: string | undefined; readonly field: string },
): Promise<number> {
  const { db, actor, now } = work;
  await keepGrantsOf(work, to);
  insist((await reachesTasksOf(db, { from, to, projectIds })) ? undefined : assigneeOutOfReach, 422, { field });
  const moved = await moveOpenTasks(db, { from, to, projectIds, accountId: actor.accountId, now });
  if (moved === 0) return 0;
  await tellTransferred(work, { to, moved });
  await work.audit({
    action: 'tasks.transferred',
    subject: { kind: 'staff', id: from },
    after: { to, moved },
    reason,
  });
  return moved;
}

/** What keeps an account from closing and a role from being withdrawn (ORG-16): open tasks. */
export const openTasks: LeavingWork = {
  needs: haveTasks,
  obstacle: async (work, staffId, projectIds) => {
    const count = await countOpenTasksOf(onOwnTables(work), staffId, projectIds);
    if (count === 0) return undefined;
    return {
      kind: 'tasks',
      count,
      sentence: {
        zh: `还有 ${count} 件待办没有转交`,
        en: `${count} open ${count === 1 ? 'task is' : 'tasks are'} not handed over yet`,
      },
    };
  },
  handOver: async (work, given) => {
    const led = await projectsWith(work, transferTasksAllowed);
    const projectIds = given.projectIds.filter((id) => led.has(id));
    await move(work as unknown as Work<Tables>, { ...given, projectIds }, { field: 'handOverTo' });
  },
};
