import { endpoint } from '@yilu/platform/contract';
import { z } from 'zod';
import { haveTasks } from './permissions.ts';
import { NamedSubject, Subject, Words } from './task.ts';

/** Something that a member of staff is told, once per occasion. */
export const Notice = z.object({
  id: z.uuid(),
  title: Words,
  why: Words.optional(),
  /** Whom it is about; absent where the reader may not see them. */
  subject: NamedSubject.optional(),
  /** The page of the console that it leads to. */
  path: z.string().optional(),
  at: z.coerce.date(),
  readAt: z.coerce.date().optional(),
});
export type Notice = z.output<typeof Notice>;

/** A notice to be given by a rule; the same origin and occurrence give it once, other words make it unread again. */
export const NewNotice = z.object({
  accountId: z.uuid(),
  origin: z.string().min(1).max(80),
  occurrence: z.string().min(1).max(200),
  title: Words,
  why: Words.optional(),
  subject: Subject.optional(),
  path: z.string().max(500).optional(),
});
export type NewNotice = z.output<typeof NewNotice>;

const tag = 'tasks';

export const listNotices = endpoint({
  method: 'GET',
  path: '/notices',
  answer: z.object({ items: z.array(Notice), unread: z.int().nonnegative() }),
  permission: haveTasks,
  summary: 'What the bell tells oneself, latest first, at most fifty, and how many are unread.',
  tag,
});

export const readNotices = endpoint({
  method: 'PUT',
  path: '/notices/read',
  body: z.object({
    /** `all`: everything that was given up to now. */
    ids: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(50)]),
  }),
  permission: haveTasks,
  summary: 'Mark notices of one’s own as read.',
  tag,
});
