import { projectsWith } from '@yilu/identity/server';
import type { Work } from '@yilu/platform/server';
import { leadTasks } from '../contract/index.ts';

interface Someones {
  readonly assigneeId: string;
  readonly projectId: string;
}

/** Whether the actor may act on what somebody has to do: on one's own, and on a colleague's in the projects that one leads. */
export async function mayActOn<Theirs>(work: Work<Theirs>): Promise<(task: Someones) => boolean> {
  const { accountId, kind } = work.actor;
  const led = await projectsWith(work, leadTasks);
  return ({ assigneeId, projectId }) => kind === 'system' || assigneeId === accountId || led.has(projectId);
}
