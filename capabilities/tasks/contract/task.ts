import { z } from 'zod';

/** A sentence in both languages, as data: texts of rules have both, what a person wrote stands in both the same. */
export const Words = z.object({ zh: z.string().max(1_000), en: z.string().max(1_000) });
export type Words = z.output<typeof Words>;

/** Which set of outcomes a task offers; see `rules/outcomes.ts`. */
export const TaskKind = z.enum(['followUp', 'register', 'dossier', 'care', 'other']);
export type TaskKind = z.output<typeof TaskKind>;

/** What a task is about, opaque to tasks: `person`, `room`, `register`. */
export const Subject = z.object({ kind: z.string().max(30), id: z.uuid() });
export type Subject = z.output<typeof Subject>;

/** A subject as lines show it, named by the capability that knows it. */
export const NamedSubject = Subject.extend({
  name: z.string(),
  /** `3-2-1801` */
  room: z.string().optional(),
  /** Its page in the console. */
  path: z.string().optional(),
});
export type NamedSubject = z.output<typeof NamedSubject>;

/** What somebody does about a task. */
export const Effect = z.enum(['DONE', 'NOT_NEEDED', 'POSTPONED', 'HANDED_OVER']);
export type Effect = z.output<typeof Effect>;

export const Assignee = z.object({ id: z.guid(), name: z.string() });
export type Assignee = z.output<typeof Assignee>;

export const TaskOutcome = z.object({
  id: z.uuid(),
  effect: Effect,
  /** The outcome as it was offered. */
  choice: z.string().optional(),
  reason: z.string().optional(),
  recordId: z.uuid().optional(),
  by: Assignee,
  at: z.coerce.date(),
  undoneAt: z.coerce.date().optional(),
});
export type TaskOutcome = z.output<typeof TaskOutcome>;

/** What a member of staff must do, by when, about whom. */
export const Task = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  kind: TaskKind,
  subject: NamedSubject.optional(),
  title: Words,
  /** Why now: rule and data. */
  why: Words,
  note: Words.optional(),
  /** Words to start with. */
  words: Words.optional(),
  /** Present when something in these texts is not read whole: a phone (SEC-09). */
  masked: z.literal(true).optional(),
  origin: z.string(),
  /** Time of day to start, when there is one. */
  plannedAt: z.coerce.date().optional(),
  dueAt: z.coerce.date(),
  assignee: Assignee,
  createdBy: Assignee,
  /** Absent while open. */
  closedAt: z.coerce.date().optional(),
  outcomes: z.array(TaskOutcome),
  version: z.int(),
});
export type Task = z.output<typeof Task>;

/** A task to be made by a rule or by hand; the same origin and occurrence make it once. */
export const NewTask = z.object({
  projectId: z.uuid(),
  kind: TaskKind,
  subject: Subject.optional(),
  title: Words,
  why: Words,
  note: Words.optional(),
  words: Words.optional(),
  origin: z.string().min(1).max(80),
  occurrence: z.string().min(1).max(200),
  /** From when Today shows it; absent: on the day of its plan, else of its due instant. */
  shownFrom: z.date().optional(),
  plannedAt: z.date().optional(),
  dueAt: z.date(),
  assigneeId: z.uuid(),
});
export type NewTask = z.output<typeof NewTask>;
