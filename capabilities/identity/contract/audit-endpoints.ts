import { Day, endpoint, PageQuery, page } from '@yilu/platform/contract';
import { z } from 'zod';
import { seeAudit, unsealAudit } from './permissions.ts';

const tag = 'identity';

export const AuditEntry = z.object({
  id: z.uuid(),
  at: z.coerce.date(),
  /** The system and nobody have ids of their own that are no versioned UUIDs. */
  actorId: z.guid().optional(),
  actorKind: z.enum(['staff', 'apiKey', 'system', 'nobody']),
  actorName: z.string(),
  /** `capability.past_fact` */
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  projectId: z.uuid().optional(),
  reason: z.string().optional(),
  /** Values before and after; absent when they are personal and sealed. */
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  /** The values are about a person and open only with the permission to read them. */
  isSealed: z.boolean(),
  requestId: z.string().optional(),
  /** What the ids in subject and values are called, as far as the reader may see them. */
  names: z.record(z.string(), z.string()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const searchAudit = endpoint({
  method: 'GET',
  path: '/audit-entries',
  query: PageQuery.extend({
    actorId: z.guid().optional(),
    /** An action or the beginning of one: `identity.` */
    action: z.string().max(80).optional(),
    subjectKind: z.string().max(40).optional(),
    subjectId: z.string().max(80).optional(),
    from: Day.optional(),
    /** Up to and including this day. */
    to: Day.optional(),
  }),
  answer: page(AuditEntry),
  permission: seeAudit,
  summary: 'Who did what, when, to what; the latest first. Personal values stay sealed.',
  tag,
});

export const openAuditEntry = endpoint({
  method: 'POST',
  path: '/audit-entries/:entryId/opening',
  params: z.object({ entryId: z.uuid() }),
  answer: AuditEntry,
  permission: unsealAudit,
  summary: 'One entry with its personal values; the opening is itself recorded.',
  tag,
});
