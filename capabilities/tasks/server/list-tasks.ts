import { addDays, found, type Heard, instantOn, type Page } from '@yilu/platform/contract';
import { pageOf, readCursor, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { z } from 'zod';
import {
  type listTasks as endpoint,
  noSuchTask,
  oftenPostponedFrom,
  type readTask as readEndpoint,
  type Task,
} from '../contract/index.ts';
import { listTasks as rowsOf } from '../store/lists.ts';
import type { Tables } from '../store/tables.ts';
import { taskById } from '../store/tasks.ts';
import { presentTasks } from './present.ts';

const Key = z.tuple([z.coerce.date(), z.uuid()]);

export async function listTasks(work: Work<Tables>, asked: Heard<typeof endpoint>): Promise<Page<Task>> {
  const after = readCursor(asked.cursor, Key);
  const rows = await rowsOf(work.db, {
    ...asked,
    ...(asked.oftenPostponed && { postponedFrom: await valueOf(work, oftenPostponedFrom) }),
    from: asked.from && instantOn(asked.from),
    to: asked.to && instantOn(addDays(asked.to, 1)),
    after: after && { at: after[0], id: after[1] },
    limit: asked.limit + 1,
  });
  return pageOf(await presentTasks(work, rows), asked.limit, ({ closedAt, dueAt, id }) => [closedAt ?? dueAt, id]);
}

export async function readTask(work: Work<Tables>, { taskId }: Heard<typeof readEndpoint>): Promise<Task> {
  return found((await presentTasks(work, [found(await taskById(work.db, taskId), noSuchTask)]))[0], noSuchTask);
}
