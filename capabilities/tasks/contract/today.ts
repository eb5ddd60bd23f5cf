import { Day } from '@yilu/platform/contract';
import { z } from 'zod';
import { Assignee, Effect, NamedSubject, TaskKind, Words } from './task.ts';

/** What one tap on a line does. `RECORD` opens the contact record first, `OPEN` another page. */
export const OutcomeEffect = z.enum([...Effect.options, 'RECORD', 'OPEN']);
export type OutcomeEffect = z.output<typeof OutcomeEffect>;

export const OfferedOutcome = z.object({
  /** Stable within its kind: `reached`, `noAnswer`, `another`. */
  id: z.string(),
  label: Words,
  effect: OutcomeEffect,
  /** A reason that needs no typing, such as 未接通; without it the face asks. */
  reason: Words.optional(),
  /** For POSTPONED: whole days from today that the one tap means; without it the face asks for the day. */
  days: z.int().optional(),
  /** For OPEN. */
  path: z.string().optional(),
});
export type OfferedOutcome = z.output<typeof OfferedOutcome>;

/** A label of the customer as Today's open card shows it; drawn by the capability that owns it. */
export const LineChip = z.object({ label: z.string(), value: z.string() });
export type LineChip = z.output<typeof LineChip>;

/** One thing to do: a task, or something that a capability computed from its state. */
export const TodayLine = z.object({
  /** `task:…` for tasks, else origin and occurrence; stable from day to day. */
  key: z.string(),
  kind: TaskKind,
  taskId: z.uuid().optional(),
  version: z.int().optional(),
  projectId: z.uuid(),
  subject: NamedSubject.optional(),
  title: Words,
  why: Words,
  note: Words.optional(),
  words: Words.optional(),
  /** Present when something in these texts is not read whole: a phone (SEC-09). */
  masked: z.literal(true).optional(),
  chips: z.array(LineChip),
  plannedAt: z.coerce.date().optional(),
  dueAt: z.coerce.date(),
  assignee: Assignee,
  /** What the reader may do about it; of a colleague's line nothing, where the reader only looks. */
  outcomes: z.array(OfferedOutcome),
  /** Present on a line that stands for many, such as 还有 209 户资料待补: how many. It counts as one thing to do. */
  gathered: z.int().positive().optional(),
});
export type TodayLine = z.output<typeof TodayLine>;

/** Something that changed with a household: what it was, what it is, and why. */
export const HouseholdChange = z.object({
  key: z.string(),
  subject: NamedSubject,
  at: z.coerce.date(),
  /** A label that moved; drawn as before → after. */
  label: z.object({ name: z.string(), before: z.string().optional(), after: z.string() }).optional(),
  /** Short words where no label moved. */
  headline: Words.optional(),
  why: Words,
});
export type HouseholdChange = z.output<typeof HouseholdChange>;

export const DoneLine = z.object({
  taskId: z.uuid(),
  outcomeId: z.uuid(),
  subject: NamedSubject.optional(),
  title: Words,
  effect: Effect,
  choice: z.string().optional(),
  at: z.coerce.date(),
  by: Assignee,
});
export type DoneLine = z.output<typeof DoneLine>;

/** What managers see of each person in their scope. */
export const PersonTotals = z.object({
  account: Assignee,
  /** Tasks and computed lines of today; what is gathered into one line counts once. */
  open: z.int(),
  late: z.int(),
  doneToday: z.int(),
  /** Share 0–1 of registers on time in the last seven days, when the person has any (DOS-06). */
  registerRate: z.number().optional(),
});
export type PersonTotals = z.output<typeof PersonTotals>;

export const Today = z.object({
  scope: z.enum(['own', 'team']),
  /** Whether the team's view is open to this actor. */
  seesTeam: z.boolean(),
  day: Day,
  /** 农历十月十二, lunar 10/12 */
  lunar: Words,
  now: z.coerce.date(),
  lines: z.array(TodayLine),
  /** Open lines beyond those shown. */
  more: z.int().nonnegative(),
  done: z.array(DoneLine),
  doneCount: z.int().nonnegative(),
  changes: z.array(HouseholdChange),
  /** Changes are counted from here: the last visit. */
  since: z.coerce.date(),
  /** The next seven days, tomorrow first; what one line will stand for counts once. */
  ahead: z.array(z.object({ day: Day, count: z.int() })),
  /** For a team's view, whoever has most that is late first. */
  people: z.array(PersonTotals).optional(),
});
export type Today = z.output<typeof Today>;
