import { Day } from '@yilu/platform/contract';
import { z } from 'zod';
import { ContactParts, FollowUpPlan, InteractionKind, KnownCaller, RegisterForm } from '../contract/index.ts';

/** A plan as it is typed: its words may still be empty. */
const Plan = FollowUpPlan.extend({ on: Day, what: z.string().max(200) }).optional();

/** A contact record as far as it is written. */
export const ContactDraft = z.object({
  personId: z.string().optional(),
  /** To be shown where nobody can be asked. */
  personName: z.string().optional(),
  projectId: z.string().optional(),
  kind: InteractionKind,
  reacted: z.boolean(),
  parts: ContactParts,
  followUp: Plan,
  /** The task that it does, or the line of Today that is none yet. */
  taskId: z.string().optional(),
  lineKey: z.string().optional(),
});
export type ContactDraft = z.output<typeof ContactDraft>;

/** A register as far as it is written, with the moment the telephone was taken up. */
export const RegisterDraft = z.object({
  projectId: z.string().optional(),
  form: RegisterForm,
  caller: KnownCaller.optional(),
  followUp: Plan,
  contactedAt: z.coerce.date(),
});
export type RegisterDraft = z.output<typeof RegisterDraft>;
