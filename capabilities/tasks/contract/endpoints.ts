import { Day, endpoint, PageQuery, page } from '@yilu/platform/contract';
import { z } from 'zod';
import { listNotices, readNotices } from './notice.ts';
import { createTasks, haveTasks, transferTasks } from './permissions.ts';
import { Effect, Subject, Task } from './task.ts';
import { Today } from './today.ts';

const tag = 'tasks';
const ofTask = z.object({ taskId: z.uuid() });

export const readToday = endpoint({
  method: 'GET',
  path: '/today',
  query: z.object({
    /** Absent: one's own day; for whoever looks at the team without leading it, the team's. */
    scope: z.enum(['own', 'team']).optional(),
    /** Of a team the day of this colleague alone, without the totals. */
    of: z.guid().optional(),
    /** Lines shown at once; absent: more than a day's work. The rest is counted. */
    most: z.coerce.number().int().min(1).max(2_000).optional(),
  }),
  answer: Today,
  permission: haveTasks,
  summary:
    'Everything to do today with reason, deadline and outcomes, what changed, and the week ahead, in one request.',
  tag,
});

export const markTodaySeen = endpoint({
  method: 'PUT',
  path: '/today/visit',
  permission: haveTasks,
  summary: 'Tell that Today was looked at; changes of households are counted from the visit before.',
  tag,
});

const Act = z.object({
  effect: Effect,
  /** The outcome as offered; `withdrawn`, with `NOT_NEEDED`: given by mistake, said by whoever gave it, and no timeline tells of it. */
  choice: z.string().max(40).optional(),
  reason: z.string().trim().max(300).optional(),
  /** For POSTPONED. */
  until: Day.optional(),
  /** For HANDED_OVER. */
  to: z.uuid().optional(),
  recordId: z.uuid().optional(),
});

export const actOnTask = endpoint({
  method: 'POST',
  path: '/tasks/:taskId/outcomes',
  params: ofTask,
  body: Act.extend({ version: z.int() }),
  answer: Task,
  permission: haveTasks,
  summary: 'Do, postpone, hand over or drop a task.',
  tag,
});

export const actOnLine = endpoint({
  method: 'POST',
  path: '/today/outcomes',
  body: Act.extend({
    key: z.string().max(300),
    /** On whose day it stands; absent: one's own, or somebody's in the team. */
    of: z.guid().optional(),
  }),
  answer: Task,
  permission: haveTasks,
  summary: 'Act on a computed line of Today; it becomes a task with that outcome, so that it is not shown again.',
  tag,
});

export const undoOutcome = endpoint({
  method: 'DELETE',
  path: '/tasks/:taskId/outcomes/:outcomeId',
  params: ofTask.extend({ outcomeId: z.uuid() }),
  answer: Task,
  permission: haveTasks,
  summary: 'Take back what one just did about a task.',
  tag,
});

export const createTask = endpoint({
  method: 'POST',
  path: '/tasks',
  body: z.object({
    projectId: z.uuid(),
    subject: Subject.optional(),
    title: z.string().trim().min(1).max(200),
    why: z.string().trim().max(500).optional(),
    on: Day,
    /** Whole minutes after midnight; absent = by the end of the day. */
    atMinutes: z.int().min(0).max(1_439).optional(),
    /** Absent = oneself. */
    assigneeId: z.uuid().optional(),
  }),
  answer: Task,
  permission: createTasks,
  summary: 'Create a task by hand, for oneself or a colleague.',
  tag,
});

export const listTasks = endpoint({
  method: 'GET',
  path: '/tasks',
  query: PageQuery.extend({
    state: z.enum(['open', 'closed']).default('open'),
    assigneeId: z.uuid().optional(),
    subjectKind: z.string().max(30).optional(),
    subjectId: z.uuid().optional(),
    from: Day.optional(),
    to: Day.optional(),
    /** Only those postponed as often as the company calls often. */
    oftenPostponed: z.stringbool().optional(),
  }),
  answer: page(Task),
  permission: haveTasks,
  summary: 'Tasks in reach: open ones by due instant, closed ones latest first.',
  tag,
});

export const readTask = endpoint({
  method: 'GET',
  path: '/tasks/:taskId',
  params: ofTask,
  answer: Task,
  permission: haveTasks,
  summary: 'One task with everything done about it.',
  tag,
});

export const transferTasksOf = endpoint({
  method: 'POST',
  path: '/task-transfers',
  body: z.object({ from: z.uuid(), to: z.uuid(), reason: z.string().trim().min(1).max(300) }),
  answer: z.object({ moved: z.int() }),
  permission: transferTasks,
  summary: 'Give all open tasks of one person, within the projects in reach, to another.',
  tag,
});

export const endpoints = [
  readToday,
  markTodaySeen,
  actOnTask,
  actOnLine,
  undoOutcome,
  createTask,
  listTasks,
  readTask,
  transferTasksOf,
  listNotices,
  readNotices,
] as const;
