import { event, mostIdsInAnEvent } from '@yilu/platform/contract';
import { z } from 'zod';

/** Told when deals were registered, changed, cancelled, imported or taken back: labels of these people may change. */
export const dealsChanged = event(
  'sales.deals_changed',
  z.object({ personIds: z.array(z.uuid()).max(mostIdsInAnEvent) }),
);

/** Told once per deal, when its contract was signed (SEG-03); not for imported history. */
export const dealSigned = event(
  'sales.signed',
  z.object({ dealId: z.uuid(), projectId: z.uuid(), roomId: z.uuid(), personIds: z.array(z.uuid()).max(10) }),
);
