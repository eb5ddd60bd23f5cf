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
import { administrator, projectsLost, type Reach, refusalToGrant, refusalToWithdraw } from '../rules/index.ts';
import { deleteGrant, insertGrant, lockAdministrators, otherAdministrators } from '../store/grants.ts';
import { lockStaff, type StaffRow, staffById } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { handOverPortfolio, handOverWork, portfolioHeld, workLeft } from './hand-over.ts';
import { holding } from './portfolio.ts';
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
  const toHold = work.contributions(holding).map(({ id }) => id);
  const lost = projectsLost(await reaches(work, staff.grants), await reaches(work, remaining), toHold);
  const left = async () => ({
    portfolio: await portfolioHeld(work, staff.id, lost.portfolio),
    others: await workLeft(work, staff.id, lost.work),
  });
  const { portfolio, others } = await left();
  if (handOverTo !== undefined && portfolio.length + others.length > 0) {
    insist(handOverTo === staff.id ? sameHolder : undefined, 422, { field: 'handOverTo' });
    const handed = { from: staff.id, to: handOverTo };
    if (portfolio.length > 0) await handOverPortfolio(work, { ...handed, projectIds: lost.portfolio }, 'handOverTo');
    if (others.length > 0) await handOverWork(work, { ...handed, projectIds: lost.work });
  }
  const still = await left();
  insist(refusalToWithdraw([...still.portfolio, ...still.others]));
}

async function reaches(work: Work<Tables>, grants: readonly GivenGrant[]): Promise<Reach[]> {
  const each: Reach[] = [];
  for (const grant of grants) each.push(await reachOfGrant(work, grant));
  return each;
}
