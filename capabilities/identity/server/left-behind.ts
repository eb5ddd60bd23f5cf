import { insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import type { AroundMove } from '@yilu/settings/server';
import { type LeftBehind, projectsLost, type Reach, refusalToLeaveBehind } from '../rules/index.ts';
import { staffWithGrants } from '../store/grants.ts';
import { lockStaff, type StaffRow, staffById } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { heldWork } from './hand-over.ts';
import { reachOfGrants, today } from './reach.ts';

/** A change of how far the roles of these colleagues go: refused when one of them would keep work without a way to it (ORG-16). */
export async function leavingNobodyBehind(
  work: Work<Tables>,
  staffIds: readonly string[],
  change: () => Promise<void>,
): Promise<void> {
  const before: { readonly staff: StaffRow; readonly reaches: readonly Reach[] }[] = [];
  for (const staffId of staffIds.toSorted()) {
    await lockStaff(work.db, staffId);
    const staff = await staffById(work.db, staffId, today(work));
    if (staff && !staff.leftAt) before.push({ staff, reaches: await reachOfGrants(work, staff.grants) });
  }
  await change();
  const left: LeftBehind[] = [];
  for (const { staff, reaches } of before) {
    const after = await reachOfGrants(work, staff.grants);
    const obstacles = await heldWork(work, staff.id, (needed) => projectsLost(reaches, after, needed));
    if (obstacles.length > 0) left.push({ name: staff.name, obstacles });
  }
  insist(refusalToLeaveBehind(left));
}

/** A project leaves a company only without work of those whose roles lie on that company. */
export const movedWithWork: AroundMove = async (theirs, { leftNodeIds }, move) => {
  const work = theirs as unknown as Work<Tables>;
  await leavingNobodyBehind(work, await staffWithGrants(work.db, { nodeIds: leftNodeIds }), move);
};
