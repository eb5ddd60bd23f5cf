import { event } from '@yilu/platform/contract';
import { z } from 'zod';
import { SubjectKind } from './staff.ts';

const staff = z.object({ staffId: z.uuid() });

/** An account was made. */
export const staffAdded = event('identity.staff_added', staff);

/** An account was closed: nothing is entrusted to it any more (ORG-16). */
export const staffLeft = event('identity.staff_left', staff);

/** Rooms or customers have a new holder from a day on. Told once per 1,000 subjects. `fromStaffId` is absent at first entrusting. */
export const portfolioTransferred = event(
  'identity.portfolio_transferred',
  z.object({
    fromStaffId: z.uuid().optional(),
    toStaffId: z.uuid(),
    subjects: z.array(z.object({ kind: SubjectKind, id: z.uuid(), projectId: z.uuid() })),
    /** First day of the new holder. */
    from: z.string(),
  }),
);
