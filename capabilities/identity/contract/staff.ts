import { Day } from '@yilu/platform/contract';
import { z } from 'zod';
import { Username } from './session.ts';

/** A role on a node of the tree of companies; it reaches every project below. */
export const Grant = z.object({
  id: z.uuid(),
  roleId: z.string(),
  nodeId: z.uuid(),
  /** Of those projects only what is entrusted to the person. */
  ownOnly: z.boolean(),
});
export type Grant = z.infer<typeof Grant>;

export const GivenGrant = Grant.omit({ id: true });
export type GivenGrant = z.infer<typeof GivenGrant>;

export const StaffName = z.string().trim().min(1).max(40);

export const StaffLine = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  grants: z.array(Grant),
  /** Rooms and customers entrusted today. */
  portfolioCount: z.int().nonnegative(),
  hasSecondFactor: z.boolean(),
  /** The latest use of any session; absent when never signed in. */
  lastSeenAt: z.coerce.date().optional(),
  /** Until then no sign-in, after repeated failures. */
  lockedUntil: z.coerce.date().optional(),
  /** Present once the account is closed. */
  leftAt: z.coerce.date().optional(),
  version: z.int(),
});
export type StaffLine = z.infer<typeof StaffLine>;

export const NewStaff = z.object({ username: Username, name: StaffName, grants: z.array(GivenGrant).max(50) });
export type NewStaff = z.output<typeof NewStaff>;

/** A password made by the system, shown once; its bearer must change it at the first sign-in. */
export const TemporaryPassword = z.object({ password: z.string() });

/** Whom a choice shows at once; further ones are found by typing on. */
export const mostColleagues = 50;

/** What a colleague is called, also one who has left. */
export const ColleagueName = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Present once the account is closed. */
  leftAt: z.coerce.date().optional(),
});
export type ColleagueName = z.infer<typeof ColleagueName>;

/** A member of staff as colleagues see them. */
export const Colleague = ColleagueName.extend({
  roles: z.array(z.string()),
  /** Companies and projects on which they have a role, by name: whom of two with the same name it is. */
  places: z.array(z.string()),
});
export type Colleague = z.infer<typeof Colleague>;

export const SubjectKind = z.enum(['room', 'person']);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** A room or a person by its id; identity does not know what it is called. */
export const Subject = z.object({ kind: SubjectKind, id: z.uuid(), projectId: z.uuid() });
export type Subject = z.infer<typeof Subject>;

/** A room or a person entrusted to a member of staff for a time. */
export const PortfolioItem = Subject.extend({
  /** What the room or person is called, where somebody above can tell. */
  title: z.string().optional(),
  from: Day,
  /** The first day on which it is no longer held; absent while open. */
  until: Day.optional(),
});
export type PortfolioItem = z.infer<typeof PortfolioItem>;

/** What stands in the way of closing an account (ORG-16), counted, with a sentence by whoever counts. */
export const LeavingObstacle = z.object({
  kind: z.string(),
  count: z.int().positive(),
  sentence: z.object({ zh: z.string(), en: z.string() }),
});
export type LeavingObstacle = z.infer<typeof LeavingObstacle>;
