import { found, insist, Refused } from '@yilu/platform/contract';
import type { RawExchange, Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import {
  currentPasswordWrong,
  leastPasswordLength,
  type Me,
  noSuchSession,
  noSuchStaff,
  type Session,
  staffOnly,
  type Theme,
} from '../contract/index.ts';
import { refusalOfPassword } from '../rules/index.ts';
import { allRoles } from '../store/roles.ts';
import { hasSecondFactor } from '../store/second-factors.ts';
import { deleteSession, deleteSessionsOf, deleteTicketsOf, sessionsOf } from '../store/sessions.ts';
import { passwordOf, setPassword } from '../store/sign-in.ts';
import { ownLine, setPreferences } from '../store/staff.ts';
import type { Tables } from '../store/tables.ts';
import { forgetTries } from '../store/tries.ts';
import { chargeTry, keyOfUsername, refuseFailure, signInLimits } from './limits.ts';
import { hashOfPassword, isPassword } from './secrets.ts';
import { takeCookie } from './sessions.ts';

export async function readMe({ db, actor }: Work<Tables>): Promise<Me> {
  const isStaff = actor.kind === 'staff';
  const line = isStaff ? await ownLine(db, actor.accountId) : undefined;
  const roles = await allRoles(db);
  return {
    id: actor.accountId,
    kind: isStaff ? 'staff' : 'apiKey',
    username: line?.username,
    name: actor.name,
    roles: roles.filter(({ id }) => actor.roles.includes(id)).map(({ id, title }) => ({ id, title })),
    permissions: actor.mustChangePassword ? [] : [...actor.permissions].sort(),
    projects: [...actor.projects],
    ownOnly: actor.ownOnly,
    sides: [...actor.sides],
    language: line?.language ?? 'zh',
    theme: line?.theme ?? 'system',
    mustChangePassword: actor.mustChangePassword === true,
    hasSecondFactor: isStaff && (await hasSecondFactor(db, actor.accountId)),
  };
}

export async function changePreferences(
  work: Work<Tables>,
  wanted: { language?: 'zh' | 'en' | undefined; theme?: Theme | undefined },
): Promise<Me> {
  await setPreferences(work.db, staffIdOf(work), wanted);
  return readMe(work);
}

export async function ownSessions(work: Work<Tables>): Promise<Session[]> {
  return sessionsOf(work.db, staffIdOf(work), work.actor.sessionId, work.now);
}

export async function endSession(work: Work<Tables>, { sessionId }: { sessionId: string }): Promise<void> {
  const staffId = staffIdOf(work);
  found((await deleteSession(work.db, staffId, sessionId)) || undefined, noSuchSession);
  await work.audit({ action: 'identity.session_ended', subject: { kind: 'staff', id: staffId } });
}

export async function endOtherSessions(work: Work<Tables>): Promise<{ ended: number }> {
  const staffId = staffIdOf(work);
  const ended = await deleteSessionsOf(work.db, staffId, work.actor.sessionId);
  if (ended === 0) return { ended };
  await work.audit({
    action: 'identity.other_sessions_ended',
    subject: { kind: 'staff', id: staffId },
    after: { ended },
  });
  return { ended };
}

export async function signOut(exchange: RawExchange): Promise<void> {
  await exchange.begin(async (work) => {
    const { actor, db, audit } = work as Work<Tables>;
    if (actor.sessionId === undefined) return;
    await deleteSession(db, actor.accountId, actor.sessionId);
    await audit({ action: 'identity.signed_out', subject: { kind: 'staff', id: actor.accountId } });
  });
  takeCookie(exchange);
  exchange.reply.status(204).send();
}

/** The other sessions end: whoever knew the old password is out. */
export async function changePassword(
  work: Work<Tables>,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const { db, actor, now, audit } = work;
  const staffId = staffIdOf(work);
  await insistPassword(work, current, 'current');
  const { username } = found(await ownLine(db, staffId), noSuchStaff);
  const leastLength = await valueOf(work, leastPasswordLength);
  insist(refusalOfPassword({ next, username, current }, leastLength), 422, { field: 'next' });

  await setPassword(db, { staffId, hash: await hashOfPassword(next), setAt: now, setBy: staffId });
  await deleteSessionsOf(db, staffId, actor.sessionId);
  await deleteTicketsOf(db, staffId);
  await audit({ action: 'identity.password_changed', subject: { kind: 'staff', id: staffId } });
}

/** Before something grave the password is asked again; guesses are charged as at the door. */
export async function insistPassword(work: Work<Tables>, password: string, field = 'password'): Promise<void> {
  const { db } = work;
  const staffId = staffIdOf(work);
  const { username } = found(await ownLine(db, staffId), noSuchStaff);
  const { account } = await signInLimits(work);
  const key = keyOfUsername(work, username);
  await chargeTry(work, key, account);
  if (!(await isPassword(password, (await passwordOf(db, staffId))?.hash))) {
    await refuseFailure(work, key, account, new Refused(currentPasswordWrong, 422, { field }));
  }
  await forgetTries(db, key);
}

/** The acting member of staff; keys have no password, sessions or preferences. */
export function staffIdOf({ actor }: Pick<Work, 'actor'>): string {
  insist(actor.kind === 'staff' ? undefined : staffOnly, 403);
  return actor.accountId;
}
