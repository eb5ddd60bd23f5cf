import { found, insist } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import {
  alreadyGranted,
  alreadyLeft,
  beyondOwnReach,
  type GivenGrant,
  lastAdministrator,
  noSuchGrant,
  type StaffLine,
} from '../contract/index.ts';
import { administrator, refusalToGrant } from '../rules/index.ts';
import { deleteGrant, insertGrant, lockAdministrators, otherAdministrators } from '../store/grants.ts';
import { lockStaff, staffById } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { managedStaff, reachOfGrant, today } from './reach.ts';
import { freshLine } from './staff-line.ts';

export async function grantRole(
  work: Work<Tables>,
  { staffId, ...grant }: { staffId: string } & GivenGrant,
): Promise<StaffLine> {
  await lockStaff(work.db, staffId);
  const staff = await managedStaff(work, staffId);
  insist(staff.leftAt ? alreadyLeft : undefined);
  await addGrant(work, staffId, grant);
  return freshLine(work, staffId);
}

/** To an account that the actor may manage, or has just made. */
export async function addGrant(work: Work<Tables>, staffId: string, grant: GivenGrant): Promise<void> {
  const { db, actor, now } = work;
  const others = (await staffById(db, staffId, today(work)))?.grants ?? [];
  const refusal = refusalToGrant(actor, await reachOfGrant(work, grant), grant, others);
  insist(refusal, refusal === beyondOwnReach ? 403 : 409);
  const id = newId();
  const isNew = await insertGrant(db, { ...grant, id, staffId, grantedAt: now, grantedBy: actor.accountId });
  insist(isNew ? undefined : alreadyGranted);
  await work.audit({ action: 'identity.role_granted', subject: { kind: 'staff', id: staffId }, after: grant });
}

export async function withdrawGrant(
  work: Work<Tables>,
  { staffId, grantId }: { staffId: string; grantId: string },
): Promise<StaffLine> {
  const { db } = work;
  await lockStaff(db, staffId);
  const staff = await managedStaff(work, staffId);
  const { id, ...grant } = found(
    staff.grants.find((given) => given.id === grantId),
    noSuchGrant,
  );
  if (grant.roleId === administrator) {
    await lockAdministrators(db);
    insist((await otherAdministrators(db, staffId, id)) === 0 ? lastAdministrator : undefined);
  }
  await deleteGrant(db, id);
  await work.audit({ action: 'identity.role_withdrawn', subject: { kind: 'staff', id: staffId }, before: grant });
  return freshLine(work, staffId);
}
