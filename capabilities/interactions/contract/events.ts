import { event, mostIdsInAnEvent } from '@yilu/platform/contract';
import { z } from 'zod';
import { InteractionKind, RegisterKind } from './kind.ts';

/** Told when contacts were recorded, changed, imported or taken back: labels and lists of these people may change. */
export const interactionsRecorded = event(
  'interactions.recorded',
  z.object({
    personIds: z.array(z.uuid()).max(mostIdsInAnEvent),
    /** Of a single contact; bulk work has many. */
    kind: InteractionKind.optional(),
    interactionId: z.uuid().optional(),
  }),
);

/** Told once per call or visit, when its register became complete (DOS-05). */
export const interactionsRegistered = event(
  'interactions.registered',
  z.object({
    registerId: z.uuid(),
    interactionId: z.uuid(),
    personId: z.uuid(),
    projectId: z.uuid(),
    kind: RegisterKind,
    first: z.boolean(),
  }),
);
