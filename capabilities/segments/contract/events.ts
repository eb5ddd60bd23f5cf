import { event, mostIdsInAnEvent } from '@yilu/platform/contract';
import { z } from 'zod';
import { LabelKind } from './labels.ts';

/**
 * Told when labels have changed: at most one entry per customer, project and label. Not told for labels computed for the
 * first time, since nothing changed for anybody then.
 */
export const labelsChanged = event(
  'segments.labels_changed',
  z.object({
    changes: z
      .array(
        z.object({
          personId: z.uuid(),
          projectId: z.uuid(),
          label: LabelKind,
          before: z.string(),
          after: z.string().optional(),
        }),
      )
      .min(1)
      .max(mostIdsInAnEvent),
  }),
);

/** Told when somebody has said that they will not buy (SEG-05, CHN-02). */
export const gaveUp = event('segments.gave_up', z.object({ personId: z.uuid(), projectId: z.uuid() }));
