import { event } from '@yilu/platform/contract';
import { z } from 'zod';

/** Told when a parameter was set or reset at a company or project: what was computed by it may differ now. */
export const parameterChanged = event(
  'settings.parameter_changed',
  z.object({ key: z.string().max(120), nodeId: z.uuid() }),
);
