import { insist, type Page } from '@yilu/platform/contract';
import { insistVersion, pageOf, readCursor, type Work } from '@yilu/platform/server';
import { z } from 'zod';
import {
  alreadyLeft,
  type Colleague,
  type ColleagueName,
  type NewStaff,
  notYourself,
  type StaffLine,
  usernameTaken,
} from '../contract/index.ts';
import { type ColleagueFilter, colleagueNames, colleagues } from '../store/colleagues.ts';
import { deleteSecondFactor } from '../store/second-factors.ts';
import { deleteSessionsOf, deleteTicketsOf } from '../store/sessions.ts';
import { setPassword } from '../store/sign-in.ts';
import * as store from '../store/staff.ts';
import type { StaffFilter } from '../store/staff-filter.ts';
import type { Tables } from '../store/tables.ts';
import { forgetTries } from '../store/tries.ts';
import { nameKeyOf, openAccount } from './accounts.ts';
import { addGrant } from './grants.ts';
import { keyOfSecondFactor, keyOfUsername } from './limits.ts';
import { managedStaff, today, visibleStaff } from './reach.ts';
import { hashOfPassword, newTemporaryPassword } from './secrets.ts';
import { freshLine, lineOf, linesOf } from './staff-line.ts';

const Cursor = z.object({ nameKey: z.string(), id: z.uuid() });

export async function listStaff(
  work: Work<Tables>,
  {
    limit,
    cursor,
    total,
    ...asked
  }: { limit: number; cursor?: string | undefined; total?: boolean | undefined } & StaffFilter,
): Promise<Page<StaffLine>> {
  const { db, actor } = work;
  const filter = { ...asked, ...inReach(actor) };
  const rows = await store.staffLines(db, filter, { today: today(work), after: readCursor(cursor, Cursor), limit });
  const count = total ? await store.countStaff(db, filter) : undefined;
  const { items, ...rest } = pageOf(rows, limit, ({ nameKey, id }) => ({ nameKey, id }), count);
  return { ...rest, items: await linesOf(work, items) };
}

export async function readStaff(work: Work<Tables>, { staffId }: { staffId: string }): Promise<StaffLine> {
  return lineOf(work, await visibleStaff(work, staffId));
}

export async function listColleagues(
  { db, actor }: Work<Tables>,
  { projectId, ...asked }: Omit<ColleagueFilter, 'projects'> & { projectId?: string | undefined },
): Promise<Colleague[]> {
  if (projectId === undefined) return colleagues(db, { ...asked, ...inReach(actor) });
  const isReached = actor.isGroup || actor.projects.includes(projectId);
  return isReached ? colleagues(db, { ...asked, projects: [projectId], withRoleOnly: true }) : [];
}

/** What whoever was chosen once is called; oneself is always in reach. */
export async function nameColleagues(
  { db, actor }: Work<Tables>,
  { ids }: { ids: readonly string[] },
): Promise<ColleagueName[]> {
  return colleagueNames(db, ids, { self: actor.accountId, ...inReach(actor) });
}

/** The group sees everybody. */
function inReach({ isGroup, projects }: Work['actor']): { projects?: readonly string[] } {
  return isGroup ? {} : { projects };
}

export async function addStaff(
  work: Work<Tables>,
  { username, name, grants }: NewStaff,
): Promise<{ staff: StaffLine; password: string }> {
  const { staffId, password } = await openAccount(work, { username, name });
  for (const grant of grants) await addGrant(work, staffId, grant);
  return { staff: await freshLine(work, staffId), password };
}

export async function editStaff(
  work: Work<Tables>,
  {
    staffId,
    version,
    ...wanted
  }: { staffId: string; version: number; name?: string | undefined; username?: string | undefined },
): Promise<StaffLine> {
  const { db } = work;
  await store.lockStaff(db, staffId);
  const before = await managedStaff(work, staffId);
  insistVersion(before, version);
  const after = { name: wanted.name ?? before.name, username: wanted.username ?? before.username };
  if (after.name === before.name && after.username === before.username) return freshLine(work, staffId);
  const holder = await store.staffNamed(db, after.username);
  insist(holder !== undefined && holder !== staffId ? usernameTaken : undefined, 422, { field: 'username' });
  await store.updateStaff(db, { id: staffId, ...after, nameKey: nameKeyOf(after.name) });
  await work.audit({
    action: 'identity.staff_edited',
    subject: { kind: 'staff', id: staffId },
    before: { name: before.name, username: before.username },
    after,
  });
  return freshLine(work, staffId);
}

/** Everybody who knew the old password is out, and a lock is lifted. */
export async function resetPassword(
  work: Work<Tables>,
  { staffId }: { staffId: string },
): Promise<{ password: string }> {
  insist(staffId === work.actor.accountId ? notYourself : undefined);
  const staff = await managedStaff(work, staffId);
  insist(staff.leftAt ? alreadyLeft : undefined);
  return { password: await giveTemporaryPassword(work, staff) };
}

export async function giveTemporaryPassword(
  work: Work<Tables>,
  { id, username }: { id: string; username: string },
): Promise<string> {
  const { db, now, actor } = work;
  const password = newTemporaryPassword();
  await setPassword(db, { staffId: id, hash: await hashOfPassword(password), setAt: now, setBy: actor.accountId });
  await deleteSessionsOf(db, id);
  await deleteTicketsOf(db, id);
  await forgetTries(db, keyOfUsername(work, username));
  await work.audit({ action: 'identity.password_reset', subject: { kind: 'staff', id } });
  return password;
}

export async function liftLock(work: Work<Tables>, { staffId }: { staffId: string }): Promise<void> {
  const { username } = await managedStaff(work, staffId);
  const ofName = await forgetTries(work.db, keyOfUsername(work, username));
  const ofCode = await forgetTries(work.db, keyOfSecondFactor(work, staffId));
  if (!ofName && !ofCode) return;
  await work.audit({ action: 'identity.lock_lifted', subject: { kind: 'staff', id: staffId } });
}

/** For whoever lost phone and back-up codes; for oneself it takes the code, in the own account. */
export async function dropSecondFactor(work: Work<Tables>, { staffId }: { staffId: string }): Promise<void> {
  insist(staffId === work.actor.accountId ? notYourself : undefined);
  await managedStaff(work, staffId);
  await deleteSecondFactor(work.db, staffId);
  await deleteSessionsOf(work.db, staffId);
  await work.audit({ action: 'identity.second_factor_dropped', subject: { kind: 'staff', id: staffId } });
}
