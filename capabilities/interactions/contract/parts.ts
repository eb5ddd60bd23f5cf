import { z } from 'zod';

const passage = z.string().trim().max(4_000);

/** What a contact record says, passage by passage; which of them a kind needs is in `rules/parts.ts`. */
export const ContactParts = z.object({
  /** What was told and asked (DOS-41); for a register the course of the talk. */
  keyPoints: passage.optional(),
  /** What the customer answered or thought (DOS-41…43). */
  feedback: passage.optional(),
  /** What a visit was for (DOS-42). */
  goal: passage.optional(),
  /** How far the visit came (DOS-42). */
  achievement: passage.optional(),
  /** What happens next (DOS-42). */
  plan: passage.optional(),
  /** Theme of an activity (DOS-43). */
  theme: z.string().trim().max(200).optional(),
  /** People who took part in an activity (DOS-43). */
  participants: z.int().min(1).max(10_000).optional(),
  /** The message as sent (DOS-40). */
  message: passage.optional(),
  /** What came back (DOS-40). */
  reply: passage.optional(),
  /** What the customer likes, as the paper register asks. */
  approves: passage.optional(),
  /** What the customer doubts, as the paper register asks. */
  doubts: passage.optional(),
  /** Who came along, as the paper register asks. */
  companions: z.string().trim().max(200).optional(),
});
export type ContactParts = z.output<typeof ContactParts>;
export type PassageName = Exclude<keyof ContactParts, 'participants'>;
