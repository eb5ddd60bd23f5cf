import { Day, event } from '@yilu/platform/contract';
import { z } from 'zod';
import { MilestoneKind } from './room.ts';

/** Told when milestones of rooms commit, by a person, a deal or an import; up to 1,000 at once, all of one project. */
export const milestoneReached = event(
  'properties.milestone_reached',
  z.object({
    projectId: z.uuid(),
    milestones: z.array(z.object({ roomId: z.uuid(), kind: MilestoneKind, reachedOn: Day })).max(1_000),
  }),
);

/** Told when rooms are made; up to 1,000 at once, all of one project. */
export const roomsMade = event(
  'properties.rooms_made',
  z.object({ projectId: z.uuid(), roomIds: z.array(z.uuid()).max(1_000) }),
);

/** Told when rooms change in any fact, or lose a milestone; up to 1,000 at once, all of one project. */
export const roomChanged = event(
  'properties.room_changed',
  z.object({ projectId: z.uuid(), roomIds: z.array(z.uuid()).max(1_000) }),
);
