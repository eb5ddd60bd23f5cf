import { event, mostIdsInAnEvent } from '@yilu/platform/contract';
import { z } from 'zod';
import { Effect, Subject } from './task.ts';

/** Told when something was done about a task, not when it was taken back. */
export const taskActedOn = event(
  'tasks.acted_on',
  z.object({ taskId: z.uuid(), effect: Effect, choice: z.string().optional(), subject: Subject.optional() }),
);

/** Told when tasks about somebody or some place were made: their next step may be another one. */
export const tasksMade = event('tasks.made', z.object({ subjects: z.array(Subject).max(mostIdsInAnEvent) }));
