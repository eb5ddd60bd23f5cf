import { Day, page } from '@yilu/platform/contract';
import { z } from 'zod';
import { InteractionKind, Side } from './kind.ts';
import { ContactParts } from './parts.ts';

/** A member of staff as a record shows them; for imported history the name may be all we have. */
export const Recorder = z.object({ id: z.guid().optional(), name: z.string() });
export type Recorder = z.output<typeof Recorder>;

/** One contact between a customer and us. */
export const Interaction = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  personId: z.uuid(),
  side: Side,
  kind: InteractionKind,
  /** Whether the customer took part: came, answered, replied, accepted (SEG-17). */
  reacted: z.boolean(),
  /** Whether it keeps the customer active, by the rule in force when it was recorded (SEG-17). */
  counted: z.boolean(),
  /** When it happened. */
  contactedAt: z.coerce.date(),
  /** When it was written down (DOS-06). */
  enteredAt: z.coerce.date(),
  /** Phones in it are masked (SEC-09). */
  parts: ContactParts,
  /** Whether a phone in the words is not shown whole. */
  masksPhone: z.boolean(),
  /** Who wrote it, from the sign-in (DOS-07). */
  recordedBy: Recorder.optional(),
  /** For whom it was written, when not for oneself (DOS-07). */
  onBehalfOf: Recorder.optional(),
  /** Came in with an import: exempt from deadlines and minimums. */
  imported: z.boolean(),
  /** Earlier versions that can be opened (DOS-45). */
  earlierVersions: z.int().nonnegative(),
  version: z.int(),
});
export type Interaction = z.output<typeof Interaction>;

/** What recording answers: the contact, and what it did to the task named. */
export const Recorded = Interaction.extend({
  /** Absent where there was nothing to do, or somebody had done it before; the record stands all the same. */
  did: z.object({ taskId: z.uuid(), outcomeId: z.uuid() }).optional(),
});
export type Recorded = z.output<typeof Recorded>;

/** The words as they stood before a later change (DOS-45). */
export const EarlierVersion = z.object({
  parts: ContactParts,
  contactedAt: z.coerce.date(),
  writtenBy: Recorder.optional(),
  writtenAt: z.coerce.date(),
});
export type EarlierVersion = z.output<typeof EarlierVersion>;

/** What happens next; becomes a task of that day. */
export const FollowUpPlan = z.object({
  on: Day,
  /** Whole minutes after midnight; absent = any time of the day. */
  atMinutes: z.int().min(0).max(1_439).optional(),
  what: z.string().trim().min(1).max(200),
});
export type FollowUpPlan = z.output<typeof FollowUpPlan>;

/** How often a customer called, came and took part in activities in one project (DOS-08, DOS-31). */
export const ContactTally = z.object({
  projectId: z.uuid(),
  calls: z.int().nonnegative(),
  visits: z.int().nonnegative(),
  activities: z.int().nonnegative(),
  /** First registration or contact in the project. */
  firstAt: z.coerce.date().optional(),
  /** Latest contact that counts as interaction. */
  lastCountedAt: z.coerce.date().optional(),
});
export type ContactTally = z.output<typeof ContactTally>;

/** The timeline of the 360° page: its first contacts as a page, and how often the person called and came. */
export const PersonTimelinePanel = page(Interaction).extend({ tallies: z.array(ContactTally) });
export type PersonTimelinePanel = z.infer<typeof PersonTimelinePanel>;
