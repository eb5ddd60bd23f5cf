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
  sameHolder,
} from '../contract/index.ts';
import { administrator, projectsLost, refusalToGrant, refusalToWithdraw } from '../rules/index.ts';
import { deleteGrant, insertGrant, lockAdministrators, otherAdministrators } from '../store/grants.ts';
import { lockStaff, type StaffRow, staffById } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { handOverWork, heldWork, type Lost } from './hand-over.ts';
import { managedStaff, reachOfGrant, reachOfGrants, today } from './reach.ts';
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

interface GrantToEnd {
  readonly staffId: string;
  readonly grantId: string;
  /** Who takes what its holder would leave behind. */
  readonly handOverTo?: string | undefined;
}

export async function withdrawGrant(work: Work<Tables>, given: GrantToEnd): Promise<StaffLine> {
  await endGrant(work, given, []);
  return freshLine(work, given.staffId);
}

/** Another role, place or width; only what is lost between the two has to be handed over. */
export async function changeGrant(
  work: Work<Tables>,
  { roleId, nodeId, ownOnly, ...given }: GrantToEnd & GivenGrant,
): Promise<StaffLine> {
  const wanted = { roleId, nodeId, ownOnly };
  await endGrant(work, given, [wanted]);
  await addGrant(work, given.staffId, wanted);
  return freshLine(work, given.staffId);
}

async function endGrant(
  work: Work<Tables>,
  { staffId, grantId, handOverTo }: GrantToEnd,
  instead: readonly GivenGrant[],
): Promise<void> {
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
  const others = staff.grants.filter((given) => given.id !== id);
  await leaveNothingBehind(work, staff, [...others, ...instead], handOverTo);
  await deleteGrant(db, id);
  await work.audit({ action: 'identity.role_withdrawn', subject: { kind: 'staff', id: staffId }, before: grant });
}

/** Before somebody has only these grants: what they would leave behind is handed over, in this transaction, or refuses it (ORG-16). */
async function leaveNothingBehind(
  work: Work<Tables>,
  staff: StaffRow,
  remaining: readonly GivenGrant[],
  handOverTo: string | undefined,
): Promise<void> {
  const [before, after] = [await reachOfGrants(work, staff.grants), await reachOfGrants(work, remaining)];
  const lost: Lost = (needed) => projectsLost(before, after, needed);
  const held = await heldWork(work, staff.id, lost);
  if (handOverTo === undefined || held.length === 0) return insist(refusalToWithdraw(held));
  insist(handOverTo === staff.id ? sameHolder : undefined, 422, { field: 'handOverTo' });
  await handOverWork(work, { from: staff.id, to: handOverTo, lost, field: 'handOverTo' });
  insist(refusalToWithdraw(await heldWork(work, staff.id, lost)));
}
