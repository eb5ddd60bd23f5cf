import { Day, endpoint, PageQuery, page } from '@yilu/platform/contract';
import { z } from 'zod';
import { assignPortfolio, manageStaff, seeStaff } from './permissions.ts';
import { Username } from './session.ts';
import {
  Colleague,
  ColleagueName,
  GivenGrant,
  LeavingObstacle,
  mostColleagues,
  NewStaff,
  PortfolioItem,
  StaffLine,
  StaffName,
  Subject,
  TemporaryPassword,
} from './staff.ts';

const tag = 'identity';
const params = z.object({ staffId: z.uuid() });

/** Who takes the rooms, customers and tasks that would be left behind; in the same transaction. */
const handOverTo = z.uuid().optional();

export const listColleagues = endpoint({
  method: 'GET',
  path: '/colleagues',
  query: z.object({
    /** Part of a name, its pinyin or initials. */
    q: z.string().max(40).optional(),
    roleId: z.string().max(60).optional(),
    /** Those whose work reaches this project. */
    projectId: z.uuid().optional(),
    /** Those who have left among them, as for what somebody did once. */
    alsoLeft: z.stringbool().optional(),
  }),
  answer: z.array(Colleague).max(mostColleagues),
  permission: 'signedIn',
  summary: 'Up to 50 colleagues in reach to choose from, the best match first.',
  tag,
});

export const nameColleagues = endpoint({
  method: 'GET',
  path: '/colleagues/names',
  query: z.object({
    /** `ID,ID`: whoever is out of reach is not in the answer. */
    ids: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(z.uuid()).min(1).max(200)),
  }),
  answer: z.array(ColleagueName),
  permission: 'signedIn',
  summary: 'What chosen colleagues are called, those who have left among them.',
  tag,
});

export const listStaff = endpoint({
  method: 'GET',
  path: '/staff',
  query: PageQuery.extend({
    q: z.string().max(40).optional(),
    roleId: z.string().max(60).optional(),
    /** Those with a role on this node or below it. */
    nodeId: z.uuid().optional(),
    state: z.enum(['working', 'left']).default('working'),
  }),
  answer: page(StaffLine),
  permission: seeStaff,
  summary: 'Staff with their roles, by pinyin.',
  tag,
});

export const readStaff = endpoint({
  method: 'GET',
  path: '/staff/:staffId',
  params,
  answer: StaffLine,
  permission: seeStaff,
  summary: 'One member of staff.',
  tag,
});

export const addStaff = endpoint({
  method: 'POST',
  path: '/staff',
  body: NewStaff,
  answer: z.object({ staff: StaffLine, password: z.string() }),
  permission: manageStaff,
  summary: 'A new account with a temporary password, shown once.',
  tag,
});

export const editStaff = endpoint({
  method: 'PATCH',
  path: '/staff/:staffId',
  params,
  body: z.object({ version: z.int(), name: StaffName.optional(), username: Username.optional() }),
  answer: StaffLine,
  permission: manageStaff,
  summary: 'Rename a member of staff or change the username.',
  tag,
});

export const grantRole = endpoint({
  method: 'POST',
  path: '/staff/:staffId/grants',
  params,
  body: GivenGrant,
  answer: StaffLine,
  permission: manageStaff,
  summary: 'Grant a role on a node of the tree of companies.',
  tag,
});

export const withdrawGrant = endpoint({
  method: 'DELETE',
  path: '/staff/:staffId/grants/:grantId',
  params: params.extend({ grantId: z.uuid() }),
  query: z.object({ handOverTo }),
  answer: StaffLine,
  permission: manageStaff,
  summary: 'Withdraw a granted role; what its holder has there is handed over first or with it (ORG-16).',
  tag,
});

export const changeGrant = endpoint({
  method: 'PUT',
  path: '/staff/:staffId/grants/:grantId',
  params: params.extend({ grantId: z.uuid() }),
  body: GivenGrant.extend({ handOverTo }),
  answer: StaffLine,
  permission: manageStaff,
  summary: 'Another role, place or width instead of a granted one; what is lost with it is handed over (ORG-16).',
  tag,
});

export const resetPassword = endpoint({
  method: 'POST',
  path: '/staff/:staffId/password',
  params,
  answer: TemporaryPassword,
  permission: manageStaff,
  summary: 'A new temporary password, shown once; all sessions end, a lock is lifted.',
  tag,
});

export const liftLock = endpoint({
  method: 'DELETE',
  path: '/staff/:staffId/lock',
  params,
  permission: manageStaff,
  summary: 'Let a locked account try again.',
  tag,
});

export const dropSecondFactor = endpoint({
  method: 'DELETE',
  path: '/staff/:staffId/second-factor',
  params,
  permission: manageStaff,
  summary: 'Remove the second factor of somebody who lost phone and back-up codes.',
  tag,
});

export const readPortfolio = endpoint({
  method: 'GET',
  path: '/staff/:staffId/portfolio',
  params,
  query: PageQuery.extend({
    /** Held on this day; today when absent. */
    on: Day.optional(),
    projectId: z.uuid().optional(),
  }),
  answer: page(PortfolioItem),
  permission: seeStaff,
  summary: 'Rooms and customers entrusted to a member of staff.',
  tag,
});

export const entrust = endpoint({
  method: 'POST',
  path: '/staff/:staffId/portfolio',
  params,
  body: z.object({ subjects: z.array(Subject).min(1).max(1_000), from: Day.optional() }),
  answer: z.object({ entrusted: z.int() }),
  permission: assignPortfolio,
  summary: 'Entrust rooms or customers to a member of staff; what is already held stays.',
  tag,
});

export const transferPortfolio = endpoint({
  method: 'POST',
  path: '/portfolio-transfers',
  body: z.object({
    fromStaffId: z.uuid(),
    toStaffId: z.uuid(),
    /** Absent: everything held that day. */
    subjects: z
      .array(Subject.pick({ kind: true, id: true }))
      .min(1)
      .max(1_000)
      .optional(),
    /** Only what lies in this project. */
    projectId: z.uuid().optional(),
    /** The first day of the new holder; today when absent. */
    from: Day.optional(),
  }),
  answer: z.object({ transferred: z.int() }),
  permission: assignPortfolio,
  summary: 'Hand rooms and customers over from one member of staff to another (ORG-16).',
  tag,
});

export const readLeaving = endpoint({
  method: 'GET',
  path: '/staff/:staffId/leaving',
  params,
  answer: z.object({ obstacles: z.array(LeavingObstacle) }),
  permission: manageStaff,
  summary: 'What must be handed over before the account can be closed (ORG-16).',
  tag,
});

export const closeAccount = endpoint({
  method: 'POST',
  path: '/staff/:staffId/leaving',
  params,
  answer: StaffLine,
  permission: manageStaff,
  summary: 'Close the account of somebody who leaves; sessions and roles end.',
  tag,
});

export const reopenAccount = endpoint({
  method: 'DELETE',
  path: '/staff/:staffId/leaving',
  params,
  answer: TemporaryPassword,
  permission: manageStaff,
  summary: 'Open the account of somebody who returns, without roles, with a temporary password.',
  tag,
});
