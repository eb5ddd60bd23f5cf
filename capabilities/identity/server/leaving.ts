import { insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { hasNotLeft, type LeavingObstacle, type StaffLine, staffLeft } from '../contract/index.ts';
import { administrator, refusalToLeave } from '../rules/index.ts';
import { deleteGrantsOf, lockAdministrators, otherAdministrators } from '../store/grants.ts';
import { deleteSecondFactor } from '../store/second-factors.ts';
import { deleteSessionsOf, deleteTicketsOf } from '../store/sessions.ts';
import { deleteLeaving, insertLeaving, lockStaff } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { heldWork } from './hand-over.ts';
import { managedStaff } from './reach.ts';
import { giveTemporaryPassword } from './staff.ts';
import { freshLine } from './staff-line.ts';

export async function readLeaving(
  work: Work<Tables>,
  { staffId }: { staffId: string },
): Promise<{ obstacles: LeavingObstacle[] }> {
  await managedStaff(work, staffId);
  return { obstacles: await heldWork(work, staffId) };
}

/** Roles end, so that nothing is granted to whoever is gone; names stay beside the work that was done. */
export async function closeAccount(work: Work<Tables>, { staffId }: { staffId: string }): Promise<StaffLine> {
  const { db, now, actor } = work;
  await lockStaff(db, staffId);
  const staff = await managedStaff(work, staffId);
  await lockAdministrators(db);
  const isAdministrator = staff.grants.some(({ roleId }) => roleId === administrator);
  insist(
    refusalToLeave({
      isOneself: staffId === actor.accountId,
      hasLeft: staff.leftAt !== undefined,
      isLastAdministrator: isAdministrator && (await otherAdministrators(db, staffId)) === 0,
      obstacles: await heldWork(work, staffId),
    }),
  );

  await insertLeaving(db, { staffId, leftAt: now, closedBy: actor.accountId });
  await deleteGrantsOf(db, staffId);
  await deleteSessionsOf(db, staffId);
  await deleteTicketsOf(db, staffId);
  await work.audit({
    action: 'identity.account_closed',
    subject: { kind: 'staff', id: staffId },
    before: { name: staff.name, grants: staff.grants.map(({ id: _, ...grant }) => grant) },
  });
  await work.tell(staffLeft, { staffId });
  return freshLine(work, staffId);
}

/** Somebody who returns begins without roles, with a temporary password and without the old second factor. */
export async function reopenAccount(
  work: Work<Tables>,
  { staffId }: { staffId: string },
): Promise<{ password: string }> {
  const { db } = work;
  await lockStaff(db, staffId);
  const staff = await managedStaff(work, staffId);
  insist(staff.leftAt ? undefined : hasNotLeft);
  await deleteLeaving(db, staffId);
  await deleteSecondFactor(db, staffId);
  await work.audit({ action: 'identity.account_reopened', subject: { kind: 'staff', id: staffId } });
  return { password: await giveTemporaryPassword(work, staff) };
}
